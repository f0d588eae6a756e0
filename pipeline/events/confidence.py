"""How often rows like this are right, 0 to 1: a logistic sum of what is known of the date's link, the trigger and the parties.

Right means that days, status and actors are all right. The weights are log-odds, fitted with ridge 5 on the rows of our own articles that
have truth tables: fitted on every other article and tested on the rest, what is said is off by .035 and .040 on average. Shipped is the fit
on all 521 (`benchmarks/confidence.py` prints the reliability table; docs/dating-an-event.md has it).
"""

from __future__ import annotations

import math

from pipeline.events.participants import Participants
from pipeline.events.trigger import Dating, Trigger
from pipeline.records import DateBasis

BASE = 1.92
"""A verb that happened, with a named party and an expression of its own, counted from the publication day."""
BY_BASIS: dict[DateBasis, float] = {"explicit": 0.30, "inherited": -0.22, "event": -0.22, "publication": 0.03, "none": -0.19}
BY_STATUS = {"planned": -0.51, "denied": -0.33, "hypothetical": -0.33}
NO_VERB, NO_PARTY, QUOTED, LOOSE = -0.46, -0.46, -0.57, -0.21
SURE_LINK = 0.9
"""An expression whose link to the event is less certain than this is LOOSE."""


def confidence_of(trigger: Trigger, dating: Dating, people: Participants) -> float:
    """Return the confidence of a row, rounded to hundredths."""
    odds = BASE + BY_BASIS.get(dating.basis, 0.0) + BY_STATUS.get(trigger.status, 0.0)
    odds += NO_VERB * (trigger.kind != "verb") + NO_PARTY * (not people.actors) + QUOTED * trigger.quoted
    odds += LOOSE * (dating.timex is not None and dating.certain < SURE_LINK)
    return round(1 / (1 + math.exp(-odds)), 2)

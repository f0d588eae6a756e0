"""How often rows like this are right, 0 to 1: a logistic sum of what is known of the date's basis, the status and the trigger.

Right means that days, status and actors are all right. The weights are log-odds, fitted with ridge 5 on the rows of our own 48 articles
that have truth tables: fitted on every other article and tested on the rest, what is said is off by .037 and .041 on average. Shipped is
the fit on all 841 (`python -m benchmarks.confidence` prints the reliability table; docs/events.md has it). Whether a party is named,
whether the words are quoted and how sure the link to the expression is told nothing more (weights within .05 of nought).
"""

from __future__ import annotations

import math

from pipeline.events.trigger import Dating, Trigger
from pipeline.records import DateBasis

BASE = 1.67
"""A verb that happened, with an expression of its own, counted from the publication day."""
BY_BASIS: dict[DateBasis, float] = {"explicit": 0.14, "inherited": -0.68, "event": 0.0, "publication": -0.21, "none": -0.86}
BY_STATUS = {"planned": -0.28, "denied": -0.10, "hypothetical": -0.13, "deadline": 0.18, "ongoing": -0.16}
NO_VERB = -0.29


def confidence_of(trigger: Trigger, dating: Dating) -> float:
    """Return the confidence of a row, rounded to hundredths."""
    odds = BASE + BY_BASIS.get(dating.basis, 0.0) + BY_STATUS.get(trigger.status, 0.0) + NO_VERB * (trigger.kind != "verb")
    return round(1 / (1 + math.exp(-odds)), 2)

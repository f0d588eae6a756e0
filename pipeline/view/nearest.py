"""What is nearest to a choice that lets nothing through: the same without one of its filters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.view.event_view import EventView
from pipeline.view.filters import FILTERS, Choice, shown


@dataclass(frozen=True, slots=True)
class Nearest:
    """A choice without the filter of the key: `words` say what is given up, `events` how many are shown then."""

    key: str
    words: str
    events: int


def nearest(view: EventView, choice: Choice) -> list[Nearest]:
    """Return what one filter less would show, where that is anything; "all of them together" is a filter of its own here."""
    found = []
    for row in FILTERS:
        words = row.words(choice)
        if row.key == "together" and choice.together and len(choice.actors) > 1:
            words = "all of them together"
        if words:
            less = replace(choice, **{row.key: getattr(Choice(), row.key)})
            found.append(Nearest(row.key, words, int(shown(view, less).sum())))
    return [each for each in found if each.events]

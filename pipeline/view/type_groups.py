"""The event types as the page shows them: a label for each, and at most seven groups that share a colour and a symbol."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.errors import LanguageDataError
from pipeline.event_table import EVENT_TYPES
from pipeline.settings import DATA

MOST_GROUPS = 7
TABLE = DATA / "events" / "type_groups.csv"


@dataclass(frozen=True, slots=True)
class ShownType:
    """One event type: its label, and the group (0 to 6, in the table's order) that gives its colour and symbol."""

    event_type: str
    label: str
    group: int
    group_label: str
    symbol: str


def read_types(path: Path) -> dict[str, ShownType]:
    """Read the table; raises LanguageDataError for an unknown or missing type, or more groups than there are colours."""
    groups: dict[str, int] = {}
    shown: dict[str, ShownType] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            if row["type"] not in EVENT_TYPES:
                raise LanguageDataError(path.name, number, f"unknown event type {row['type']!r}")
            group = groups.setdefault(row["group"], len(groups))
            if group >= MOST_GROUPS:
                raise LanguageDataError(path.name, number, f"group {row['group']!r} is one more than the {MOST_GROUPS} colours")
            shown[row["type"]] = ShownType(row["type"], row["label"], group, row["group_label"], row["symbol"])
    for missing in set(EVENT_TYPES) - set(shown):
        raise LanguageDataError(path.name, 0, f"event type {missing!r} has no row")
    return shown


@cache
def shown_types() -> dict[str, ShownType]:
    """Return the shipped table, read once."""
    return read_types(TABLE)


def type_label(event_type: str) -> str:
    """Return the label of a type.

    >>> type_label("ASSAULT")
    'Attack'
    """
    return shown_types()[event_type].label

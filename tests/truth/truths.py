"""What a careful reader says about an article: the records of the hand-made truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.day import Day
from tests.truth.marks import Bound, Names, Quote


class TruthError(Exception):
    """Truth tables that do not fit their articles; every breach is listed."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class TimexTruth:
    """A time expression; with expect `may` one that need not be tagged, with `not` a stretch that must not be."""

    quote: Quote
    types: tuple[str, ...]
    values: tuple[str, ...]
    mod: str
    expect: str
    note: str

    def has_value(self, value: str) -> bool:
        """Whether this TIMEX3 value is one that a careful reader accepts."""
        return "*" in self.values or (value or "open") in self.values


@dataclass(frozen=True, slots=True)
class EventTruth:
    """An event; with expect `may` one that need not have a row, but is judged if it has.

    `quote` is its trigger, `also` are other words that may stand for the same event.
    """

    quote: Quote
    also: tuple[Quote, ...]
    statuses: tuple[str, ...]
    first_day: Bound
    last_day: Bound
    bases: tuple[str, ...]
    source: Names
    target: Names
    not_actors: frozenset[str]
    expect: str
    note: str


@dataclass(frozen=True, slots=True)
class ArticleTruth:
    """An article and what is true of it. `text` is as in the file; `path` is the file it is read from.

    `never_actors` (folded) stand in no row of the article.
    """

    article_id: str
    path: Path
    published: Day
    title: str
    text: str
    timexes: tuple[TimexTruth, ...] = ()
    events: tuple[EventTruth, ...] = ()
    never_actors: frozenset[str] = frozenset()

"""The filters: a table whose rows build the widgets, read and write the link, test the events and say in words what is shown.

Filters test mentions; unless all mentions are asked for, those that pass are then folded into one row for each event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.day import Day
from pipeline.event_table import EVENT_TYPES, STATUSES
from pipeline.view.certainty import DAY_MS
from pipeline.view.day_text import read_day
from pipeline.view.event_view import ROLES, EventView, Mask
from pipeline.view.folding import leads
from pipeline.view.search import rows_with
from pipeline.view.stories import UNFIRM
from pipeline.view.type_groups import type_label
from pipeline.view.words import long_day

LONGEST_SEARCH = 200
_STATUS_WORDS = {"happened": "happened", "ongoing": "ongoing", "planned": "planned", "expected": "expected",
                 "deadline": "deadlines", "denied": "denied", "hypothetical": "hypothetical"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader has chosen; the defaults let every event through, one row each. The days are inclusive."""

    actors: tuple[str, ...] = ()
    role: str = "any"
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    first: Day | None = None
    last: Day | None = None
    text: str = ""
    text_only: bool = False
    all_mentions: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: `key` is its field of Choice and `parameter` its name in the link.

    `test` says which rows pass, `words` is its part of the sentence ("" when it lets all through),
    `read` makes a value of the link's texts (the default for what it does not understand), `write` the texts of a value.
    """

    key: str
    label: str
    parameter: str
    widget: Literal["many", "one", "day", "text", "flag"]
    test: Callable[[EventView, Choice], Mask]
    words: Callable[[Choice], str]
    read: Callable[[Sequence[str]], Any]
    write: Callable[[Any], list[str]]


def _all(view: EventView, _choice: Choice) -> Mask:
    return np.ones(len(view), dtype=bool)


def _in_column(column: str, key: str) -> Callable[[EventView, Choice], Mask]:
    def test(view: EventView, choice: Choice) -> Mask:
        chosen = getattr(choice, key)
        return view.codes(column).among(chosen) if chosen else _all(view, choice)

    return test


def _by_actor(view: EventView, choice: Choice) -> Mask:
    return view.rows_of(choice.role, choice.actors) if choice.actors else _all(view, choice)


def _from_day(view: EventView, choice: Choice) -> Mask:
    if choice.first is None:
        return _all(view, choice)
    return np.asarray(view.reach_to > choice.first.ordinal * DAY_MS)


def _to_day(view: EventView, choice: Choice) -> Mask:
    if choice.last is None:
        return _all(view, choice)
    return np.asarray(view.reach_from < (choice.last.ordinal + 1) * DAY_MS)


def _by_text(view: EventView, choice: Choice) -> Mask:
    words = choice.text.casefold().split()
    if not words:
        return _all(view, choice)
    kept: tuple[list[str], Mask] = view.kept.get("search", ([], _all(view, choice)))
    if kept[0] != words:  # one run asks several times for the same words
        kept = view.kept["search"] = (words, rows_with(view.table, words))
    return kept[1]


def _by_basis(view: EventView, choice: Choice) -> Mask:
    return ~view.codes("date_basis").among(UNFIRM) if choice.text_only else _all(view, choice)


def _actor_words(choice: Choice) -> str:
    names = " or ".join(choice.actors)
    return {"any": "", "source": "done by ", "target": "done to "}[choice.role] + names if names else ""


def _article_words(choice: Choice) -> str:
    return "" if not choice.articles else "1 article" if len(choice.articles) == 1 else f"{len(choice.articles)} articles"


def _strings(allowed: Sequence[str] | None = None) -> Callable[[Sequence[str]], tuple[str, ...]]:
    def read(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for text in texts if text and (allowed is None or text in allowed)))

    return read


def _read_role(texts: Sequence[str]) -> str:
    return texts[-1] if texts and texts[-1] in ROLES else "any"


def _read_day(*, end: bool) -> Callable[[Sequence[str]], Day | None]:
    return lambda texts: read_day(texts[-1], end=end) if texts else None


def _write_day(day: Day | None) -> list[str]:
    return [str(day)] if day else []


def _day_words(day: Day | None, lead: str) -> str:
    return f"{lead} {long_day(day)}" if day else ""


FILTERS: tuple[Filter, ...] = (
    Filter("actors", "Actors", "actor", "many", _by_actor, _actor_words, _strings(), list),
    Filter("role", "Role", "role", "one", _all, lambda choice: "", _read_role, lambda role: [] if role == "any" else [role]),
    Filter("types", "Types", "type", "many", _in_column("event_type", "types"),
           lambda choice: " or ".join(type_label(name).lower() for name in choice.types), _strings(EVENT_TYPES), list),
    Filter("statuses", "Status", "status", "many", _in_column("status", "statuses"),
           lambda choice: " or ".join(_STATUS_WORDS[name] for name in choice.statuses), _strings(STATUSES), list),
    Filter("articles", "Articles", "article", "many", _in_column("article_id", "articles"), _article_words, _strings(), list),
    Filter("first", "From", "from", "day", _from_day, lambda choice: _day_words(choice.first, "from"), _read_day(end=False),
           _write_day),
    Filter("last", "To", "to", "day", _to_day, lambda choice: _day_words(choice.last, "to"), _read_day(end=True), _write_day),
    Filter("text", "Search", "q", "text", _by_text, lambda choice: f"“{choice.text}”" if choice.text.strip() else "",
           lambda texts: texts[-1][:LONGEST_SEARCH] if texts else "", lambda text: [text] if text.strip() else []),
    Filter("text_only", "Dated by the text only", "dated", "flag", _by_basis,
           lambda choice: "dated by the text" if choice.text_only else "",
           lambda texts: list(texts) == ["text"], lambda flag: ["text"] if flag else []),
    Filter("all_mentions", "All mentions", "mentions", "flag", _all, lambda choice: "",
           lambda texts: list(texts) == ["all"], lambda flag: ["all"] if flag else []),
)  # fmt: skip


def matching(view: EventView, choice: Choice, but: str = "") -> Mask:
    """Return which rows pass all filters, the one of the key `but` left out: every mention of every event."""
    mask = np.ones(len(view), dtype=bool)
    for row in FILTERS:
        if row.key != but:
            mask &= row.test(view, choice)
    return mask


def shown(view: EventView, choice: Choice) -> Mask:
    """Return which rows the page shows: those that pass all filters, folded into one for each event unless the choice says not to."""
    mask = matching(view, choice)
    return mask if choice.all_mentions else leads(view, mask)


def actor_counts(view: EventView, choice: Choice) -> dict[str, int]:
    """Return how many events (or mentions) each actor has among those that all other filters let through, most first."""
    members = view.members[choice.role]
    return _ranked(members.counts(matching(view, choice, but="actors"), folded=not choice.all_mentions), members.names)


def value_counts(view: EventView, choice: Choice, key: str, column: str) -> dict[str, int]:
    """Return how many events (or mentions) each value of a column has among those that all filters but `key` let through, most first."""
    rows = np.flatnonzero(matching(view, choice, but=key))
    values = view.codes(column)
    codes = values.codes[rows].astype(np.int64)
    if not choice.all_mentions:
        n_values = len(values.texts)
        codes = pd.unique(view.stories.of[rows] * n_values + codes) % n_values
    return _ranked(np.bincount(codes, minlength=len(values.texts)), values.texts)


def _ranked(counts: NDArray[np.int64], names: Sequence[str]) -> dict[str, int]:
    """Return the counts that are not 0 by name, the most first; the names are in the order of the alphabet."""
    found = np.flatnonzero(counts)
    found = found[np.argsort(-counts[found], kind="stable")]
    return {names[number]: int(counts[number]) for number in found.tolist()}


def filter_words(choice: Choice) -> str:
    """Return the active filters in words, "" when none is active."""
    return ", ".join(words for row in FILTERS if (words := row.words(choice)))


def sentence(choice: Choice, n_shown: int, n_all: int) -> str:
    """Say what is shown; both numbers are of events, or of mentions when the choice asks for all of them.

    >>> sentence(Choice(actors=("Russia",), statuses=("deadline",), first=Day.of(2022, 3, 1)), 12, 94)
    '12 of 94: Russia, deadlines, from 1 March 2022'
    """
    words = filter_words(choice)
    if not words:
        what = "mention" if choice.all_mentions else "event"
        return f"{n_all:,} {what}{'' if n_all == 1 else 's'}"
    return f"{n_shown:,} of {n_all:,}{' mentions' if choice.all_mentions else ''}: {words}"


def from_parameters(parameters: Mapping[str, Sequence[str]]) -> Choice:
    """Read a link's parameters; what cannot be understood counts as not chosen."""
    return replace(Choice(), **{row.key: row.read(parameters.get(row.parameter, ())) for row in FILTERS})


def to_parameters(choice: Choice) -> dict[str, list[str]]:
    """Write a choice as a link's parameters; what is not chosen is left out."""
    written = {row.parameter: row.write(getattr(choice, row.key)) for row in FILTERS}
    return {parameter: texts for parameter, texts in written.items() if texts}

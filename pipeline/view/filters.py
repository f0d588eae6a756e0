"""The filters: a table whose rows build the widgets, read and write the link, test the events and say in words what is shown.

Filters test mentions; unless all mentions are asked for, those that pass are then folded into one row for each event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from pipeline.day import Day
from pipeline.event_table import DATE_BASES, EVENT_TYPES, REVIEWS, STATUSES
from pipeline.view.certainty import DAY_MS
from pipeline.view.day_text import read_day
from pipeline.view.event_view import ROLES, EventView, Mask
from pipeline.view.folding import leads
from pipeline.view.search import rows_with
from pipeline.view.stories import UNFIRM
from pipeline.view.type_groups import type_label
from pipeline.view.words import long_day

LONGEST_SEARCH = 200
REJECTED = "rejected"
EXCLUDED = {"type": "event_type", "status": "status", "place": "place", "saidby": "said_by", "source": "source"}
"""The facets beside the actor of which a value can be left out, and their columns."""
BASIS_WORDS = {"explicit": "a date in the text", "relative": "relative words", "event": "another event",
               "inherited": "a sentence nearby", "publication": "publication only", "none": "nothing"}  # fmt: skip
REVIEW_WORDS = {"auto": "not reviewed", "confirmed": "confirmed", "edited": "edited", "rejected": "rejected"}
STATUS_WORDS = {"happened": "happened", "ongoing": "ongoing", "planned": "planned", "expected": "expected",
                 "deadline": "deadlines", "denied": "denied", "hypothetical": "hypothetical"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader has chosen; the defaults let every event through, one row each. The days are inclusive.

    `together` asks for all of the actors, not for one of them. `without` leaves out values of a facet: "actor:Russia", "type:ASSAULT".
    Rows that the reader rejected are left out unless `reviews` asks for them.
    """

    actors: tuple[str, ...] = ()
    role: str = "any"
    together: bool = False
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
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
    A filter by the values of one column of the event table names the `column`.
    """

    key: str
    label: str
    parameter: str
    widget: Literal["many", "one", "day", "text", "flag"]
    test: Callable[[EventView, Choice], Mask]
    words: Callable[[Choice], str]
    read: Callable[[Sequence[str]], Any]
    write: Callable[[Any], list[str]]
    column: str = ""


def _all(view: EventView, _choice: Choice) -> Mask:
    return np.ones(len(view), dtype=bool)


def _in_column(column: str, key: str) -> Callable[[EventView, Choice], Mask]:
    def test(view: EventView, choice: Choice) -> Mask:
        chosen = getattr(choice, key)
        return view.codes(column).among(chosen) if chosen else _all(view, choice)

    return test


def _by_actor(view: EventView, choice: Choice) -> Mask:
    if not choice.actors:
        return _all(view, choice)
    if not choice.together:
        return view.rows_of(choice.role, choice.actors)
    mask = _all(view, choice)
    for name in choice.actors:
        mask &= view.rows_of(choice.role, (name,))
    return mask


def _by_review(view: EventView, choice: Choice) -> Mask:
    reviews = view.codes("review")
    return reviews.among(choice.reviews) if choice.reviews else ~reviews.among((REJECTED,))


def _left_in(view: EventView, choice: Choice) -> Mask:
    mask = _all(view, choice)
    for facet, values in _grouped(choice.without).items():
        mask &= ~(view.rows_of("any", values) if facet == "actor" else view.codes(EXCLUDED[facet]).among(values))
    return mask


def _grouped(without: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in without:
        facet, _, value = text.partition(":")
        found.setdefault(facet, []).append(value)
    return found


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
    if not choice.actors:
        return ""
    if choice.together and len(choice.actors) > 1:
        names = " and ".join(choice.actors)
        return {"any": f"between {names}", "source": f"done by {names} together", "target": f"done to {names} together"}[choice.role]
    return {"any": "", "source": "done by ", "target": "done to "}[choice.role] + " or ".join(choice.actors)


def _listed(key: str, lead: str, label: Callable[[str], str] = str) -> Callable[[Choice], str]:
    return lambda choice: lead + " or ".join(map(label, getattr(choice, key))) if getattr(choice, key) else ""


def _article_words(choice: Choice) -> str:
    return "" if not choice.articles else "1 article" if len(choice.articles) == 1 else f"{len(choice.articles)} articles"


def excluded_label(text: str) -> str:
    """Name a value that is left out.

    >>> excluded_label("type:ASSAULT"), excluded_label("actor:Russia"), excluded_label("saidby:Tass")
    ('attack', 'Russia', 'said by Tass')
    """
    facet, _, value = text.partition(":")
    if facet == "type":
        return type_label(value).lower()
    return {"status": STATUS_WORDS.get(value, value), "saidby": f"said by {value}", "place": f"in {value}"}.get(facet, value)


def _without_words(choice: Choice) -> str:
    return "not " + ", not ".join(map(excluded_label, choice.without)) if choice.without else ""


def _strings(allowed: Sequence[str] | None = None) -> Callable[[Sequence[str]], tuple[str, ...]]:
    def read(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for text in texts if text and (allowed is None or text in allowed)))

    return read


def _read_without(texts: Sequence[str]) -> tuple[str, ...]:
    found = []
    for text in dict.fromkeys(texts):
        facet, _, value = text.partition(":")
        known = {"type": EVENT_TYPES, "status": STATUSES}.get(facet)
        if value and (facet == "actor" or facet in EXCLUDED) and (known is None or value in known):
            found.append(text)
    return tuple(found)


def _flag(on: str) -> dict[str, Any]:
    return {"read": lambda texts: list(texts) == [on], "write": lambda flag: [on] if flag else []}


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
    Filter("together", "All of them together", "together", "flag", _all, lambda choice: "", **_flag("yes")),
    Filter("types", "Types", "type", "many", _in_column("event_type", "types"),
           lambda choice: " or ".join(type_label(name).lower() for name in choice.types), _strings(EVENT_TYPES), list, "event_type"),
    Filter("statuses", "Status", "status", "many", _in_column("status", "statuses"),
           lambda choice: " or ".join(STATUS_WORDS[name] for name in choice.statuses), _strings(STATUSES), list, "status"),
    Filter("places", "Places", "place", "many", _in_column("place", "places"), _listed("places", "in "), _strings(), list, "place"),
    Filter("speakers", "Said by", "saidby", "many", _in_column("said_by", "speakers"), _listed("speakers", "said by "), _strings(), list,
           "said_by"),
    Filter("sources", "Sources", "source", "many", _in_column("source", "sources"), _listed("sources", "from "), _strings(), list,
           "source"),
    Filter("articles", "Articles", "article", "many", _in_column("article_id", "articles"), _article_words, _strings(), list,
           "article_id"),
    Filter("bases", "Dated by", "basis", "many", _in_column("date_basis", "bases"),
           _listed("bases", "dated by ", lambda name: BASIS_WORDS[name]), _strings(DATE_BASES), list, "date_basis"),
    Filter("reviews", "Review", "review", "many", _by_review, _listed("reviews", "", lambda name: REVIEW_WORDS[name]),
           _strings(REVIEWS), list, "review"),
    Filter("without", "Leave out", "not", "many", _left_in, _without_words, _read_without, list),
    Filter("first", "From", "from", "day", _from_day, lambda choice: _day_words(choice.first, "from"), _read_day(end=False),
           _write_day),
    Filter("last", "To", "to", "day", _to_day, lambda choice: _day_words(choice.last, "to"), _read_day(end=True), _write_day),
    Filter("text", "Search", "q", "text", _by_text, lambda choice: f"“{choice.text}”" if choice.text.strip() else "",
           lambda texts: texts[-1][:LONGEST_SEARCH] if texts else "", lambda text: [text] if text.strip() else []),
    Filter("text_only", "Dated by the text only", "dated", "flag", _by_basis,
           lambda choice: "dated by the text" if choice.text_only else "", **_flag("text")),
    Filter("all_mentions", "All mentions", "mentions", "flag", _all, lambda choice: "", **_flag("all")),
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

"""The date of a predicate or event noun that has a time expression of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.day import Day
from pipeline.events.anchor.attach import TimeLink
from pipeline.events.anchor.length import Length, fuzzy_start, length_of
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said
from pipeline.events.anchor.reason import stretch_words, timex_words
from pipeline.events.anchor.stretch import Stretch
from pipeline.events.trigger import Dating
from pipeline.language.data_files import read_words
from pipeline.records import DateBasis, TimeRelation, Timex

_FINENESS = {"minute": 0, "hour": 1, "day": 2, "week": 3, "month": 4, "quarter": 5, "fuzzy": 6, "year": 7, "decade": 8, None: 9}
_WHOLE_DAYS = ("week", "month", "quarter", "year", "decade", "fuzzy")
_BOUND: dict[TimeRelation, str] = {
    "by": "gives the latest day it can be",
    "until": "gives its last day, the start is open",
    "before": "puts it before that",
    "since": "gives its first day, the end is open",
    "after": "puts it after that",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch and how the event lies to the words it was read from."""

    stretch: Stretch
    relation: TimeRelation


def date_directly(node: Node, links: Sequence[TimeLink], base: Day | None) -> Dating | None:
    """Return the node's date from its own expressions, or None if they leave it open for other evidence.

    `base` is the day that lengths count from ("within ten days", "for three weeks"): the publication day in news.
    """
    links = [link for link in links if not _is_comparison(link.said, node)]
    placed = [(link, found) for link in links if (found := place(link.said, node, base)) is not None]
    placed = _bounded(placed)
    if not placed:
        return _nothing_found(links)
    link, best = min(placed, key=lambda pair: _rank(node, *pair))
    best = _with_clock(link, best, links)
    timex = link.said.timex
    return make_dating(best, basis_of(timex, link.said.last), timex, _reason(link.said, best), link.certain)


def make_dating(placed: Placed, basis: DateBasis, timex: Timex | None, reason: str, certain: float) -> Dating:
    """Return the date columns for a placed stretch."""
    stretch = placed.stretch
    return Dating(
        date=stretch.date,
        first_day=stretch.first,
        last_day=stretch.last,
        start=stretch.start,
        end=stretch.end,
        granularity=stretch.granularity,
        timex=timex,
        relation=placed.relation,
        basis=basis,
        reason=reason,
        certain=round(max(0.0, min(1.0, certain)), 3),
    )


def basis_of(timex: Timex, last: Timex | None = None) -> DateBasis:
    """Return explicit for a date that the text gives in full, relative for one that needed the publication day or a guess."""
    parts = [timex] if last is None else [timex, last]
    return "relative" if any(part.relative or part.assumed or part.type == "DURATION" for part in parts) else "explicit"


def place(said: Said, node: Node, base: Day | None) -> Placed | None:
    """Return where the statement puts the node's event, or None if it puts it nowhere on the calendar."""
    timex = said.timex
    if timex.type == "SET":
        return None
    if timex.first_day is None and timex.last_day is None:
        length = length_of(timex)
        return _from_length(said, node, base, length) if length and base else None
    if said.kind == "between" and said.last is not None:
        return Placed(Stretch(timex.first_day, said.last.last_day, said.last.granularity, timex.start_time, said.last.end_time), "between")
    if _since_less_than(timex) and said.kind in ("", "at", "during") and base and timex.first_day and timex.first_day <= base:
        return Placed(Stretch(timex.first_day, base, "fuzzy"), "between")  # "less than two weeks ago"
    return _open_or_whole(said, timex)


def _since_less_than(timex: Timex) -> bool:
    """Whether the expression only bounds how long ago it was: "less than two weeks ago"."""
    return timex.mod == "LESS_THAN" and timex.direction == "past"


def _is_comparison(said: Said, node: Node) -> bool:
    """Whether the words name the period of a figure, not when the clause is.

    "From" the one that a change is measured against ("rose 5% from last year"), "for" the one that a result is of ("posted a loss
    for the third quarter").
    """
    if said.kind == "for" and said.timex.type == "DATE" and said.timex.granularity in ("month", "quarter", "year"):
        return node.token.lemma_ in read_words("en/anchor/result_verbs.txt")
    if said.kind != "since" or said.last is not None or said.span.doc[said.first_word].lower_ != "from":
        return False
    changes = read_words("en/anchor/changes.txt")
    return said.timex.granularity != "day" and node.token.lemma_ in changes and not node.time.looks_ahead


def _open_or_whole(said: Said, timex: Timex) -> Placed:
    first, last, grain = timex.first_day, timex.last_day, timex.granularity
    if said.kind.startswith("near_") and timex.start_time is not None:
        return Placed(Stretch(first, last, "day"), "at")
    match said.kind.removeprefix("near_"):
        case "by":
            return Placed(Stretch(None, last, grain, last_time=timex.end_time), "by")
        case "until":
            return Placed(Stretch(None, last, grain, last_time=timex.end_time), "until")
        case "before" if timex.type == "TIME" and grain == "day":
            return Placed(Stretch(first, last, "day"), "at")  # "before dawn on Thursday"
        case "before":
            return Placed(_before(timex), "before")
        case "since":
            return Placed(Stretch(first, None, grain, first_time=timex.start_time), "since")
        case "not_before":
            return Placed(Stretch(first, None, grain, first_time=timex.start_time), "after")
        case "after":
            return Placed(_after(timex), "after")
        case "within":
            return Placed(Stretch(first, last, grain), "by")
    whole = Stretch(first, last, grain, timex.start_time, timex.end_time, timex.edtf)
    during = (said.kind == "during" and grain not in ("minute", "hour", "day")) or grain in _WHOLE_DAYS
    return Placed(whole, "during" if during else "at")


def _before(timex: Timex) -> Stretch:
    """Return "before X": up to the day before, but before a clock time the same day, and before the end of a period its last day."""
    first, last = timex.first_day, timex.last_day
    if timex.start_time is not None and timex.granularity in ("minute", "hour"):
        return Stretch(None, first, timex.granularity, last_time=timex.start_time)
    if timex.mod == "END" or first is None:
        return Stretch(None, last, timex.granularity)
    return Stretch(None, first.plus(-1), timex.granularity)


def _after(timex: Timex) -> Stretch:
    first, last = timex.first_day, timex.last_day
    if timex.end_time is not None and timex.granularity in ("minute", "hour"):
        return Stretch(first, None, timex.granularity, first_time=timex.start_time)
    if last is None:
        return Stretch(first, None, timex.granularity)
    return Stretch(last.plus(1), None, timex.granularity)


def _from_length(said: Said, node: Node, base: Day, length: Length) -> Placed | None:
    """Return the stretch that a length gives by itself: "within ten days", "has been held for three weeks", "for several months"."""
    try:
        if said.kind == "within" and not node.time.looks_back:
            return Placed(Stretch(base, length.shift(base, 1), length.granularity), "by")
        opens = said.span.doc[said.first_word].lower_ in ("in", "within")
        if said.kind == "during" and opens and node.time.tense in ("future", "would", "infinitive") and not length.vague:
            day = length.shift(base, 1)  # "will reply in two weeks"
            return Placed(Stretch(day, day, "day"), "at")
        if said.kind not in ("for", "during") or length.within_a_day or node.time.tense not in ("perfect", "pluperfect"):
            return None
        if length.vague:
            fuzzy = fuzzy_start(length, base)
            return Placed(Stretch(fuzzy, base, "fuzzy", first_fuzzy=True), "during")
        began = length.shift(base, -1)
    except ValueError:
        return None
    if node.time.tense == "perfect":
        return Placed(Stretch(began, None, length.granularity), "since")
    return Placed(Stretch(began, base, length.granularity), "during")


def _bounded(placed: list[tuple[TimeLink, Placed]]) -> list[tuple[TimeLink, Placed]]:
    """Return the statements with a start and an end joined ("from Monday ... until Friday", "from Monday for two weeks")."""
    starts = [pair for pair in placed if pair[1].relation == "since" and pair[1].stretch.last is None]
    ends = [pair for pair in placed if pair[1].relation in ("until", "by") and pair[1].stretch.first is None]
    if len(starts) == 1 and len(ends) == 1:
        (link, start), (_, end) = starts[0], ends[0]
        if start.stretch.first and end.stretch.last and start.stretch.first <= end.stretch.last:
            whole = Stretch(start.stretch.first, end.stretch.last, end.stretch.granularity, start.stretch.first_time, end.stretch.last_time)
            return [(link, Placed(whole, "between"))]
    return placed


def _rank(node: Node, link: TimeLink, placed: Placed) -> tuple[float, int, int, int]:
    """Order statements: the surest link first, then the finest, the shortest, the nearest."""
    distance = abs(link.said.span.start - node.token.i)
    first, last = placed.stretch.first, placed.stretch.last
    days = last.ordinal - first.ordinal if first and last else 0
    return -round(link.certain, 1), _FINENESS[placed.stretch.granularity], days, distance


def _with_clock(link: TimeLink, placed: Placed, links: Sequence[TimeLink]) -> Placed:
    """Return the day with the time of day that the same clause states apart from it ("on Sunday ... at 8 p.m.")."""
    stretch = placed.stretch
    if placed.relation != "at" or stretch.first is None or not stretch.is_day or stretch.first_time is not None:
        return placed
    for other in links:
        timex = other.said.timex
        if other is link or timex.type != "TIME" or timex.start_time is None or other.said.kind not in ("", "at", "during"):
            continue
        if not 1 <= stretch.first.year <= 9999:
            continue
        day = dt.date(*stretch.first)
        shift = dt.datetime.combine(day, dt.time()) - dt.datetime.combine(timex.start_time.date(), dt.time())
        start, end = timex.start_time + shift, timex.end_time + shift if timex.end_time else None
        date = f"{day.isoformat()}T{start:%H:%M:%S}" if timex.granularity in ("minute", "hour") else stretch.edtf
        return Placed(Stretch(stretch.first, stretch.last, timex.granularity, start, end, date), "at")
    return placed


def within_the_day(timex: Timex) -> bool:
    """Whether the expression moves on by hours or minutes only ("hours later")."""
    return timex.type == "DATE" and timex.first_day is None and bool(timex.given) and set(timex.given) <= {"hour", "minute", "second"}


def within_hours(said: Said, node: Node) -> bool:
    """Whether a past clause came within hours or minutes of what was told before it: "took its systems offline within hours"."""
    length = length_of(said.timex) if said.kind == "within" and node.time.looks_back else None
    return length is not None and length.within_a_day


def _nothing_found(links: Sequence[TimeLink]) -> Dating | None:
    """Return an undated result where the words settle that no day is known ("every Tuesday", "recently"), else None."""
    for link in links:
        timex = link.said.timex
        if timex.type == "SET":
            return Dating(timex=timex, reason=f"'{timex.text}' repeats and names no single day", certain=0.6)
        if timex.value == "PAST_REF":
            return Dating(timex=timex, reason=f"'{timex.text}' names no day", certain=0.6)
        if timex.type == "DATE" and timex.value not in ("PRESENT_REF", "FUTURE_REF") and not within_the_day(timex):
            unplaced = f"'{timex.text}' cannot be placed on the calendar"
            return Dating(timex=timex, reason=timex_words(timex) if timex.reason else unplaced, certain=0.6)
    return None


def _reason(said: Said, placed: Placed) -> str:
    timex = said.timex
    before = said.span.doc[said.first_word : said.span.start].text.lower()
    if said.kind == "not_before" and not before.startswith("after"):
        before = "not before"
    if timex.type == "DURATION" and timex.first_day is None:
        return f"'{before} {timex.text}'".replace("' ", "'") + f" -> {stretch_words(placed.stretch)}: counted from the day it was told"
    reason = timex_words(timex)
    if said.last is not None:
        return f"{reason}; to '{said.last.text}', so {stretch_words(placed.stretch)}"
    if _since_less_than(timex) and placed.relation == "between":
        return f"{reason}; less than that, so {stretch_words(placed.stretch)}"
    bound = _BOUND.get(placed.relation)
    return f"{reason}; '{before}' {bound}" if bound and before else reason

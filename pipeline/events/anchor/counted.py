"""Time counted from another event: "hours after the closure", "the day before the vote", "within two days of the raid"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.day import Day
from pipeline.events.anchor.direct import Placed, make_dating
from pipeline.events.anchor.length import Length, length_of
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.share import is_point, root_reason
from pipeline.events.anchor.stretch import Stretch
from pipeline.events.anchor.words import clause_word_times, single_units
from pipeline.events.trigger import Dating

_WITHIN = "of"


@dataclass(frozen=True, slots=True)
class Count:
    """Node `event` lies `length` after (sign 1) or before (sign -1) node `other`, or anywhere up to that far behind it (`upto`).

    `words` are the words that say so; `exact`: the same day of another year is meant.
    """

    event: int
    other: int
    length: Length
    sign: Literal[1, -1]
    words: str
    upto: bool = False
    exact: bool = False


def find_counts(doc: Doc, nodes: Mapping[int, Node], said: Sequence[Said]) -> list[Count]:
    """Return the counts that the text states between its events, in the order of the text."""
    lengths = {item.span.end: item for item in said if item.timex.type == "DURATION" and item.timex.first_day is None}
    found = []
    for node in nodes.values():
        if not node.mark:
            continue
        mark = _mark_token(node)
        if mark is None or not _counting_word(mark):
            continue
        ends = _ends(nodes, node) if node.parent is not None else _ends_behind_dateline(nodes, node, mark)
        count = _count(doc, ends, mark, lengths) if ends is not None else None
        if count is not None:
            found.append(count)
    return found


def _mark_token(node: Node) -> Token | None:
    marks = [child for child in node.token.children if child.dep_ in ("mark", "case") and child.i < node.token.i]
    return marks[0] if marks else None


def _counting_word(mark: Token) -> bool:
    return clause_word_times().get(mark.lower_) in ("earlier", "later") or mark.lower_ == _WITHIN


def _ends(nodes: Mapping[int, Node], node: Node) -> tuple[int, int] | None:
    """Return the event that is counted and the one it is counted from, with two slips of the parse mended.

    In "searched on Thursday, a day after a storm killed nine" the conjunction may hang on "storm"; in "agreed on Thursday to extend the
    ban, two days after they left" the clause may hang on "extend", which lies ahead itself.
    """
    other = node
    if node.is_noun and node.token.dep_.startswith("nsubj") and node.parent is not None and not nodes[node.parent].is_noun:
        other = nodes[node.parent]
    event = other.parent
    while event is not None and not nodes[event].is_noun and nodes[event].time.tense == "infinitive" and other.time.looks_back:
        event = nodes[event].parent
    return (event, other.token.i) if event is not None else None


def _ends_behind_dateline(nodes: Mapping[int, Node], node: Node, mark: Token) -> tuple[int, int] | None:
    """Return the clause before the count and the one that it counts from, where a dateline broke the sentence's tree."""
    start = mark.sent.start
    before = [i for i in nodes if start <= i < mark.i and not nodes[i].is_noun and nodes[i].time.looks_back]
    return (before[-1], node.token.i) if before and not node.is_noun else None


def _count(doc: Doc, ends: tuple[int, int], mark: Token, lengths: Mapping[int, Said]) -> Count | None:
    before = mark.i
    sign: Literal[1, -1] = -1 if clause_word_times().get(mark.lower_) == "later" else 1
    said = lengths.get(before)
    if said is not None:
        length = length_of(said.timex)
        upto = mark.lower_ == _WITHIN
        if length is None or upto != (said.kind == "within"):
            return None
        words = doc[said.first_word if upto else said.span.start : mark.i + 1].text
        return Count(*ends, length, sign, words, upto)
    unit = doc[before - 1] if before else None
    if unit is None or mark.lower_ == _WITHIN or unit.lower_ not in single_units():
        return None
    start = unit.i - 1 if unit.i and doc[unit.i - 1].lower_ in ("the", "a", "an", "one") else unit.i
    days = single_units()[unit.lower_]
    return Count(*ends, Length(days, "day", False), sign, doc[start : mark.i + 1].text)


def since_event(node: Node, children: Sequence[Node], datings: Mapping[int, Dating]) -> Dating | None:
    """Return the open stretch that begins or ends with another event ("closed since the collapse", "until the dam burst")."""
    for child in children:
        dating = datings.get(child.token.i)
        if (
            child.mark not in ("since", "ever since", "until", "till")
            or dating is None
            or not is_point(dating)
            or dating.basis == "publication"
        ):
            continue
        since = child.mark.endswith("since")
        if since and node.time.tense not in ("perfect", "pluperfect"):
            continue
        stretch = Stretch(dating.first_day, None, dating.granularity) if since else Stretch(None, dating.last_day, dating.granularity)
        reason = f"{root_reason(dating)}; '{child.mark}' the event '{event_words(child)}'"
        return make_dating(Placed(stretch, "since" if since else "until"), "event", dating.timex, reason, dating.certain * 0.8)
    return None


def apply_count(count: Count, nodes: Mapping[int, Node], datings: Mapping[int, Dating]) -> tuple[int, Dating] | None:
    """Return the node that the count dates and its date, or None if both or neither have one."""
    event, other = datings.get(count.event), datings.get(count.other)
    if other is not None and is_point(other) and event is None:
        return _dated(count.event, count, other, event_words(nodes[count.other]), count.sign)
    if event is not None and is_point(event) and other is None and event.basis != "publication":
        return _dated(count.other, count, event, event_words(nodes[count.event]), -count.sign)
    return None


def _dated(target: int, count: Count, donor: Dating, word: str, sign: int) -> tuple[int, Dating] | None:
    placed = _moved(donor, count, sign)
    if placed is None:
        return None
    reason = f"{root_reason(donor)}; '{count.words}' counted from '{word}'"
    return target, make_dating(placed, "event", donor.timex, reason, donor.certain * 0.85)


def _moved(donor: Dating, count: Count, sign: int) -> Placed | None:
    first, last = donor.first_day, donor.last_day
    if first is None or last is None:
        return None
    length = count.length
    if (length.within_a_day and not count.upto) or (length.unit == "day" and length.amount == 0):
        return Placed(Stretch(first, last, donor.granularity), donor.relation or "at")
    try:
        return _far(first, last, count, sign, donor)
    except ValueError:
        return None


def _far(first: Day, last: Day, count: Count, sign: int, donor: Dating) -> Placed:
    length = count.length
    if count.upto:
        ends = (first, length.shift(last, 1)) if sign > 0 else (length.shift(first, -1), last)
        return Placed(Stretch(*ends, "fuzzy" if length.vague else donor.granularity), "between")
    if length.vague:
        open_end = Stretch(last, None, "fuzzy") if sign > 0 else Stretch(None, first, "fuzzy")
        return Placed(open_end, "after" if sign > 0 else "before")
    moved_first, moved_last = length.shift(first, sign), length.shift(last, sign)
    if count.exact:
        return Placed(Stretch(moved_first, moved_last, donor.granularity), donor.relation or "at")
    if length.unit == "month":
        return Placed(Stretch(_month_start(moved_first), _month_end(moved_last), "month"), "during")
    if length.unit in ("year", "decade"):
        return Placed(Stretch(Day.of(moved_first.year, 1, 1), Day.of(moved_last.year, 12, 31), "year"), "during")
    return Placed(Stretch(moved_first, moved_last, donor.granularity), "at")


def _month_start(day: Day) -> Day:
    return Day.of(day.year, day.month, 1)


def _month_end(day: Day) -> Day:
    return Day.of(day.year, day.month, 1).plus_months(1).plus(-1)

"""Time expressions as the sentence uses them: with the words before them, and two of them joined to one stretch ("from 3 to 9 March")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from pipeline.events.anchor.length import length_of
from pipeline.events.anchor.reason import day_words
from pipeline.events.anchor.relation import Kind, words_before
from pipeline.records import Timex

_JOINS = {"since": ("to", "until", "till", "through", "-", "–", "—", "up to", "and until"), "between": ("and",)}
_ENDS = ("to", "through", "ended", "ending", "ended in", "ending in", "to the end of", "up to")
_SIGNS = {"before": -1, "after": 1}
_LISTS = ("and", "or", ",", ", and", "&")
_JOINABLE = ("", "at", "during")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of time.

    `span` are the tokens of `timex`, `first_word` the token index where the statement begins, its preposition included.
    `last` with `last_span` is the timex that ends a stretch, or None.
    """

    timex: Timex
    span: Span
    kind: Kind
    first_word: int
    last: Timex | None = None
    last_span: Span | None = None


def said_times(doc: Doc, timexes: Iterable[Timex]) -> list[Said]:
    """Return the statements of time in the order of the text; expressions that do not lie on words are left out."""
    found: list[Said] = []
    for timex in timexes:
        span = doc.char_span(timex.start_char, timex.end_char, alignment_mode="expand")
        if span is None or not len(span):
            continue
        kind, first_word = words_before(doc, span)
        said = Said(timex, span, kind, first_word)
        joined = next((whole for join in _JOININGS if (whole := join(doc, found[-1], said))), None) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(said)
    return found


def _joined(doc: Doc, left: Said, right: Said) -> Said | None:
    """Return both as one statement where a joining word links them ("from .. to", "between .. and", "Monday and Tuesday")."""
    if left.last is not None and left.kind in _JOINS:
        return None
    end = left.last_span.end if left.last_span is not None else left.span.end
    gap = " ".join(doc[end : right.span.start].text.lower().split())
    if left.timex.type in ("DATE", "TIME") and right.timex.type in ("DATE", "TIME") and _in_order(left.timex, right.timex):
        if gap in _JOINS.get(left.kind, ()):
            return replace(left, kind="between", last=right.timex, last_span=right.span)
        adjacent_days = left.kind in _JOINABLE and left.timex.first_day and right.timex.first_day
        if gap in _LISTS and adjacent_days and right.timex.first_day.ordinal - left.timex.last_day.ordinal == 1:  # type: ignore[union-attr]
            return replace(left, kind="between", last=right.timex, last_span=right.span)
    return None


def _months_to(doc: Doc, left: Said, right: Said) -> Said | None:
    """Return the period that "the nine months to September" names; accounts are given for such, and nothing happens in September alone."""
    length, end = length_of(left.timex), right.timex.last_day
    gap = doc[left.span.end : right.span.start].text.lower().strip()
    if length is None or length.unit != "month" or length.vague or end is None:
        return None
    if gap not in _ENDS or right.timex.granularity not in ("day", "month"):
        return None
    first = end.plus(1).plus_months(-round(length.amount))
    words = doc[left.span.start : right.span.end].text
    reason = f"'{words}' -> {day_words(first)} to {day_words(end)}: the months up to its end"
    whole = replace(right.timex, first_day=first, edtf=f"{str(first)[:7]}/{str(end)[:7]}", reason=reason)
    return Said(whole, right.span, left.kind if left.kind != "for" else "during", left.first_word)


def _days_from(doc: Doc, left: Said, right: Said) -> Said | None:
    """Return the day that is counted from a named one: "two days before [Thanksgiving]", "a week after [Easter]"."""
    length, first, last = length_of(left.timex), right.timex.first_day, right.timex.last_day
    gap = doc[left.span.end : right.span.start].text.lower().strip()
    if length is None or length.vague or length.within_a_day or first is None or first != last or left.kind or gap not in _SIGNS:
        return None
    if left.timex.first_day is not None or right.timex.type != "DATE" or length.unit not in ("day", "week"):
        return None
    day = length.shift(first, _SIGNS[gap])
    words = doc[left.span.start : right.span.end].text
    reason = f"'{words}' -> {day_words(day)}: counted from {day_words(first)}"
    moved = replace(right.timex, first_day=day, last_day=day, edtf=str(day), reason=reason, relative=True)
    return Said(moved, right.span, "at", left.first_word)


_JOININGS = (_joined, _months_to, _days_from)


def _in_order(left: Timex, right: Timex) -> bool:
    if left.first_day is None or left.last_day is None or right.first_day is None or right.last_day is None:
        return False
    return left.first_day <= right.last_day

"""Relative words inside a quotation count from the time of speech, where the sentence states it outside the quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.timex.candidate import Candidate
from pipeline.timex.clues import in_quotation
from pipeline.timex.meaning import Counted, Named, Part, PartOfDay, Relative, Rest
from pipeline.timex.refine.days import is_day

REACH = 160  # characters between the quoted word and the day of speech


def counts_from_speech(candidate: Candidate, text: str) -> bool:
    """Whether an expression is relative to the moment of speaking and stands in a quotation."""
    meaning: object = candidate.meaning
    while isinstance(meaning, (Part, Rest, PartOfDay)):
        meaning = meaning.day if isinstance(meaning, PartOfDay) else meaning.inner
    relative = isinstance(meaning, (Relative, Counted)) and meaning.source == "dct"
    return (relative or (isinstance(meaning, Named) and meaning.recurring.kind == "weekday")) and in_quotation(text, candidate.start)


def day_of_speech(candidates: Sequence[Candidate], position: int, text: str, end_of_sentence: int) -> Candidate | None:
    """Return the nearest day outside quotation marks in the sentence of the candidate at `position`, behind it rather than before."""
    here = candidates[position]
    later = [c for c in candidates[position + 1 : position + 4] if c.start < min(end_of_sentence, here.end + REACH)]
    earlier = [c for c in candidates[max(position - 3, 0) : position] if c.end > here.start - REACH]
    for candidate in (*later, *reversed(earlier)):
        between = _between(text, here, candidate)
        apart = "\n" in between or (candidate.start < here.start and ". " in between)
        if is_day(candidate.meaning) and not apart and not in_quotation(text, candidate.start):
            return candidate
    return None


def _between(text: str, one: Candidate, other: Candidate) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]

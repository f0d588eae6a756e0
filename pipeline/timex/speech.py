"""Relative words inside a quotation count from the time of speech, where the sentence states it outside the quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.timex.candidate import Candidate
from pipeline.timex.clues import in_quotation
from pipeline.timex.meaning import Clock, Counted, Known, Named, Part, PartOfDay, Relative, Rest
from pipeline.timex.page import Page
from pipeline.timex.refine.days import is_day
from pipeline.timex.words import SPEECH_VERBS

REACH = 160  # characters between the quoted word and the day of speech
NEAR_VERB = 48  # characters in which the verb of saying stands before the day
MAX_CLIMB = 6  # arcs from the day to its verb
_GOES_ON = re.compile(r"[^.!?“”\"\n]{0,80}[.:] ?[“\"][^”\"\n]{0,140}")
"""From the day of speech to a word of the quotation that goes on behind it: "..." she said on Monday. "Tomorrow I will ..." """


def counts_from_speech(candidate: Candidate, text: str) -> bool:
    """Whether an expression is relative to the moment of speaking and stands in a quotation."""
    meaning: object = candidate.meaning
    while isinstance(meaning, (Part, Rest, PartOfDay)):
        meaning = meaning.day if isinstance(meaning, PartOfDay) else meaning.inner
    relative = isinstance(meaning, (Relative, Counted)) and meaning.source == "dct"
    return (relative or (isinstance(meaning, Named) and meaning.recurring.kind == "weekday")) and in_quotation(text, candidate.start)


def day_of_speech(candidates: Sequence[Candidate], position: int, page: Page, end_of_sentence: int) -> Candidate | None:
    """Return the nearest day outside quotation marks in the sentence of the candidate at `position`, behind it rather than before."""
    here, text = candidates[position], page.text
    later = [c for c in candidates[position + 1 : position + 4] if c.start < min(end_of_sentence, here.end + REACH)]
    earlier = [c for c in candidates[max(position - 3, 0) : position] if c.end > here.start - REACH]
    for candidate in (*later, *reversed(earlier)):
        between = _between(text, here, candidate)
        apart = "\n" in between or (candidate.start < here.start and ". " in between and not _GOES_ON.fullmatch(between))
        if _is_when_said(candidate.meaning) and not apart and not in_quotation(text, candidate.start) and tells_of_speech(page, candidate):
            return candidate
    return None


def tells_of_speech(page: Page, candidate: Candidate) -> bool:
    """Whether the verb above an expression, or one right before it, is a verb of saying ("told reporters late on Monday")."""
    node = page.token_at(candidate.start)
    before = [word for word in page.tokens(max(candidate.start - NEAR_VERB, 0), candidate.start) if word.pos_ == "VERB"]
    if node is None:
        return False
    if before and before[-1].lemma_.lower() in SPEECH_VERBS:
        return True
    for _ in range(MAX_CLIMB):
        if node.pos_ == "VERB" or node.head.i == node.i:
            break
        node = node.head
    return node.lemma_.lower() in SPEECH_VERBS


def _is_when_said(meaning: object) -> bool:
    """Whether a meaning can tell when words were spoken: a day, a part of one, or a full date as coarse as a year."""
    if isinstance(meaning, (Part, Rest)):
        return _is_when_said(meaning.inner)
    if isinstance(meaning, (PartOfDay, Clock)):
        return meaning.day is not None and is_day(meaning.day)
    return is_day(meaning) or (isinstance(meaning, Known) and meaning.period.unit in ("month", "year"))  # type: ignore[arg-type]


def _between(text: str, one: Candidate, other: Candidate) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]

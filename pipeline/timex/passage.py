"""Passages of a news article that look back: "In 1998 the strike lasted six weeks. It began on 2 March ..." counts from 1998."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.day import Day
from pipeline.timex.calendar import Period
from pipeline.timex.candidate import Candidate
from pipeline.timex.clues import in_quotation
from pipeline.timex.meaning import Named, Relative
from pipeline.timex.page import Page
from pipeline.timex.resolved import Resolved
from pipeline.timex.storyline import OPENING, stated_period

_TIED = re.compile(r"\b(?:since|until|till|before|after|by|from)\s\Z", re.IGNORECASE)  # ties to a year without telling of it
OLD_DAYS = 300  # days before publication from which a stated year or month opens a passage that looks back


@dataclass(frozen=True, slots=True)
class Frame:
    """The date of which a passage tells; it holds to the end of its paragraph, with `only_sentence` to the end of its sentence."""

    period: Period
    words: str
    place: int
    sentence: int
    only_sentence: bool = False

    def holds(self, text: str, place: int, sentence: int) -> bool:
        """Whether the passage still goes on at a place."""
        return "\n" not in text[self.place : place] and not (self.only_sentence and sentence != self.sentence)


def next_frame(frame: Frame | None, candidate: Candidate, found: Resolved, text: str, sentence: int, dct: Day | None) -> Frame | None:
    """Return the frame behind an expression: a new one, the same, or none where the text is back in the news."""
    if dct is None or found.period is None:
        return frame
    if in_quotation(text, candidate.start):
        return frame
    words = text[candidate.start : candidate.end]
    stated = stated_period(candidate.meaning)
    if stated is None:
        counted = found.relative and found.anchor.endswith("before it") and found.period.unit in ("month", "year")
        if counted and found.period.last < dct.plus(-OLD_DAYS):
            return Frame(found.period, words, candidate.start, sentence)
        return _unless_news(frame, found)
    if stated.last > dct.plus(-OLD_DAYS) or stated.unit not in ("day", "month", "season", "year") or stated.first.year != stated.last.year:
        return None
    if _TIED.search(text, max(candidate.start - 8, 0), candidate.start):
        return frame
    of_noun = text[max(candidate.start - 4, 0) : candidate.start].lower() == " of "
    if candidate.start - sentence <= OPENING or of_noun:
        return Frame(stated, words, candidate.start, sentence, of_noun)
    return frame


def _unless_news(frame: Frame | None, found: Resolved) -> Frame | None:
    """Return the frame unless the expression counts from the publication."""
    return None if found.anchor.startswith("published") and found.type in ("DATE", "TIME") else frame


def speaks_of_now(page: Page, candidate: Candidate) -> bool:
    """Whether a sentence of a history tells of the present ("a stone found last year suggests", "work is to begin in the autumn").

    Then words such as "last year" count from the publication, as they do in the news.
    """
    meaning = candidate.meaning
    relative = isinstance(meaning, Relative) and meaning.source == "dct" and meaning.unit != "day"
    if not (relative or isinstance(meaning, Named)):
        return False
    token = page.token_at(candidate.start)
    root = token.sent.root if token is not None else None
    if root is None:
        return False
    helpers = [child for child in root.lefts if child.dep_.startswith("aux") or child.dep_ == "cop"]
    finite = next((child for child in helpers if child.tag_ in ("VBD", "VBZ", "VBP", "MD")), root)
    if isinstance(meaning, Named) and meaning.which is None:
        ahead = any(child.lower_ == "to" for child in root.lefts) and finite.tag_ in ("VBZ", "VBP")
        return meaning.recurring.kind != "weekday" and (ahead or finite.lower_ in ("will", "shall"))
    return finite.tag_ in ("VBZ", "VBP") or finite.lower_ in ("will", "shall")

"""What an article has told so far: the dates that later words may count from, the passage's own year, the last moment."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from pipeline.timex.calendar import Period, is_finer
from pipeline.timex.candidate import Candidate
from pipeline.timex.context import Context, Told
from pipeline.timex.page import Page
from pipeline.timex.passage import Frame, next_frame, same_paragraph
from pipeline.timex.refine.days import is_day
from pipeline.timex.resolved import Resolved
from pipeline.timex.speech import tells_of_speech
from pipeline.timex.storyline import OPENING, stated_period
from pipeline.timex.words import COMPARISON_WORDS

COMPARED = 50  # characters between the word that compares and the period of the figure
_COMPARES = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(COMPARISON_WORDS))) + r")\s(?=[^.;]*\d)[^.;!?]*(?:\d[.,]\d[^.;!?]*)*\Z")
_TO_THE_HOUR = re.compile(r"T\d\d:\d\d$")


@dataclass(frozen=True, slots=True)
class Memory:
    """`told` holds the dates that the story goes on from, `mentioned` the asides as well; `frame` and `hour` end with their paragraph."""

    told: Told = field(default_factory=Told)
    mentioned: Told = field(default_factory=Told)
    frame: Frame | None = None
    hour: tuple[dt.datetime, str, int] | None = None

    def at(self, text: str, place: int, sentence: int) -> Memory:
        """Return what still holds at a place."""
        frame = self.frame if self.frame is not None and self.frame.holds(text, place, sentence) else None
        hour = self.hour if self.hour is not None and same_paragraph(text, self.hour[2], place) else None
        return replace(self, frame=frame, hour=hour)

    def within(self, context: Context) -> Context:
        """Return the context with what is remembered."""
        frame = (self.frame.period, self.frame.words) if self.frame is not None else None
        return replace(context, told=self.told, mentioned=self.mentioned, frame=frame, hour=self.hour[:2] if self.hour else None)

    def after(self, candidate: Candidate, found: Resolved, page: Page, context: Context, is_aside: bool) -> Memory:
        """Return the memory behind an expression."""
        words = page.text[candidate.start : candidate.end]
        hour = self.hour
        if found.type == "TIME" and found.start_time is not None and _TO_THE_HOUR.search(found.value):
            hour = found.start_time, words, candidate.start
        frame = next_frame(self.frame, candidate, found, page.text, context.sentence_start, context.dct)
        kept = replace(self, frame=frame, hour=hour)
        period = found.period
        if period is None or found.type not in ("DATE", "TIME") or "day" in found.assumed or not _can_be_counted_from(period):
            return kept
        if _only_attribution(page, candidate, context):
            return kept
        kept = replace(kept, mentioned=self.mentioned.adding(period, words, candidate.start))
        if is_aside or not _goes_on_from(period, context, candidate) or _only_compared(page.text, candidate, period):
            return kept
        return replace(kept, told=self.told.adding(period, words, candidate.start))


def _only_attribution(page: Page, candidate: Candidate, context: Context) -> bool:
    """Whether a day only tells when something was said, behind the date it was said of ("expires on 9 January, he said on Tuesday")."""
    told = context.told.newest(context.sentence_start)
    if context.narrative or told is None or not is_day(candidate.meaning):
        return False
    return told[0].unit == "day" and tells_of_speech(page, candidate)


def _only_compared(text: str, candidate: Candidate, period: Period) -> bool:
    """Whether a quarter or year is only that of a figure compared with ("earned $1.84, against $1.52 in the first quarter of 2023")."""
    before = text[max(candidate.start - COMPARED, 0) : candidate.start]
    return period.unit in ("quarter", "half", "year") and _COMPARES.search(before) is not None


def _can_be_counted_from(period: Period) -> bool:
    """Whether "that year" and "two weeks later" may count from a stretch: a year at most, and no span of years."""
    return not is_finer("year", period.unit) and not (period.unit == "year" and period.first.year != period.last.year)


def _goes_on_from(period: Period, context: Context, candidate: Candidate) -> bool:
    """Whether the story goes on from this date; in a history a look back inside a sentence is an aside ("the previous April")."""
    last = context.told.newest()
    if not context.narrative or last is None or candidate.start - context.sentence_start <= OPENING:
        return True
    return stated_period(candidate.meaning) is not None or period.first.year >= last[0].first.year

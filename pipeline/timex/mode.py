"""News or history: are dates counted from the publication, or from the last date told? Each article's own dates decide."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.day import Day
from pipeline.timex.candidate import Candidate
from pipeline.timex.clues import in_quotation
from pipeline.timex.meaning import Counted, EarlyYear, Known, Named, Overnight, Relative, Weekend

MIN_OLD = 6  # dates with a year, two or more before publication, that make a history; set on war histories and newswire
MIN_OLD_ALONE = 2  # enough where nothing in the article counts from its publication
OLD_PER_NEWS = 4.0  # of them for each expression that counts from the publication (today, Monday, last week)
OLD_YEARS = 2
DATELINE_WEIGHT = 2
EARLY = 1100  # a year before it makes numbers of three digits years as well
NEAR_DAYS = 14  # a full date so near to publication is a news date


def is_narrative(candidates: Sequence[Candidate], text: str, dct: Day | None) -> bool:
    """Whether the article tells a history: many dates with old years, hardly a "today", "Monday" or "last week" outside quotations."""
    old = news = early = 0
    for candidate in candidates:
        meaning = candidate.meaning
        if isinstance(meaning, Known):
            old += dct is None or meaning.period.last.year <= dct.year - OLD_YEARS
            news += DATELINE_WEIGHT * (
                dct is not None and abs(meaning.period.first.ordinal - dct.ordinal) <= NEAR_DAYS and meaning.period.unit == "day"
            )
        elif isinstance(meaning, EarlyYear):
            early += 1
        elif not in_quotation(text, candidate.start):
            news += _counts_from_publication(meaning)
    if any(isinstance(c.meaning, Known) and c.meaning.period.first.year < EARLY for c in candidates):
        old += early
    return old >= (MIN_OLD if news else MIN_OLD_ALONE) and old >= OLD_PER_NEWS * news


def _counts_from_publication(meaning: object) -> bool:
    inner = getattr(meaning, "inner", None) or getattr(meaning, "day", None)
    if inner is not None:
        return _counts_from_publication(inner)
    if isinstance(meaning, (Relative, Counted)):
        return meaning.source == "dct"
    return isinstance(meaning, (Overnight, Weekend)) or (
        isinstance(meaning, Named) and (meaning.which is not None or meaning.recurring.kind == "weekday")
    )

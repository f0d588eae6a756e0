"""The context of one expression: its preposition, the way its sentence points, the country of its holiday, the day of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace

from pipeline.timex.candidate import Candidate
from pipeline.timex.context import Context, Direction, Told
from pipeline.timex.country import country_of
from pipeline.timex.holiday_dates import depends_on_country
from pipeline.timex.meaning import Fiscal, Known, Named, NewYear, Overnight, Weekend
from pipeline.timex.page import Page
from pipeline.timex.passage import speaks_of_now
from pipeline.timex.recurring import Recurring
from pipeline.timex.speech import counts_from_speech, day_of_speech
from pipeline.timex.timex_verb import direction

LONG_AGO = 60  # days by which a month or year of speech must lie back to unsettle what was said in it
_PREPOSITION = re.compile(
    r"\b(ahead of|by|until|till|before|since|after|from|on|in|at|during|within|between|through|to)\s+(?:at\s+least\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_TO = re.compile(r",?\s+to\s+(?:the\s+)?", re.IGNORECASE)
_INSIDE = ("inner", "day", "start", "end")


def situated(base: Context, candidates: Sequence[Candidate], position: int, page: Page, end_of_sentence: int) -> Context:
    """Return the context of the candidate at `position`; `base` knows the article, its memory and the start of the sentence."""
    candidate = candidates[position]
    context = _at(base, candidate, page)
    if context.before == "to" and (not position or not _TO.fullmatch(page.text, candidates[position - 1].end, candidate.start)):
        context = replace(context, before="")  # "in response to the July attack" ends no range
    if base.narrative and context.dct is not None and speaks_of_now(page, candidate):
        context = replace(context, narrative=False, of_now=True, told=Told(), mentioned=Told())
    if not base.narrative and counts_from_speech(candidate, page.text):
        context = _spoken(context, candidates, position, page, end_of_sentence)
    return context


def _at(base: Context, candidate: Candidate, page: Page) -> Context:
    match = _PREPOSITION.search(page.text, max(candidate.start - 24, 0), candidate.start)
    before = match[1].lower() if match else ""
    points = direction(page, candidate.start, candidate.end, before) if points_matter(candidate.meaning) else Direction()
    country = country_of(page.text, *page.sentence(candidate.start)) if asks_country(candidate.meaning) else ""
    return replace(base, direction=points, before=before, country=country)


def _spoken(context: Context, candidates: Sequence[Candidate], position: int, page: Page, end: int) -> Context:
    """Return the context with the day of speech as the day to count from, where the text states one."""
    said = day_of_speech(candidates, position, page, end)
    if said is None or said.meaning is None:
        return context
    found = said.meaning.resolve(replace(_at(context, said, page), speech=""))
    if found.first is None or found.last is None:
        return context
    if found.first != found.last:
        old = isinstance(said.meaning, Known) and context.dct is not None and found.last < context.dct.plus(-LONG_AGO)
        return replace(context, dct=None, published=None) if old else context  # "This morning ...", she said in 2004
    return replace(context, dct=found.first, published=None, speech=page.text[said.start : said.end])


def asks_country(meaning: object) -> bool:
    """Whether a meaning holds a holiday whose day depends on the country."""
    recurring = getattr(meaning, "recurring", None)
    if isinstance(recurring, Recurring):
        return recurring.kind == "holiday" and depends_on_country(recurring.name)
    return any(asks_country(getattr(meaning, name, None)) for name in _INSIDE if hasattr(meaning, name))


def points_matter(meaning: object) -> bool:
    """Whether a meaning asks which way its sentence points (a bare recurring time inside it)."""
    if isinstance(meaning, Named):
        return meaning.which is None
    if isinstance(meaning, (Overnight, Weekend, Fiscal, NewYear)):
        return True
    if not is_dataclass(meaning):
        return False
    return any(points_matter(getattr(meaning, field.name)) for field in fields(meaning) if field.name in _INSIDE)

"""The engine: text -> candidates (rules) -> refined candidates -> Timex records, resolved one after the other from left to right."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, is_dataclass, replace

from spacy.tokens import Doc

from pipeline.records import Article, Timex
from pipeline.timex.calendar import Period, is_finer
from pipeline.timex.candidate import Candidate
from pipeline.timex.clues import is_day_first, is_southern
from pipeline.timex.context import Context, Direction, Told, show_day
from pipeline.timex.country import country_of
from pipeline.timex.fiscal import fiscal_year
from pipeline.timex.gate import mask_of, needs_mask, sentences
from pipeline.timex.holiday_dates import depends_on_country
from pipeline.timex.lists import in_order
from pipeline.timex.meaning import Fiscal, Known, Named, Overnight, Relative, Weekend
from pipeline.timex.mode import is_narrative
from pipeline.timex.offered import else_words
from pipeline.timex.order import REFINERS, RULES
from pipeline.timex.page import Page
from pipeline.timex.passage import Frame, next_frame, speaks_of_now
from pipeline.timex.recurring import Recurring
from pipeline.timex.refine.bases import Candidates
from pipeline.timex.refine.days import is_day
from pipeline.timex.refine.overlaps import keep_longest
from pipeline.timex.resolved import Resolved
from pipeline.timex.speech import counts_from_speech, day_of_speech, tells_of_speech
from pipeline.timex.storyline import OPENING, asides, stated_period
from pipeline.timex.timex_verb import direction

_TO_THE_HOUR = re.compile(r"T\d\d:\d\d$")
LONG_AGO = 60  # days by which a month or year of speech must lie back to unsettle what was said in it
_RANK = {rule.name: position for position, rule in enumerate(RULES)}
_GATED = tuple((needs_mask(rule.needs), rule) for rule in RULES)
_PREPOSITION = re.compile(
    r"\b(ahead of|by|until|till|before|since|after|from|on|in|at|during|within|between|through|to)\s+(?:the\s+)?\Z", re.IGNORECASE
)


def candidates_of(text: str, start: int) -> list[tuple[int, Candidate]]:
    """Return every candidate of every rule behind `start`, with the start of its sentence."""
    found: list[tuple[int, Candidate]] = []
    for first, last in sentences(text, start):
        mask = mask_of(text, first, last)
        if mask == 1:
            continue
        for needs, rule in _GATED:
            if mask & needs:
                found.extend((first, candidate) for candidate in rule.find(text, first, last))
    return found


def refined(page: Page, found: list[Candidate]) -> Candidates:
    """Return the candidates after all refiners, traps still in."""
    candidates = keep_longest(found, _RANK)
    for refine in REFINERS:
        candidates = refine(candidates, page)
    return candidates


def resolve_all(article: Article, page: Page, candidates: Candidates, starts: list[int]) -> tuple[Timex, ...]:
    """Return the records of the candidates, each resolved with what was told before it."""
    published = article.published if isinstance(article.published, dt.datetime) else None
    base = Context(
        dct=article.dct,
        published=published,
        narrative=is_narrative(candidates, article.text, article.dct),
        southern=is_southern(article.text),
        day_first=is_day_first(article.text),
        fiscal=fiscal_year(article.text, article.dct),
    )
    told, mentioned = Told(), Told()
    aside = asides(candidates, article.text, starts) if base.narrative else frozenset()
    done: list[Timex] = []
    frame: Frame | None = None
    hour: tuple[dt.datetime, str, int] | None = None
    sentence = iter(starts)
    here, coming = 0, next(sentence, None)
    for position, candidate in enumerate(candidates):
        while coming is not None and coming <= candidate.start:
            here, coming = coming, next(sentence, None)
        if candidate.meaning is None or (base.narrative and getattr(candidate.meaning, "news_only", False)):
            continue
        frame = frame if frame is not None and frame.holds(page.text, candidate.start, here) else None
        if hour is not None and "\n" in page.text[hour[2] : candidate.start]:
            hour = None
        context = replace(
            _context(base, candidate, page, told, here),
            mentioned=mentioned,
            frame=frame and (frame.period, frame.words),
            hour=hour and hour[:2],
        )
        if base.narrative and context.dct is not None and speaks_of_now(page, candidate):
            context = replace(context, narrative=False, told=Told(), mentioned=Told())
        if not base.narrative and counts_from_speech(candidate, page.text):
            context = _spoken(context, candidates, position, page, coming)
        try:
            resolved = candidate.meaning.resolve(context)
        except ValueError:
            continue  # outside the years that a day can have
        if done and not base.narrative:
            done, resolved = in_order(page.text, candidates[position - 1], candidate, done, resolved)
        done.append(_timex(article, candidate, resolved))
        if resolved.type == "TIME" and resolved.start_time is not None and _TO_THE_HOUR.search(resolved.value):
            hour = resolved.start_time, done[-1].text, candidate.start
        frame = next_frame(frame, candidate, resolved, page.text, here, context.dct)
        period = resolved.period
        if period is None or resolved.type not in ("DATE", "TIME") or "day" in resolved.assumed or not _can_be_counted_from(period):
            continue
        if _only_attribution(page, candidate, context):
            continue
        mentioned = mentioned.adding(period, done[-1].text, candidate.start)
        if candidate.start not in aside and _is_told(period, context, candidate):
            told = told.adding(period, done[-1].text, candidate.start)
    return tuple(done)


def _spoken(context: Context, candidates: Candidates, position: int, page: Page, coming: int | None) -> Context:
    """Return the context with the day of speech as the day to count from, where the sentence states one."""
    end = coming if coming is not None else len(page.text)
    said = day_of_speech(candidates, position, page, end)
    if said is None or said.meaning is None:
        return context
    outer = _context(context, said, page, context.told, context.sentence_start)
    found = said.meaning.resolve(replace(outer, speech=""))
    if found.first is None or found.last is None:
        return context
    if found.first != found.last:
        old = isinstance(said.meaning, Known) and context.dct is not None and found.last < context.dct.plus(-LONG_AGO)
        return replace(context, dct=None, published=None) if old else context  # "This morning ...", she said in 2004
    return replace(context, dct=found.first, published=None, speech=page.text[said.start : said.end])


def _only_attribution(page: Page, candidate: Candidate, context: Context) -> bool:
    """Whether a day only tells when something was said, behind the date that it was said of ("expires on 9 January, he said on Tuesday")."""
    told = context.told.newest(context.sentence_start)
    if context.narrative or told is None or not is_day(candidate.meaning):
        return False
    return told[0].unit == "day" and tells_of_speech(page, candidate)


def _can_be_counted_from(period: Period) -> bool:
    """Whether "that year" and "two weeks later" may count from a stretch: a year at most, and no span of years."""
    return not is_finer("year", period.unit) and not (period.unit == "year" and period.first.year != period.last.year)


def _is_told(period: Period, context: Context, candidate: Candidate) -> bool:
    """Whether the story goes on from this date; in a history a look back inside a sentence is an aside ("the previous April")."""
    last = context.told.newest()
    if not context.narrative or last is None or candidate.start - context.sentence_start <= OPENING:
        return True
    return stated_period(candidate.meaning) is not None or period.first.year >= last[0].first.year


def _context(base: Context, candidate: Candidate, page: Page, told: Told, sentence_start: int) -> Context:
    match = _PREPOSITION.search(page.text, max(candidate.start - 14, 0), candidate.start)
    before = match[1].lower() if match else ""
    asked = points_matter(candidate.meaning) or (base.narrative and isinstance(candidate.meaning, Relative) and candidate.meaning.steps > 0)
    points = direction(page, candidate.start, candidate.end, before) if asked else Direction()
    country = country_of(page.text, *page.sentence(candidate.start)) if asks_country(candidate.meaning) else ""
    return replace(base, told=told, direction=points, before=before, sentence_start=sentence_start, country=country)


def asks_country(meaning: object) -> bool:
    """Whether a meaning holds a holiday whose day depends on the country."""
    recurring = getattr(meaning, "recurring", None)
    if isinstance(recurring, Recurring):
        return recurring.kind == "holiday" and depends_on_country(recurring.name)
    return any(asks_country(getattr(meaning, name, None)) for name in ("inner", "day", "start", "end") if hasattr(meaning, name))


def points_matter(meaning: object) -> bool:
    """Whether a meaning asks which way its sentence points (a bare recurring time inside it)."""
    if isinstance(meaning, Named):
        return meaning.which is None
    if isinstance(meaning, (Overnight, Weekend, Fiscal)):
        return True
    if not is_dataclass(meaning):
        return False
    return any(points_matter(getattr(meaning, field.name)) for field in fields(meaning) if field.name in ("inner", "day", "start", "end"))


def _timex(article: Article, candidate: Candidate, found: Resolved) -> Timex:
    text = article.text[candidate.start : candidate.end]
    return Timex(
        article_id=article.article_id,
        start_char=candidate.start,
        end_char=candidate.end,
        text=text,
        type=found.type,
        value=found.value,
        mod=found.mod,
        edtf=found.edtf,
        first_day=found.first,
        last_day=found.last,
        start_time=found.start_time,
        end_time=found.end_time,
        granularity=found.granularity,
        given=found.given,
        assumed=found.assumed,
        anchor=found.anchor,
        relative=found.relative,
        direction=found.direction,
        rule=candidate.rule,
        reason=reason(text, found),
        alternatives=found.alternatives,
    )


def reason(text: str, found: Resolved) -> str:
    """Return the one line that tells a reader what the expression was read as, and why."""
    shown = found.value
    if found.first is not None and found.first == found.last:
        shown = show_day(found.first)
        if "T" in found.value:
            shown += ", " + found.value.split("T")[1]
    elif found.first is not None and found.last is not None and found.type != "DURATION":
        shown = f"{show_day(found.first, False)} to {show_day(found.last, False)}"
    words = re.sub(r"\s+", " ", text)
    return f"'{words}' -> {shown}: {found.because}{else_words(found)}"


def find_timexes(article: Article, doc: Doc) -> tuple[Timex, ...]:
    """Return the article's time expressions, by place, not overlapping; nothing from the header line before `body_start`."""
    page = Page.of(doc)
    found = candidates_of(article.text, article.body_start)
    candidates = refined(page, [candidate for _, candidate in found])
    starts = sorted({start for start, _ in found})
    return resolve_all(article, page, candidates, starts)

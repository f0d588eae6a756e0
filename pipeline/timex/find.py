"""The engine: text -> candidates (rules) -> refined candidates -> Timex records, resolved one after the other from left to right."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.records import Article, Timex
from pipeline.timex.candidate import Candidate
from pipeline.timex.clues import is_day_first, is_southern
from pipeline.timex.context import Context, show_day
from pipeline.timex.fiscal import fiscal_year
from pipeline.timex.gate import mask_of, needs_mask, sentences
from pipeline.timex.lists import in_order
from pipeline.timex.memory import Memory
from pipeline.timex.mode import is_narrative
from pipeline.timex.offered import else_words
from pipeline.timex.order import REFINERS, RULES
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import Candidates
from pipeline.timex.refine.overlaps import keep_longest
from pipeline.timex.resolved import Resolved
from pipeline.timex.situation import situated
from pipeline.timex.storyline import asides

_RANK = {rule.name: position for position, rule in enumerate(RULES)}
_GATED = tuple((needs_mask(rule.needs), rule) for rule in RULES)


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
    base = article_context(article, candidates)
    aside = asides(candidates, page, starts) if base.narrative else frozenset()
    memory = Memory()
    done: list[Timex] = []
    for position, candidate in enumerate(candidates):
        if candidate.meaning is None or (base.narrative and getattr(candidate.meaning, "news_only", False)):
            continue
        at = bisect_right(starts, candidate.start)
        here, end = starts[at - 1] if at else 0, starts[at] if at < len(starts) else len(page.text)
        memory = memory.at(page.text, candidate.start, here)
        context = situated(memory.within(replace(base, sentence_start=here)), candidates, position, page, end)
        try:
            resolved = candidate.meaning.resolve(context)
        except ValueError:
            continue  # outside the years that a day can have, or no time after all
        if done and not base.narrative:
            done, resolved = in_order(page.text, candidates[position - 1], candidate, done, resolved)
        done.append(as_timex(article, (candidate.start, candidate.end), candidate.rule, in_mode(resolved, context)))
        memory = memory.after(candidate, resolved, page, context, candidate.start in aside)
    return tuple(done)


def article_context(article: Article, candidates: Candidates) -> Context:
    """Return what holds for the whole article: its publication, news or history, hemisphere, order of numbers, fiscal year."""
    return Context(
        dct=article.dct,
        published=article.published if isinstance(article.published, dt.datetime) else None,
        narrative=is_narrative(candidates, article.text, article.dct),
        southern=is_southern(article.text),
        day_first=is_day_first(article.text),
        fiscal=fiscal_year(article.text, article.dct),
    )


def in_mode(found: Resolved, context: Context) -> Resolved:
    """Return the reading with a reason that says when it was read as in a history, or as of the present within one."""
    if context.narrative and found.relative and found.period is not None:
        return replace(found, because=f"{found.because}; the article is a history")
    if context.of_now:
        return replace(found, because=f"{found.because}; the sentence speaks of the present")
    return found


def as_timex(article: Article, place: tuple[int, int], rule: str, found: Resolved) -> Timex:
    """Return the record of what was read at a place (start, end: characters, end exclusive) of the article's text."""
    start, end = place
    text = article.text[start:end]
    return Timex(
        article_id=article.article_id,
        start_char=start,
        end_char=end,
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
        rule=rule,
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

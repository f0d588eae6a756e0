"""The year that a history is telling of, place by place: which of its full dates move the story on, and which only look aside.

"In 1920 ... Documents found in 2004 proved ... On 17 August ..." goes on in 1920. Each stated date either moves the story to its year
or is an aside; the cheapest sequence wins, so that the dates behind a place count as much as those before it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TypeAlias

from pipeline.timex.calendar import Period
from pipeline.timex.candidate import Candidate
from pipeline.timex.meaning import Approximate, Between, InPeriod, Known, Part
from pipeline.timex.page import Page

Chain: TypeAlias = "tuple[int, Chain] | None"  # the asides of a story, newest first
Stories: TypeAlias = dict[int | None, tuple[float, Chain]]  # the year told -> cost and asides

# What a move and an aside cost, set on 22 war histories; halving or doubling any of them changes 1% of the dates at most.
FORWARD, BACKWARD = (0.3, 0.5), (0.9, 0.5)  # a step of one year, and for each doubling of it
ASIDE_YEAR, ASIDE_DATE = 1.0, 1.8  # a lone year in mid-sentence, a month or day with its year
OPENS, HEADS = 1.2, 4.0  # more, where the date opens its sentence, or stands in a heading
UNCONFIRMED = 2.0  # more for the last date of a text: no later one goes back to the story
TOLD = 1.0  # more, where the date hangs on the main verb of its sentence
LOOKING_BACK = 0.5  # behind "since", "until", "before", in brackets
OPENING = 12  # characters into a sentence in which "In 1850" opens it
MAX_HEADING = 80
MAX_STORIES = 12  # cheapest stories that are kept side by side
RANGE_END = 1.5  # less, for the far end of a stretch: the story of a war "fought from April 1821 to the autumn of 1823" opens in 1821
_RANGE = re.compile(r"\b(?:from|between)\s[^.;\n]{3,60}\s(?:to|until|till|and|through)\s(?:the\s|about\s|around\s)?\Z", re.IGNORECASE)
_ASIDE_BEFORE = ("since ", "until ", "before ", "(", "of ", "after ")


def stated_period(meaning: object) -> Period | None:
    """Return the stretch that a meaning states with its year, None for one that leaves the year open."""
    if isinstance(meaning, Known):
        return meaning.period
    if isinstance(meaning, (Part, Approximate)):
        return stated_period(meaning.inner)
    if isinstance(meaning, Between):
        return stated_period(meaning.start)
    if isinstance(meaning, InPeriod):
        return stated_period(meaning.year)
    return None


def asides(candidates: Sequence[Candidate], page: Page, starts: Sequence[int]) -> frozenset[int]:
    """Return the places of the stated dates that do not move the story; `starts` are the sentences' first characters, in order."""
    dates = [(c, period) for c in candidates if (period := stated_period(c.meaning)) is not None and _counts(period)]
    stories: Stories = {None: (0.0, None)}
    sentence = 0
    for candidate, period in dates:
        while sentence + 1 < len(starts) and starts[sentence + 1] <= candidate.start:
            sentence += 1
        cost = _aside_cost(candidate, period, page, starts[sentence] if starts else 0)
        stories = _step(stories, candidate.start, period.first.year, cost)
    last = dates[-1][0].start if dates else -1
    chain = min(stories.values(), key=lambda story: story[0] + UNCONFIRMED * bool(story[1] and story[1][0] == last))[1]
    found = set()
    while chain is not None:
        place, chain = chain
        found.add(place)
    return frozenset(found)


def _counts(period: Period) -> bool:
    return period.unit not in ("decade", "century", "millennium") and period.first.year == period.last.year


def _step(stories: Stories, place: int, year: int, aside: float) -> Stories:
    """Return the stories after one more date: each goes on to its year, or takes it for an aside."""
    moved = min(((cost + _move_cost(story, year), chain) for story, (cost, chain) in stories.items()), key=lambda found: found[0])
    after: Stories = {year: moved}
    for story, (cost, chain) in stories.items():
        if story is not None and story != year:
            after[story] = (cost + aside, (place, chain))
    if len(after) > MAX_STORIES:
        after = dict(sorted(after.items(), key=lambda item: item[1][0])[:MAX_STORIES])
    return after


def _move_cost(story: int | None, year: int) -> float:
    if story is None or story == year:
        return 0.0
    first, more = FORWARD if year > story else BACKWARD
    return first + more * math.log2(abs(year - story))


def _aside_cost(candidate: Candidate, period: Period, page: Page, sentence: int) -> float:
    text = page.text
    before = text[max(candidate.start - 8, 0) : candidate.start].lower()
    cost = ASIDE_YEAR if period.unit == "year" else ASIDE_DATE
    if before.endswith(_ASIDE_BEFORE):
        cost -= LOOKING_BACK
    if _RANGE.search(text, max(candidate.start - 90, sentence), candidate.start):
        cost -= RANGE_END
    if candidate.start - sentence <= OPENING:
        cost += OPENS
    if _in_heading(candidate, text):
        cost += HEADS
    if _dates_the_main_verb(candidate, page):
        cost += TOLD
    return cost


def _dates_the_main_verb(candidate: Candidate, page: Page) -> bool:
    """Whether a date hangs on its sentence's own verb in the past tense ("She climbed it in 1986"), not on a noun or another clause."""
    words = page.tokens(candidate.start, candidate.end)
    inside = {word.i for word in words}
    top = next((word for word in words if word.head.i not in inside), None)
    if top is None or not top.dep_.startswith("obl"):
        return False
    verb = top.head
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT" and verb.pos_ == "VERB" and top.head.tag_ in ("VBD", "VBN")


def _in_heading(candidate: Candidate, text: str) -> bool:
    floor, ceiling = max(candidate.start - MAX_HEADING - 2, 0), candidate.end + MAX_HEADING + 2
    first = text.rfind("\n", floor, candidate.start) + 1 or floor
    last = text.find("\n", candidate.end, ceiling)
    line = text[first : last if last >= 0 else ceiling].strip()
    return len(line) <= MAX_HEADING and line[-1:] not in ".!?:;,\"”'’"

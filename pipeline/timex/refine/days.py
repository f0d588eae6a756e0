"""A part of a day or a clock time beside its day: "Monday night", "8 p.m. on Sunday", "the morning of 2 September 2019"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.language.paragraphs import is_hard_wrapped
from pipeline.timex.candidate import Candidate
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Between, Clock, DayBesides, InPeriod, Known, Named, NthWeekday, Part, PartOfDay, Relative
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import MAX_BETWEEN, Candidates, join_neighbours

_AND_TIME = compile_pattern(r"~(?:and|to|or|until)~|~?<DASH>~?")
_ZONE_TIME = compile_pattern(r"~(?-i:(?:[A-Z][a-z]+|local|standard)~){1,2}time,?~(?:on~)?")
_JOINT = compile_pattern(r"~|,~|~?\(|,?~on~(?:the~)?|,?~of~|~on~the~(?:morning|evening|night)~of~")
_PART_AFTER = compile_pattern(
    r"(?:~|['’]s~)(?:(?:early|late|mid)[-~])?(?P<w>morning|afternoon|evening|night|lunchtime|midnight|noon|dawn|midday)\b(?!~<NIGHTNAMES>\b)"
)
_PART_BEFORE = compile_pattern(
    r"(?P<x>(?:(?:the|early|late|mid|in~the)~){0,3}(?:early[-~]|late[-~])?(?P<w>morning|afternoon|evening|night|noon|midnight|dawn"
    r"|eve)(?:~hours)?(?:~of~(?:the~)?|,?~on~)|(?:the~)?(?P<w3>(?:early|small)~hours)~(?:of~(?:the~)?|on~)|(?P<w2>dawn|dusk|sunrise|sunset|daybreak|nightfall)(?:~on)?~)\Z"
)
_ATTRIBUTE = compile_pattern(r"\b(?:the|an?|his|her|its|their|this|that)~\Z")
_NOUN_ON = compile_pattern(r"~(?:[^\W\d]+(?:-[^\W\d]+)?~){1,2}on~(?:the~)?")
_NOON = {"noon": 720, "midday": 720, "midnight": 1440}


def is_day(meaning: Meaning | None) -> bool:
    """Whether a meaning is a single day."""
    if isinstance(meaning, Known):
        return meaning.period.unit == "day" and not meaning.value
    if isinstance(meaning, (Named, InPeriod)):
        return meaning.recurring.kind in ("weekday", "month_day", "day", "holiday")
    return isinstance(meaning, (DayBesides, NthWeekday)) or (isinstance(meaning, Relative) and meaning.unit == "day")


def join_clock_and_day(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with a clock time and the day beside it as one."""

    wrapped = is_hard_wrapped(page.text)

    def join(left: Candidate, between: str, right: Candidate) -> Candidate | None:
        if not _JOINT.fullmatch(between) or (not wrapped and "\n" in between):
            return None  # a new line of a list of fixtures is another entry
        if isinstance(left.meaning, Clock) and isinstance(right.meaning, PartOfDay) and left.meaning.day is None and right.meaning.day:
            return Candidate(left.start, right.end, left.meaning.on(right.meaning.day), "en.merge.clock_and_day")
        if isinstance(left.meaning, PartOfDay) and left.meaning.day is None and isinstance(right.meaning, Between):
            return Candidate(left.start, right.end, left.meaning.on(right.meaning.start), "en.merge.night_of_range")
        if (
            isinstance(left.meaning, PartOfDay)
            and isinstance(left.meaning.day, Named)
            and (between.startswith(",") or between.strip() == "of")
            and is_day(right.meaning)
        ):
            return Candidate(left.start, right.end, left.meaning.on(right.meaning), "en.merge.clock_and_day")  # type: ignore[arg-type]
        for time, day in ((left.meaning, right.meaning), (right.meaning, left.meaning)):
            if isinstance(time, (Clock, PartOfDay)) and time.day is None and is_day(day):
                if time is right.meaning and (between.strip(" ,") or isinstance(time, PartOfDay)):
                    return None
                return Candidate(left.start, right.end, time.on(day), "en.merge.clock_and_day")  # type: ignore[arg-type]
        return None

    return join_neighbours(candidates, page.text, join)


def lend_day_to_clock(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with a clock time in a named zone put on the day behind it ("5:34 AM Baghdad time on March 20").

    A first one of two takes the day of the second: "between 10pm and midnight on Saturday"; one before its noun that of the noun.
    """
    done = list(candidates)
    for place, (left, right) in enumerate(pairwise(candidates)):
        near = right.start - left.end <= MAX_BETWEEN and isinstance(left.meaning, Clock) and left.meaning.day is None
        if (
            near
            and isinstance(right.meaning, (Clock, PartOfDay))
            and right.meaning.day
            and _AND_TIME.fullmatch(page.text, left.end, right.start)
        ):
            done[place] = replace(left, meaning=left.meaning.on(right.meaning.day))  # type: ignore[union-attr]
            continue
        if near and is_day(right.meaning) and _takes_the_day(page.text, left, right):
            done[place] = replace(left, meaning=left.meaning.on(right.meaning))  # type: ignore[union-attr]
            continue
        if near and is_day(right.meaning) and _ZONE_TIME.fullmatch(page.text, left.end, right.start):
            done[place] = replace(left, meaning=left.meaning.on(right.meaning))  # type: ignore[union-attr]
    return tuple(done)


def _takes_the_day(text: str, clock: Candidate, day: Candidate) -> bool:
    """Whether a clock time stands before its noun with the day behind that ("the 8pm kick-off on Saturday"), not "at 8pm the rally on"."""
    return bool(_ATTRIBUTE.search(text, max(clock.start - 12, 0), clock.start) and _NOUN_ON.fullmatch(text, clock.end, day.start))


def take_in_part_of_day(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with the part of the day that stands beside a day taken in."""
    done: list[Candidate] = []
    for position, candidate in enumerate(candidates):
        if done and candidate.start < done[-1].end:
            continue  # "noon" itself, now part of "Monday noon"
        following = candidates[position + 1] if position + 1 < len(candidates) else None
        if is_day(candidate.meaning):
            candidate = _after(candidate, page.text, following) or _before(candidate, page.text, done[-1].end if done else 0) or candidate
        done.append(candidate)
    return tuple(done)


def _part(word: str, day: Meaning) -> Meaning:
    word = word.lower()
    return Clock(_NOON[word], False, None, day) if word in _NOON else PartOfDay(word, day)


def _after(candidate: Candidate, text: str, following: Candidate | None) -> Candidate | None:
    match = _PART_AFTER.match(text, candidate.end)
    if match is None or candidate.meaning is None:
        return None
    if following is not None and following.start < match.end("w") and (following.start, following.end) != match.span("w"):
        return None  # the part of the day belongs to a longer expression of its own
    return Candidate(candidate.start, match.end("w"), _part(match["w"], candidate.meaning), "en.merge.day_and_part")


def _before(candidate: Candidate, text: str, floor: int) -> Candidate | None:
    floor = max(floor, candidate.start - 40)
    match = _PART_BEFORE.search(text[floor : candidate.start])
    word = re.sub(r"\s+", " ", (match["w"] or match["w2"] or match["w3"]).lower()) if match is not None else "eve"
    if match is None or candidate.meaning is None or word == "eve":
        return None
    return Candidate(floor + match.start("x"), candidate.end, _part(word, candidate.meaning), "en.merge.part_of_day_of")


_EARLY_LATE = re.compile(r"\b(early|late)(?:[ -]| in )\Z", re.IGNORECASE)


def take_in_early_day(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with "early", "late" before a day or part of a day taken in ("early Tuesday")."""
    done: list[Candidate] = []
    for candidate in candidates:
        match = _EARLY_LATE.search(page.text, max(candidate.start - 10, 0), candidate.start)
        if (
            match
            and (is_day(candidate.meaning) or isinstance(candidate.meaning, PartOfDay))
            and (not done or done[-1].end <= match.start())
        ):
            mod = "START" if match[1].lower() == "early" else "END"
            candidate = Candidate(match.start(), candidate.end, Part(candidate.meaning, mod), "en.merge.early_day")  # type: ignore[arg-type]
        done.append(candidate)
    return tuple(done)

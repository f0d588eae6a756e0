"""Words to the left that belong to an expression: early, the end of, about, later, earlier, the week of."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Candidate
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Approximate, Counted, Duration, Fiscal, InPeriod, Known, Named, Part, PartOfDay, Relative, Rest, Stretch
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import Candidates, take_in_left
from pipeline.timex.words import APPROXIMATIONS, PARTS_OF_PERIOD

_BEFORE = compile_pattern(
    r"(?<![\w-])(?P<x>(?:the~|very~)?(?:(?P<w><PERIODBEFORE>)(?:~in~the~|~in~|~|-|<DASH>)(?:the~)?|(?P<of>(?:the~)?<PERIODOF>)~of~"
    r"(?:(?:the~)?calendar~|the~(?:years?~)?)?|(?P<lt>later|earlier|sometime|later~on|earlier~on)~(?:in~)?(?:the~)?(?=\Z)))\Z"
)
_ABOUT = compile_pattern(r"(?<![\w-])(?P<x>(?P<w><APPROXDATE>)~)\Z")
_NOT_THE = frozenset(("early", "mid", "late"))


def is_stretch(meaning: Meaning | None) -> bool:
    """Whether a meaning is a stretch longer than a day that can have a start and an end."""
    if isinstance(meaning, Known):
        return meaning.period.unit != "day"
    if isinstance(meaning, (Named, InPeriod)):
        return meaning.recurring.kind in ("month", "season", "quarter", "half")
    return isinstance(meaning, Fiscal) or (isinstance(meaning, Relative) and meaning.unit != "day")


def take_in_part_of_period(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with "early", "mid-", "the end of", "later" before a stretch taken in."""

    def widen(candidate: Candidate, match: re.Match[str]) -> Candidate | None:
        start = candidate.start - len(match[0][match.start("x") - match.start() :])
        meaning = candidate.meaning
        if match["lt"]:
            return _rest(candidate, match, start)
        if not is_stretch(meaning) or meaning is None:
            return None
        if match["w"]:
            mod, edge = PARTS_OF_PERIOD[match["w"].lower()][0], False
            if match[0].lower().startswith("the ") and not _decade_like(meaning):
                start += 4
        else:
            words = re.sub(r"\s+", " ", match["of"].lower()).removeprefix("the ")
            mod, form = PARTS_OF_PERIOD[words]
            if form == "rest":
                return Candidate(start, candidate.end, Rest(meaning, True), "en.merge.rest_of_period")
            if form == "half":
                return Candidate(start, candidate.end, Part(meaning, mod, half=True), "en.merge.half_of_period")
            edge = words.split()[-1] in ("end", "close", "start", "beginning", "outset")
        return Candidate(start, candidate.end, Part(meaning, mod, edge), "en.merge.part_of_period")

    return take_in_left(candidates, page.text, _BEFORE, widen)


def _decade_like(meaning: Meaning) -> bool:
    return (isinstance(meaning, Known) and meaning.period.unit in ("decade", "century", "season")) or isinstance(meaning, Named)


def _rest(candidate: Candidate, match: re.Match[str], start: int) -> Candidate | None:
    meaning = candidate.meaning
    if meaning is None or isinstance(meaning, (Duration, Stretch, Counted)):
        return None
    if not (is_stretch(meaning) or isinstance(meaning, (Relative, PartOfDay, Named))):
        return None
    late = match["lt"].lower().startswith("later")
    if match["lt"].lower() == "sometime":
        return Candidate(start, candidate.end, meaning, "en.merge.sometime")
    return Candidate(start, candidate.end, Rest(meaning, late), "en.merge.rest_of_period")


def take_in_about(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with "about", "around", "circa" before a date taken in."""

    def widen(candidate: Candidate, match: re.Match[str]) -> Candidate | None:
        if not isinstance(candidate.meaning, (Known, Named)):
            from pipeline.timex.meaning import Clock

            if not isinstance(candidate.meaning, Clock):
                return None
        start = candidate.start - len(match["x"])
        mod = APPROXIMATIONS[re.sub(r"\s+", " ", match["w"].lower())][0]
        return Candidate(start, candidate.end, Approximate(candidate.meaning, mod), "en.merge.about")

    return take_in_left(candidates, page.text, _ABOUT, widen)


_WEEK_OF = compile_pattern(r"(?<![\w-])(?P<x>(?:the~)?week~(?P<how>of|beginning|ending|starting|commencing)~)\Z")


def take_in_week_of(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with "the week of" before a day taken in."""
    from pipeline.timex.meaning.week_of import WeekOf
    from pipeline.timex.refine.days import is_day

    def widen(candidate: Candidate, match: re.Match[str]) -> Candidate | None:
        if candidate.meaning is None or not is_day(candidate.meaning):
            return None
        return Candidate(candidate.start - len(match["x"]), candidate.end, WeekOf(candidate.meaning), "en.merge.week_of")

    return take_in_left(candidates, page.text, _WEEK_OF, widen)

"""Two dates with a dash between them are one range."""

from __future__ import annotations

from pipeline.timex.candidate import Candidate
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Between, Known, Named
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import Candidates, join_neighbours

_DASH = compile_pattern(r"[ ]?<DASH>{1,2}[ ]?")


def join_dash_ranges(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with dates on both sides of a dash made one range ("28 February - 4 March")."""

    def join(left: Candidate, between: str, right: Candidate) -> Candidate | None:
        if not _DASH.fullmatch(between) or not (isinstance(left.meaning, (Known, Named)) and isinstance(right.meaning, (Known, Named))):
            return None
        return Candidate(left.start, right.end, Between(left.meaning, right.meaning), "en.merge.dash_range")

    return join_neighbours(candidates, page.text, join)

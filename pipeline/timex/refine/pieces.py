"""A counted piece and the stretch it is a piece of: "the first nine months" + "of 2020"."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.timex.candidate import Candidate
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Approximate, Counted, Duration
from pipeline.timex.meaning.piece import PieceOf
from pipeline.timex.numbers import read_number, read_ordinal
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import Candidates, take_in_left
from pipeline.timex.refine.parts import is_stretch
from pipeline.timex.words import UNITS

_PIECE = compile_pattern(
    r"(?<![\w-])(?P<x>(?:the|its|their)~(?:very~)?(?P<r>last|final|closing|opening|<ORDWORD>|\d{1,2}(?:st|nd|rd|th))~(?:"
    r"(?P<n><COUNT>)~|few~)?(?P<u>days?|weeks?|weekends?|months?|quarters)~(?:of|in)~(?:the~)?)\Z"
)
_OVER = compile_pattern(r"(?<![\w-])<OVERAFTER>~(?P<x>over~)\Z")


def take_in_piece(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with the counted piece before a month or year taken in, the piece's own candidate dropped."""

    def widen(candidate: Candidate, match: re.Match[str]) -> Candidate | None:
        meaning = candidate.meaning
        if meaning is None or not is_stretch(meaning):
            return None
        word, unit = match["r"].lower(), UNITS[match["u"].lower()]
        rank = -1 if word in ("last", "final", "closing") else 1 if word == "opening" else read_ordinal(word) or 1
        vague = match["u"].lower().endswith("s") and not match["n"]
        amount = None if vague else read_number(match["n"] or "one")
        return Candidate(candidate.start - len(match["x"]), candidate.end, PieceOf(meaning, amount, unit, rank), "en.merge.piece_of_period")

    loose = tuple(c for c in candidates if not _is_piece(c, page.text))
    widened = take_in_left(loose, page.text, _PIECE, widen)
    taken = {(c.start, c.end) for c in widened}
    spans = sorted(taken)
    kept = [c for c in candidates if _is_piece(c, page.text) and not any(s < c.end and c.start < e for s, e in _near(spans, c.start))]
    return tuple(sorted((*widened, *kept), key=lambda c: c.start))


def _near(spans: list[tuple[int, int]], place: int) -> list[tuple[int, int]]:
    at = bisect_left(spans, (place, 0))
    return spans[max(at - 2, 0) : at + 2]


_HEAD = re.compile(
    r"(?:the |its |their )?(?:very )?(?:last|final|closing|opening|first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)) ", re.IGNORECASE
)


def _is_piece(candidate: Candidate, text: str) -> bool:
    """Whether a candidate is only the counted piece itself, followed by "of"."""
    if text[candidate.end : candidate.end + 4] not in (" of ", " in "):
        return False
    return bool(_HEAD.match(text, candidate.start, candidate.end))


def take_in_over(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates with "over" in the sense of "more than" before a counted length taken in."""

    def widen(candidate: Candidate, match: re.Match[str]) -> Candidate | None:
        meaning = candidate.meaning
        if not isinstance(meaning, (Duration, Counted)) or meaning.amount is None:
            return None
        return Candidate(candidate.start - len(match["x"]), candidate.end, Approximate(meaning, "MORE_THAN"), "en.merge.over")

    return take_in_left(candidates, page.text, _OVER, widen)

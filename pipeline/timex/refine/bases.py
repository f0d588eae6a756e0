"""Two shapes of refiners: one joins neighbours, one takes words to the left in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.timex.candidate import Candidate

Candidates = tuple[Candidate, ...]
Join = Callable[[Candidate, str, Candidate], Candidate | None]
MAX_BETWEEN = 40  # characters that may stand between two parts of one expression
MAX_LEFT = 48  # characters to the left in which words that belong to an expression may begin


def join_neighbours(candidates: Sequence[Candidate], text: str, join: Join) -> Candidates:
    """Return the candidates with each pair that `join` accepts made one; a joined one may join again."""
    done: list[Candidate] = []
    for candidate in candidates:
        if done and done[-1].meaning is not None and candidate.meaning is not None and candidate.start - done[-1].end <= MAX_BETWEEN:
            joined = join(done[-1], text[done[-1].end : candidate.start], candidate)
            if joined is not None:
                done[-1] = joined
                continue
        done.append(candidate)
    return tuple(done)


def take_in_left(
    candidates: Sequence[Candidate], text: str, pattern: re.Pattern[str], widen: Callable[[Candidate, re.Match[str]], Candidate | None]
) -> Candidates:
    """Return the candidates, widened where the text just before one matches `pattern` (which must end with \\Z)."""
    done: list[Candidate] = []
    for candidate in candidates:
        floor = max(done[-1].end if done else 0, candidate.start - MAX_LEFT)
        match = pattern.search(text[floor : candidate.start]) if candidate.meaning is not None else None
        wider = widen(candidate, match) if match else None
        done.append(wider or candidate)
    return tuple(done)

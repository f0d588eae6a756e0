"""How work grows with the text, counted in function calls: the same on every machine, fast or slow."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls(function: Callable[[], object]) -> int:
    """Return how many Python and C functions are called while `function` runs."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


def grows_linearly(function: Callable[[int], Callable[[], object]], small: int, times: int = 4) -> bool:
    """Whether `times` as much text costs at most one and a half `times` as many calls; `function(size)` gives the work to run."""
    return calls(function(small * times)) <= 1.5 * times * calls(function(small))

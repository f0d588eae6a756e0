"""The contract of a meaning, and the result of one that cannot be placed."""

from __future__ import annotations

from typing import Protocol

from pipeline.records import TimexType
from pipeline.timex.context import Context
from pipeline.timex.resolved import Resolved

NO_DCT = "not placed: the article has no publication date to count from"
NO_TOLD = "not placed: no date told before it to count from"


class Meaning(Protocol):
    """A reading of an expression; `resolve` places it on the calendar, or says why it cannot."""

    def resolve(self, context: Context) -> Resolved:
        """Return the calendar side of the expression in this context."""
        ...


def unplaced(value: str, why: str, given: tuple[str, ...] = (), kind: TimexType = "DATE") -> Resolved:
    """Return an expression whose value keeps X for what is unknown and that covers no stretch of the calendar."""
    return Resolved(kind, value, given=given, because=why, relative=True)

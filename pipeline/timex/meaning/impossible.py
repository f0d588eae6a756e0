"""A date that no calendar has: "30 February 2021". It is shown and explained, never bent into a neighbour or its month."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.timex.context import Context
from pipeline.timex.resolved import Resolved


@dataclass(frozen=True, slots=True)
class Impossible:
    """A day, month and perhaps year that the text states and that does not exist; `named` says it for the reader."""

    named: str

    def resolve(self, context: Context) -> Resolved:
        """Return the expression without an interval, with the reason.

        >>> Impossible("30 Feb 2021").resolve(Context(None)).because
        'not placed: there is no 30 Feb 2021; perhaps a misprint'
        """
        return Resolved("DATE", "XXXX-XX-XX", given=("month", "day"), because=f"not placed: there is no {self.named}; perhaps a misprint")

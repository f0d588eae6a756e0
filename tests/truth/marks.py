"""The small notations of the truth tables: a quoted word with its occurrence, a set of days, a list of names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.day import Day

_OCCURRENCE = re.compile(r"(?P<text>.+?)(?:#(?P<nth>[1-9]\d*))?")


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of the article, by its exact text and which whole-word occurrence it is (from 1)."""

    text: str
    nth: int
    start_char: int
    end_char: int

    def overlaps(self, start_char: int, end_char: int) -> bool:
        """Whether the two half-open stretches share a character."""
        return self.start_char < end_char and start_char < self.end_char

    def __str__(self) -> str:
        return self.text if self.nth == 1 else f"{self.text}#{self.nth}"


def find_quote(mark: str, article_text: str) -> Quote:
    """Return where `Monday` (first) or `Monday#2` (second) stands; raises ValueError if it does not.

    Only whole words count, so the "May" of "Mayor" is no occurrence.

    >>> find_quote("May#2", "Mayor May spoke in May.").start_char
    19
    """
    match = _OCCURRENCE.fullmatch(mark)
    if not match:
        raise ValueError(f"not a quotation: {mark!r}")
    text, nth = match["text"], int(match["nth"] or 1)
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", article_text)]
    if len(places) < nth:
        raise ValueError(f"{mark!r} is wanted, but {text!r} stands {len(places)} times in the article")
    return Quote(text, nth, places[nth - 1], places[nth - 1] + len(text))


@dataclass(frozen=True, slots=True)
class Bound:
    """The days that a first_day or last_day may have: any of `stretches` (inclusive), or open if `may_be_open`.

    Written as alternatives: `2022-02-28`, `open|2022-03-01`, `2023-06-28~2023-06-30` (any day between), `*` (anything).
    An empty cell is `open`.

    >>> Bound.read("open|2022-03-01~2022-03-03").accepts(Day.of(2022, 3, 2))
    True
    """

    stretches: tuple[tuple[Day, Day], ...]
    may_be_open: bool
    anything: bool = False

    @classmethod
    def read(cls, cell: str) -> Bound:
        """Read a cell; raises ValueError for one that names no day."""
        if cell == "*":
            return cls((), True, True)
        parts = cell.split("|") if cell else ["open"]
        stretches = []
        for part in parts:
            if part != "open":
                first, _, last = part.partition("~")
                stretches.append((Day.parse(first), Day.parse(last or first)))
        if any(first > last for first, last in stretches):
            raise ValueError(f"runs backwards: {cell!r}")
        return cls(tuple(stretches), "open" in parts)

    def accepts(self, day: Day | None) -> bool:
        """Whether a careful reader accepts this day (None = open or unknown)."""
        if self.anything:
            return True
        return self.may_be_open if day is None else any(first <= day <= last for first, last in self.stretches)

    def __str__(self) -> str:
        if self.anything:
            return "anything"
        days = [str(first) if first == last else f"{first}~{last}" for first, last in self.stretches]
        return "|".join(["open"] * self.may_be_open + days)

    @property
    def names_a_day(self) -> bool:
        """Whether some day is accepted."""
        return self.anything or bool(self.stretches)

    @property
    def earliest(self) -> Day | None:
        """The earliest day named, None if none is."""
        return min((first for first, _ in self.stretches), default=None)

    @property
    def latest(self) -> Day | None:
        """The latest day named, None if none is."""
        return max((last for _, last in self.stretches), default=None)


def fold_name(name: str) -> str:
    """Return the name in the form in which two spellings are compared: no case, no leading "the", straight apostrophes.

    >>> fold_name("The Court’s Office")
    "court's office"
    """
    return name.replace("’", "'").casefold().removeprefix("the ").strip()


@dataclass(frozen=True, slots=True)
class Names:
    """Wanted actors. `A; ?B; C/D`: A must be there, B may be, of C and D one must be (two spellings of one name)."""

    required: tuple[frozenset[str], ...]
    optional: frozenset[str]

    @classmethod
    def read(cls, cell: str) -> Names:
        """Read a cell of names, `; ` between them."""
        required: list[frozenset[str]] = []
        optional: set[str] = set()
        for part in filter(None, (piece.strip() for piece in cell.split(";"))):
            spellings = frozenset(fold_name(name) for name in part.removeprefix("?").split("/"))
            if part.startswith("?"):
                optional |= spellings
            else:
                required.append(spellings)
        return cls(tuple(required), frozenset(optional))

    def __or__(self, other: Names) -> Names:
        return Names(self.required + other.required, self.optional | other.optional)

    def missing(self, got: set[str]) -> list[str]:
        """Return the required names that are not among the folded names `got`."""
        return [min(spellings, key=len) for spellings in self.required if not spellings & got]

    def surplus(self, got: set[str]) -> list[str]:
        """Return the folded names that are neither required nor optional."""
        return sorted(got - self.optional - frozenset().union(*self.required))

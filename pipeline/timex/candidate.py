"""A stretch of text that a rule took for a time expression, with what it means; and what a rule is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Candidate:
    """Offsets count the article's text, end exclusive. `meaning` None marks a trap: it holds its place and is dropped in the end."""

    start: int
    end: int
    meaning: Meaning | None
    rule: str


Found = tuple[int, int, Meaning | None]
Read = Callable[[re.Match[str]], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One idea: a pattern, how to read its match, a sentence it fires on and one it leaves alone.

    `needs` are the classes of words of which a sentence must hold one before the pattern is tried (see gate.py).
    """

    name: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    read: Read
    example: str
    counter: str

    def find(self, text: str, start: int, end: int) -> Iterable[Candidate]:
        """Yield this rule's candidates between two offsets."""
        for match in self.pattern.finditer(text, start, end):
            for first, last, meaning in self.read(match):
                yield Candidate(first, last, meaning, self.name)


def rule(name: str, needs: str, pattern: str, read: Read, example: str, counter: str) -> Rule:
    """Return a rule; `needs` are class names with spaces between, `pattern` is built from fragments."""
    return Rule(name, tuple(needs.split()), compile_pattern(pattern), read, example, counter)


def whole(match: re.Match[str], meaning: Meaning | None) -> list[Found]:
    """Return the match as one finding: its group `x` where the pattern has one, else all of it."""
    group: int | str = "x" if "x" in match.re.groupindex else 0
    return [(match.start(group), match.end(group), meaning)]

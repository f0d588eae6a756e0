"""How each time expression was found: every candidate, its rule, what was given and assumed, and which one won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass

from spacy.tokens import Doc

from pipeline.records import Article, Timex
from pipeline.timex.find import candidates_of, find_timexes
from pipeline.timex.page import Page

_HEAD = ("candidate", "rule", "given", "assumed", "outcome")
MAX_WORDS = 40  # characters of a candidate that the table shows


@dataclass(frozen=True, slots=True)
class Explained:
    """One candidate of the engine: its words, the rule that found it, what it means, and the winner it went into ("" = dropped).

    `given` and `assumed` are the parts that the winner states and fills in; `won` is true on the winner's own row.
    """

    text: str
    rule: str
    meaning: str
    winner: str
    given: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    won: bool = False


def explain(article: Article, doc: Doc) -> list[Explained]:
    """Return every candidate with its rule and the expression that it became part of, in the order of the text.

    An expression that refiners put together ("8 p.m." + "on Sunday") has a row of its own behind its parts.
    """
    page = Page.of(doc)
    waiting = list(find_timexes(article, doc))
    rows: list[tuple[int, int, Explained]] = []
    for _, candidate in candidates_of(article.text, article.body_start):
        timex = next((t for t in waiting if t.start_char < candidate.end and candidate.start < t.end_char), None)
        won = timex is not None and (timex.start_char, timex.end_char, timex.rule) == (candidate.start, candidate.end, candidate.rule)
        words = page.text[candidate.start : candidate.end]
        meaning = "a trap: no time" if candidate.meaning is None else describe(candidate.meaning)
        rows.append((candidate.start, candidate.end, _row(words, candidate.rule, meaning, timex, won)))
    shown = {(first, last) for first, last, row in rows if row.won}
    for timex in waiting:
        if (timex.start_char, timex.end_char) not in shown:
            rows.append((timex.end_char, timex.end_char, _row(timex.text, timex.rule, "put together", timex, True)))
    return [row for _, _, row in sorted(rows, key=lambda entry: (entry[0], entry[1], entry[2].won))]


def _row(words: str, rule: str, meaning: str, timex: Timex | None, won: bool) -> Explained:
    if timex is None:
        return Explained(words, rule, meaning, "")
    return Explained(words, rule, meaning, timex.reason, timex.given, timex.assumed, won)


def describe(meaning: object) -> str:
    """Return a meaning as its name and what sets it apart from the default: `Named(Recurring('weekday', a=1))`."""
    if not is_dataclass(meaning):
        return repr(meaning)
    parts = []
    for position, field in enumerate(fields(meaning)):
        value = getattr(meaning, field.name)
        if field.default is not MISSING and value == field.default:
            continue
        parts.append(describe(value) if position == 0 else f"{field.name}={describe(value)}")
    return f"{type(meaning).__name__}({', '.join(parts)})"


def trace_table(rows: Sequence[Explained]) -> str:
    """Return the trace as a table for a terminal; the winner's row ends in its reason, a loser's in the winner's words."""
    if not rows:
        return "no rule found a time expression\n"
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD) - 1)]
    lines = ["  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]) for line in cells]
    lines.insert(1, "  ".join("-" * width for width in [*widths, len(_HEAD[-1])]))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _cells(row: Explained) -> tuple[str, str, str, str, str]:
    words = " ".join(row.text.split())
    words = words if len(words) <= MAX_WORDS else words[: MAX_WORDS - 1] + "…"
    if row.won:
        return words, row.rule, ", ".join(row.given), ", ".join(row.assumed), f"wins: {row.winner}"
    if not row.winner:
        return words, row.rule, "", "", row.meaning if row.meaning.startswith("a trap") else "dropped: a name, or held by a trap"
    return words, row.rule, "", "", f"gives way to {row.winner.split(' -> ')[0]}"

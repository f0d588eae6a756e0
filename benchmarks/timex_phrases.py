"""Time expressions one by one, each in a plain sentence: python -m benchmarks.timex_phrases FILE [--errors] [--class WORD].

FILE is a table with the columns text, type, value, dct: an expression, its TIMEX3 type and value, and the publication day. Each is put
into plain sentences that fit its form (behind a preposition, as an adverb, before a noun), looking back and looking ahead. Printed are
how many are found whole in the plain sentence that fits them best, and how many have the right value in a reading that the engine offers
there: its first one, an alternative, or the one of the sentence that looks the other way.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import datetime as dt
import re
import sys
from collections import Counter

from pipeline.language import LanguageModel
from pipeline.records import Article, Timex
from pipeline.settings import Settings
from pipeline.timex import find_timexes

PAST = (
    "The company said it happened {}.",
    "The company said it happened at {}.",
    "The company said it happened in {}.",
    "Officials said the talks were held on {}.",
)
FUTURE = ("The company will move {}.", "The company will move in {}.", "The talks will be held on {}.")
LONG = ("The strike lasted for {}.", "It took {}.", "Officials met for {} last spring.")
NOUN = ("The company reported {} results.", "It was a {} plan for the town.", "Officials signed the {} agreement.")
OPENING = ("{}, the company sold the plant.", "{} the company sold the plant.")
QUARTER = ("Profit rose in the third quarter. Sales fell in {}.", "In the quarter sales rose. They had fallen in {}.")


@dataclasses.dataclass(frozen=True)
class Row:
    """One expression of the table."""

    text: str
    type: str
    value: str
    dct: dt.date


def read_rows(path: str) -> list[Row]:
    """Return the table's rows."""
    with open(path, encoding="utf-8", newline="") as lines:
        return [Row(row["text"], row["type"], row["value"], dt.date.fromisoformat(row["dct"])) for row in csv.DictReader(lines)]


def frames(text: str) -> tuple[str, ...]:
    """Return the plain sentences for an expression: a capitalised word other than a name opens its sentence."""
    opens = text[0].isupper() and text.split()[0].lower() in _OPENERS
    return (*(OPENING if opens else ()), *PAST, *FUTURE, *LONG, *NOUN, *QUARTER)


_OPENERS = frozenset(
    [
        "a",
        "earlier",
        "eight",
        "last",
        "later",
        "more",
        "now",
        "previously",
        "quarterly",
        "recently",
        "the",
        "this",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
    ]
)


def readings(timex: Timex) -> set[str]:
    """Return every value that the engine offers for an expression."""
    return {two_digits(value) for value in (timex.value, *(value for value, _ in timex.alternatives))}


def two_digits(value: str) -> str:
    """Write a week's number as ISO 8601 does; some annotators leave its zero out (1998-W8)."""
    return re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)


def judge(row: Row, lm: LanguageModel) -> tuple[bool, bool, str]:
    """Return whether the expression is found whole in a plain sentence, whether a reading offered is right, and what was read."""
    whole, right, seen = False, False, []
    text = row.text.rstrip(".,")
    for frame in frames(text):
        sentence = frame.format(text)
        article = Article("phrase", "", sentence, row.dct)
        start = frame.index("{")
        end = start + len(text)
        hits = [t for t in find_timexes(article, lm.analyse(article)) if t.start_char < end and t.end_char > start]
        exact = [t for t in hits if (t.start_char, t.end_char) == (start, end)]
        whole = whole or bool(exact)
        right = right or any(two_digits(row.value) in readings(t) for t in hits)
        seen.append(" ".join(f"{t.text}={t.value}" for t in hits))
        if whole and right:
            break
    return whole, right, next((s for s in seen if s), "")


def main(argv: list[str]) -> None:
    """Print the shares found whole and read rightly, in all and by type; --errors lists the misses."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.timex_phrases", description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--errors", action="store_true", help="list what was missed")
    options = parser.parse_args(argv)
    lm = LanguageModel.load(Settings())
    counts: Counter[str] = Counter()
    for row in read_rows(options.file):
        whole, right, seen = judge(row, lm)
        for group in ("all", row.type):
            counts.update({f"{group} n": 1, f"{group} whole": whole, f"{group} right": right})
        if options.errors and not (whole and right):
            print(f"{'' if whole else 'SPAN '}{'' if right else 'VALUE '}{row.text} = {row.value} ({row.dct}): {seen or '-'}")
    for group in sorted({key.split()[0] for key in counts}, key=lambda name: (name != "all", name)):
        n = counts[f"{group} n"]
        print(f"{group:<9} {n:>5}  found whole {counts[f'{group} whole'] / n:6.1%}  value right {counts[f'{group} right'] / n:6.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])

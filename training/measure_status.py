"""How well the status of an event is told by the product's rules: python -m training.measure_status [FILE].

FILE (training/status_sentences.tsv) holds sentences of our own with one marked event word and its status, for measuring and for the
experiment of `status_head.py`. When no rule had been made from them yet, 80.1% were right (89.2% of those with a row); then their misses
were read and mended by class, so the figure is one of development now. A marked event that gets no row counts as wrong in "all".
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import Article
from pipeline.run import Line

SENTENCES = Path(__file__).parent / "status_sentences.tsv"
PUBLISHED = dt.date(2022, 3, 1)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, the event word's characters in it, and the event's status."""

    text: str
    start: int
    end: int
    status: str


def read_marked(path: Path) -> list[Marked]:
    """Return the sentences of a file; ValueError for a line without exactly one marked word.

    >>> read_marked(SENTENCES)[0].status
    'happened'
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        status, marked = line.split("\t")
        before, opened, rest = marked.partition("[")
        word, closed, after = rest.partition("]")
        if not (opened and closed) or "[" in after or not word:
            raise ValueError(f"{path}:{number}: mark one event word: {line!r}")
        found.append(Marked(before + word + after, len(before), len(before) + len(word), status))
    return found


def by_rules(line: Line, marked: Marked) -> str:
    """Return the status that the line gives the marked event, "" where it has no row."""
    events = line.events([Article("sentence", "", marked.text, PUBLISHED)])
    return next((event.status for event in events if event.trigger_start < marked.end and marked.start < event.trigger_end), "")


def main() -> None:
    """Print the shares, and what was taken for what."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES
    line = Line.load()
    pairs = [(marked, by_rules(line, marked)) for marked in read_marked(path)]
    rows = [pair for pair in pairs if pair[1]]
    right = sum(found == marked.status for marked, found in pairs)
    print(f"all {100 * right / len(pairs):.1f}% of {len(pairs)}, of those with a row {100 * right / len(rows):.1f}% of {len(rows)}")  # noqa: T201
    for (gold, found), count in Counter((marked.status, found or "no row") for marked, found in pairs).most_common():
        print(f"{count:4} {gold} -> {found}")  # noqa: T201


if __name__ == "__main__":
    main()

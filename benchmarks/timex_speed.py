"""Words per second of the time layer alone on given articles, and its growth on hostile text: python -m benchmarks.timex_speed [PATH ...].

The language analysis is done before the clock starts. Hostile text is one unit repeated; the time for eight times the text
should be about eight times as long.
"""

from __future__ import annotations

import datetime as dt
import sys
import time

import spacy

from pipeline import read_articles
from pipeline.language import LanguageModel
from pipeline.records import Article
from pipeline.settings import Settings
from pipeline.timex import find_timexes

UNITS = ("Monday ", "two years ago ", "March 3 and 5 ", "the end of ", "twenty-one ", "3 mars ", "1939-", '" ', "a.m. ")
SMALL, TIMES = 250_000, 8


def seconds_on(unit: str, size: int) -> float:
    """Return the processor seconds that the time layer needs for so many characters of one unit repeated."""
    text = (unit * (size // len(unit) + 1))[:size]
    blank = spacy.blank("en")
    blank.max_length = len(text) + 1
    doc = blank.make_doc(text)
    article = Article("hostile", "", text, dt.date(2022, 3, 1))
    start = time.process_time()
    find_timexes(article, doc)
    return time.process_time() - start


def main(paths: list[str]) -> None:
    """Print both tables."""
    lm = LanguageModel.load(Settings())
    if paths:
        analysed = [(article, lm.analyse(article)) for article in read_articles(paths).articles]
        words = sum(len(article.text.split()) for article, _ in analysed)
        start = time.process_time()
        found = sum(len(find_timexes(article, doc)) for article, doc in analysed)
        print(f"{len(analysed)} articles, {words} words, {found} expressions: {words / (time.process_time() - start):,.0f} words/s")
    print(f"{'unit':<18} {SMALL // 1000:>5} kB {SMALL * TIMES // 1000:>8} kB   growth (linear = {TIMES})")
    for unit in UNITS:
        small, large = seconds_on(unit, SMALL), seconds_on(unit, SMALL * TIMES)
        print(f"{unit!r:<18} {small:>6.2f} s {large:>9.2f} s {large / max(small, 0.001):>8.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])

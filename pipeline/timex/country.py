"""Which country an article, and first of all a sentence of it, is about: the clue that decides when Labor Day or a national day falls."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from pipeline.language.data_files import read_table

MIN_TIMES = 2  # how often it must name it at the least: one mention in passing makes no article about a country
MIN_LEAD = 2.0  # how many times oftener than any other the article must name the country where its sentence names none


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    for row in read_table("world/countries.csv", "name", "iso", "kind", "aliases", "adjectives", "people", "capitals"):
        if row["kind"] not in ("member", "state") or not row["iso"]:
            continue
        for cell in (row["name"], row["aliases"], row["adjectives"], row["people"], row["capitals"]):
            for name in filter(None, cell.split("|")):
                codes.setdefault(name, row["iso"])
    ordered = sorted(codes, key=len, reverse=True)
    return re.compile(r"(?<![\w.])(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)"), codes


@cache
def country_name(code: str) -> str:
    """Return the country's name for readers."""
    rows = read_table("world/countries.csv", "name", "iso")
    return next((row["name"] for row in rows if row["iso"] == code), code)


def _counted(text: str, start: int, end: int) -> Counter[str]:
    pattern, codes = _names()
    return Counter(codes[match[0]] for match in pattern.finditer(text, start, end))


@lru_cache(maxsize=8)
def _of_article(text: str) -> str:
    ranked = _counted(text, 0, len(text)).most_common(2)
    if not ranked or ranked[0][1] < MIN_TIMES or (len(ranked) > 1 and ranked[0][1] < MIN_LEAD * ranked[1][1]):
        return ""
    return ranked[0][0]


def country_of(text: str, start: int, end: int) -> str:
    """Return the ISO code of the one country that the stretch names, else the one that leads in the whole text; "" without a clue.

    >>> country_of("In Canada offices close on Thanksgiving.", 0, 40)
    'CA'
    """
    here = _counted(text, start, end)
    if here:
        return next(iter(here)) if len(here) == 1 else ""
    return _of_article(text)

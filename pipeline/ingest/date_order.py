"""Is 03/07/2022 the third of July or March 7? Told by the numbers, the web address, the text's spelling; else said to be a guess."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from pipeline.ingest.word_lists import read_list

Order = Literal["DMY", "MDY"]
DEFAULT: Order = "MDY"
_IN_WORDS = {"DMY": "day first", "MDY": "month first"}
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?![\d/-]|\.\d)")
_READ = 20_000
"""Characters of the text in which clues are looked for."""


@dataclass(frozen=True, slots=True)
class DateOrder:
    """An order and how sure it is: `why` is "" for a plain guess."""

    order: Order
    why: str

    @property
    def note(self) -> str:
        """How an ambiguous date was read, in words for the reader."""
        return f"read {_IN_WORDS[self.order]}: {self.why}" if self.why else f"ambiguous, read {_IN_WORDS[self.order]}"


def date_order(text: str, url: str = "") -> DateOrder:
    """Return the order of numeric dates in this text.

    >>> date_order("Signed 25/02/2022, in force 03/07/2022.").note
    "read day first: '25/02/2022' in the text"
    >>> date_order("").note
    'ambiguous, read month first'
    """
    text = text[:_READ]
    for match in _NUMERIC.finditer(text):
        if match[2] == "." or int(match[1]) > 12:
            return DateOrder("DMY", f"'{match[0]}' in the text")
        if int(match[3]) > 12:
            return DateOrder("MDY", f"'{match[0]}' in the text")
    host = _host(url)
    for kind, clue, order in _clues():
        if kind == "domain" and host.endswith(clue):
            return DateOrder(order, f"the address ends in '{clue}'")
    return _by_spelling(text)


@cache
def _clues() -> tuple[tuple[str, str, Order], ...]:
    rows = read_list("date_order_clues.csv", ("kind", "clue", "order"))
    return tuple((kind, clue, "DMY" if order == "DMY" else "MDY") for kind, clue, order in rows)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _by_spelling(text: str) -> DateOrder:
    as_written = set(re.findall(r"[A-Za-z]+", text))
    lowered = {word.lower() for word in as_written}
    seen: dict[Order, list[str]] = defaultdict(list)
    for kind, clue, told in _clues():
        if kind == "word" and clue in (lowered if clue.islower() else as_written):
            seen[told].append(clue)
    if len(seen["DMY"]) == len(seen["MDY"]):
        return DateOrder(DEFAULT, "")
    order: Order = "DMY" if len(seen["DMY"]) > len(seen["MDY"]) else "MDY"
    return DateOrder(order, f"'{seen[order][0]}' in the text")

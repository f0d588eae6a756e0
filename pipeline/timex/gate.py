"""A quick look at a sentence: which classes of time words it holds, so that only the rules that need them are tried."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.paragraphs import is_hard_wrapped
from pipeline.timex import words

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,2}[ \t\u00a0]{1,4}(?=[\"“‘'(\[]?[A-Z])|\n[ \t\r]{0,200}\n|\n")
_MONTH_AND_YEAR = re.compile(r"[^\W\d_]{3,16}\.? \d{4}\b")  # "7. März 2022" is one date
_LAST_WORD = re.compile(r"([\w.]{1,12})\Z")


def _classes() -> dict[str, int]:
    table: dict[str, int] = {}
    for name, sources in _SOURCES.items():
        bit = BITS[name]
        for phrase in sources:
            for word in re.findall(r"[^\W\d_]+", phrase.lower()):
                if len(word) > 1 and (word not in _TOO_COMMON or name == "unit"):
                    table[word] = table.get(word, 0) | bit
    return table


_TOO_COMMON = frozenset(("the", "of", "day", "this", "that", "in", "at", "as", "st"))
_SOURCES: dict[str, list[str]] = {
    "month": list(words.MONTHS),
    "weekday": [*words.WEEKDAYS, *(f"{word}s" for word in words.WEEKDAYS)],
    "unit": list(words.UNITS),
    "season": list(words.SEASONS),
    "partofday": [*words.PARTS_OF_DAY, "overnight", "tonight", "clock", "hrs"],
    "holiday": list(words.HOLIDAYS),
    "set": list(words.SETS),
    "decade": [*words.DECADES, "noughties"],
    "reference": list(words.REFERENCES),
    "today": ["today", "yesterday", "tomorrow", "tonight", "overnight"],
    "quarter": ["quarter", "quarters", "half", "halves", "fiscal", "financial", "period"],
    "ordinal": list(words.ORDINALS),
    "numberword": [w for w in words.NUMBERS if w != "one"],
    "anno": ["bc", "ad", "bce", "ce", "year", "years"],
    "year": [],
    "digit": [],
    "any": [],
}
BITS = {name: 1 << position for position, name in enumerate(_SOURCES)}
_CLASSES = _classes()
for _word in ("b", "d"):  # "149 B.C.", "A.D. 60"
    _CLASSES[_word] = _CLASSES.get(_word, 0) | BITS["anno"]
for _word in ("midyear", "midmonth", "midweek"):
    _CLASSES[_word] = _CLASSES.get(_word, 0) | BITS["unit"]
for _word in ("am", "pm"):
    _CLASSES[_word] = _CLASSES.get(_word, 0) | BITS["partofday"]


def mask_of(text: str, start: int, end: int) -> int:
    """Return the classes of time words between two offsets, as bits."""
    found = BITS["any"]
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if word.isdigit():
            found |= BITS["digit"] | (BITS["year"] if len(word) == 4 else 0)
        else:
            found |= _CLASSES.get(word.lower(), 0)
    return found


def needs_mask(needs: tuple[str, ...]) -> int:
    """Return the bits of the named classes."""
    mask = 0
    for name in needs:
        mask |= BITS[name]
    return mask


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text in which rules look: cut at sentence ends and blank lines, not behind "Feb." or "7." in a date."""
    begin = start
    wrapped = is_hard_wrapped(text)
    for match in _SENTENCE_END.finditer(text, start):
        if match[0][0] == ".":
            last = _LAST_WORD.search(text, max(begin, match.start() - 12), match.start())
            if last and (last[1] in words.ABBREVIATIONS or (last[1].isdigit() and _MONTH_AND_YEAR.match(text, match.end()))):
                continue
        elif match[0] == "\n" and wrapped:
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < len(text):
        yield begin, len(text)

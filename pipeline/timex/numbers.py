"""Counts as text writes them -> numbers: "3", "1,200", "2 1/2", "twenty-four", "two and a half", "a hundred"."""

from __future__ import annotations

import re
from fractions import Fraction

from pipeline.timex.words import NUMBERS, ORDINALS

_DIGITS = re.compile(r"(\d[\d,]*)(?:\.(\d+))?")
_FRACTIONS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "1/2": Fraction(1, 2),
    "1/4": Fraction(1, 4),
    "3/4": Fraction(3, 4),
}


def read_number(text: str) -> Fraction | None:
    """Return the number, or None if the text is none.

    >>> read_number("twenty-four"), read_number("2 1/2"), read_number("a dozen"), read_number("one and a half")
    (Fraction(24, 1), Fraction(5, 2), Fraction(12, 1), Fraction(3, 2))
    """
    words = [word for word in re.split(r"[\s-]+", text.lower().strip()) if word and word not in ("and", "of")]
    total = Fraction(0)
    if len(words) == 2 and words[0] == "half" and words[1] in ("a", "an"):
        return Fraction(1, 2)
    if words and words[-1] == "half":
        words = words[:-2] if len(words) > 1 and words[-2] == "a" else words[:-1]
        total += Fraction(1, 2)
    elif words and words[-1] in _FRACTIONS:
        total += _FRACTIONS[words.pop()]
    elif words and words[-1][-1] in _FRACTIONS:
        total += _FRACTIONS[words[-1][-1]]
        words[-1] = words[-1][:-1]
    if not words:
        return total or None
    whole = _whole(words)
    return None if whole is None else whole + total


def _whole(words: list[str]) -> Fraction | None:
    done, current = Fraction(0), Fraction(0)
    for word in words:
        if match := _DIGITS.fullmatch(word):
            current += Fraction(match[1].replace(",", "") + ("." + match[2] if match[2] else ""))
        elif word in ("a", "an"):
            current += 1
        elif word == "couple":
            current = current * 2 if current else Fraction(2)
        elif word not in NUMBERS:
            return None
        else:
            value, kind = NUMBERS[word]
            many = current or Fraction(1)
            if kind != "scale":
                current += value
            elif value >= 1000:
                done, current = done + many * value, Fraction(0)
            else:
                current = many * value
    return done + current


def read_ordinal(text: str) -> int | None:
    """Return the rank of "23rd", "third" or "twenty-first"; None if the text is none.

    >>> read_ordinal("23rd"), read_ordinal("Twenty-first")
    (23, 21)
    """
    match = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", text.lower())
    if match:
        return int(match[1])
    return ORDINALS.get(re.sub(r"\s+", "-", text.lower()))


def read_year_words(text: str) -> int | None:
    """Return the year of "nineteen ninety-seven", "two thousand (and) three", "twenty twelve"; None if the text is none.

    >>> read_year_words("nineteen ninety-seven"), read_year_words("two thousand and three")
    (1997, 2003)
    """
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word != "and"]
    if "thousand" in words or "hundred" in words:
        value = _whole(words)
        return int(value) if value is not None else None
    first, rest = _whole(words[:1]), _whole(words[1:]) if words[1:] else None
    if first is None or rest is None or not 10 <= first <= 20 or rest > 99:
        return None
    return int(first * 100 + rest)

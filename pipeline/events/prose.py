"""Which lines of a text are no prose: code, markup, menus and verse tell no events, whatever their words look like.

Read line by line, so that one odd line (a formula, a row of links) costs nothing but itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.events.lexicon import words
from pipeline.records import Article

ODD = re.compile(r"[{}\[\]<>=_|\\$*#;^~]|::|\w\(|\)\(|&&|\+\+|//|\x22\)")
"""Marks of code, markup and menus. A currency sign before a number, a link and a tag left in the text are taken out first."""
_NOT_ODD = re.compile(r"[$#]\s?\d|https?://\S+|\[[^\]\n]{1,60}\](?:\([^()\n]{1,200}\))?|</?[a-zA-Z][^<>\n]{0,200}>")
ODD_SHARE = 0.16
"""Odd marks for each word from which a line is no prose; measured: not one of 4,169 lines of news and history is."""
FEWEST_WORDS = 2
"""A line of less is an entry of a list or a button."""
TABLE_LENGTH = 12  # words: a line with two tabs and no more is a row of a table
CODE_LINES, CODE_SHARE = 2, 0.6
"""A paragraph of so many lines, of which so large a share looks like code, is code with all its lines."""
_CODE = re.compile(r"\w\(|[{};]$|^\s*(?:#|//|\x22{3}|@\w)|\w\.\w+:$|^\s*(?:for|if|while|class|def|try|else)\b.*:$|^\s+\w+ = ")
FURNITURE_LENGTH = 25  # words: a longer line with such a phrase is a sentence about it
VERSE_LINES, VERSE_LENGTH = 4, 75
_WORD = re.compile(r"[^\W\d_]{2,}")


def prose_gaps(article: Article, doc: Doc) -> frozenset[int]:
    """Return the indices of the tokens on lines that are no prose."""
    gaps = [(start, end) for start, end in _odd_lines(article.text, article.body_start)]
    gaps += _verses(article.text, article.body_start)
    gaps += _listings(article.text, article.body_start)
    if not gaps:
        return frozenset()
    gaps.sort()
    found, n = set(), 0
    for token in doc:
        while n < len(gaps) and gaps[n][1] <= token.idx:
            n += 1
        if n < len(gaps) and gaps[n][0] <= token.idx:
            found.add(token.i)
    return frozenset(found)


def _lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    for match in re.finditer(r"[^\n]+", text[start:]):
        if match[0].strip():
            yield start + match.start(), start + match.end(), match[0].strip()


def _odd_lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    for first, end, line in _lines(text, start):
        if is_odd(line):
            yield first, end


def is_odd(line: str) -> bool:
    """Whether a line is code, markup, a menu or a single word.

    >>> is_odd("if self.killed and not self.attacked: return {}"), is_odd("The company paid $640 million (a record).")
    (True, False)
    """
    told = len(_WORD.findall(line))
    if told < FEWEST_WORDS or (line.count("\t") >= 2 and told <= TABLE_LENGTH):
        return True
    low = line.lower()
    if told <= FURNITURE_LENGTH and any(
        re.search(rf"\b{re.escape(phrase)}\b", low) for phrase in words("boilerplate.txt") if phrase in low
    ):
        return True  # "resign in June" holds no "sign in"
    odd = len(ODD.findall(_NOT_ODD.sub(" ", line)))
    return odd > 1 and odd / told > ODD_SHARE


def _listings(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of code: each line by itself may look like a sentence ("return fire(target)")."""
    for match in re.finditer(r"(?:[^\n]*\S[^\n]*\n?)+", text[start:]):
        lines = [line.rstrip() for line in match[0].splitlines() if line.strip()]
        if len(lines) >= CODE_LINES and sum(bool(_CODE.search(line)) for line in lines) >= CODE_SHARE * len(lines):
            yield start + match.start(), start + match.end()


def _verses(text: str, start: int) -> list[tuple[int, int]]:
    """Return the stanzas: runs of short lines that each begin with a capital though the line before ends no sentence."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"(?:[^\n]*\S[^\n]*\n?)+", text[start:]):
        lines = [line.strip() for line in match[0].splitlines() if line.strip()]
        if len(lines) >= VERSE_LINES and is_verse(lines):
            found.append((start + match.start(), start + match.end()))
    return found


def is_verse(lines: list[str]) -> bool:
    """Whether lines are a stanza: all short, all begun with a capital, at least one that runs on and one that ends with a comma.

    >>> is_verse(["The wind went out to find the sea,", "And May was kind and June was free.", "O Sunday, burn", "For winter comes, and"])
    True
    """
    short = all(8 <= len(line) <= VERSE_LENGTH and _WORD.search(line) for line in lines)
    capital = all(line.lstrip("“\"'‘").startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for line in lines)
    on = [line for line in lines[:-1] if line[-1] not in '.!?:”"']
    return short and capital and len(on) * 2 >= len(lines) and any(line[-1] == "," for line in lines) and not _are_entries(lines)


def _are_entries(lines: list[str]) -> bool:
    """Whether lines are a list of results or addresses: numbers on most of them."""
    return sum(any(letter.isdigit() for letter in line) for line in lines) * 2 > len(lines)

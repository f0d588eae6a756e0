"""Puts the pieces of a phrase together as the article spaces them: commas, hyphens, no quotation marks, no name twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT", "EX", "PRP$", "WP$"})
Piece = tuple[int, int, str]  # first token, token behind the last, its text


def with_hyphens(doc: Doc, pieces: list[Piece], skip: frozenset[int]) -> list[Piece]:
    """Return the pieces with the rest of each hyphenated word: "court-ordered", "co-operation"; not where a time is part of it."""
    shown = {i for first, end, _ in pieces for i in range(first, end)}
    found = list(pieces)
    for first, end, _ in pieces:
        for hyphen, other in ((first - 1, first - 2), (end, end + 1)):
            while 0 <= other < len(doc) and _glues(doc, hyphen) and not {hyphen, other} & (shown | skip):
                found += [(hyphen, hyphen + 1, doc[hyphen].text), (other, other + 1, doc[other].text)]
                shown |= {hyphen, other}
                step = other - hyphen
                hyphen, other = other + step, other + 2 * step
    return found


def _glues(doc: Doc, i: int) -> bool:
    return doc[i].text in {"-", "–"} and not doc[i].whitespace_ and not doc[i - 1].whitespace_


def joined(doc: Doc, pieces: Iterable[Piece], commas: bool = False) -> str:
    """Put pieces together as the article spaces them; hyphens between neighbours stay, quotation marks go.

    Commas stay between names and in enumerations, in a whole clause (`commas`) wherever they part neighbours.
    """
    text, last = "", -1
    for first, end, word in sorted(pieces):
        if last >= 0 and first < last:
            continue
        if end == first + 1 and doc[first].tag_ in PRONOUN_TAGS and word != "the" and _told_already(word, text):
            word = doc[first].text
        if last >= 0 and first > last and doc[last - 1].lower_ in _INDEFINITE:
            text = text.removesuffix(doc[last - 1].text) + _indefinite(doc[last - 1].text, word)  # "a [2009] interview"
        text += (_between(doc, last, first, commas) if text else "") + word
        last = end
    line = unquoted(text).strip(" ,;:–—")
    line = _LOST_OWNER.sub(r"\1", line)
    return line.replace("the the ", "the ").replace("the The ", "the ")


def _indefinite(article: str, word: str) -> str:
    """Return the indefinite article that stands before the word, in the case of the one that stood there.

    >>> _indefinite("a", "interview"), _indefinite("An", "union"), _indefinite("a", "MRI scan")
    ('an', 'A', 'a')
    """
    if word[:2].isupper():
        return article
    vowel = word[:1].lower() in "aeiou" and not _CONSONANT_SOUND.match(word)
    return article[:1] + ("n" if vowel else "")


def unquoted(text: str) -> str:
    """Return the text without quotation marks, on one line."""
    return " ".join(text.translate(_NO_QUOTES).split())


def _told_already(name: str, text: str) -> bool:
    return name.removesuffix("'s").removesuffix("'").removeprefix("the ") in text


def _between(doc: Doc, last: int, first: int, commas: bool) -> str:
    gap = doc[last:first]
    if not len(gap):
        clitic = doc[first].text[0] in "'’" and doc[first].pos_ in {"PART", "AUX"}
        return "" if clitic else str(doc[last - 1].whitespace_)  # "Apple 's" in a text whose words were parted
    if all(token.is_punct or token.is_space for token in gap):
        glued = all(not token.whitespace_ for token in doc[last - 1 : first])
        if glued and gap.text in {"-", "–", "/", "'", "’", "."}:
            return str(gap.text)
        names = doc[last - 1].pos_ == doc[first].pos_ == "PROPN"  # "Minsk, Belarus"
        apart = doc[first].tag_ == "DT" and doc[last - 1].pos_ in {"NOUN", "PROPN", "NUM"}  # "Esquina, a history of the dance"
        first_told = doc[first].dep_ == "appos" and any(word.lower_ in _INDEFINITE for word in doc[first].head.children)
        apart = apart or first_told  # "a resident, Todd Lund", "its director Ana Lind"
        return ", " if gap[0].text == "," and (commas or names or apart or _in_a_row(doc[first])) else " "
    if commas and gap[-1].text == "," and gap[0].text != "," and sum(word.text == "," for word in gap) % 2:
        return " " if doc[last - 1].dep_ == "cc" else ", "  # "..., sparked by a death [on 4 September], spread"
    return " "


def _in_a_row(token: Token) -> bool:
    """Whether a comma before the token belongs to an enumeration."""
    first = token.i
    while token.left_edge.i == first:
        if token.dep_ in {"conj", "amod", "flat", "nummod", "compound"}:
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


_LOST_OWNER = re.compile(r"(^|\s)[’']s\s+")
"""A possessive ending whose owner is not shown ("to play 's Rin Asano")."""
_INDEFINITE = frozenset({"a", "an"})
_CONSONANT_SOUND = re.compile(r"(?:uni[^m]|us[eu]|eu|one\b|once)", re.IGNORECASE)
"""Words that are spelled with a vowel and spoken with a consonant: "a union", "a European", "a one-off"."""
_NO_QUOTES = str.maketrans("", "", '“”"„«»')

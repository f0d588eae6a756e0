"""One canonical name for each person of an article: the fullest name without title; a surname alone goes back to its person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.language.data_files import read_words
from pipeline.language.name_cues import gender_of, is_first_name


def surname(full: str) -> str:
    """Return the last word of a full name that is no "Jr." or "III"."""
    words = [word.rstrip(",") for word in full.split()]
    while len(words) > 1 and words[-1] in read_words("en/actors/name_suffixes.txt"):
        words = words[:-1]
    return words[-1]


def first_word(full: str) -> str:
    """Return the first word of a name."""
    return full.split()[0]


def gender(full: str) -> str:
    """Return f or m by the first name, or "" where it does not tell.

    >>> gender("Olivia Dalton"), gender("Dalton")
    ('f', '')
    """
    words = full.split()
    found = gender_of(words[0]) if len(words) > 1 else ""
    if not found and len(words) > 2:
        found = gender_of(words[1])
    return found if found in ("f", "m") else ""


def canonical_people(texts: Sequence[tuple[str, bool]]) -> list[str]:
    """Return, for each name in the order of the article, the person's canonical name, or "" for names that are no person's.

    `texts` are (name, whether it is a person's). "George Bush" and "George W. Bush" are one; a bare surname or first name belongs to
    the bearer whom the article names in full most often, the first named if several are.
    """
    full = [text for text, is_person in texts if is_person and " " in text]
    longest = _longest_forms(full)
    named = Counter(longest[text] for text in full)
    ranked = sorted(named, key=lambda name: -named[name])
    out: list[str] = []
    for text, is_person in texts:
        if not is_person:
            out.append("")
        elif " " in text:
            out.append(longest[text])
        else:
            out.append(_bearer(text, ranked) or text)
    return out


def _longest_forms(full: Sequence[str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for text in full:
        same = [other for other in full if _same_person(text, other)]
        forms[text] = max(same, key=lambda name: (len(name.split()), -full.index(name)))
    return forms


def _same_person(one: str, other: str) -> bool:
    a, b = one.split(), other.split()
    if [word.casefold() for word in a] == [word.casefold() for word in b[-len(a) :]] and len(a) > 1:
        return True  # "Von der Heide" of "Ursula von der Heide"
    if surname(one) != surname(other):
        return set(a) < set(b) and is_first_name(a[0]) and len(a) > 1
    return a[0] == b[0] or (len(a[0].rstrip(".")) == 1 and b[0].startswith(a[0].rstrip("."))) or set(a) <= set(b) or set(b) <= set(a)


def _bearer(word: str, full: Sequence[str]) -> str:
    for by_name in (surname, first_word):
        for name in full:
            if by_name(name) == word:
                return name
    return next((name for name in full if word in name.split()), "")

"""What single words say of a name: titles, first names with gender, and the last words that mark a body, a place or a thing."""

from __future__ import annotations

from functools import cache

from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import Label


@cache
def _titles() -> dict[str, tuple[str, str]]:
    return {row["title"]: (row["kind"], row["gender"]) for row in read_table("en/actors/titles.csv", "title", "kind", "gender")}


@cache
def _first_names() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in read_table("en/actors/first_names.csv", "name", "gender")}


@cache
def role_nouns(kind: str = "") -> frozenset[str]:
    """Return the nouns for people and bodies of one class of data/en/actors/roles.csv, or all."""
    rows = read_table("en/actors/roles.csv", "noun", "class")
    return frozenset(row["noun"] for row in rows if kind in ("", row["class"]))


@cache
def legal_forms() -> frozenset[str]:
    """Return the endings of firms' names ("Inc.", "plc")."""
    return frozenset(row["suffix"] for row in read_table("en/actors/company_suffixes.csv", "suffix"))


@cache
def _last_word_labels() -> dict[str, Label]:
    labels: dict[str, Label] = {word: "ORG" for word in read_words("en/actors/organisation_cues.txt")}
    labels.update(dict.fromkeys(legal_forms(), "ORG"))
    labels.update({word: "LOC" for word in read_words("en/actors/place_cues.txt")})
    labels.update({word: "THING" for word in read_words("en/actors/thing_cues.txt")})
    return labels


def is_title(word: str) -> bool:
    """Whether the word is a title before a name ("President", "Mr."), with or without its full stop, capitalised."""
    return word in _titles() or word.rstrip(".") in _titles()


def title_kind(word: str) -> str:
    """Return honorific, office or rank; "" for a word that is no title."""
    return _titles().get(word, _titles().get(word.rstrip("."), ("", "")))[0]


def title_gender(word: str) -> str:
    """Return f or m where the title tells, else ""."""
    return _titles().get(word, _titles().get(word.rstrip("."), ("", "")))[1]


def is_title_modifier(word: str) -> bool:
    """Whether the word may stand before a title and belong to it ("Deputy", "Foreign", "Prime")."""
    return word in read_words("en/actors/title_modifiers.txt")


def is_first_name(word: str) -> bool:
    """Whether the word is in the list of first names."""
    return word in _first_names()


def gender_of(first_name: str) -> str:
    """Return f, m, u (both) or "" for a word that is no first name."""
    return _first_names().get(first_name, "")


def cue_label(last: str, first: str = "") -> Label | None:
    """Return the label that a name's last (and first) word calls for, or None.

    >>> cue_label("Airlines"), cue_label("Fuji", "Mount")
    ('ORG', 'LOC')
    """
    found = _last_word_labels().get(last)
    if found is None and first in read_words("en/actors/place_starts.txt"):
        return "LOC"
    return found

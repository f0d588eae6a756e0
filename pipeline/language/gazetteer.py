"""Known names (states, bodies, cities, products) and where they stand in a text: an exact match, whatever the tokens' spacing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span

from pipeline.language.data_files import read_table, read_words

Label = Literal["PERSON", "ORG", "LOC", "THING"]

MAX_TOKENS = 11  # the longest name in the tables, in tokens
_SPACE = re.compile(r"\s+")


def cells(value: str) -> tuple[str, ...]:
    """Return the values of a table cell that holds several, separated by '|'."""
    return tuple(part for part in value.split("|") if part)


def key(phrase: str) -> str:
    """Return the form under which a phrase is looked up: no white space, straight quotes and dashes.

    >>> key("Wal - Mart") == key("Wal-Mart")
    True
    """
    return _SPACE.sub("", phrase).replace("’", "'").replace("‘", "'").replace("–", "-").replace("‑", "-")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`labels`: key of a name -> its label. `longest` is the length of the longest key, `starts` their first letters. `weighty` are the
    states, capitals and bodies, which win over a first name of the same spelling; `solid` are the keys of names written in one word, which
    are not matched across a blank ("Anda" is not "And a")."""

    labels: dict[str, Label]
    longest: int
    starts: frozenset[str]
    weighty: frozenset[str]
    solid: frozenset[str] = frozenset()

    def label(self, phrase: str) -> Label | None:
        """Return the label of a known name, without its article, or None."""
        found = self.labels.get(key(phrase))
        if found is None and phrase[:4] in ("the ", "The "):
            found = self.labels.get(key(phrase[4:]))
        return found

    def matches(self, doc: Doc) -> list[tuple[int, int, Label]]:
        """Return the longest known names in the Doc as (first token, token behind, label); they do not overlap."""
        found = []
        i = 0
        while i < len(doc):
            hit = self._longest_at(doc, i)
            if hit is None:
                i += 1
            else:
                start = i + 1 if doc[i].lower_ == "the" and hit[0] > i + 1 else i
                found.append((start, *hit))
                i = hit[0]
        return found

    def _longest_at(self, doc: Doc, i: int) -> tuple[int, Label] | None:
        if key(doc[i].text)[:2] not in self.starts:
            return None
        hit = None
        joined = ""
        for j in range(i, min(i + MAX_TOKENS, len(doc))):
            if doc[j].is_space:
                break
            joined += key(doc[j].text)
            if len(joined) > self.longest:
                break
            if joined in self.labels and not (joined in self.solid and _is_parted(doc, i, j + 1)):
                hit = (j + 1, self.labels[joined])
        return hit


def _is_parted(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are all of letters and blanks stand between them."""
    words = doc[start:end]
    return end - start > 1 and all(word.is_alpha for word in words) and any(word.whitespace_ for word in words[:-1])


@cache
def load_gazetteer() -> Gazetteer:
    """Read the tables under data/world/ and data/en/actors/things.csv; a name in several takes the label of the first."""
    labels: dict[str, Label] = {}
    spaced: set[str] = set()

    def add(label: Label, *phrases: str) -> None:
        for phrase in phrases:
            labels.setdefault(key(phrase), label)
            if _SPACE.search(phrase):
                spaced.add(key(phrase))

    for row in read_table("world/countries.csv", "name", "aliases", "capitals"):
        add("LOC", row["name"], *cells(row["aliases"]), *cells(row["capitals"]))
    for row in read_table("world/organisations.csv", "name", "aliases"):
        add("ORG", row["name"], *cells(row["aliases"]))
    for row in read_table("world/peoples.csv", "name", "aliases"):
        add("ORG", row["name"], *cells(row["aliases"]))
    weighty = frozenset(labels)
    for row in read_table("en/actors/things.csv", "name", "aliases"):
        add("THING", row["name"], *cells(row["aliases"]))
    add("PERSON", *read_words("world/leaders.txt"))
    add("LOC", *(row["name"] for row in read_table("world/places.csv", "name", "country")))
    add("LOC", *(row["city"] for row in read_table("world/cities.csv", "city", "country")))
    for row in read_table("world/countries.csv", "name", "seats"):
        add("ORG", *cells(row["seats"]))
    add("ORG", *(row["phrase"] for row in read_table("world/metonyms.csv", "phrase", "actor") if not row["phrase"].split()[-1].islower()))
    return Gazetteer(labels, max(map(len, labels)), frozenset(k[:2] for k in labels), weighty, frozenset(labels) - spaced)


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives and peoples of all states ("Russian", "Britons")."""
    rows = read_table("world/countries.csv", "adjectives", "people")
    return frozenset(word for row in rows for word in (*cells(row["adjectives"]), *cells(row["people"])))


def is_known(word: str) -> bool:
    """Whether the word by itself is a name in the tables or a demonym, and so no part of a hyphenated name ("EU-China")."""
    return key(word) in load_gazetteer().weighty or word in demonyms()


def head_of(span: Span) -> int:
    """Return the index of the span's head token: the one that hangs on a word outside it."""
    return int(span.root.i)

"""The word lists of the event stage, read once from data/en/events; lemmas are lower case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from pipeline.language.data_files import read_table, read_words
from pipeline.records import Status

FOLDER = "en/events/"

Standing = Status | Literal["obligation", "permission", "inherit"]
"""A status, or what only becomes one in context: an obligation or permission is a deadline where a limit stands with it."""


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that can name an event; see data/en/events/event_nouns.csv for the columns."""

    noun: str
    verb: str
    evidence: str
    possessor: str
    of_phrase: str


@cache
def event_nouns() -> Mapping[str, EventNoun]:
    """Return the event nouns by lemma."""
    rows = read_table(FOLDER + "event_nouns.csv", "noun", "verb", "evidence", "possessor", "of_phrase")
    return MappingProxyType({row["noun"]: EventNoun(**row) for row in rows})


def event_noun(form: str, lemma: str) -> EventNoun | None:
    """Return the entry of a noun by its form ("talks") or its lemma, in any case."""
    nouns = event_nouns()
    return nouns.get(form.lower()) or nouns.get(lemma.lower())


@cache
def event_adjectives() -> Mapping[str, str]:
    """Return adjective -> the verb it stands for ("dead" -> "die")."""
    return MappingProxyType({row["adjective"]: row["verb"] for row in read_table(FOLDER + "event_adjectives.csv", "adjective", "verb")})


@cache
def attribution_verbs() -> Mapping[str, str]:
    """Return verb -> when it is a row of its own: never, body (told the Security Council) or always (announced)."""
    return MappingProxyType({row["verb"]: row["row"] for row in read_table(FOLDER + "attribution_verbs.csv", "verb", "row")})


@cache
def pairs(name: str, left: str, right: str) -> frozenset[tuple[str, str]]:
    """Return two columns of a table as pairs: light verbs with the noun's role, words that give way with their complement."""
    return frozenset((row[left], row[right]) for row in read_table(FOLDER + name, left, right))


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of data/en/events."""
    return read_words(FOLDER + name)


@cache
def mapping(name: str, key: str, value: str) -> Mapping[str, str]:
    """Return two columns of a table as a dictionary."""
    return MappingProxyType({row[key]: row[value] for row in read_table(FOLDER + name, key, value)})


@cache
def governors(complement: str) -> Mapping[str, Standing]:
    """Return governor -> status for one kind of complement: infinitive, gerund, clause or object."""
    rows = read_table(FOLDER + "status_governors.csv", "governor", "complement", "status")
    return MappingProxyType({row["governor"]: cast(Standing, row["status"]) for row in rows if row["complement"] == complement})


@cache
def noun_statuses() -> Mapping[str, Standing]:
    """Return what governing nouns make of the event that hangs on them ("plan to leave", "threat of war")."""
    rows = read_table(FOLDER + "status_nouns.csv", "noun", "status")
    return MappingProxyType({row["noun"]: cast(Standing, row["status"]) for row in rows})


@cache
def modal_table() -> Mapping[str, Mapping[str, Standing]]:
    """Return modal -> its row of status_modals.csv."""
    rows = read_table(FOLDER + "status_modals.csv", "modal", "status", "conditional", "perfect", "reported")
    return MappingProxyType({row["modal"]: cast(dict[str, Standing], row) for row in rows})


@cache
def modifiers(place: str) -> Mapping[str, Standing]:
    """Return word -> status for adjectives or adverbs."""
    rows = read_table(FOLDER + "status_modifiers.csv", "word", "place", "status")
    return MappingProxyType({row["word"]: cast(Standing, row["status"]) for row in rows if row["place"] == place})

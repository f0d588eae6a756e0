"""The anchor's word tables as look-ups; each is described in its file under data/en/anchor."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from pipeline.language.data_files import read_table


@cache
def clause_word_times() -> dict[str, str]:
    """Return word -> same, earlier, later or none (clause_words.csv)."""
    return {row["word"]: row["time"] for row in read_table("en/anchor/clause_words.csv", "word", "time")}


@cache
def complement_times() -> dict[str, str]:
    """Return verb -> same or later (complements.csv)."""
    return {row["verb"]: row["time"] for row in read_table("en/anchor/complements.csv", "verb", "time")}


@cache
def single_units() -> dict[str, int]:
    """Return unit word -> days (counted_units.csv)."""
    return {row["word"]: int(row["days"]) for row in read_table("en/anchor/counted_units.csv", "word", "days")}


@cache
def noun_verbs() -> dict[str, str]:
    """Return event noun -> the verb it is made from, where it has one."""
    rows = read_table("en/events/event_nouns.csv", "noun", "verb")
    return {row["noun"]: row["verb"] for row in rows if row["verb"]}


@cache
def pointed_at(noun: str) -> tuple[str, ...]:
    """Return the verbs whose act "the [noun]" can point back at (pointing_nouns.csv)."""
    rows = read_table("en/anchor/pointing_nouns.csv", "noun", "verbs")
    return tuple(verb.strip() for row in rows if row["noun"] == noun for verb in row["verbs"].split(";"))


@cache
def acts(word: str) -> frozenset[str]:
    """Return the acts that news tells by the word ("jailed" and "sentenced" share one; data/en/merge/acts.csv)."""
    rows = read_table("en/merge/acts.csv", "act", "words")
    return frozenset(row["act"] for row in rows if word in [other.strip() for other in row["words"].split(";")])


@cache
def attribution_verbs() -> frozenset[str]:
    """Return the lemmas of verbs that report."""
    return frozenset(row["verb"] for row in read_table("en/events/attribution_verbs.csv", "verb", "row"))


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that can name an event."""
    return frozenset(row["noun"] for row in read_table("en/events/event_nouns.csv", "noun", "verb"))


@cache
def light_verbs() -> frozenset[tuple[str, str]]:
    """Return (verb, role) of verbs that only carry an event noun: ("hold", "object"), ("occur", "subject")."""
    return frozenset((row["verb"], row["role"]) for row in read_table("en/events/light_verbs.csv", "verb", "role"))


@cache
def scheduling_words() -> frozenset[str]:
    """Return the words whose time is that of the event they schedule ("the hearing is listed for Monday")."""
    rows = read_table("en/events/giving_way.csv", "word", "complement")
    return frozenset(row["word"] for row in rows if row["complement"] == "object")


@cache
def giving_way() -> frozenset[str]:
    """Return the words that only say how an event stands ("expected", "planned", "due")."""
    return frozenset(row["word"] for row in read_table("en/events/giving_way.csv", "word", "complement"))


def carries(verb: Token, role: str) -> bool:
    """Whether the verb only carries the event noun in that role, alone or with the word that completes it ("take place")."""
    lights = light_verbs()
    words = ["", *(f" {child.lower_}" for child in verb.children if child.dep_ in ("obj", "compound:prt"))]
    return any((verb.lemma_ + word, role) in lights for word in words)


def carries_events(verb: str) -> bool:
    """Whether the verb only carries an event noun, in whatever role."""
    return (verb, "object") in light_verbs() or (verb, "subject") in light_verbs() or verb in beginning_verbs()


@cache
def beginning_verbs() -> frozenset[str]:
    """Return the verbs of beginning and ending, which carry the event noun that begins where they have no date of their own."""
    return frozenset(row["verb"] for row in read_table("en/events/aspectual_verbs.csv", "verb", "own"))


def act_of(lemma: str) -> str:
    """Return one name for a noun and its verb: "expulsion" and "expel" are both "expel"."""
    return noun_verbs().get(lemma, lemma)

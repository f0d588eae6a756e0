"""Who a clause is about, as far as it tells whether the story goes on: named subjects, pronouns, the occasion."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.anchor.words import event_nouns

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "obl:agent")
_NAME_PARTS = ("flat", "flat:name", "compound", "appos")
_OCCASION_MARKS = frozenset(("at", "during", "in"))
_DEFINITE = frozenset(("the", "that", "this", "same", "his", "her", "their"))
_PERSONS = frozenset(("he", "she", "they"))


def subject_names(verb: Token) -> list[str]:
    """Return the words of the names that are the clause's subject or agent, lower case ("company CEO Ana Ruiz" -> ana, ruiz)."""
    return [word.lower_ for child in _subjects(verb) for word in _name_words(child, 2) if word.pos_ == "PROPN" and word.ent_type_]


def has_pronoun_subject(verb: Token) -> bool:
    """Whether the subject is a personal pronoun that points back at the clause before."""
    return any(child.lower_ in _PERSONS for child in _subjects(verb))


def at_the_occasion(verb: Token) -> bool:
    """Whether the clause takes place at an occasion told before ("at the meeting", "during his speech")."""
    nouns = event_nouns()
    for child in verb.children:
        if child.dep_.startswith("obl") and child.lemma_ in nouns:
            words = {word.lower_ for word in child.children}
            if words & _OCCASION_MARKS and words & _DEFINITE:
                return True
    return False


def _subjects(verb: Token) -> Iterator[Token]:
    """Yield the clause's subjects; a verb joined to another one without a subject of its own has that one's."""
    for _ in range(4):
        found = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if found or verb.dep_ != "conj":
            break
        verb = verb.head
    yield from found


def _name_words(token: Token, depth: int) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in _NAME_PARTS and depth:
            yield from _name_words(child, depth - 1)

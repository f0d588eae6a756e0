"""Subjects that stand with a word that only says how an event stands: of "the strike is due to begin" what begins is the strike."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import kid, kids, lemma_of, to_infinitive
from pipeline.events.lexicon import pairs

_PLAIN = ("nsubj", "nsubj:pass", "nsubj:outer")


def only_says_how(word: Token) -> bool:
    """Whether the word only says how the event of its infinitive stands ("due", "scheduled", "expected")."""
    return any((form, "infinitive") in pairs("giving_way.csv", "word", "complement") for form in (lemma_of(word), word.lemma_.lower()))


def carrier(noun: Token) -> Token:
    """Return the verb that says what becomes of the noun: of "the strike is due to begin" the last infinitive, else the noun's head."""
    verb = noun.head
    while noun.dep_ in _PLAIN and only_says_how(verb) and kid(verb, "obj") is None:
        inner = kid(verb, "xcomp")
        if inner is None or not to_infinitive(inner):
            break
        verb = inner
    return verb


def raised_subjects(verb: Token) -> list[Token]:
    """Return the subjects that the verb has from the word above it: "the hearing" of "the hearing is scheduled to be held"."""
    if verb.dep_ != "xcomp" or not to_infinitive(verb) or not only_says_how(verb.head) or kid(verb.head, "obj") is not None:
        return []
    return kids(verb.head, *_PLAIN) or raised_subjects(verb.head)

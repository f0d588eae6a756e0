"""Objects that grammar does not label as such: shared with the next verb, mislabelled, or the noun above a relative clause."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import kid, kids
from pipeline.events.inflection import inflected
from pipeline.events.lexicon import words
from pipeline.language.arcs import is_by_agent, raised_to
from pipeline.language.data_files import read_words


def shared_object(verb: Token) -> Token | None:
    """Return the object that a verb which needs one shares with the verb joined right behind it: "arrested and questioned the student".

    Not "came and took the money": one can come without an object.
    """
    other = verb.nbor(2) if verb.i + 2 < len(verb.doc) else verb
    joined = other.dep_ == "conj" and other.head.i == verb.i and verb.nbor(1).dep_ == "cc" and other.tag_ == verb.tag_
    if not joined or inflected(verb.lemma_.lower(), "VBD") not in read_words("en/repairs/needs_an_object.txt"):
        return None
    return kid(other, "obj")


def mislabelled(verb: Token) -> list[Token]:
    """Return objects that the parser labels otherwise: a second subject behind the verb, a number with "at least"."""
    found = []
    own = kid(verb, "nsubj", "nsubj:pass")
    for child in verb.children:
        second = (
            child.dep_ in {"nsubj", "nsubj:pass"} and child.i > verb.i and own is not None and own.i < verb.i and not is_by_agent(child)
        )
        counted = child.dep_ == "obl" and child.i > verb.i and any(_before_bound(c) for c in (*child.children, *_nummods(child)))
        if second or counted:
            found.append(child)
        if child.dep_ == "xcomp" and child.pos_ == "PROPN" and kid(verb, "obj") is None and kid(child, "case", "cop") is None:
            found.append(child)  # "named Ana Lind as chief executive"
        found += [named for named in kids(child, "nsubj") if own is None or own.i != named.i if raised_to(named) == verb]
    return found


def _before_bound(word: Token) -> bool:
    """Whether the preposition stands before "least" or "most"."""
    return bool(word.dep_ == "case" and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in {"least", "most"})


def _nummods(token: Token) -> list[Token]:
    return [below for number in kids(token, "nummod") for child in number.children for below in (child, *child.children)]


def is_object_of_its_clause(verb: Token) -> bool:
    """Whether the noun above a relative clause is what it is done to ("the bill Vik signed"); not "whose father signed"."""
    subject = kid(verb, "nsubj")
    if verb.dep_ != "acl:relcl" or subject is None or _own_subject_is_relative(verb):
        return False
    return not any(word.lower_ in {"whose", "where", "when", "why"} for word in verb.doc[verb.left_edge.i : subject.i + 1])


def _own_subject_is_relative(verb: Token) -> bool:
    own = kid(verb, "nsubj", "nsubj:pass")
    return own is not None and own.lower_ in words("relative_subjects.txt")

"""Conditions and subjunctives: clauses that tell what is only supposed, or asked for."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import kid, marks
from pipeline.events.lexicon import words


def is_subjunctive(verb: Token, helpers: list[Token]) -> bool:
    """Whether the verb is a bare form with a singular subject in a reported clause: "insists that it end within two weeks"."""
    subject = kid(verb, "nsubj", "nsubj:pass")
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and helpers and helpers[0].lower_ == "be":
        return True  # "demanded that the plant be shut"
    bare = verb.lower_ == verb.lemma_.lower() and verb.tag_ in {"VB", "VBP"} and not helpers and verb.dep_ == "ccomp"
    return bare and subject is not None and (subject.lower_ in {"it", "he", "she"} or subject.tag_ in {"NN", "NNP"})


def inverted(verb: Token) -> bool:
    """Whether the clause is a condition without "if": "Were it to close", "Had she lost", "Should they object"."""
    subject = kid(verb, "nsubj", "nsubj:pass")
    first = verb.left_edge
    return subject is not None and first.lower_ in {"were", "had", "should"} and first.i < subject.i and verb.i > subject.i


def is_conditional(verb: Token) -> bool:
    """Whether the clause is a condition or an open question: "if they meet", "whether they agree"."""
    return (bool(marks(verb) & words("conditionals.txt")) or inverted(verb)) and verb.dep_ in {
        "advcl",
        "ccomp",
        "xcomp",
        "acl",
        "csubj",
        "parataxis",
    }


def is_supposed(verb: Token) -> bool:
    """Whether the verb is in a condition or an open question, or is coordinated with one that is ("if they meet and agree")."""
    return is_conditional(verb) or (verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_conditional(verb.head))

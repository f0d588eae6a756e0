"""Reads the dependency tree: clauses, auxiliaries, subjects, negation. Universal Dependencies labels; robust to a wrong arc."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
OBJECTS = frozenset({"obj", "iobj"})
CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj", "xcomp", "conj"})
OBLIQUES = frozenset({"obl", "nmod", "obl:unmarked", "nmod:unmarked", "obl:agent"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})


def kids(token: Token, *deps: str) -> list[Token]:
    """Return the token's children with one of these labels, in text order."""
    return [child for child in token.children if child.dep_ in deps]


def kid(token: Token, *deps: str) -> Token | None:
    """Return the first such child, or None."""
    return next((child for child in token.children if child.dep_ in deps), None)


def lemma_of(token: Token) -> str:
    """Return the lower-case lemma, with the particle of a phrasal verb: "carry out"."""
    particle = kid(token, "compound:prt")
    word = token.lemma_.lower()
    if word == "take" and particle is None:  # "the marathon takes place": a phrasal verb by its object
        particle = next((child for child in kids(token, "obj") if child.lower_ == "place" and child.i == token.i + 1), None)
    return f"{word} {particle.lower_}" if particle is not None else word


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a word with a copula or a subject."""
    return (token.pos_ == "VERB" and token.dep_ not in {"amod", "case", "mark", "fixed"}) or any(
        child.dep_ == "cop" or child.dep_ in SUBJECTS for child in token.children
    )


def is_verb(token: Token) -> bool:
    """Whether the token is a verb, or an infinitive that the tagger took for a noun ("is bound to appeal")."""
    if token.pos_ == "VERB":
        return True
    if token.pos_ != "NOUN" or token.tag_ != "NN" or token.i < 2 or token.doc[token.i - 1].lower_ != "to":
        return False
    return token.dep_ in {"xcomp", "advcl", "ccomp", "acl"} or token.doc[token.i - 2].lower_ in {"due", "set", "bound", "likely"}


def climb(token: Token) -> Iterator[Token]:
    """Yield the token's heads, nearest first, up to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def clause_of(token: Token) -> Token:
    """Return the predicate whose tense and adverbials hold for the token: itself if it is one, else the nearest above it.

    For "announced the closure" the clause of "closure" is "announced". Without any, the root of its sentence.
    """
    if is_predicate(token):
        return token
    last = token
    for head in climb(token):
        last = head
        if is_predicate(head):
            return head
    return last


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries and copulas of the predicate; a later conjunct shares those of the first ("will meet and sign")."""
    found = [child for child in verb.children if child.dep_ in AUXILIARIES]
    if (
        not found
        and verb.dep_ == "conj"
        and verb.tag_ in {"VB", "VBN", "VBG"}
        and kid(verb, *SUBJECTS) is None
        and verb.head.tag_ == verb.tag_
    ):
        return auxiliaries(verb.head)
    return found


def is_due_to(word: Token) -> bool:
    """Whether the word follows "is due to", which may be parsed as the preposition: "had been due to end", not "late due to rain"."""
    if word.i < 3 or word.doc[word.i - 1].lower_ != "to" or word.doc[word.i - 2].lower_ != "due" or word.tag_ not in {"VB", "NN"}:
        return False
    return any(before.lemma_ == "be" for before in word.doc[word.i - 4 : word.i - 2])


def to_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to", its own or shared by coordination."""
    if verb.tag_ == "VBG":
        return False  # "confessed to setting the fire"
    if is_due_to(verb):
        return True
    if any(
        child.lower_ == "to" and (child.dep_ in {"mark", "aux"} or (verb.pos_ == "NOUN" and child.i == verb.i - 1))
        for child in verb.children
    ):
        return True
    bare = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB" and not any(c.dep_ in AUXILIARIES for c in verb.children)
    return bare and to_infinitive(verb.head)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was expelled", or a participle that modifies a noun ("figures released by")."""
    slip = verb.tag_ in {"VB", "VBD"} and verb.lower_.endswith("ed") and any(aux.lemma_ == "be" for aux in kids(verb, "aux:pass"))
    if (verb.tag_ != "VBN" and not slip) or verb.lower_.endswith("ing"):
        return False
    helpers = auxiliaries(verb)
    if any(aux.lemma_ == "have" for aux in helpers):
        return any(aux.dep_ == "aux:pass" or aux.lower_ == "been" for aux in helpers)
    if helpers:
        return any(aux.lemma_ in {"be", "get", "become"} for aux in helpers)
    own = kid(verb, "nsubj", "nsubj:pass")
    if own is not None and own.i < verb.i and verb.dep_ in {"ROOT", "ccomp", "parataxis"} and verb.sent.text.rstrip(' \n"”’').endswith("."):
        return kid(verb, "obl:agent") is not None  # a bare participle with a subject in a full sentence is a past tense that was mistagged
    return kid(verb, "nsubj") is None


def marks(verb: Token) -> set[str]:
    """Return the words that introduce the clause (if, after, that, without ...), lower case."""
    return {
        child.lower_
        for child in verb.children
        if child.dep_ in {"mark", "case", "cc:preconj"} or (child.dep_ == "advmod" and child.tag_ == "WRB")
    }


def preposition(noun: Token) -> str:
    """Return the preposition of the phrase, several words joined ("ahead of"), "" for none."""
    case = kid(noun, "case")
    if case is None:
        return ""
    words = [case.lower_, *(child.lower_ for child in case.children if child.dep_ == "fixed")]
    return " ".join(words)


def conjuncts(token: Token) -> list[Token]:
    """Return the token and everything coordinated with it, in text order."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and (child.pos_ in NOMINALS) == (token.pos_ in NOMINALS):
            found += conjuncts(child)
    return found


def first_conjunct(token: Token) -> Token:
    """Return the first of the words that the token is coordinated with (itself if none)."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def in_relative(verb: Token) -> bool:
    """Whether the verb heads a relative clause or a participle that modifies a noun."""
    return verb.dep_ in {"acl", "acl:relcl"}


def is_present(verb: Token) -> bool:
    """Whether the form is a simple present; the tagger's slips on past forms ("capsized", "overrode") are caught by their looks."""
    other = verb.lower_ != verb.lemma_.lower() and verb.pos_ == "VERB"
    return verb.tag_ in {"VBZ", "VBP"} and not (other and (verb.lower_.endswith("ed") or not verb.lower_.endswith("s")))

"""How statuses combine when one event depends on another, and what single words contribute."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import auxiliaries, kids
from pipeline.events.lexicon import Standing, modifiers

UNREAL: tuple[Standing, ...] = ("hypothetical", "planned", "expected", "obligation", "permission", "deadline")


def under(outer: Standing, inner: Standing) -> Standing:
    """Return the standing of an event whose governor stands as `outer` and gives it `inner`.

    >>> under("denied", "denied"), under("happened", "planned"), under("planned", "inherit")
    ('happened', 'planned', 'planned')
    """
    if inner == "inherit":
        return outer
    if outer == "denied":
        return "happened" if inner == "denied" else "denied" if inner != "hypothetical" else "hypothetical"
    if outer in UNREAL and inner in {"happened", "ongoing"}:
        return outer
    if outer == "hypothetical" and inner in {"planned", "expected", "obligation", "denied"}:
        return "hypothetical"
    return inner


def negated(token: Token) -> bool:
    """Whether the predicate or noun is negated by a word of its own: not, never, no, nor, without, nobody."""
    negators = modifiers("adverb")
    for child in token.children:
        low = child.lower_
        if child.dep_ in {"advmod", "neg", "det", "cc:preconj", "aux"} and negators.get(low) == "denied" and not _only(child):
            return True
        if child.dep_ in {"nsubj", "nsubj:pass", "obj"} and _empty(child):
            return True
        if low == "longer" and child.dep_ == "advmod" and child.i > 0 and child.nbor(-1).lower_ == "no":
            return True  # "will no longer perform"
    if token.dep_ == "conj" and any(child.dep_ == "cc" and child.lower_ == "nor" for child in token.children):
        return True
    helpers = auxiliaries(token)
    return any(aux.head.i != token.i and negated_aux(aux.head, aux) for aux in helpers[:1])


def negated_aux(head: Token, aux: Token) -> bool:
    """Whether a "not" stands between a shared auxiliary and the verb it belongs to ("did not meet or sign")."""
    return any(child.i == aux.i + 1 and modifiers("adverb").get(child.lower_) == "denied" and not _only(child) for child in head.children)


def _only(word: Token) -> bool:
    """ "not only ... but also", "not just", "no longer" do not deny what follows in the way "not" does."""
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in {"only", "just", "merely", "least", "until"}


def _empty(noun: Token) -> bool:
    """Whether a subject or object is nobody: "no one was hurt", "no agreement was reached", "none", "nothing"."""
    if noun.lower_ in {"nobody", "none", "nothing", "neither"} or (
        noun.lower_ == "one" and any(child.lower_ == "no" for child in noun.children)
    ):
        return True
    counted = {"fewer", "less", "more", "later"}  # "no fewer than 40 people attended"
    return any(
        child.lower_ in {"no", "neither"} and noun.doc[child.i + 1].lower_ not in counted for child in kids(noun, "det", "cc:preconj")
    )


def modified(token: Token, place: str) -> Standing | None:
    """Return what an adjective (for a noun) or adverb (for a verb) beside the token makes of it, None for nothing."""
    table = modifiers(place)
    labels = ("amod", "compound", "advmod") if place == "adjective" else ("advmod",)
    for child in kids(token, *labels):
        status = table.get(child.lower_)
        if status and (place == "adjective" or status != "denied"):
            return status
    return None

"""Limits: what must be done by a day, by an hour, before something else happens, or within days that somebody is given."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import SUBJECTS, is_verb, kid, kids, marks, preposition
from pipeline.events.lexicon import words
from pipeline.events.times import LIMITS, Times

BELOW = frozenset({"obj", "obl", "xcomp", "advmod"})
GOVERNED = frozenset({"xcomp", "acl", "advcl", "ccomp", "obj", "conj", "nsubj:pass", "nsubj"})


def limited(token: Token, times: Times) -> bool:
    """Whether a limit ("by Friday") stands with the event or with the verb that governs it ("has until Friday to comply")."""
    if _has_limit(token, times) or any(times.limited(child.i) for child in token.children if child.dep_ in BELOW):
        return True
    if token.dep_ not in GOVERNED:
        return False
    above = token.head.head if token.head.dep_ in {"xcomp", "advcl"} and not is_verb(token) else token.head
    below = any(_has_limit(child, times) for child in token.children) or any(
        _has_limit(child, times) for child in kids(token.head, "xcomp")
    )
    return _has_limit(token.head, times) or times.limited(above.i) or below or given_time(token, times)


def _has_limit(token: Token, times: Times) -> bool:
    return times.limited(token.i) or hour_limit(token) or clause_limit(token, times)


def hour_limit(verb: Token) -> bool:
    """Whether an hour or a part of the day without a date limits the verb: "must check out by eleven", not "must go by bus"."""
    return any(
        preposition(child) in LIMITS and (child.lemma_.lower() in words("limit_words.txt") or (child.pos_ == "NUM" and len(child.text) < 4))
        for child in kids(verb, "obl")
    )


def clause_limit(verb: Token, times: Times) -> bool:
    """Whether it must be done before something else happens: "show a test before they board", "approve it when they meet on Monday"."""
    later = [child for child in kids(verb, "advcl") if child.i > verb.i and kid(child, *SUBJECTS) is not None]
    return any(marks(child) & {"before", "until", "till"} or ("when" in marks(child) and times.dated(child.i)) for child in later)


def given_time(verb: Token, times: Times) -> bool:
    """Whether somebody is given, or has, a length of time for it: "gave the firm ten days to pay", "has six weeks to repair the roof"."""
    above = verb.head
    giver = above.head if above.dep_ in {"obj", "nsubj:pass"} else above
    if giver.lemma_ not in {"give", "have", "get"} or verb.dep_ not in {"acl", "advcl", "xcomp"}:
        return False
    return any(link.timex.type == "DURATION" and link.root < verb.i for link in times.by_head.get(giver.i, ()))

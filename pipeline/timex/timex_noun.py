"""Which way a noun points at the day beside it: "the attack on Sunday will be investigated" is told as known, "the vote" is not."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.timex.context import Direction
from pipeline.timex.words import (
    CALLED_OFF_VERBS,
    FORMER_PLAN_ADJECTIVES,
    FUTURE_CUES,
    HEADING_VERBS,
    LOOKING_BACK_VERBS,
    PLANNED_EVENTS,
    RESULT_NOUNS,
    RESULT_VERBS,
    SUDDEN_EVENTS,
)

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_BESIDE = frozenset(("nmod", "compound", "obl"))


def by_noun(words: list[Token]) -> Direction | None:
    """Return "past" where the expression dates a sudden event told as known, or the object of a verb that looks back; else None.

    What the noun itself is decides, not the verb of its sentence: nobody can know next Sunday's attack.
    """
    inside = {word.i for word in words}
    root = next((word for word in words if word.head.i not in inside), None)
    if root is None:
        return None
    if root.dep_ == "nsubj:pass":
        return _called_off(root)
    if root.dep_.partition(":")[0] not in _BESIDE:
        return None
    if root.head.pos_ in ("NOUN", "PROPN"):
        noun = root.head
        if (found := _called_off(noun) or _held_until(noun)) is not None:
            return found
        own = root.dep_ == "nmod:poss"
        if noun.lower_ in SUDDEN_EVENTS and (own or _is_definite(noun)) and not _is_planned(noun):
            return Direction("past", f"'{noun.text}' is told as known", True)
        return None
    goal = _goal_before(words[0])
    if goal is not None:
        return Direction("future", f"'{goal.head.text}' for the '{goal.text}' that is to come", True)
    before = _noun_before(words[0])
    if before is None or before.head.i != root.head.i or before.dep_ not in ("obj", "obl"):
        return None
    if root.head.lemma_.lower() in LOOKING_BACK_VERBS and _is_definite(before) and not _is_planned(before):
        return Direction("past", f"'{root.head.text}' looks back at '{before.text}'", True)
    return None


def by_results(words: list[Token]) -> Direction | None:
    """Return no side, but firmly, for the period of figures that a verb makes known: it is over by then, the nearest one is meant.

    "Will report first-half results", "a loss for the third quarter"; but not "report first-half results on Thursday" for Thursday.
    """
    inside = {word.i for word in words}
    root = next((word for word in words if word.head.i not in inside), None)
    if root is None:
        return None
    beside = _noun_before(words[0]) if not words[0].is_sent_start and words[0].nbor(-1).lower_ == "for" else None
    noun = root.head if root.head.lower_ in RESULT_NOUNS else beside
    if noun is None or noun.lower_ not in RESULT_NOUNS:
        return None
    makes_known = any(word.lemma_.lower() in RESULT_VERBS for word in (noun.head, noun.head.head) if word.pos_ == "VERB")
    return Direction("", f"'{noun.text}' that are made known", True) if makes_known else None


def _called_off(noun: Token) -> Direction | None:
    """What has been called off was still to come; what was called off may have been over by now: the nearest date."""
    verb = noun.head
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "compound:prt" or child.tag_ == "RP"), "")
    lemma = f"{verb.lemma_.lower()} {particle}".strip()
    if noun.dep_.partition(":")[0] != "nsubj" or "pass" not in noun.dep_ or lemma not in CALLED_OFF_VERBS:
        return None
    if any(child.lower_ in ("has", "have") for child in verb.lefts):
        return Direction("future", f"'{noun.text}' has been taken off the calendar", True)
    former = next((child.text for child in noun.lefts if child.lower_ in FORMER_PLAN_ADJECTIVES), "")
    if former:
        return Direction("past", f"'{former} {noun.text}' holds no more", True)
    return Direction("present", f"'{noun.text}' was taken off the calendar, the nearest", True)


def _held_until(noun: Token) -> Direction | None:
    """In "put off until after the election in September" the noun's date lies ahead of the putting off."""
    before = noun.doc[max(noun.left_edge.i - 2, noun.sent.start) : noun.i]
    if any(word.lower_ in ("until", "till") for word in before):
        return Direction("future", f"'until' before '{noun.text}' looks ahead", True)
    return None


def _is_definite(noun: Token) -> bool:
    return any((child.dep_ == "det" and child.lower_ in _DEFINITE) or child.dep_ == "nmod:poss" for child in noun.lefts)


def _is_planned(noun: Token) -> bool:
    return any(child.lower_ in ("next", "future", "possible") or child.lower_ in FUTURE_CUES for child in noun.lefts)


def _goal_before(first: Token) -> Token | None:
    """Return the event somebody is meant for, only its place standing before the day ("invited to the final in Moscow on Sunday")."""
    noun = _noun_before(first)
    for _ in range(2):
        if noun is None or noun.lower_ in PLANNED_EVENTS:
            break
        edge = noun.doc[noun.left_edge.i]
        noun = noun.doc[edge.i - 1] if noun.pos_ == "PROPN" and edge.tag_ == "IN" and edge.i else None
    if noun is None or noun.lower_ not in PLANNED_EVENTS or noun.head.lemma_.lower() not in HEADING_VERBS:
        return None
    towards = any(child.dep_ == "case" and child.lower_ in ("to", "for") for child in noun.lefts)
    return noun if towards else None


def _noun_before(first: Token) -> Token | None:
    """Return the noun right before the preposition of the expression ("the fire on Saturday")."""
    if first.i < 2 or first.is_sent_start or first.nbor(-1).tag_ != "IN":
        return None
    noun = first.nbor(-2)
    return noun if noun.pos_ in ("NOUN", "PROPN") else None

"""Rows that tell a reader nothing: what is only imagined, of nobody in particular and at no time, beside the row that says why.

Judged when everything is known of a row, its date and its parties; the main clause of a sentence is never idle.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Token

from pipeline.events.conditions import is_conditional
from pipeline.events.grammar import clause_of, is_verb, kid, kids, lemma_of, marks, preposition, to_infinitive
from pipeline.events.lexicon import governors, noun_statuses, words
from pipeline.events.no_events import is_human
from pipeline.events.participants import Participants
from pipeline.events.trigger import Dating, Trigger
from pipeline.records import Status

UNREAL: frozenset[Status] = frozenset({"hypothetical", "expected", "planned", "denied"})
BELOW = frozenset({"obl", "nmod", "conj", "obj"})


def is_idle(doc: Doc, trigger: Trigger, dating: Dating, people: Participants, rows: AbstractSet[int]) -> bool:
    """Whether the row is unreal, undated, without a named party, and hangs on another row (`rows`: their heads) or is small talk."""
    if trigger.status not in UNREAL or dating.timex is not None or dating.basis not in {"none", "publication"}:
        return False
    if trigger.quoted and trigger.status == "hypothetical" and not people.actors:
        return True
    if people.actors or trigger.headline or dating.basis != "none":
        return False
    token = doc[trigger.head]
    if is_verb(token):
        return _idle_verb(token, people, rows)
    return token.dep_ in BELOW and _is_aim(clause_of(token), rows)


def _idle_verb(verb: Token, people: Participants, rows: AbstractSet[int]) -> bool:
    if is_conditional(verb) and marks(verb) & words("open_conditions.txt"):
        return verb.head.i in rows and not _somebody(people)  # "if the deal goes through"
    if verb.dep_ == "advcl" and marks(verb) & words("waiting_words.txt") and verb.head.i in rows:
        return not _somebody(people)  # "will not resume before a review is finished"
    return _is_aim(verb, rows)


def _is_aim(verb: Token, rows: AbstractSet[int]) -> bool:
    """Whether it only says to what end, or without what, another row's event is: "to protect investors", "without causing damage"."""
    above = verb.head
    if above.i not in rows and not (above.pos_ == "NOUN" and clause_of(above).i in rows):
        return False
    if verb.tag_ == "VBG" and marks(verb) & {"without"}:
        return True
    loose = to_infinitive(verb) and verb.dep_ in {"advcl", "acl"} and kid(above, "cop") is None
    return loose and lemma_of(above) not in governors("infinitive") and above.lemma_.lower() not in noun_statuses()


def _somebody(people: Participants) -> bool:
    """Whether people or a body do it, though no name is said: "if the judges agree"."""
    return any(
        noun.pos_ == "NOUN" and (is_human(noun) or noun.lemma_.lower() in words("bodies.txt") or _of_a_body(noun))
        for noun in people.arguments.agents
    )


def _of_a_body(noun: Token) -> bool:
    return any(child.lemma_.lower() in words("bodies.txt") for child in kids(noun, "compound")) or preposition(noun) == "by"

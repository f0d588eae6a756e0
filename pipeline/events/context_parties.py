"""Parties that stand outside the event's own clause: behind "the action", and who imposes a deadline."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.arguments import arguments_of
from pipeline.events.grammar import first_conjunct
from pipeline.events.lexicon import event_noun
from pipeline.events.participants import Participants, participants_of, unique
from pipeline.events.status_nouns import definite
from pipeline.events.trigger import Trigger
from pipeline.records import Status

if TYPE_CHECKING:
    from pipeline.actors import Actors

Known = tuple[Trigger, Participants, Status]


def with_context(doc: Doc, actors: Actors, known: Sequence[Known]) -> list[Participants]:
    """Return the participants of each event, completed from the events before it."""
    found: list[Participants] = []
    for n, (trigger, people, status) in enumerate(known):
        if not people.actors and _by_anaphor(people):
            people = _of_last_act([(known[i][0], found[i]) for i in range(n)], people)
        if status == "deadline" and not people.targets:
            people = _imposed(doc[trigger.head], people, doc, actors)
        found.append(people)
    return found


def _by_anaphor(people: Participants) -> bool:
    """Whether the event's subject points at an act told before: "the action", "the move"; not "the Oslo event", "reported the plan"."""
    for token in people.arguments.agents or people.arguments.patients:
        entry = event_noun(token.text, token.lemma_)
        told_apart = any(child.dep_ in {"compound", "nmod", "acl:relcl"} for child in token.children)
        if entry is not None and entry.evidence == "anaphor" and definite(token) and not told_apart:
            return True
    return False


def _of_last_act(before: Sequence[tuple[Trigger, Participants]], people: Participants) -> Participants:
    for trigger, other in reversed(before):
        if other.sources and trigger.kind == "verb" and other.targets:
            return dataclasses.replace(people, sources=other.sources, targets=other.targets)
    return people


def _imposed(token: Token, people: Participants, doc: Doc, actors: Actors) -> Participants:
    """Add who imposes the deadline: the speaker, or the subject of the verb that governs it."""
    for verb in (first_conjunct(token), token.head):
        if verb.i == token.i or verb.pos_ != "VERB":
            continue
        stand_in = Trigger(head=verb.i, start=verb.i, end=verb.i + 1, lemma=verb.lemma_, clause=verb.i, kind="verb", sentence=0)
        imposers = participants_of(doc, stand_in, actors).sources if arguments_of(verb).agents else ()
        others = unique(name for name in imposers if name not in people.sources)
        if others:
            return dataclasses.replace(people, targets=others)
    return people

"""Parties that stand outside the event's own clause: behind "the action", and who imposes a deadline."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.arguments import arguments_of
from pipeline.events.event_types import type_of
from pipeline.events.grammar import SUBJECTS, first_conjunct
from pipeline.events.lexicon import event_noun, words
from pipeline.events.participants import Participants, participants_of, unique
from pipeline.events.status_nouns import definite
from pipeline.events.trigger import Trigger
from pipeline.events.type_frames import Company
from pipeline.records import Status

if TYPE_CHECKING:
    from pipeline.actors import Actors

Known = tuple[Trigger, Participants, Status]


def with_context(doc: Doc, actors: Actors, known: Sequence[Known]) -> list[Participants]:
    """Return the participants of each event, completed from the events before it."""
    found: list[Participants] = []
    for n, (trigger, people, status) in enumerate(known):
        if not people.actors and _by_anaphor(people):
            people = _of_last_act(doc, [(known[i][0], found[i]) for i in range(n)], people)
        if status == "deadline" and not people.targets:
            people = _imposed(doc[trigger.head], people, doc, actors)
        found.append(people)
    return found


def _by_anaphor(people: Participants) -> bool:
    """Whether the event's subject points at an act told before: "the action", "the move"; not "the Oslo event", "reported the plan"."""
    for token in people.arguments.agents or people.arguments.patients:
        entry = event_noun(token.text, token.lemma_)
        told_apart = any(child.dep_ in {"compound", "nmod", "acl:relcl"} for child in token.children)
        told = token.lemma_.lower() in words("suits.txt") and token.dep_ in SUBJECTS  # not "Maryland joined the suit"
        points_back = told or (entry is not None and entry.evidence == "anaphor")
        if points_back and definite(token) and not told_apart:
            return True
    return False


def _of_last_act(doc: Doc, before: Sequence[tuple[Trigger, Participants]], people: Participants) -> Participants:
    """Return the people with the parties of the last act between two; "the case" takes those of the last suit, of one side too."""
    nouns = people.arguments.agents or people.arguments.patients
    suit = any(token.lemma_.lower() in words("suits.txt") for token in nouns)
    for trigger, other in reversed(before):
        if suit:
            if other.targets and type_of(doc[trigger.head], Company(other.arguments)) == "LEGAL":
                return dataclasses.replace(people, sources=other.sources, targets=other.targets)
        elif other.sources and trigger.kind == "verb" and other.targets:
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

"""Attribution that becomes a row after all: a named party says something that no other row tells."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.attribution import reports, speech_row
from pipeline.events.event_types import makes_demand
from pipeline.events.grammar import kid, kids
from pipeline.events.saying import speaker_of
from pipeline.events.trigger import Trigger

if TYPE_CHECKING:
    from pipeline.actors import Actors


def with_speech_rows(doc: Doc, triggers: Sequence[Trigger], quoted: frozenset[int], actors: Actors) -> tuple[Trigger, ...]:
    """Return the triggers; "said" is a row where a named speaker reports a state that has no row ("said Moscow was disappointed").

    A row further down ("said that Apple has 109 stores, creating revenue") does not tell what was said.
    """
    clauses = {trigger.clause for trigger in triggers if trigger.is_row} | {trigger.head for trigger in triggers if trigger.is_row}
    told = {trigger.head for trigger in triggers if not trigger.is_row and not _reported(doc[trigger.head]).isdisjoint(clauses)}
    told |= {trigger.reported_by or -1 for trigger in triggers if trigger.is_row and kid(doc[trigger.reported_by or 0], "ccomp") is None}
    return tuple(
        dataclasses.replace(trigger, is_row=True)
        if not trigger.is_row and (trigger.head not in told or makes_demand(doc[trigger.head])) and _speaks(doc, trigger, quoted, actors)
        else trigger
        for trigger in triggers
    )


def _reported(verb: Token) -> set[int]:
    """Return the main words of what is said: the clause, those joined to it, and what they only carry ("is expected to resign")."""
    found: set[int] = set()
    waiting = kids(verb, "ccomp", "parataxis", "obj")
    while waiting:
        word = waiting.pop()
        if word.i not in found:
            found.add(word.i)
            waiting += kids(word, "conj", "xcomp")
    return found


def _speaks(doc: Doc, trigger: Trigger, quoted: frozenset[int], actors: Actors) -> bool:
    verb = doc[trigger.head]
    if (
        trigger.status != "happened"
        or speech_row(verb) == "thought"
        or kid(verb, "ccomp", "parataxis") is None
        or not reports(verb, quoted)
    ):
        return False
    speaker = speaker_of(verb)
    mention = actors.of(speaker.i) if speaker is not None else None
    return mention is not None and mention.role == "actor" and mention.kind != "thing"

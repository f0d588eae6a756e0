"""Attribution that becomes a row after all: a named party says something that no other row tells."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from pipeline.events.attribution import reports
from pipeline.events.event_types import makes_demand
from pipeline.events.grammar import kid
from pipeline.events.saying import speaker_of
from pipeline.events.trigger import Trigger

if TYPE_CHECKING:
    from pipeline.actors import Actors


def with_speech_rows(doc: Doc, triggers: Sequence[Trigger], quoted: frozenset[int], actors: Actors) -> tuple[Trigger, ...]:
    """Return the triggers; "said" is a row where a named speaker reports a state that has no row ("said Moscow was disappointed")."""
    told = {trigger.reported_by for trigger in triggers if trigger.is_row}
    return tuple(
        dataclasses.replace(trigger, is_row=True)
        if not trigger.is_row and (trigger.head not in told or makes_demand(doc[trigger.head])) and _speaks(doc, trigger, quoted, actors)
        else trigger
        for trigger in triggers
    )


def _speaks(doc: Doc, trigger: Trigger, quoted: frozenset[int], actors: Actors) -> bool:
    verb = doc[trigger.head]
    if trigger.status != "happened" or kid(verb, "ccomp", "parataxis") is None or not reports(verb, quoted):
        return False
    speaker = speaker_of(verb)
    mention = actors.of(speaker.i) if speaker is not None else None
    return mention is not None and mention.role == "actor" and mention.kind != "thing"

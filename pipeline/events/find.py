"""The event stage: triggers -> their dates -> rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from pipeline.events.anchor import date_triggers
from pipeline.events.rows import build_rows
from pipeline.events.triggers import find_triggers
from pipeline.records import Article, Event, Timex

if TYPE_CHECKING:
    from pipeline.actors import Actors


def find_events(article: Article, doc: Doc, timexes: Sequence[Timex], actors: Actors) -> tuple[Event, ...]:
    """Read one analysed article, return its event rows in text order."""
    triggers = find_triggers(article, doc, timexes, actors)
    datings = date_triggers(article, doc, timexes, triggers)
    return build_rows(article, doc, timexes, actors, list(zip(triggers, datings, strict=True)))

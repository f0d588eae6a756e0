"""Events with their actors under the names that all articles together give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.records import Event


def rename_actors(events: Iterable[Event], names: Mapping[str, Mapping[str, str]]) -> tuple[Event, ...]:
    """Return the events with their actors renamed; `names` is article id -> old name -> new one."""
    return tuple(_renamed(event, names.get(event.article_id, {})) for event in events)


def _renamed(event: Event, names: Mapping[str, str]) -> Event:
    if not names:
        return event

    def renamed(old: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names.get(name, name) for name in old))

    return replace(
        event,
        actors=renamed(event.actors),
        source_actors=renamed(event.source_actors),
        target_actors=renamed(event.target_actors),
        names=renamed(event.names),
        said_by=names.get(event.said_by, event.said_by),
    )

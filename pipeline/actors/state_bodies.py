"""Organs of a state: foreign ministries and embassies are the state; other ministries and armies keep a name of their own."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.actors.identify import Known
from pipeline.actors.reading import Owner, Reading, owners_of
from pipeline.actors.world import load_world
from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import cells


class StateBody(NamedTuple):
    """Whom the organ stands for, and its first token with the state's name before it ("Russia's Foreign Ministry")."""

    actors: tuple[str, ...]
    is_state: bool
    start: int


@cache
def adjective_of(state: str) -> str:
    """Return the adjective that stands before a body of the state ("Russian", "U.S."), or the state's name."""
    for row in read_table("world/countries.csv", "name", "adjectives"):
        if row["name"] == state and row["adjectives"]:
            return cells(row["adjectives"])[0]
    return state


def state_body(reading: Reading, known: Known) -> StateBody | None:
    """Return whom a named organ of a state stands for, or None if it is a body of its own."""
    itself = next(
        (phrase for phrase in sorted(read_words("en/actors/state_itself.txt"), key=len, reverse=True) if _holds(known.text, phrase)), None
    )
    public = next(
        (phrase for phrase in sorted(read_words("en/actors/public_bodies.txt"), key=len, reverse=True) if _holds(known.text, phrase)), None
    )
    if known.kind != "organisation" or not (itself or public):
        return None
    owner, start, inside = _state_of(reading, known)
    if owner is None:
        return None
    if itself:
        return StateBody((owner.name,), True, start)
    own = known.canonical if inside or known.body_kind else f"{adjective_of(owner.name)} {known.canonical}"
    return StateBody((own, owner.name), False, start)


def _holds(text: str, phrase: str) -> bool:
    return text == phrase or text.endswith(" " + phrase) or text.startswith((phrase + " of ", phrase + " for "))


def _state_of(reading: Reading, known: Known) -> tuple[Owner | None, int, bool]:
    """Return the organ's state, its first token, and whether the state is part of the name."""
    world = load_world()
    words = known.text.split()
    for length in (2, 1):
        state = world.demonym(" ".join(words[:length])) or world.state(" ".join(words[:length]))
        if state and len(words) > length:
            return Owner(state, True), known.name.start, True
    if " of " in known.text:
        state = world.state(known.text.rsplit(" of ", 1)[1])
        if state:
            return Owner(state, True), known.name.start, True
    found = [owner for owner in owners_of(reading, reading.doc[known.head]) if owner.is_state]
    start = known.name.start
    before = reading.doc[known.name.start - 1] if known.name.start else None
    if before is not None and before.tag_ == "POS" and known.name.start > 1:
        before = reading.doc[known.name.start - 2]
    if before is not None and before.i in reading.owners and reading.owners[before.i].is_state:
        found = [reading.owners[before.i]]
    if before is not None and found and before.i in reading.owners:
        start = reading.by_token[before.i].name.start if before.i in reading.by_token else before.i
    return (found[0] if found else None), start, False

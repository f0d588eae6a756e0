"""One actor at a glance: how many events, from when to when, of which kinds, with which status, with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.view.event_view import EventView, Mask
from pipeline.view.type_groups import type_label

Counts = tuple[tuple[str, int], ...]
MOST_PARTNERS = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor's events: `first` and `last` are row numbers (None when none is dated), counts stand with the most first.

    `does` and `done_to` count the events in which the actor acts, and those that are done to it.
    """

    name: str
    events: int
    undated: int
    first: int | None
    last: int | None
    does: int
    done_to: int
    types: Counts
    statuses: Counts
    partners: Counts


def profile_of(view: EventView, mask: Mask, name: str) -> Profile:
    """Return the profile of an actor among the masked rows."""
    mine = mask & view.rows_of("any", (name,))
    rows = np.flatnonzero(mine)
    dated = rows[view.dated[rows]]
    types, statuses = (view.codes(column) for column in ("event_type", "status"))
    return Profile(
        name,
        rows.size,
        int(rows.size - dated.size),
        int(dated[0]) if dated.size else None,
        int(dated[np.argmax(view.hi[dated])]) if dated.size else None,
        int((mine & view.rows_of("source", (name,))).sum()),
        int((mine & view.rows_of("target", (name,))).sum()),
        _ranked(types.codes[rows], [type_label(text) for text in types.texts]),
        _ranked(statuses.codes[rows], statuses.texts),
        _partners(view, mine, name),
    )


def _ranked(codes: np.ndarray, names: Sequence[str]) -> Counts:
    counts = np.bincount(codes, minlength=len(names))
    order = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], names[code].casefold()))
    return tuple((names[code], int(counts[code])) for code in order)


def _partners(view: EventView, mine: Mask, name: str) -> Counts:
    members = view.members["any"]
    counts = members.counts(mine, folded=False)
    order = np.lexsort((np.arange(counts.size), -counts))[: MOST_PARTNERS + 1]  # names stand in the order of the alphabet
    found = ((members.names[code], int(counts[code])) for code in order.tolist() if counts[code])
    return tuple(pair for pair in found if pair[0] != name)[:MOST_PARTNERS]

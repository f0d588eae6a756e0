"""Which lane a row belongs to, which lanes there are for some rows, and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from pipeline.view.columns import coded_lists
from pipeline.view.event_view import EventView, Mask
from pipeline.view.type_groups import shown_types

LaneKey = Literal["actor", "type", "status", "source", "article", "place", "story"]
Profile = tuple[str, ...]
LaneOrder = Literal["count", "first", "name"]
LANE_LABELS: dict[LaneKey, str] = {
    "actor": "By actor",
    "type": "By type",
    "status": "By status",
    "article": "By article",
    "source": "By source",
    "place": "By place",
    "story": "By story",
}
ORDER_LABELS: dict[LaneOrder, str] = {"count": "Fullest first", "first": "Earliest first", "name": "By name"}
WITH = "with "  # before the names on an actor's page
ALONE = "nobody else named"
NOBODY = {"actor": "no actor named", "place": "no place said"}
_MORE: dict[LaneKey, str] = {
    "actor": "actors",
    "type": "types",
    "status": "statuses",
    "article": "articles",
    "source": "sources",
    "place": "places",
    "story": "stories",
}
_COLUMNS: dict[LaneKey, str] = {"status": "status", "article": "article_title", "source": "source", "place": "place"}
MOST_LANES = 12
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the lanes stand for, how they are sorted, and which of them (by name) are shut.

    On an actor's page (`key` is a Profile) they stand for who else takes part; of two actors, for each of them and for both.
    `ahead` says whether what lies ahead without a stated day is drawn, from its publication on.
    """

    key: LaneKey | Profile = "actor"
    order: LaneOrder = "count"
    closed: frozenset[str] = frozenset()
    ahead: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class LaneColumn:
    """Each row's lane as a number below `size`, and the name of a number; `nobody` is the lane of rows without a name, -1 for none.

    Numbers follow the alphabet, those of stories the time.
    """

    codes: NDArray[np.int32]
    name: Callable[[int], str]
    size: int
    nobody: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """Some rows in their lanes: the lanes' names from top to bottom, how many of the rows each has, and the lane of each row."""

    rows: Rows
    names: tuple[str, ...]
    counts: Rows
    of: NDArray[np.int64]

    def members(self, lane: int) -> Rows:
        """Return the rows of a lane."""
        found: Rows = self.rows[self.of == lane]
        return found


def lane_column(view: EventView, key: LaneKey | Profile) -> LaneColumn:
    """Return every row's lane: who does it (else the first who takes part), its type group, status, article, source, place or story."""
    if isinstance(key, tuple):
        return _by_partner(view, key[0]) if len(key) == 1 else _compared(view, key)
    kept = f"lanes by {key}"
    if kept not in view.kept:
        view.kept[kept] = _BUILT[key](view, key)
    found: LaneColumn = view.kept[kept]
    return found


def _by_actor(view: EventView, _key: LaneKey) -> LaneColumn:
    numbers, names = dict(view.members["any"].numbers), list(view.members["any"].names)
    found = np.full(len(view), -1, dtype=np.int32)
    for column in ("actors", "source_actors"):  # the later one wins
        lists = coded_lists(view.table[column])
        for name in lists.texts:
            if name not in numbers:
                numbers[name] = len(names)
                names.append(name)
        first = lists.first
        place = np.array([numbers[name] for name in lists.texts] + [-1], dtype=np.int32)
        found = np.where(first >= 0, place[first], found)
    return _with_nobody(found, names, NOBODY["actor"])


def _with_nobody(codes: Any, names: list[str], nobody: str) -> LaneColumn:
    every = [*names, nobody]
    return LaneColumn(np.where(codes < 0, len(names), codes).astype(np.int32), every.__getitem__, len(every), len(names))


def _by_partner(view: EventView, actor: str) -> LaneColumn:
    """Return with whom an actor takes part in each row: the first other name, the surest since names stand in the order of their roles."""
    lists = coded_lists(view.table["actors"])
    other = np.array([name != actor for name in lists.texts], dtype=bool)[lists.codes]
    rows, codes = lists.rows[other], lists.codes[other]
    found = np.full(len(view), -1, dtype=np.int32)
    found[rows[::-1]] = codes[::-1]
    return _with_nobody(found, [f"{WITH}{name}" for name in lists.texts], ALONE)


def _compared(view: EventView, actors: Profile) -> LaneColumn:
    """Return for each row which of two actors takes part: the one, the other, both."""
    one, other = (view.rows_of("any", (name,)) for name in actors)
    codes = np.where(one & other, 2, np.where(one, 0, 1)).astype(np.int32)
    return LaneColumn(codes, [*actors, " and ".join(actors)].__getitem__, 3)


def _by_type(view: EventView, _key: LaneKey) -> LaneColumn:
    labels = {shown.group: shown.group_label for shown in shown_types().values()}
    codes = view.codes("event_type").map(lambda name: shown_types()[name].group, np.int32, 0)
    return LaneColumn(codes, labels.__getitem__, len(labels))


def _by_column(view: EventView, key: LaneKey) -> LaneColumn:
    column = view.codes(_COLUMNS[key])
    return _with_nobody(column.codes, list(column.texts), NOBODY.get(key, "not said"))


def _by_story(view: EventView, _key: LaneKey) -> LaneColumn:
    ranked, stories = view.stories.ranked, view.stories.of
    first = np.ones(ranked.size, dtype=bool)
    first[1:] = stories[ranked[1:]] != stories[ranked[:-1]]
    leading = ranked[first]
    return LaneColumn(stories.astype(np.int32), lambda number: str(view.table["summary"].iloc[int(leading[number])]), leading.size)


_BUILT: dict[LaneKey, Callable[[EventView, LaneKey], LaneColumn]] = {
    "actor": _by_actor,
    "type": _by_type,
    "status": _by_column,
    "article": _by_column,
    "source": _by_column,
    "place": _by_column,
    "story": _by_story,
}


def speech(view: EventView) -> Mask:
    """Return which rows only say something."""
    if "speech" not in view.kept:
        said = {name for name, shown in shown_types().items() if shown.group == shown_types()["STATEMENT"].group}
        view.kept["speech"] = view.codes("event_type").among(said)
    found: Mask = view.kept["speech"]
    return found


def group_lanes(view: EventView, rows: Rows, key: LaneKey | Profile, order: LaneOrder = "count") -> Lanes:
    """Put the rows (in order of time) into at most MOST_LANES lanes; the rare ones share one, "9 more actors".

    By count the fullest come first, then who only speaks; the shared lane and what has no name stand last in every order.
    """
    column = lane_column(view, key)
    codes = column.codes[rows]
    totals = np.bincount(codes, minlength=column.size)
    there = np.flatnonzero(totals)
    kept = there[np.lexsort((there, -totals[there], there == column.nobody))]
    shared = there.size - (MOST_LANES - 1) if there.size > MOST_LANES else 0
    kept = kept[: MOST_LANES - 1] if shared else kept
    number = np.full(column.size, len(kept), dtype=np.int64)
    number[kept] = np.arange(len(kept))
    of = number[codes]
    n_lanes = len(kept) + bool(shared)
    what = _MORE["actor"] if isinstance(key, tuple) else _MORE[key]
    names = [column.name(int(code)) for code in kept] + ([f"{shared:,} more {what}"] if shared else [])
    counts = np.bincount(of, minlength=n_lanes)
    first = np.zeros(n_lanes, dtype=np.int64)
    first[of[::-1]] = np.arange(of.size)[::-1]
    quiet = np.bincount(of[speech(view)[rows]], minlength=n_lanes) == counts

    def rank(lane: int) -> tuple[Any, ...]:
        last = (lane < len(kept) and kept[lane] == column.nobody, lane == len(kept))
        name = names[lane].casefold()
        return last + {"count": (quiet[lane], -counts[lane], name), "first": (first[lane],), "name": (name,)}[order]

    sequence = sorted(range(n_lanes), key=rank)
    place = np.empty(n_lanes, dtype=np.int64)
    place[sequence] = np.arange(n_lanes)
    return Lanes(rows, tuple(names[lane] for lane in sequence), counts[sequence], place[of])

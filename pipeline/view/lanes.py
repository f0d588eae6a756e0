"""Lanes: which lane an event belongs to, and where in it the event stands so that neither marks nor labels ever overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from pipeline.view.event_view import EventView, Mask
from pipeline.view.folding import told_by
from pipeline.view.spans import Scale, Span, span_of
from pipeline.view.text_width import BOLD, shorten, text_width
from pipeline.view.type_groups import shown_types

LaneKey = Literal["actor", "type", "status", "source", "place"]
LANE_LABELS: dict[LaneKey, str] = {
    "actor": "By actor",
    "type": "By type",
    "status": "By status",
    "source": "By article",
    "place": "By place",
}
NOBODY = {"actor": "no actor named", "place": "no place said"}
MOST_LANES = 12
NARROW = 600  # below this width, in pixels, each event has a row of its own with its label above
GAP = 7.0  # between mark and label
SPACE = 12.0  # between one event's footprint and the next
LONGEST_LABEL = 440.0
Side = Literal["right", "left", "inside", "above"]


@dataclass(frozen=True, slots=True)
class Measure:
    """The plot's size in pixels: its width, a row's height, the space above and below a lane's rows, the label's font size."""

    width: float
    row: float
    above: float
    below: float
    font: float
    narrow: bool

    @classmethod
    def of(cls, plot_width: float, *, narrow: bool) -> Measure:
        """Return the measures for a wide or narrow page."""
        return cls(plot_width, 34.0, 26.0, 6.0, 13.0, True) if narrow else cls(plot_width, 25.0, 6.0, 6.0, 13.0, False)


@dataclass(frozen=True, slots=True)
class Placed:
    """One event on the plot: `row` in the view, `y` of its mark, its label and the side it stands on.

    `line` counts the lines of its lane; `left` to `right` is its footprint, mark and label together.
    """

    row: int
    lane: int
    line: int
    y: float
    span: Span
    label: str
    label_x: float
    side: Side
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane, `top` to `bottom` in pixels from the plot's upper edge; `count` is of the events in the window."""

    name: str
    count: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LanePlan:
    """All lanes and their events; `lines` is how many lines of events there are in all."""

    lanes: tuple[Lane, ...]
    placed: tuple[Placed, ...]
    height: float
    lines: int


def lane_names(view: EventView, key: LaneKey) -> list[str]:
    """Return each row's lane: who does it (else the first who takes part), its type group, status, article or place."""
    table = view.table
    if key == "actor":
        pairs = zip(table["source_actors"], table["actors"], strict=True)
        return [next(iter([*sources, *actors]), NOBODY["actor"]) for sources, actors in pairs]
    if key == "type":
        return [shown_types()[name].group_label for name in table["event_type"]]
    if key == "place":
        return [name if isinstance(name, str) else NOBODY["place"] for name in table["place"]]
    return [str(name) for name in table["status" if key == "status" else "article_title"]]


def main_lanes(names: Sequence[str], rows: Iterable[int], key: LaneKey) -> list[str]:
    """Return each row's lane name where the rare ones share a last lane, "9 more actors"; rows outside `rows` are not counted."""
    counts = Counter(names[row] for row in rows)
    if len(counts) <= MOST_LANES:
        return list(names)
    ranked = sorted(counts, key=lambda name: (name in NOBODY.values(), -counts[name], name.casefold()))
    kept = set(ranked[: MOST_LANES - 1])
    what = {"actor": "actors", "type": "types", "status": "statuses", "source": "articles", "place": "places"}[key]
    rest = f"{len(counts) - len(kept)} more {what}"
    return [name if name in kept else rest for name in names]


def speech(view: EventView) -> Mask:
    """Return which rows only say something."""
    said = {name for name, shown in shown_types().items() if shown.group == shown_types()["STATEMENT"].group}
    return np.asarray(view.table["event_type"].isin(said), dtype=bool)


def ranked_lanes(names: Sequence[str], rows: Sequence[int], said: Mask) -> list[tuple[str, list[int]]]:
    """Return the lanes with their rows: the fullest first, then who only speaks, then the shared lane and what has no name."""
    members: dict[str, list[int]] = {}
    for row in rows:
        members.setdefault(names[row], []).append(row)

    def rank(item: tuple[str, list[int]]) -> tuple[bool, bool, bool, int, str]:
        shared = " more " in item[0] and item[0].split(" ", 1)[0].isdigit()
        return item[0] in NOBODY.values(), shared, bool(said[item[1]].all()), -len(item[1]), item[0].casefold()

    return sorted(members.items(), key=rank)


def first_fit(footprints: Iterable[tuple[float, float]]) -> list[int]:
    """Return a line for each (left, right): the first in which it keeps SPACE from the one before. Give them sorted by left edge or not.

    >>> first_fit([(0, 50), (40, 90), (70, 100)])
    [0, 1, 0]
    """
    lines: list[list[tuple[float, float]]] = []
    chosen = []
    for left, right in footprints:
        for number, line in enumerate(lines):
            if all(right + SPACE <= other_left or left >= other_right + SPACE for other_left, other_right in line):
                line.append((left, right))
                chosen.append(number)
                break
        else:
            lines.append([(left, right)])
            chosen.append(len(lines) - 1)
    return chosen


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside a mark: the text may be cut, the `tail` behind it never is."""

    text: str
    tail: str = ""

    def fitted(self, measure: Measure, room: float) -> tuple[str, float]:
        """Return the label cut to the room in pixels, and its width."""
        text = shorten(self.text, measure.font * BOLD, room, self.tail)
        return text, text_width(text, measure.font) * BOLD


def place_label(span: Span, label: Label, measure: Measure) -> tuple[str, float, Side, float, float]:
    """Return (label, its left edge, side, footprint left, footprint right): right of the mark, else left, else where it fits best."""
    if measure.narrow:
        text, wide = label.fitted(measure, measure.width - 4)
        start = min(max(span.left, 2.0), max(measure.width - wide - 2.0, 0.0))
        return text, start, "above", min(span.left, start), max(span.right, start + wide)
    text, wide = label.fitted(measure, LONGEST_LABEL)
    if span.right + GAP + wide <= measure.width:
        return text, span.right + GAP, "right", span.left, span.right + GAP + wide
    if span.left - GAP - wide >= 0:
        return text, span.left - GAP - wide, "left", span.left - GAP - wide, span.right
    room = max(measure.width - span.right, span.left) - GAP
    if span.right - span.left < wide + 24 and room > 60:
        text, wide = label.fitted(measure, min(room, LONGEST_LABEL))
        if measure.width - span.right >= span.left:
            return text, span.right + GAP, "right", span.left, span.right + GAP + wide
        return text, span.left - GAP - wide, "left", span.left - GAP - wide, span.right
    text, wide = label.fitted(measure, max(span.right - span.left - 24, 40.0))
    return text, span.left + 12, "inside", span.left, max(span.right, span.left + 12 + wide)


def label_of(view: EventView, row: int, *, alone: bool) -> Label:
    """Return the label: the summary with ≈ before an approximate time, ? behind what may not be so.

    A row that stands `alone` for its event also says how often the event is told.
    """
    extent, summary = view.extents[row], view.table["summary"].iloc[row]
    before = "≈ " if extent.kind == "approximate" else ""
    behind = " ?" if extent.manner == "hypothetical" else ""
    told = told_by(view, row) if alone else ""
    return Label(before + summary, behind + (f" · {told}" if told else ""))


def plan_lanes(view: EventView, rows: Sequence[int], names: Sequence[str], scale: Scale, measure: Measure) -> LanePlan:
    """Place the rows (dated ones, in order of time) in lanes."""
    lanes, placed, top, lines = [], [], 0.0, 0
    there = Counter(view.stories.of[row] for row in rows)
    for number, (name, members) in enumerate(ranked_lanes(names, rows, speech(view))):
        spans = [span_of(view.extents[row], scale) for row in members]
        labels = [
            place_label(span, label_of(view, row, alone=there[view.stories.of[row]] == 1), measure)
            for span, row in zip(spans, members, strict=True)
        ]
        chosen = list(range(len(members))) if measure.narrow else first_fit((label[3], label[4]) for label in labels)
        count = max(chosen) + 1
        for row, span, label, line in zip(members, spans, labels, chosen, strict=True):
            y = top + measure.above + (line + (0.72 if measure.narrow else 0.5)) * measure.row
            placed.append(Placed(row, number, line, y, span, *label))
        bottom = top + measure.above + count * measure.row + measure.below
        lanes.append(Lane(name, len(members), top, bottom))
        top, lines = bottom, lines + count
    return LanePlan(tuple(lanes), tuple(placed), top, lines)

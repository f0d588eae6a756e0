"""Lanes: where in its lane an event stands, so that neither marks nor labels ever overlap."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.view.certainty import Extent
from pipeline.view.event_view import EventView
from pipeline.view.folding import told_by
from pipeline.view.lane_groups import Lanes
from pipeline.view.spans import Scale, Span, span_of
from pipeline.view.text_width import BOLD, shorten, text_width

NARROW = 600  # below this width, in pixels, each event has a row of its own with its label above
GAP = 7.0  # between mark and label
SPACE = 12.0  # between one event's footprint and the next
LONGEST_LABEL = 440.0
CLOSED = 30.0  # height of a collapsed lane
Side = Literal["right", "left", "inside", "above"]
Footprint = tuple[str, float, Side, float, float]


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
    """One lane, `top` to `bottom` in pixels from the plot's upper edge; `count` is of the events in the window.

    A `closed` lane says how many it has and draws none.
    """

    name: str
    count: int
    top: float
    bottom: float
    closed: bool = False


@dataclass(frozen=True, slots=True)
class LanePlan:
    """All lanes and their events; `lines` is how many lines of events there are in all."""

    lanes: tuple[Lane, ...]
    placed: tuple[Placed, ...]
    height: float
    lines: int


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


def place_label(span: Span, label: Label, measure: Measure) -> Footprint:
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


def _lengthened(footprints: Sequence[Footprint], labels: Sequence[Label], lines: Sequence[int], measure: Measure) -> list[Footprint]:
    """Return the footprints with the labels right of their marks as long as their lines have room for."""
    behind: dict[int, list[float]] = {}
    for footprint, line in zip(footprints, lines, strict=True):
        behind.setdefault(line, []).append(footprint[3])
    found = []
    for (text, start, side, left, right), label, line in zip(footprints, labels, lines, strict=True):
        if side == "right":
            end = min((other - SPACE for other in behind[line] if other > left), default=measure.width)
            text, wide = label.fitted(measure, max(end - start, right - start))
            right = start + wide
        found.append((text, start, side, left, right))
    return found


def is_passed(extent: Extent, until: float) -> bool:
    """Return whether a deadline had passed when the latest article appeared (`until`, NaN: unknown)."""
    return extent.kind == "deadline" and extent.hi <= until


def label_of(view: EventView, row: int, *, alone: bool, until: float = math.nan) -> Label:
    """Return the label: the summary with ≈ before an approximate time, ? behind what may not be so, "passed" behind an old deadline,
    "no day stated" behind what lies ahead without one.

    A row that stands `alone` for its event also says how often the event is told. `until` is the latest publication.
    """
    extent, summary = view.extents[row], view.table["summary"].iloc[row]
    before = "≈ " if extent.kind == "approximate" else ""
    behind = " ?" if extent.manner == "hypothetical" else " · passed" if is_passed(extent, until) else ""
    behind += " · no day stated" if extent.kind == "ahead" else ""
    told = told_by(view, row) if alone else ""
    return Label(before + summary, behind + (f" · {told}" if told else ""))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the plan of the lanes depends on beside the rows: the scale, the measures, the shut lanes, the latest publication (ms)."""

    scale: Scale
    measure: Measure
    closed: Collection[str] = ()
    until: float = math.nan


def plan_lanes(view: EventView, lanes: Lanes, setting: Setting) -> LanePlan:
    """Place the rows (dated ones, in order of time) in their lanes; shut lanes only say how many they have."""
    found: list[Lane] = []
    placed: list[Placed] = []
    top, lines = 0.0, 0
    there = Counter(view.stories.of[lanes.rows].tolist())
    for number, (name, total) in enumerate(zip(lanes.names, lanes.counts.tolist(), strict=True)):
        if name in setting.closed:
            found.append(Lane(name, total, top, top + CLOSED, closed=True))
            top += CLOSED
            continue
        rows = lanes.members(number).tolist()
        labels = [label_of(view, row, alone=there[int(view.stories.of[row])] == 1, until=setting.until) for row in rows]
        members, count = _placed(view, rows, labels, setting, (number, top))
        bottom = top + setting.measure.above + count * setting.measure.row + setting.measure.below
        found.append(Lane(name, total, top, bottom))
        placed += members
        top, lines = bottom, lines + count
    return LanePlan(tuple(found), tuple(placed), top, lines)


def _placed(view: EventView, rows: list[int], labels: list[Label], setting: Setting, lane: tuple[int, float]) -> tuple[list[Placed], int]:
    """Return the events of one lane (its number and top) in their places, and how many lines they need."""
    measure, (number, top) = setting.measure, lane
    spans = [span_of(view.extents[row], setting.scale) for row in rows]
    footprints = [place_label(span, label, measure) for span, label in zip(spans, labels, strict=True)]
    chosen = list(range(len(rows))) if measure.narrow else first_fit((footprint[3], footprint[4]) for footprint in footprints)
    if not measure.narrow:
        footprints = _lengthened(footprints, labels, chosen, measure)
    shift = 0.72 if measure.narrow else 0.5
    ys = [top + measure.above + (line + shift) * measure.row for line in chosen]
    parts = zip(rows, chosen, ys, spans, footprints, strict=True)
    return [Placed(row, number, line, y, span, *footprint) for row, line, y, span, footprint in parts], max(chosen) + 1

"""What a row knows of its time, as a kind of extent to draw. Shape means certainty; colour never does.

Times are milliseconds since 1970-01-01 on the wall clock as written, half-open, as floats; NaN = unknown or open.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.day import Day
from pipeline.view.columns import Coded, coded

DAY_MS = 86_400_000.0
Kind = Literal["exact", "interval", "approximate", "within", "unknown_start", "open_end", "deadline", "ahead", "undated"]
Manner = Literal["happened", "planned", "denied", "hypothetical"]
Soft = Literal["both", "start", "end"]

_FINE = ("minute", "hour", "day")
_SPANNING = ("since", "until", "between")
_AWAITED = ("planned", "expected", "deadline")
_NAMED_TIME = " -> "  # in a reason: between the words of a time and its days
KINDS: tuple[Kind, ...] = get_args(Kind)
MANNERS: tuple[Manner, ...] = get_args(Manner)
SOFT: tuple[Soft, ...] = get_args(Soft)
CODED_COLUMNS = ("first_day", "last_day", "granularity", "time_relation", "status", "date_basis", "date", "published")
TIME_COLUMNS = (*CODED_COLUMNS, "start", "end", "date_reason")
Floats = NDArray[np.float64]
Bytes = NDArray[np.int8]
_MANNERS: dict[str, Manner] = {"planned": "planned", "expected": "planned", "denied": "denied", "hypothetical": "hypothetical"}


@dataclass(frozen=True, slots=True)
class Extent:
    """One row's extent in time.

    `lo`, `hi` is the stretch that is known (half-open). `draw_lo`, `draw_hi` is the bar to draw; NaN where only the page's
    width can say how long a tail of unknown length looks. `by_publication` says that the text itself gives no date.
    `soft` is the end that an approximate stretch is vague at.

    What is planned, expected or due and has no day at all lies "ahead" of its publication: it has no `lo` and `hi`, so that it is
    undated wherever time is asked for, and `draw_lo` is the publication, from which it may be drawn. What lay ahead of another time
    ("still ahead when 'agreed'", its reason says) is only undated.
    """

    kind: Kind
    manner: Manner
    lo: float = math.nan
    hi: float = math.nan
    draw_lo: float = math.nan
    draw_hi: float = math.nan
    by_publication: bool = False
    soft: Soft = "both"

    @property
    def middle(self) -> float:
        """Where the mark stands: noon of an exact day, the middle of a stretch."""
        return (self.lo + self.hi) / 2


def _missing(value: object) -> bool:
    return value is None or value == "" or bool(pd.isna(value))  # type: ignore[call-overload,unused-ignore]


def day_ms(iso: object) -> float:
    """Return the first instant of an ISO day, NaN for none; years before 1 are fine.

    >>> day_ms("1970-01-02") == DAY_MS
    True
    """
    return math.nan if _missing(iso) else Day.parse(str(iso)).ordinal * DAY_MS


def published_ms(published: object) -> float:
    """Return the instant up to which an article can report: the end of its publication day, or the time it states."""
    if _missing(published):
        return math.nan
    text = str(published)
    if len(text.lstrip("-")) > 10:
        return float(np.datetime64(dt.datetime.fromisoformat(text).replace(tzinfo=None), "ms").astype(np.int64))
    return day_ms(text) + DAY_MS


def _soft(edtf: str) -> Soft:
    """Return which end of an EDTF stretch is approximate.

    >>> _soft("2021~/2022-02-28"), _soft("1943-23")
    ('start', 'both')
    """
    first, _, last = edtf.partition("/")
    if not last or ("~" in first) == ("~" in last):
        return "both"
    return "start" if "~" in first else "end"


@dataclass(frozen=True, slots=True, eq=False)
class Extents(Sequence[Extent]):
    """The extents of all rows as plain arrays, one entry a row; `extents[row]` makes the Extent of one. The fields are those of Extent.

    `kind`, `manner` and `soft` are places in KINDS, MANNERS and SOFT.
    """

    kind: Bytes
    manner: Bytes
    lo: Floats
    hi: Floats
    draw_lo: Floats
    draw_hi: Floats
    by_publication: NDArray[np.bool_]
    soft: Bytes

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Extents:
        """Read the TIME_COLUMNS of an event table."""
        columns = {name: coded(table[name]) for name in CODED_COLUMNS}
        reasons = table["date_reason"].array
        return cls.of_columns(columns, _stamps_ms(table["start"]), _stamps_ms(table["end"]), lambda rows: reasons.take(rows))

    @classmethod
    def of_columns(cls, columns: Mapping[str, Coded], start: Floats, end: Floats, reasons: Callable[[Any], Iterable[object]]) -> Extents:
        """Work out the extents; `start` and `end` are in ms, `reasons` returns why the dates of some rows are what they are."""
        status, granularity = columns["status"], columns["granularity"]
        first = columns["first_day"].map(day_ms, np.float64, math.nan)
        last = columns["last_day"].map(day_ms, np.float64, math.nan) + DAY_MS
        clock = granularity.among(("minute", "hour"))
        first, last = np.where(clock & ~np.isnan(start), start, first), np.where(clock & ~np.isnan(end), end, last)
        manner = status.map(lambda value: MANNERS.index(_MANNERS.get(value, "happened")), np.int8, 0)
        published = columns["published"].map(published_ms, np.float64, math.nan)
        kind = _kinds(columns, first, last, published)
        awaited = np.flatnonzero(kind == KINDS.index("ahead"))
        kind[awaited[[_NAMED_TIME in str(reason) for reason in reasons(awaited)]]] = KINDS.index("undated")
        ahead = kind == KINDS.index("ahead")
        manner = np.where(ahead, np.int8(MANNERS.index("planned")), manner)
        by_publication = columns["date_basis"].among(("publication",)) & ~(np.isnan(first) & np.isnan(last))
        lo, hi = np.where(np.isnan(first), last, first), np.where(np.isnan(last), first, last)
        is_open = kind == KINDS.index("open_end")
        waits = (kind == KINDS.index("deadline")) & np.isnan(first) & (published < last)
        to_come = is_open & (manner == MANNERS.index("planned")) & by_publication  # what the article only expects comes after it
        draw_lo = np.where(waits | ahead, published, np.where(to_come, np.fmax(first, published), first))
        draw_hi = np.where(is_open & (manner == 0) & (published > first), published, last)
        soft = columns["date"].map(lambda edtf: SOFT.index(_soft(edtf)) if "~" in edtf else 0, np.int8, 0)
        return cls(kind, manner, lo, hi, draw_lo, draw_hi, by_publication, soft)

    def __len__(self) -> int:
        return int(self.kind.size)

    @overload
    def __getitem__(self, row: int) -> Extent: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Extent]: ...
    def __getitem__(self, row: int | slice) -> Extent | Sequence[Extent]:
        if isinstance(row, slice):
            return [self[number] for number in range(*row.indices(len(self)))]
        lo, hi, draw_lo, draw_hi = (float(each[row]) for each in (self.lo, self.hi, self.draw_lo, self.draw_hi))
        kind, manner, soft = KINDS[self.kind[row]], MANNERS[self.manner[row]], SOFT[self.soft[row]]
        return Extent(kind, manner, lo, hi, draw_lo, draw_hi, bool(self.by_publication[row]), soft)

    def is_kind(self, *kinds: Kind) -> NDArray[np.bool_]:
        """Return which rows are of one of the kinds."""
        return np.isin(np.arange(len(KINDS)), [KINDS.index(kind) for kind in kinds])[self.kind]

    def taken(self, order: Any) -> Extents:
        """Return the extents in another order."""
        return Extents(*(getattr(self, each.name)[order] for each in fields(self)))


def _stamps_ms(cells: pd.Series) -> Floats:
    stamps = cells.to_numpy().astype("datetime64[ms]")
    return np.where(np.isnat(stamps), math.nan, stamps.astype(np.int64).astype(np.float64))


def _kinds(columns: Mapping[str, Coded], first: Floats, last: Floats, published: Floats) -> Bytes:
    no_first, no_last = np.isnan(first), np.isnan(last)
    ongoing, deadline = columns["status"].among(("ongoing",)), columns["status"].among(("deadline",))
    approximate = columns["granularity"].among(("fuzzy",)) | columns["date"].map(lambda edtf: "~" in edtf, bool, False)
    whole = columns["granularity"].among(_FINE) | columns["time_relation"].among(_SPANNING) | ongoing
    awaited = columns["status"].among(_AWAITED) & ~columns["date_basis"].among(("publication",)) & ~np.isnan(published)
    tests: list[tuple[Kind, Any]] = [
        ("ahead", no_first & no_last & awaited),
        ("undated", no_first & no_last),
        ("deadline", deadline & ~no_last),
        ("unknown_start", no_first),
        ("open_end", no_last),
        ("approximate", approximate),
        ("exact", whole & (last - first <= DAY_MS)),
        ("interval", whole),
    ]
    return np.select([test for _, test in tests], [np.int8(KINDS.index(kind)) for kind, _ in tests], np.int8(KINDS.index("within")))


def extent_of(row: Mapping[str, Any]) -> Extent:
    """Read an event table row (a mapping of its columns) and return its extent."""
    columns = {name: _one_row(row[name]) for name in CODED_COLUMNS}
    start, end = (np.array([_stamp_ms(row[name])]) for name in ("start", "end"))
    return Extents.of_columns(columns, start, end, lambda rows: [row.get("date_reason")] * len(rows))[0]


def _one_row(value: object) -> Coded:
    return Coded(np.array([-1]), []) if _missing(value) else Coded(np.array([0]), [str(value)])


def _stamp_ms(stamp: Any) -> float:
    return math.nan if _missing(stamp) else float(np.datetime64(stamp, "ms").astype(np.int64))

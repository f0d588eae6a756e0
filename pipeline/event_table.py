"""The event table: its columns are defined here, once. Labels, CSV header, validation and the README's table come from this tuple.

Days travel as ISO strings ("2022-02-28", "-0043-03-15") because pandas' own dates are drawn, not read: years from -9999 to 9999
must survive. `start` and `end` are datetime64[ms] without a zone, half-open, for drawing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
import pandas as pd

from pipeline.day import Day
from pipeline.errors import EventTableError
from pipeline.records import DateBasis, Event, Granularity, Status, TimeRelation

PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
GENERAL_TYPES = ("STATEMENT", "LEGAL", "ELECTION", "APPOINTMENT", "DISASTER", "BUSINESS", "HEALTH", "OTHER")
EVENT_TYPES = PLOVER_TYPES + GENERAL_TYPES
STATUSES: tuple[str, ...] = get_args(Status)
DATE_BASES: tuple[str, ...] = get_args(DateBasis)
TIME_RELATIONS: tuple[str, ...] = get_args(TimeRelation)
GRANULARITIES: tuple[str, ...] = get_args(Granularity)
REVIEWS = ("auto", "confirmed", "edited", "rejected")

Check = Callable[[Any], str]


def _any(_value: object) -> str:
    return ""


def _one_of(allowed: Sequence[str]) -> Check:
    def check(value: object) -> str:
        return "" if value in allowed else f"{value!r} is not one of {', '.join(allowed)}"

    return check


def _filled(value: object) -> str:
    return "" if value else "is empty"


def _not_negative(value: int) -> str:
    return "" if value >= 0 else f"{value} is negative"


def _share(value: float) -> str:
    return "" if 0 <= value <= 1 else f"{value} lies outside 0 to 1"


def _day(value: str) -> str:
    try:
        Day.parse(value)
    except ValueError as error:
        return str(error)
    return ""


def _names(value: object) -> str:
    ok = isinstance(value, (list, tuple)) and all(isinstance(name, str) and name for name in value)
    return "" if ok else f"{value!r} is not a list of names"


def _spans(value: object) -> str:
    ok = isinstance(value, (list, tuple)) and all(len(span) == 2 and 0 <= span[0] < span[1] for span in value)
    return "" if ok else f"{value!r} is not a list of (start, end)"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: pandas dtype, whether a cell may be missing, what it means, its label on the page, and a check of one value."""

    name: str
    dtype: str
    nullable: bool
    meaning: str
    label: str
    check: Check = _any


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "str", False, "stable id from the article and the trigger's place, kept by a new extraction", "Id", _filled),
    Column("article_id", "str", False, "the article it was read in", "Article id", _filled),
    Column("article_title", "str", False, "that article's title", "Article"),
    Column("source", "str", False, "outlet or file the article came from", "Source"),
    Column("published", "str", True, "the article's publication date or time (DCT), ISO", "Published"),
    Column("trigger", "str", False, "the word that names the event", "Trigger", _filled),
    Column("trigger_start", "Int64", False, "first character of the trigger in the article's text", "Trigger start", _not_negative),
    Column("trigger_end", "Int64", False, "character behind the trigger", "Trigger end", _not_negative),
    Column("summary", "str", False, "one readable line: who did what to whom", "Event", _filled),
    Column("event_type", "str", False, "PLOVER type, or a general one", "Type", _one_of(EVENT_TYPES)),
    Column("status", "str", False, "how certain it is that it happens, seen from publication", "Status", _one_of(STATUSES)),
    Column("actors", "object", False, "everyone who takes part, canonical names (a list; '; ' in CSV)", "Actors", _names),
    Column("source_actors", "object", False, "who does it (PLOVER's actor)", "Who", _names),
    Column("target_actors", "object", False, "to whom (PLOVER's recipient)", "To whom", _names),
    Column("names", "object", False, "every named thing in the event's clause, products and works included", "Names", _names),
    Column("place", "str", True, "where, if said", "Place"),
    Column("said_by", "str", True, "whose claim it is, if reported", "Said by"),
    Column("date", "str", True, "EDTF (ISO 8601-2); empty = undated", "Date"),
    Column("first_day", "str", True, "first day, inclusive, ISO; empty = open or unknown", "First day", _day),
    Column("last_day", "str", True, "last day, inclusive, ISO; empty = open or unknown", "Last day", _day),
    Column("start", "datetime64[ms]", True, "start for drawing, with the time of day where one is said; wall clock as written", "Start"),
    Column("end", "datetime64[ms]", True, "end for drawing, exclusive", "End"),
    Column("granularity", "str", True, "precision of the end points", "Precision", _one_of(GRANULARITIES)),
    Column("time_text", "str", True, "the expression the date was read from", "Time words"),
    Column("time_start", "Int64", True, "its first character in the article's text", "Time start", _not_negative),
    Column("time_end", "Int64", True, "character behind it", "Time end", _not_negative),
    Column("timex_type", "str", True, "its TIMEX3 type", "TIMEX3 type", _one_of(("DATE", "TIME", "DURATION", "SET"))),
    Column("timex_value", "str", True, "its TIMEX3 value", "TIMEX3 value"),
    Column("time_relation", "str", True, "how the event lies to that time", "Relation", _one_of(TIME_RELATIONS)),
    Column("date_basis", "str", False, "what the date rests on; none = undated", "Dated by", _one_of(DATE_BASES)),
    Column("date_reason", "str", False, "one line: why this date", "Why this date"),
    Column("confidence", "float64", False, "0 to 1: how often rows like this are right", "Confidence", _share),
    Column("sentence", "str", False, "the evidence", "Sentence", _filled),
    Column("sentence_start", "Int64", False, "its first character in the article's text", "Sentence start", _not_negative),
    Column("sentence_end", "Int64", False, "character behind it", "Sentence end", _not_negative),
    Column("story_id", "str", False, "the event that this mention tells; mentions of one event share it", "Story", _filled),
    Column("n_articles", "Int64", False, "how many articles tell it", "Articles", _not_negative),
    Column("review", "str", False, "auto, confirmed, edited or rejected", "Review", _one_of(REVIEWS)),
    Column("actor_spans", "object", False, "where the actors stand in the article's text: (start, end) pairs", "Actor places", _spans),
)  # fmt: skip
COLUMN_NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)
LIST_COLUMNS: tuple[str, ...] = ("actors", "source_actors", "target_actors", "names")


def _cell(value: Any) -> Any:
    if isinstance(value, Day):
        return str(value)
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [list(item) if isinstance(item, tuple) else item for item in value]
    return value


def _series(column: Column, values: list[Any]) -> pd.Series:
    if column.dtype == "datetime64[ms]":
        stamps = [np.datetime64("NaT") if value is None else np.datetime64(value.replace(tzinfo=None), "ms") for value in values]
        return pd.Series(np.array(stamps, dtype="datetime64[ms]"), name=column.name)
    cells = [_cell(value) for value in values]
    if column.dtype == "str":
        cells = [None if cell == "" and column.nullable else cell for cell in cells]
    return pd.Series(cells, name=column.name, dtype=column.dtype)


def from_events(events: Iterable[Event]) -> pd.DataFrame:
    """Return the event table of these events, one row each, in the order given.

    >>> list(from_events([]).columns) == list(COLUMN_NAMES)
    True
    """
    rows = list(events)
    return pd.DataFrame({column.name: _series(column, [getattr(row, column.name) for row in rows]) for column in COLUMNS})


def _column_problems(column: Column, cells: pd.Series) -> list[str]:
    problems = []
    for position, value in enumerate(cells):
        missing = not isinstance(value, (list, tuple)) and bool(pd.isna(value))
        if missing and not column.nullable:
            problems.append(f"row {position}: {column.name} is missing")
        elif not missing and (reason := column.check(value)):
            problems.append(f"row {position}: {column.name} {reason}")
    return problems


def _days_in_order(table: pd.DataFrame) -> list[str]:
    problems = []
    for position in np.flatnonzero(table["first_day"].notna() & table["last_day"].notna()):
        first, last = table["first_day"].iloc[position], table["last_day"].iloc[position]
        if not _day(first) and not _day(last) and Day.parse(first) > Day.parse(last):
            problems.append(f"row {position}: first_day {first} lies after last_day {last}")
    return problems


def validate(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table if it keeps the contract; raise one EventTableError naming every breach if not."""
    problems = [f"column {name} is missing" for name in COLUMN_NAMES if name not in table.columns]
    if problems:
        raise EventTableError(problems)
    for column in COLUMNS:
        problems += _column_problems(column, table[column.name])
    if table["event_id"].duplicated().any():
        problems.append(f"event_id {table['event_id'][table['event_id'].duplicated()].iloc[0]!r} stands twice")
    problems += _days_in_order(table)
    if problems:
        raise EventTableError(problems)
    return table


assert {column.name for column in COLUMNS} == {field.name for field in dataclasses.fields(Event)}, "Event and COLUMNS must agree"

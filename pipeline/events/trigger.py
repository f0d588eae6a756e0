"""The record that the event stages hand on: a word that names an event, with its place in the sentence's grammar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pipeline.day import Day
from pipeline.records import DateBasis, Granularity, Status, TimeRelation, Timex


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event. All numbers are token indices of the Doc.

    `start`, `end` (exclusive) span the trigger ("carried out"); `head` is its main word, `lemma` that word's dictionary form.
    `clause` is the verb or predicate whose tense and adverbials hold for it (itself for a verb; for a noun the verb it depends on).
    `kind` is what it is. `is_row` is False for mere attribution ("said"): no row, but its time and speaker count for what is said.
    `quoted` tells that it stands inside quotation marks. `reported_by` is the head of the attribution verb that it is reported by, or None.
    `headline` tells that it stands in the headline. `status` is what its grammar says, before its time is known.
    """

    head: int
    start: int
    end: int
    lemma: str
    clause: int
    kind: Literal["verb", "noun", "adjective"]
    sentence: int
    is_row: bool = True
    quoted: bool = False
    reported_by: int | None = None
    headline: bool = False
    status: Status = "happened"


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event is, and why: the date columns of the event table (see `pipeline.event_table` for each).

    `timex` is the expression it was read from, or None. `certain` is 0 to 1: how sure the link between event and time is.
    """

    date: str = ""
    first_day: Day | None = None
    last_day: Day | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    granularity: Granularity | None = None
    timex: Timex | None = None
    relation: TimeRelation | None = None
    basis: DateBasis = "none"
    reason: str = ""
    certain: float = 0.5

"""The records that travel down the line. All are immutable; a stage returns new ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from pipeline.day import Day

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Status = Literal["happened", "ongoing", "planned", "expected", "deadline", "denied", "hypothetical"]
DateBasis = Literal["explicit", "relative", "event", "inherited", "publication", "none"]
TimeRelation = Literal["at", "during", "by", "until", "since", "before", "after", "between"]
Granularity = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    `text` is never changed after ingest: all offsets count its characters (0-based, end exclusive).
    `published` is the document creation time (DCT): a date, an aware datetime, or None when not found.
    `published_source` says how it was found in words a reader understands ("first line", "file name", ...); empty if not.
    `body_start` is the offset where the article proper begins (behind a header line such as "date 2022-03-01 ").
    """

    article_id: str
    title: str
    text: str
    published: dt.date | dt.datetime | None = None
    published_source: str = ""
    url: str = ""
    source: str = ""
    language: str = "en"
    body_start: int = 0

    @property
    def dct(self) -> Day | None:
        """The publication day, or None."""
        return None if self.published is None else Day.from_date(self.published)


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression and what it resolves to.

    `value` is the TIMEX3 value ("2022-02-28", "P3M", "PAST_REF", "2022-Q1"), `mod` the TIMEX3 modifier (START, END, APPROX ...) or "".
    `edtf` is its EDTF (ISO 8601-2) string or "" when it names no stretch of the calendar.
    `first_day`, `last_day` are the inclusive days it covers (None = open or unknown); `start_time`, `end_time` the half-open
    wall-clock stretch where a time of day is said, in the zone as written.
    `given` are the parts the text states ("weekday", "day", "month"), `assumed` those the engine filled in ("year").
    `anchor` is what it was counted from, as text ("published 2022-03-01", "'2 March 1939' before it"), "" for none.
    `rule` names the rule, `reason` is one line for the reader. `direction` says which way it was resolved.
    """

    article_id: str
    start_char: int
    end_char: int
    text: str
    type: TimexType
    value: str
    mod: str = ""
    edtf: str = ""
    first_day: Day | None = None
    last_day: Day | None = None
    start_time: dt.datetime | None = None
    end_time: dt.datetime | None = None
    granularity: Granularity | None = None
    given: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    anchor: str = ""
    relative: bool = False
    direction: Literal["past", "future", "present", ""] = ""
    rule: str = ""
    reason: str = ""
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A stretch of the article that stands for one or more actors.

    `actors` are canonical names, main one first; a person who acts for a state brings the state along
    ("Anatoly Antonov" -> ("Anatoly Antonov", "Russia")). `role` says what the stretch is in its sentence:
    "actor" can take part, "place" is only where something is, "thing" is a product or a work (never an actor).
    `how` says how it was recognised: name, alias, demonym, metonym, office, pronoun, description.
    `head` is the index of its head token in the Doc; `start`, `end` are token indices (end exclusive).
    """

    start: int
    end: int
    head: int
    start_char: int
    end_char: int
    text: str
    actors: tuple[str, ...]
    kind: Literal["person", "state", "organisation", "place", "group", "thing"]
    role: Literal["actor", "place", "thing"]
    how: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the event table; every field is described in `pipeline.event_table`."""

    event_id: str
    article_id: str
    article_title: str
    source: str
    published: dt.date | dt.datetime | None
    trigger: str
    trigger_start: int
    trigger_end: int
    summary: str
    event_type: str
    status: Status
    sentence: str
    sentence_start: int
    sentence_end: int
    actors: tuple[str, ...] = ()
    source_actors: tuple[str, ...] = ()
    target_actors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    place: str = ""
    said_by: str = ""
    date: str = ""
    first_day: Day | None = None
    last_day: Day | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    granularity: Granularity | None = None
    time_text: str = ""
    time_start: int | None = None
    time_end: int | None = None
    timex_type: str = ""
    timex_value: str = ""
    time_relation: TimeRelation | None = None
    date_basis: DateBasis = "none"
    date_reason: str = ""
    confidence: float = 0.5
    story_id: str = ""
    n_articles: int = 1
    review: str = "auto"
    actor_spans: tuple[tuple[int, int], ...] = field(default=())

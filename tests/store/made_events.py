"""Articles and event tables for tests: fixed ones, and hypothesis strategies for hostile ones."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.event_table import EVENT_TYPES, GRANULARITIES, STATUSES, from_events
from pipeline.records import Article, Event


def made_event(article_id: str, number: int = 0, **changes) -> Event:
    fields = {
        "event_id": f"{article_id}-{number}",
        "article_id": article_id,
        "article_title": "A title",
        "source": "a.txt",
        "published": dt.date(2022, 3, 1),
        "trigger": "announced",
        "trigger_start": 10 * number,
        "trigger_end": 10 * number + 9,
        "summary": "Somebody announced something",
        "event_type": "STATEMENT",
        "status": "happened",
        "sentence": "Somebody announced something.",
        "sentence_start": 0,
        "sentence_end": 29,
        "story_id": f"{article_id}-{number}",
        **changes,
    }
    return Event(**fields)


def made_table(article_id: str, rows: int = 2) -> pd.DataFrame:
    return from_events([made_event(article_id, number) for number in range(rows)])


def made_article(article_id: str, text: str = "Somebody announced something.", **changes) -> Article:
    return Article(article_id, "A title", text, **changes)


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
"""Any text a database takes: quotes, control characters, other scripts, formula signs, line ends."""
filled = words.filter(bool)
zones = st.timezones() | st.builds(dt.timezone, st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timedelta(minutes=minutes)))
published = st.none() | st.dates() | st.datetimes(timezones=zones.filter(lambda zone: isinstance(zone, dt.timezone)) | st.just(dt.UTC))
days = st.builds(Day.from_ordinal, st.integers(Day.of(-9999, 1, 1).ordinal, Day.of(9999, 12, 31).ordinal))
stamps = st.none() | st.datetimes().map(lambda value: value.replace(microsecond=value.microsecond // 1000 * 1000))
name_lists = st.lists(filled, max_size=3).map(tuple)


@st.composite
def events(draw: st.DrawFn, article_id: str, number: int) -> Event:
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first and last and first > last:
        first, last = last, first
    return made_event(
        article_id,
        number,
        published=draw(published),
        trigger=draw(filled),
        summary=draw(filled),
        sentence=draw(filled),
        event_type=draw(st.sampled_from(EVENT_TYPES)),
        status=draw(st.sampled_from(STATUSES)),
        actors=draw(name_lists),
        names=draw(name_lists),
        place=draw(words),
        date=draw(words),
        first_day=first,
        last_day=last,
        start=draw(stamps),
        end=draw(stamps),
        granularity=draw(st.none() | st.sampled_from(GRANULARITIES)),
        time_start=draw(st.none() | st.integers(0, 2**40)),
        date_reason=draw(words),
        confidence=draw(st.floats(0, 1)),
        actor_spans=draw(st.lists(st.just((0, 3)), max_size=2).map(tuple)),
    )


@st.composite
def tables(draw: st.DrawFn, article_id: str = "a") -> pd.DataFrame:
    return from_events([draw(events(article_id, number)) for number in range(draw(st.integers(0, 3)))])


@st.composite
def articles(draw: st.DrawFn, article_id: str = "a") -> Article:
    text = draw(words)
    return Article(
        article_id, draw(words), text, draw(published), draw(words), draw(words), draw(words), "en", draw(st.integers(0, len(text)))
    )

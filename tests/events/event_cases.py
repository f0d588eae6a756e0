"""Reads the case tables of the event stage and runs the stage on a sentence."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

from pipeline.actors import find_actors
from pipeline.events import find_events
from pipeline.language import LanguageModel
from pipeline.records import Article, Event
from pipeline.settings import Settings
from pipeline.timex import find_timexes

CASES = Path(__file__).parent.parent / "cases"
PUBLISHED = dt.date(2022, 3, 1)


def cases(name: str) -> list[dict[str, str]]:
    """The rows of tests/cases/`name`; two of one id, two alike, or a trigger that is not in its text are an error."""
    lines = [line for line in (CASES / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids)), f"{name}: an id stands twice"
    contents = [tuple(value for key, value in row.items() if key != "id") for row in rows]
    assert len(contents) == len(set(contents)), f"{name}: a case stands twice"
    for row in rows:
        assert row.get("trigger", "") in row["text"], f"{name} {row['id']}: {row['trigger']!r} is not in the text"
    return rows


def names(cell: str) -> set[str]:
    return {name for name in cell.split(";") if name}


def events_of(language: LanguageModel, text: str, published: dt.date | None = PUBLISHED, title: str = "") -> tuple[Event, ...]:
    article = Article("case", title, text, published)
    doc = language.analyse(article)
    timexes = find_timexes(article, doc)
    return find_events(article, doc, timexes, find_actors(article, doc, timexes, Settings().aliases))


def event_at(language: LanguageModel, text: str, trigger: str) -> Event:
    """The row whose trigger is the first place of these words."""
    place = text.index(trigger)
    events = events_of(language, text)
    found = [event for event in events if event.trigger_start <= place < event.trigger_end]
    assert found, f"no row at {trigger!r}; rows: {[event.trigger for event in events]}"
    return found[0]

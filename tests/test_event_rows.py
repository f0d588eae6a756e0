"""Records -> table -> records, and the merge of a kept table."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from pipeline.day import Day
from pipeline.errors import EventTableError
from pipeline.event_rows import to_events
from pipeline.event_table import COLUMN_NAMES, from_events, validate
from pipeline.merge import merge_table
from pipeline.records import Event

PUBLISHED = dt.date(2022, 3, 1)
PLAIN = Event("e1", "a1", "Title", "", PUBLISHED, "met", 10, 13, "They met", "CONSULT", "happened", "They met.", 5, 14, story_id="e1")
FULL = replace(
    PLAIN,
    event_id="e2",
    story_id="e2",
    published=dt.datetime(2022, 3, 1, 12, tzinfo=dt.UTC),
    actors=("Russia", "United States"),
    source_actors=("Russia",),
    place="Minsk",
    date="2022-02-28",
    first_day=Day(2022, 2, 28),
    last_day=Day(2022, 2, 28),
    start=dt.datetime(2022, 2, 28),
    end=dt.datetime(2022, 3, 1),
    granularity="day",
    time_text="Monday",
    time_start=1,
    time_end=7,
    timex_type="DATE",
    timex_value="2022-02-28",
    time_relation="at",
    date_basis="relative",
    actor_spans=((0, 6), (10, 23)),
)
ANCIENT = replace(PLAIN, event_id="e3", story_id="e3", date="-0043-03-15", first_day=Day(-43, 3, 15), last_day=Day(-43, 3, 15))


@pytest.mark.parametrize("events", [(), (PLAIN,), (PLAIN, FULL, ANCIENT)])
def test_round_trip(events):
    table = validate(from_events(events))
    assert to_events(table) == events
    pd.testing.assert_frame_equal(from_events(to_events(table)), table)


def test_breaches_are_all_named():
    table = from_events([PLAIN, FULL])
    table.loc[0, "status"] = "maybe"
    table.loc[1, "first_day"] = "2022-02-30"
    table.loc[1, "event_id"] = "e1"
    with pytest.raises(EventTableError) as caught:
        validate(table)
    assert len(caught.value.problems) == 3
    with pytest.raises(EventTableError, match="column status is missing"):
        validate(table.drop(columns="status"))


def test_first_day_must_not_lie_after_last_day():
    with pytest.raises(EventTableError, match="lies after"):
        validate(from_events([replace(FULL, first_day=Day(2022, 3, 2))]))


def test_articles_kept_at_different_times_are_brought_together():
    other = replace(FULL, event_id="e9", article_id="a2", story_id="e9")
    kept = pd.concat([from_events([FULL]), from_events([other])], ignore_index=True)
    merged = merge_table(kept)
    assert list(merged.columns) == list(COLUMN_NAMES)
    assert len(set(merged["story_id"])) == 1 and list(merged["n_articles"]) == [2, 2]
    pd.testing.assert_frame_equal(merge_table(merged), merged)

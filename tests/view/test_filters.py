from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.event_table import EVENT_TYPES, STATUSES
from pipeline.view.event_view import EventView
from pipeline.view.filters import FILTERS, Choice, actor_counts, from_parameters, matching, sentence, to_parameters, value_counts
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table

VIEW = EventView.of(load_table(300))
NAMES = [f"Actor {number:02d}" for number in range(40)]
DAYS = st.one_of(st.none(), st.dates(dt.date(2020, 1, 1), dt.date(2024, 12, 31)).map(Day.from_date))
CHOICES = st.builds(
    Choice,
    actors=st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple),
    role=st.sampled_from(("any", "source", "target")),
    types=st.lists(st.sampled_from(EVENT_TYPES), max_size=3, unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(STATUSES), max_size=3, unique=True).map(tuple),
    articles=st.lists(st.sampled_from([f"a{number}" for number in range(50)]), max_size=5, unique=True).map(tuple),
    first=DAYS,
    last=DAYS,
    text=st.sampled_from(("", "acts", "Actor 01", "geneva", "actor 03 GENEVA", "nothing like it")),
    text_only=st.booleans(),
    all_mentions=st.booleans(),
)


def passes(row: dict, choice: Choice) -> bool:
    """Say by brute force whether a row passes."""
    names = row[{"any": "actors", "source": "source_actors", "target": "target_actors"}[choice.role]]
    first, last = (None if pd.isna(row[name]) else Day.parse(row[name]) for name in ("first_day", "last_day"))
    undated = first is None and last is None
    begins, ends = first or last, Day.of(9999, 12, 31) if last is None and row["status"] != "undated" else last
    text = " ".join(
        [
            row["summary"],
            row["sentence"],
            row["trigger"],
            row["place"] if isinstance(row["place"], str) else "",
            row["article_title"],
            row["source"],
            *row["actors"],
        ]
    ).lower()
    return all(
        (
            not choice.actors or any(name in choice.actors for name in names),
            not choice.types or row["event_type"] in choice.types,
            not choice.statuses or row["status"] in choice.statuses,
            not choice.articles or row["article_id"] in choice.articles,
            choice.first is None or (not undated and ends >= choice.first),
            choice.last is None or (not undated and begins <= choice.last),
            all(word in text for word in choice.text.lower().split()),
            not choice.text_only or row["date_basis"] not in ("publication", "none"),
        )
    )


@settings(max_examples=60, deadline=None)
@given(CHOICES)
def test_filters_equal_a_brute_force_count(choice):
    expected = [passes(row, choice) for row in VIEW.table.to_dict("records")]
    assert matching(VIEW, choice).tolist() == expected


@settings(max_examples=30, deadline=None)
@given(CHOICES)
def test_actor_counts_follow_all_other_filters(choice):
    others = replace(choice, actors=())
    column = {"any": "actors", "source": "source_actors", "target": "target_actors"}[choice.role]
    expected: dict[str, set[str]] = {}
    for row in VIEW.table.to_dict("records"):
        if passes(row, others):
            for name in set(row[column]):
                expected.setdefault(name, set()).add(row["event_id"] if choice.all_mentions else row["story_id"])
    assert actor_counts(VIEW, choice) == {name: len(told) for name, told in expected.items()}


@settings(max_examples=100, deadline=None)
@given(CHOICES)
def test_a_link_gives_back_the_choice(choice):
    assert from_parameters(to_parameters(choice)) == choice


@pytest.mark.parametrize(
    "key, value", [("role", "boss"), ("status", "maybe"), ("type", "<script>"), ("from", "31 Feb"), ("dated", "yes"), ("to", "")]
)
def test_a_link_that_is_not_understood_counts_as_not_chosen(key, value):
    assert from_parameters({key: [value]}) == Choice()


def test_every_field_of_a_choice_is_one_filter():
    assert [row.key for row in FILTERS] == list(Choice.__slots__)
    assert len({row.parameter for row in FILTERS}) == len(FILTERS)


def test_the_sentence_says_what_is_shown():
    choice = Choice(actors=("Russia",), statuses=("deadline",), first=Day.of(2022, 3, 1))
    assert sentence(choice, 12, 94) == "12 of 94: Russia, deadlines, from 1 March 2022"
    assert sentence(Choice(), 94, 94) == "94 events"
    assert sentence(Choice(actors=("Russia", "Ukraine"), role="target", text="port"), 2, 94) == "2 of 94: done to Russia or Ukraine, “port”"
    assert sentence(Choice(types=("ASSAULT",), text_only=True), 1, 1) == "1 of 1: attack, dated by the text"


def test_counts_of_a_column_leave_out_its_own_filter():
    view = EventView.of(seed_table())
    counts = value_counts(view, Choice(actors=("Ukraine",), statuses=("deadline",)), "statuses", "status")
    assert counts == {"hypothetical": 1, "ongoing": 1}

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.event_table import DATE_BASES, EVENT_TYPES, REVIEWS, STATUSES
from pipeline.view.event_view import EventView
from pipeline.view.facets import actor_counts, exclusion_counts, value_counts
from pipeline.view.filters import FILTERS, Choice, from_parameters, matching, sentence, to_parameters
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table

TABLE = load_table(300)
SPEAKERS = ("", "Actor 01", "Tass", "A spokesman")
VIEW = EventView.of(
    TABLE.assign(
        review=[REVIEWS[number % 7 % 4] for number in range(300)],
        said_by=[SPEAKERS[number % 4] or None for number in range(300)],
        source=[("wire", "daily")[number % 3 == 0] for number in range(300)],
        story_id=[f"e{number - (number % 5 in (1, 2)) * (number % 5)}" for number in range(300)],  # some are told three times
    )
)
NAMES = [f"Actor {number:02d}" for number in range(40)]
DAYS = st.one_of(st.none(), st.dates(dt.date(2020, 1, 1), dt.date(2024, 12, 31)).map(Day.from_date))


def chosen(*values):
    """Nothing in half of the cases, so that enough rows are left."""
    return st.just(()) | st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


CHOICES = st.builds(
    Choice,
    actors=st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple),
    role=st.sampled_from(("any", "source", "target")),
    together=st.booleans(),
    types=st.lists(st.sampled_from(EVENT_TYPES), max_size=3, unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(STATUSES), max_size=3, unique=True).map(tuple),
    articles=st.lists(st.sampled_from([f"a{number}" for number in range(50)]), max_size=5, unique=True).map(tuple),
    places=chosen("Geneva", "Minsk", "Nowhere"),
    speakers=chosen(*SPEAKERS[1:]),
    sources=chosen("wire", "daily"),
    bases=chosen(*DATE_BASES),
    reviews=chosen(*REVIEWS),
    without=chosen("actor:Actor 01", "actor:Actor 02", "type:ASSAULT", "status:planned", "place:Minsk", "saidby:Tass", "source:daily"),
    first=DAYS,
    last=DAYS,
    text=st.sampled_from(("", "acts", "Actor 01", "geneva", "actor 03 GENEVA", "nothing like it")),
    text_only=st.booleans(),
    all_mentions=st.booleans(),
)


FACETS = {"type": "event_type", "status": "status", "place": "place", "saidby": "said_by", "source": "source"}


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
            row["said_by"] if isinstance(row["said_by"], str) else "",
            *row["actors"],
        ]
    ).lower()
    return all(
        (
            not choice.actors or (all if choice.together else any)(name in names for name in choice.actors),
            not choice.types or row["event_type"] in choice.types,
            not choice.statuses or row["status"] in choice.statuses,
            not choice.articles or row["article_id"] in choice.articles,
            not choice.places or row["place"] in choice.places,
            not choice.speakers or row["said_by"] in choice.speakers,
            not choice.sources or row["source"] in choice.sources,
            not choice.bases or row["date_basis"] in choice.bases,
            row["review"] in choice.reviews if choice.reviews else row["review"] != "rejected",
            not any(f"actor:{name}" in choice.without for name in row["actors"]),
            not any(f"{facet}:{row[column]}" in choice.without for facet, column in FACETS.items()),
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


@settings(max_examples=30, deadline=None)
@given(CHOICES, st.sampled_from([row for row in FILTERS if row.column]))
def test_counts_of_each_facet_equal_a_brute_force_count(choice, facet):
    others = replace(choice, **{facet.key: ()})
    rows = [row for row in VIEW.table.to_dict("records") if facet.key == "reviews" or passes(row, others)]
    if facet.key == "reviews":
        rows = [row for row in rows if passes(row, replace(choice, reviews=REVIEWS))]
    expected: dict[str, set[str]] = {}
    for row in rows:
        if isinstance(row[facet.column], str):
            expected.setdefault(row[facet.column], set()).add(row["event_id"] if choice.all_mentions else row["story_id"])
    assert value_counts(VIEW, choice, facet.key, facet.column) == {value: len(told) for value, told in expected.items()}


@settings(max_examples=20, deadline=None)
@given(CHOICES)
def test_leaving_a_value_out_takes_away_as_many_as_it_counts(choice):
    others = replace(choice, without=())
    before = int(matching(VIEW, others).sum())
    for value, number in exclusion_counts(VIEW, replace(others, all_mentions=True)).items():
        assert before - number == int(matching(VIEW, replace(others, without=(value,))).sum())


def test_between_two_actors_means_that_both_take_part():
    view = EventView.of(seed_table())
    choice = Choice(actors=("United States", "Russia"), together=True)
    rows = view.rows(np.flatnonzero(matching(view, choice)))
    assert rows and all({"United States", "Russia"} <= set(row["actors"]) for row in rows)
    assert sentence(choice, 2, 9) == "2 of 9: between United States and Russia"


def test_the_sentence_names_every_new_facet():
    choice = Choice(
        places=("Minsk",),
        speakers=("Tass",),
        sources=("daily",),
        bases=("event",),
        reviews=("edited",),
        without=("actor:Russia", "type:ASSAULT"),
    )
    words = sentence(choice, 1, 9).partition(": ")[2]
    assert words == "in Minsk, said by Tass, from daily, dated by another event, edited, not Russia, not attack"


@pytest.mark.parametrize("text", ["Russia", "shoe:Russia", "type:SHOE", "status:", "actor:"])
def test_a_link_that_leaves_out_nothing_known_leaves_out_nothing(text):
    assert from_parameters({"not": [text]}) == Choice()


def test_rejected_rows_are_left_out_until_they_are_asked_for():
    table = seed_table()
    table.loc[0, "review"] = "rejected"
    view = EventView.of(table)
    assert int(matching(view, Choice()).sum()) == len(table) - 1
    assert int(matching(view, Choice(reviews=("rejected",))).sum()) == 1

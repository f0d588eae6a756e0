from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.view.event_view import EventView
from pipeline.view.facets import actor_counts, value_counts
from pipeline.view.filters import Choice, shown
from pipeline.view.folding import dates_disagree, leads, other_mentions, standing_for, told_by
from pipeline.view.lanes import label_of
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table


def view_of(*stories, **columns):
    """A view of the seed's rows where `stories` gives each of the first rows (as listed) another story id."""
    table = seed_table()
    table.loc[: len(stories) - 1, "story_id"] = list(stories)
    for name, values in columns.items():
        table.loc[: len(values) - 1, name] = values
    return EventView.of(table), [str(each) for each in table["event_id"]]


def test_mentions_of_one_story_are_one_row_and_the_lead_stands_for_them():
    ids = seed_table()["event_id"]
    view, _ = view_of(ids[0], ids[0], ids[0])
    found = leads(view, np.ones(len(view), dtype=bool))
    assert found.sum() == len(view) - 2 and found[view.row_of[ids[0]]]
    assert told_by(view, view.row_of[ids[0]]) == "3 mentions"
    assert other_mentions(view, view.row_of[ids[0]]) == [view.row_of[ids[1]], view.row_of[ids[2]]]


def test_where_the_filters_hide_the_lead_the_surest_one_dated_by_the_text_stands_for_the_story():
    ids = seed_table()["event_id"]
    view, _ = view_of(ids[0], ids[0], ids[0], ids[0], confidence=[0.9, 0.6, 0.8, 0.95], date_basis=["relative"] * 3 + ["publication"])
    mask = np.ones(len(view), dtype=bool)
    mask[view.row_of[ids[0]]] = False
    found = leads(view, mask)
    assert [bool(found[view.row_of[each]]) for each in ids[:4]] == [False, False, True, False]
    assert standing_for(view, found, view.row_of[ids[0]]) == view.row_of[ids[2]]
    assert standing_for(view, np.zeros(len(view), dtype=bool), view.row_of[ids[0]]) is None


def test_an_undated_lead_gives_way_to_a_mention_that_the_text_dates():
    ids = seed_table()["event_id"]
    view, _ = view_of(ids[0], ids[0], date_basis=["none", "relative"], first_day=[None, "2022-02-28"], last_day=[None, "2022-02-28"])
    assert leads(view, np.ones(len(view), dtype=bool))[view.row_of[ids[1]]]


def test_told_by_several_articles_says_so_on_the_label_whose_end_is_never_cut_off():
    ids = seed_table()["event_id"]
    view, _ = view_of(ids[0], ids[0], article_id=["seed", "other"])
    row = view.row_of[ids[0]]
    assert told_by(view, row) == "2 articles"
    assert label_of(view, row, alone=True).tail.endswith(" · 2 articles") and "articles" not in label_of(view, row, alone=False).tail


@pytest.mark.parametrize(("day", "disagree"), [("2022-02-27", True), ("2022-02-28", False)])
def test_sources_disagree_when_their_days_have_nothing_in_common(day, disagree):
    ids = seed_table()["event_id"]
    columns = {name: ["2022-02-28", day] for name in ("first_day", "last_day")}
    view, _ = view_of(ids[0], ids[0], date_basis=["relative"] * 2, granularity=["day"] * 2, status=["happened"] * 2, **columns)
    assert dates_disagree(view, [view.row_of[each] for each in ids[:2]]) is disagree


TABLE = load_table(200)
CHOICES = st.builds(
    Choice,
    actors=st.lists(st.sampled_from([f"Actor {number:02d}" for number in range(12)]), max_size=2, unique=True).map(tuple),
    text_only=st.booleans(),
    all_mentions=st.booleans(),
)


@given(st.lists(st.integers(0, 40), min_size=200, max_size=200), CHOICES)
def test_what_is_counted_is_what_is_shown(stories, choice):
    view = EventView.of(TABLE.assign(story_id=[f"s{number}" for number in stories]))
    rows = shown(view, choice)
    if not choice.all_mentions:
        kept = view.table["story_id"][rows]
        assert not kept.duplicated().any()
    if choice.actors:
        counts = actor_counts(view, choice)
        alone = Choice(actors=choice.actors[:1], text_only=choice.text_only, all_mentions=choice.all_mentions)
        assert counts.get(choice.actors[0], 0) == shown(view, alone).sum()
    for status, number in value_counts(view, choice, "statuses", "status").items():
        narrowed = Choice(**{name: getattr(choice, name) for name in Choice.__slots__} | {"statuses": (status,)})
        assert shown(view, narrowed).sum() == number

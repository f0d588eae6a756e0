from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.event_table import STATUSES
from pipeline.view.digest import where_to_begin
from pipeline.view.event_view import EventView
from pipeline.view.filters import Choice, shown
from pipeline.view.nearest import nearest
from tests.ui.fixture_table import seed_table

VIEW = EventView.of(seed_table())
CHOICES = st.builds(
    Choice,
    actors=st.lists(st.sampled_from(["Russia", "United States", "Belarus", "nobody"]), unique=True, max_size=2).map(tuple),
    together=st.booleans(),
    statuses=st.lists(st.sampled_from(STATUSES), unique=True, max_size=2).map(tuple),
    text=st.sampled_from(["", "Minsk", "zebra"]),
)


@given(CHOICES)
def test_one_filter_less_shows_as_many_as_it_says(choice):
    for each in nearest(VIEW, choice):
        assert each.events > 0 and each.words
        assert int(shown(VIEW, replace(choice, **{each.key: getattr(Choice(), each.key)})).sum()) == each.events


def test_what_no_filter_less_would_mend_is_not_offered():
    choice = Choice(actors=("nobody",), text="zebra")
    assert nearest(VIEW, choice) == []
    assert [each.key for each in nearest(VIEW, Choice(actors=("Russia",), text="zebra"))] == ["text"]
    assert "all of them together" in [each.words for each in nearest(VIEW, Choice(actors=("Belarus", "United Nations"), together=True))]


def test_one_begins_with_deadlines_and_with_what_is_told_most():
    table = seed_table()
    view = EventView.of(table)
    begun = where_to_begin(view, shown(view, Choice()), 5)
    assert begun == sorted(begun) and any(view.extents[row].kind == "deadline" for row in begun)
    table.loc[:3, "story_id"] = table["story_id"].iloc[0]
    view = EventView.of(table)
    told = [row for row in where_to_begin(view, shown(view, Choice()), 5) if view.stories.mentions[row] > 1]
    assert len(told) == 1 and view.stories.mentions[told[0]] == 4
    assert where_to_begin(view, shown(view, Choice(text="zebra")), 5) == []

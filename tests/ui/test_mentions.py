from __future__ import annotations

from pipeline.view.event_view import EventView
from tests.ui.fixture_table import seed_table
from ui.marks import CUT, profile
from ui.mentions import differences, disagreement


def view_of(**columns):
    table = seed_table()
    table.loc[:1, "story_id"] = table["event_id"][0]
    for name, values in columns.items():
        table.loc[:1, name] = values
    view = EventView.of(table)
    return view, [view.row_of[each] for each in table["event_id"][:2]]


def days(first, second):
    return {
        "first_day": [first, second],
        "last_day": [first, second],
        "date_basis": ["relative"] * 2,
        "granularity": ["day"] * 2,
        "status": ["happened"] * 2,
    }


def test_sources_that_name_other_days_are_said_to_disagree():
    view, rows = view_of(**days("2022-02-28", "2022-02-26"), article_id=["seed", "other"])
    assert disagreement(view, rows) == "Sources disagree on the date."
    assert differences(view.row(rows[0]), view.row(rows[1])) == "Sat 26 Feb 2022"


def test_sources_that_agree_are_not():
    view, rows = view_of(**days("2022-02-28", "2022-02-28"), article_id=["seed", "other"])
    assert disagreement(view, rows) == "" and differences(view.row(rows[0]), view.row(rows[1])) == ""


def test_a_denial_beside_a_report_is_a_disagreement_on_the_status():
    view, rows = view_of(**{**days("2022-02-28", "2022-02-28"), "status": ["happened", "denied"]}, article_id=["seed", "other"])
    assert disagreement(view, rows) == "Sources disagree on the status."
    assert differences(view.row(rows[0]), view.row(rows[1])) == "denied"


def test_an_approximate_bar_is_strong_in_its_middle_and_at_a_firm_end():
    assert [profile("both", place) for place in (0, 0.5, 1)] == [0, 1, 0]
    assert [profile("start", place) for place in (0, 0.5, 1)] == [0, 1, 1]
    assert [profile("end", place) for place in (0, 0.5, 1)] == [1, 1, 0]
    assert 0 < CUT < 1

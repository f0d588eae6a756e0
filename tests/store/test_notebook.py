"""Saved views and corrections: kept beside the articles, undone step by step, alive after a new extraction."""

from __future__ import annotations

import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.event_table import from_events, validate
from pipeline.store import Store, StoreError, corrected, correction_of
from tests.store import made_events as made


@pytest.fixture
def store(tmp_path):
    return Store.open(str(tmp_path / "kept.db"))


def kept(store, rows=2):
    store.add(made.made_article("a"), made.made_table("a", rows))
    return store.events()


def test_views_are_kept_by_name_replaced_and_dropped(store):
    store.save_view("Deadlines", "status=deadline")
    store.save_view("  after  all ", "q=x")
    store.save_view("Deadlines", "status=deadline&actor=Russia")
    assert [(view.name, view.link) for view in store.saved_views()] == [("after all", "q=x"), ("Deadlines", "status=deadline&actor=Russia")]
    assert store.delete_view("Deadlines") and not store.delete_view("Deadlines")
    assert [view.name for view in Store.open(store.address).saved_views()] == ["after all"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_view_without_a_fit_name_is_refused(store, name):
    with pytest.raises(StoreError, match="a view's name has 1 to 80 characters"):
        store.save_view(name, "q=x")


def test_a_database_of_version_1_gets_the_new_tables_and_keeps_its_articles(store, tmp_path):
    kept(store)
    before = store.version()
    with sa.create_engine(f"sqlite:///{tmp_path / 'kept.db'}").begin() as connection:
        for statement in ("drop table views", "drop table corrections", "update dateline set number = 1 where fact = 'schema_version'"):
            connection.exec_driver_sql(statement)
    again = Store.open(store.address)
    assert (len(again.events()), again.version(), again.saved_views(), again.corrections()) == (2, before, [], [])


def test_an_edit_changes_the_row_and_its_reason_and_stays_after_a_new_extraction(store):
    row = dict(kept(store).iloc[0])
    store.correct(correction_of(row, "edited", status="planned", first_day="2022-03-05", last_day="2022-03-05", actors=["Russia"]))
    kept(store)  # a new extraction
    table = validate(corrected(store.events(), store.corrections()))
    assert list(table["review"]) == ["edited", "auto"]
    assert list(table.loc[0, ["status", "date", "first_day", "date_basis", "granularity"]]) == [
        "planned", "2022-03-05", "2022-03-05", "explicit", "day",
    ]  # fmt: skip
    assert table.loc[0, "actors"] == ["Russia"] and table.loc[0, "date_reason"].startswith("given by the reader")
    assert table.loc[0, "start"] == pd.Timestamp("2022-03-05") and table.loc[0, "end"] == pd.Timestamp("2022-03-06")
    assert store.events().loc[0, "review"] == "auto"  # what was read is kept as it was read


def test_corrections_of_one_event_add_up_and_are_undone_one_by_one(store):
    row = dict(kept(store).iloc[0])
    store.correct(correction_of(row, "edited", status="planned"))
    store.correct(correction_of(row, "edited", summary="It will be announced"))
    store.correct(correction_of(row, "confirmed"))
    store.correct(correction_of(row, "rejected"))
    seen = []
    while True:
        first = corrected(store.events(), store.corrections()).iloc[0]
        seen.append((first["review"], first["status"], first["summary"] == row["summary"]))
        if not store.undo_correction(row["event_id"]):
            break
    assert seen == [("rejected", "planned", False), ("edited", "planned", False), ("edited", "planned", False),
                    ("edited", "planned", True), ("auto", "happened", True)]  # fmt: skip


def test_a_correction_finds_its_event_when_a_new_version_moved_it(store):
    row = dict(kept(store, 1).iloc[0])
    store.correct(correction_of(row, "confirmed"))
    moved = from_events([made.made_event("a", event_id="other", story_id="other", trigger_start=50, trigger_end=59)])
    assert list(corrected(moved, store.corrections())["review"]) == ["confirmed"]
    twice = from_events([made.made_event("a", number, event_id=f"x{number}") for number in range(2)])
    assert list(corrected(twice, store.corrections())["review"]) == ["auto", "auto"]


def test_open_ends_and_no_date_are_written_as_what_they_are(store):
    row = dict(kept(store).iloc[0])
    by = correction_of(row, "edited", first_day=None, last_day="2022-03-07").changes
    since = correction_of(row, "edited", first_day="-0043-03-15", last_day=None).changes
    none = correction_of(row, "edited", first_day=None, last_day=None).changes
    assert (by["date"], by["time_relation"], since["date"], since["time_relation"]) == ("../2022-03-07", "by", "-0043-03-15/..", "since")
    assert (none["date"], none["date_basis"], none["granularity"]) == (None, "none", None)


@pytest.mark.parametrize("changes", [{"event_id": "x"}, {"status": "maybe"}, {"first_day": "2022-03-08", "last_day": "2022-03-07"}])
def test_what_cannot_be_is_refused(store, changes):
    with pytest.raises(ValueError, match=r"cannot be edited|is no status|lies after"):
        correction_of(dict(kept(store).iloc[0]), "edited", **changes)


DAYS = st.none() | made.days.map(str)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_edit_leaves_a_valid_table_and_other_rows_alone(data):
    table = made.made_table("a", 3)
    first, last = sorted((data.draw(DAYS), data.draw(DAYS)), key=lambda day: Day.parse(day) if day else Day.of(-9999, 1, 1))
    names = data.draw(st.lists(made.filled, max_size=3))
    edit = correction_of(dict(table.iloc[1]), "edited", first_day=first, last_day=last, actors=names)
    after = validate(corrected(table, [edit]))
    pd.testing.assert_frame_equal(after.iloc[[0, 2]], table.iloc[[0, 2]])
    assert after.loc[1, "actors"] == names and [
        cell if isinstance(cell, str) else None for cell in after.loc[1, ["first_day", "last_day"]]
    ] == [first, last]

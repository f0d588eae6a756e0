"""What a reader may say of an event that several sentences tell: of one mention, or of the event."""

from __future__ import annotations

import pytest

import ui.corrections
from pipeline.store import Store, corrected
from pipeline.view.event_view import EventView
from tests.ui.fixture_table import seed_table
from ui.corrections import _carry_out, choices

TOLD = 3


@pytest.fixture
def table():
    """Return the seed's rows, the first three of which tell one event."""
    table = seed_table()
    table.loc[: TOLD - 1, "story_id"] = table["story_id"].iloc[0]
    return table


@pytest.fixture
def store(tmp_path, monkeypatch):
    opened = Store.open(f"sqlite:///{tmp_path / 'reviews.db'}")
    monkeypatch.setattr(ui.corrections, "open_store", lambda: opened)
    monkeypatch.setattr(ui.corrections.st, "rerun", lambda: None)
    return opened


def after(table, store, *acts):
    view = EventView.of(corrected(table, store.corrections()))
    for what in acts:
        _carry_out(what, view, row_of(view, table, 0))
        view = EventView.of(corrected(table, store.corrections()))
    return view


def row_of(view, table, number):
    return view.row_of[str(table["event_id"].iloc[number])]


def reviews(view, table):
    return [view.row(row_of(view, table, number))["review"] for number in range(TOLD + 1)]


def test_an_event_that_is_told_once_is_rejected_as_such(table):
    view = EventView.of(table)
    assert choices(view, row_of(view, table, TOLD)) == ["confirm", "edit", "reject"]
    assert choices(view, row_of(view, table, 0)) == ["confirm", "edit", "reject_one", "reject_all"]


def test_one_mention_is_rejected_and_the_others_still_tell_the_event(table, store):
    view = after(table, store, "reject_one")
    assert reviews(view, table) == ["rejected", "auto", "auto", "auto"]
    assert choices(view, row_of(view, table, 0)) == ["edit", "reject_all", "undo"]
    assert reviews(after(table, store, "reject_one", "undo"), table) == ["auto"] * (TOLD + 1)


def test_the_event_is_rejected_with_all_its_mentions_and_comes_back_with_them(table, store):
    view = after(table, store, "reject_all")
    assert reviews(view, table) == ["rejected"] * TOLD + ["auto"]
    assert choices(view, row_of(view, table, 1)) == ["edit", "undo", "undo_all"]
    assert reviews(after(table, store, "reject_all", "undo_all"), table) == ["auto"] * (TOLD + 1)


def test_a_mention_that_was_rejected_alone_is_not_rejected_twice(table, store):
    view = after(table, store, "reject_one", "reject_all")
    assert reviews(view, table) == ["rejected"] * TOLD + ["auto"]
    assert len(store.corrections()) == TOLD

"""The packed table, its indices and its file: they must say exactly what the plain table says, at any size."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_table import made_table
from pipeline.errors import EventTableError, IngestError
from pipeline.event_table import COLUMN_NAMES, LIST_COLUMNS, validate
from pipeline.export import csv_bytes, parquet_bytes
from pipeline.view.certainty import KINDS, Extents, extent_of
from pipeline.view.event_view import EventView
from pipeline.view.table_file import read_view
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table

SEED, LOAD = seed_table(), load_table(300)


def plain(count: int) -> pd.DataFrame:
    """Return a made table with lists as lists, as `from_events` has them."""
    table = made_table(count).to_pandas()
    for name in LIST_COLUMNS:
        table[name] = table[name].map(list)
    return table.assign(actor_spans=table["actor_spans"].map(lambda spans: [list(span) for span in spans]))


MADE = plain(800)


def in_order(table: pd.DataFrame, view: EventView) -> pd.DataFrame:
    return table.set_index("event_id", drop=False).loc[list(view.table["event_id"])].reset_index(drop=True)


@pytest.mark.parametrize("table", [SEED, LOAD, MADE], ids=["seed", "load", "made"])
def test_a_packed_table_says_what_the_plain_one_says(table):
    view = EventView.of(table)
    wanted = in_order(table, view)
    assert csv_bytes(view.table) == csv_bytes(wanted[list(COLUMN_NAMES)])
    for number in (0, len(table) // 2, len(table) - 1):
        row, plain_row = view.row(number), dict(wanted.iloc[number])
        assert {name: row[name] for name in LIST_COLUMNS} == {name: plain_row[name] for name in LIST_COLUMNS}
        assert [list(span) for span in row["actor_spans"]] == [list(span) for span in plain_row["actor_spans"]]
        assert all(pd.isna(row[name]) if pd.isna(plain_row[name]) else row[name] == plain_row[name] for name in ("place", "date", "start"))


@pytest.mark.parametrize("table", [SEED, LOAD, MADE], ids=["seed", "load", "made"])
def test_all_rows_at_once_have_the_extents_of_each_row_by_itself(table):
    for found, row in zip(Extents.of(table), table.to_dict("records"), strict=True):
        assert repr(found) == repr(extent_of(row))


@pytest.mark.parametrize("role", ["any", "source", "target"])
def test_the_index_of_actors_is_that_of_the_lists(role):
    view = EventView.of(MADE)
    column = {"any": "actors", "source": "source_actors", "target": "target_actors"}[role]
    lists = [set(names) for names in in_order(MADE, view)[column]]
    members = view.members[role]
    assert set(members) == set().union(*lists)
    for name in list(members)[:60]:
        assert sorted(members[name]) == [row for row, names in enumerate(lists) if name in names]


@settings(max_examples=40, deadline=None)
@given(chosen=st.sets(st.integers(0, len(MADE) - 1)), folded=st.booleans())
def test_counts_of_actors_equal_a_brute_force_count(chosen, folded):
    view = MADE_VIEW
    mask = np.zeros(len(view), dtype=bool)
    mask[list(chosen)] = True
    counts = dict(zip(view.members["any"].names, view.members["any"].counts(mask, folded=folded), strict=True))
    wanted: dict[str, set[str]] = {}
    for row in chosen:
        for name in view.table["actors"].iloc[row]:
            wanted.setdefault(name, set()).add(str(view.table["story_id" if folded else "event_id"].iloc[row]))
    assert {name: int(count) for name, count in counts.items() if count} == {name: len(rows) for name, rows in wanted.items()}


MADE_VIEW = EventView.of(MADE)


def test_an_actor_is_found_by_what_a_reader_types():
    members = MADE_VIEW.members["any"]
    name = max(members, key=lambda each: len(members[each]))
    assert members.find(name) == members.find(name.upper()) == name
    assert members.find(name.split()[0].lower()) in {each for each in members if name.split()[0] in each}
    assert members.find("nobody of that name") is None and members.find("  ") is None


@pytest.mark.parametrize("suffix", ["parquet", "csv"])
@pytest.mark.parametrize("table", [SEED, MADE], ids=["seed", "made"])
def test_a_table_file_is_opened_as_it_was_written(table, suffix, tmp_path):
    path = tmp_path / f"events.{suffix}"
    evil = table.assign(summary=["=HYPERLINK(1)", "+1", *table["summary"][2:]])
    path.write_bytes(parquet_bytes(evil) if suffix == "parquet" else csv_bytes(evil))
    assert csv_bytes(read_view(path).table) == csv_bytes(EventView.of(evil).table)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": "sometimes"}, "status 'sometimes' is not one of"),
        ({"event_id": "same"}, "an event_id stands twice"),
        ({"confidence": 1.5}, "confidence 1.5 lies outside 0 to 1"),
        ({"first_day": "2022-03-09", "last_day": "2022-03-01"}, "first_day lies after last_day"),
        ({"first_day": "soon"}, "soon"),
    ],
)
def test_a_table_that_breaks_the_contract_is_named(change, said, tmp_path):
    path = tmp_path / "events.parquet"
    path.write_bytes(parquet_bytes(SEED.assign(**change)))
    with pytest.raises(EventTableError, match=said):
        read_view(path)


def test_what_is_no_table_of_events_is_named(tmp_path):
    (tmp_path / "notes.parquet").write_text("no table")
    with pytest.raises(IngestError, match=r"notes\.parquet: cannot be read as a table"):
        read_view(tmp_path / "notes.parquet")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(EventTableError, match=r"has no column event_id.*pipeline extract"):
        read_view(tmp_path / "other.csv")


def test_the_made_table_keeps_the_contract_and_has_every_kind_of_row():
    table = plain(3000)
    assert len(validate(table)) == 3000 and made_table(500).equals(made_table(500))
    view = EventView.of(table)
    assert set(view.extents.kind) == set(range(len(KINDS))) and not view.dated.all()
    sizes = sorted((len(rows) for rows in view.members["any"].values()), reverse=True)
    assert sizes[0] > 500 and sum(size <= 3 for size in sizes) > len(sizes) / 3
    assert view.stories.count < len(view)

import csv
import io
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.event_table import COLUMN_NAMES, COLUMNS, LIST_COLUMNS, from_events, validate
from pipeline.export import csv_bytes, json_bytes, jsonl_bytes, parquet_bytes
from pipeline.export.csv_table import BYTE_ORDER_MARK, DATE_COLUMNS
from tests.store import made_events as made

STARTERS = "=+-@\t\r"


def read_back(content):
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


def undefused(cell):
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1:2] in STARTERS else cell


def expected(column, value):
    if column in LIST_COLUMNS:
        return "; ".join(value)
    if column == "actor_spans":
        return "; ".join(f"{start}-{end}" for start, end in value)
    return "" if pd.isna(value) else str(value)


TEXT_COLUMNS = [c.name for c in COLUMNS if c.dtype in ("str", "object")]


def test_the_header_is_the_column_names_and_a_row_reads_as_it_was():
    event = made.made_event(
        "a", actors=("Russia", "United Nations"), first_day=Day.of(2022, 2, 28), confidence=0.8, actor_spans=((0, 3), (5, 9))
    )
    rows = read_back(csv_bytes(from_events([event])))
    assert tuple(rows.columns) == COLUMN_NAMES
    row = rows.iloc[0]
    assert (row["actors"], row["actor_spans"], row["first_day"], row["last_day"]) == (
        "Russia; United Nations",
        "0-3; 5-9",
        "2022-02-28",
        "",
    )
    assert (row["trigger_end"], row["confidence"], row["time_start"], row["start"]) == ("9", "0.8", "", "")


def test_an_empty_table_is_its_header():
    assert csv_bytes(from_events([])).decode("utf-8-sig") == ",".join(COLUMN_NAMES) + "\n"
    assert json.loads(json_bytes(from_events([]))) == []
    assert jsonl_bytes(from_events([])) == b""


@settings(max_examples=80, deadline=None)
@given(made.tables())
def test_csv_read_by_pandas_gives_the_same_rows_but_for_the_apostrophes(table):
    rows = read_back(csv_bytes(table))
    assert len(rows) == len(table)
    for name in TEXT_COLUMNS:
        assert [undefused(cell) for cell in rows[name]] == [undefused(expected(name, value)) for value in table[name]]


hostile = st.text(st.sampled_from("=+-@\t\r\n\"',; |aA0€"), min_size=1, max_size=12)


@settings(max_examples=100, deadline=None)
@given(cell=hostile, names=st.lists(hostile, max_size=2).map(tuple))
def test_no_cell_begins_like_a_formula(cell, names):
    event = made.made_event("a", summary=cell, sentence=cell, trigger=cell, place=cell, actors=names, names=names, date=cell)
    table = from_events([event])
    rows = list(csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline="")))
    assert len(rows) == 2
    for name, written in zip(rows[0], rows[1], strict=True):
        assert not written.startswith(tuple(STARTERS)) or name in DATE_COLUMNS
    pandas_rows = read_back(csv_bytes(table))
    assert undefused(pandas_rows.loc[0, "summary"]) == undefused(cell)


def test_formulas_are_defused_also_in_date_columns_but_bc_dates_are_kept():
    table = from_events(
        [
            made.made_event("a", 0, summary='=HYPERLINK("http://x","y")', place="@SUM(1)", date="=1+1"),
            made.made_event(
                "a", 1, first_day=Day.of(-43, 3, 15), last_day=Day.of(-43, 3, 16), date="-0043-03-15/-0043-03-16", place="-5 degrees"
            ),
        ]
    )
    rows = read_back(csv_bytes(table))
    assert rows.loc[0, "summary"] == '\'=HYPERLINK("http://x","y")'
    assert list(rows["place"]) == ["'@SUM(1)", "'-5 degrees"]
    assert list(rows["date"]) == ["'=1+1", "-0043-03-15/-0043-03-16"]
    assert list(rows["first_day"]) == ["", "-0043-03-15"]


def test_the_byte_order_mark_can_be_left_out():
    table = made.made_table("a")
    assert csv_bytes(table) == BYTE_ORDER_MARK + csv_bytes(table, byte_order_mark=False)


@settings(max_examples=40, deadline=None)
@given(made.tables())
def test_json_and_jsonl_say_the_same_and_nothing_is_lost(table):
    rows = json.loads(json_bytes(table))
    assert rows == [json.loads(line) for line in jsonl_bytes(table).decode().split("\n")[:-1]]
    for name in LIST_COLUMNS:
        assert [row[name] for row in rows] == [list(value) for value in table[name]]
    for name in ("first_day", "last_day", "date", "published", "granularity", "time_start"):
        assert [row[name] for row in rows] == [None if pd.isna(value) else value for value in table[name]]
    assert [row["start"] for row in rows] == [None if pd.isna(value) else value.to_pydatetime().isoformat() for value in table["start"]]


@settings(max_examples=40, deadline=None)
@given(made.tables())
def test_parquet_comes_back_as_a_valid_event_table(table):
    back = pq.read_table(io.BytesIO(parquet_bytes(table))).to_pandas()
    back["actor_spans"] = [[list(map(int, span)) for span in cell] for cell in back["actor_spans"]]
    for column in COLUMNS:
        cells = pd.Series([list(cell) for cell in back[column.name]], dtype=object) if column.dtype == "object" else back[column.name]
        back[column.name] = cells.astype(column.dtype)
    pd.testing.assert_frame_equal(validate(back), table)


def test_a_choice_of_columns_is_written_in_its_order_and_an_unknown_one_is_refused():
    table = made.made_table("a")
    assert csv_bytes(table[["status", "event_id"]], byte_order_mark=False).split(b"\n")[0] == b"status,event_id"
    with pytest.raises(ValueError, match="no column of the event table: 'colour'"):
        csv_bytes(table.assign(colour="red"))


def test_a_filtered_table_with_its_old_index_is_written_right():
    table = made.made_table("a", 5)
    assert list(read_back(csv_bytes(table[table["event_id"].isin(["a-1", "a-4"])]))["event_id"]) == ["a-1", "a-4"]

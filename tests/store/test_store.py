import dataclasses
import datetime as dt
import itertools

import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from pipeline.day import Day
from pipeline.errors import EventTableError
from pipeline.event_table import from_events, validate
from pipeline.store import SCHEMA_VERSION, Store, StoreError
from pipeline.store.schema import metadata
from tests.store import made_events as made


@pytest.fixture
def store(tmp_path):
    return Store.open(str(tmp_path / "kept.db"))


def test_an_empty_store_gives_a_valid_empty_table(store):
    assert store.articles() == []
    pd.testing.assert_frame_equal(validate(store.events()), from_events([]))


_numbers = itertools.count()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=made.articles(), table=made.tables())
def test_what_is_added_comes_back_the_same(tmp_path, article, table):
    path = str(tmp_path / f"{next(_numbers)}.db")
    Store.open(path).add(article, table)
    again = Store.open(path)
    assert again.articles() == [article]
    pd.testing.assert_frame_equal(validate(again.events()), table, check_exact=True)


def test_a_bc_date_is_kept(store):
    event = made.made_event("a", first_day=Day.of(-43, 3, 15), last_day=Day.of(-43, 3, 15), date="-0043-03-15")
    store.add(made.made_article("a"), from_events([event]))
    assert store.events().loc[0, "first_day"] == "-0043-03-15"


def test_dates_times_and_zones_of_publication_stay_what_they_were(store):
    zone = dt.timezone(dt.timedelta(hours=5, minutes=30))
    for name, value in {"day": dt.date(2022, 3, 1), "time": dt.datetime(2022, 3, 1, tzinfo=zone), "none": None}.items():
        store.add(made.made_article(name, published=value), from_events([]))
    assert [article.published for article in store.articles()] == [dt.date(2022, 3, 1), dt.datetime(2022, 3, 1, tzinfo=zone), None]
    assert store.articles()[1].published.utcoffset() == dt.timedelta(hours=5, minutes=30)


def test_adding_the_same_article_replaces_it_and_its_events_in_its_place(store):
    for name in "ab":
        store.add(made.made_article(name), made.made_table(name, 3))
    store.add(dataclasses.replace(made.made_article("a"), text="corrected"), made.made_table("a", 1))
    assert [(article.article_id, article.text) for article in store.articles()] == [("a", "corrected"), ("b", made.made_article("b").text)]
    assert list(store.events()["event_id"]) == ["a-0", "b-0", "b-1", "b-2"]


def test_removing_takes_the_events_along(store):
    for name in "ab":
        store.add(made.made_article(name), made.made_table(name))
    assert store.remove("a") is True
    assert store.remove("a") is False
    assert [article.article_id for article in store.articles()] == ["b"]
    assert set(store.events()["article_id"]) == {"b"}


def test_one_article_and_the_listing(store):
    store.add(made.made_article("a", published=dt.date(2022, 3, 1)), made.made_table("a", 3))
    store.add(made.made_article("b"), from_events([]))
    assert store.article("a").text == made.made_article("a").text
    assert store.article("c") is None
    assert [(line.article_id, line.published, line.n_events) for line in store.listing()] == [("a", dt.date(2022, 3, 1), 3), ("b", None, 0)]


def test_the_version_changes_with_every_change_also_from_elsewhere(store):
    seen = [store.version()]
    other = Store.open(store.address)
    changes = [
        lambda: other.add(made.made_article("a"), made.made_table("a")),
        lambda: other.add(made.made_article("a"), made.made_table("a")),
        lambda: other.remove("a"),
        lambda: other.set_hidden_examples(True),
        lambda: other.set_hidden_examples(False),
    ]
    for change in changes:
        change()
        seen.append(store.version())
    assert len(set(seen)) == len(seen)
    other.remove("nobody")
    assert store.version() == seen[-1]


def test_hidden_examples_are_remembered(store):
    assert store.hidden_examples() is False
    store.set_hidden_examples(True)
    assert Store.open(store.address).hidden_examples() is True


def test_a_table_of_another_article_or_a_broken_one_changes_nothing(store):
    store.add(made.made_article("a"), made.made_table("a"))
    before = store.version(), store.events()
    with pytest.raises(EventTableError, match="rows of 'b' stand among those of 'a'"):
        store.add(made.made_article("a"), made.made_table("b"))
    with pytest.raises(EventTableError, match="column status is missing"):
        store.add(made.made_article("a"), made.made_table("a").drop(columns="status"))
    assert store.version() == before[0]
    pd.testing.assert_frame_equal(store.events(), before[1])


def test_a_failure_in_the_middle_of_an_add_leaves_the_old_article(store):
    store.add(made.made_article("a"), made.made_table("a"))
    clash = made.made_table("b").assign(event_id=["b-0", "a-1"])
    with pytest.raises(StoreError, match="event_id"):
        store.add(made.made_article("b"), clash)
    assert [article.article_id for article in store.articles()] == ["a"]
    assert list(store.events()["event_id"]) == ["a-0", "a-1"]


def test_a_newer_schema_is_refused_with_what_to_do(store):
    with sa.create_engine(f"sqlite:///{store.address}").begin() as connection:
        connection.exec_driver_sql(f"update dateline set number = {SCHEMA_VERSION + 1} where fact = 'schema_version'")
    with pytest.raises(
        StoreError, match=rf"newer Dateline \(schema {SCHEMA_VERSION + 1}, this one reads {SCHEMA_VERSION}\); update Dateline"
    ):
        Store.open(store.address)


def test_files_that_are_no_store_of_ours_are_refused(tmp_path):
    notes = tmp_path / "notes.db"
    notes.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match=r"notes\.db: file is not a database"):
        Store.open(str(notes))
    with sa.create_engine(f"sqlite:///{tmp_path}/foreign.db").begin() as connection:
        connection.exec_driver_sql("create table articles (id integer)")
    with pytest.raises(StoreError, match="tables of another program"):
        Store.open(str(tmp_path / "foreign.db"))
    with pytest.raises(StoreError, match="unable to open"):
        Store.open(str(tmp_path))
    with pytest.raises(StoreError, match="in-memory"):
        Store.open("sqlite://")
    with pytest.raises(StoreError, match="folder cannot be made"):
        Store.open(str(notes / "below.db"))


def test_an_address_without_driver_is_named_without_its_password():
    with pytest.raises(StoreError, match="no driver") as caught:
        Store.open("oracle://reader:secret@host/db")
    assert "secret" not in str(caught.value)


def test_the_environment_gives_the_address(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_DB", f"sqlite:///{tmp_path}/deep/er/other.db")
    Store.open().set_hidden_examples(True)
    assert (tmp_path / "deep/er/other.db").exists()


def test_a_database_deleted_while_open_begins_anew(store, tmp_path):
    store.add(made.made_article("a"), made.made_table("a"))
    before = store.version()
    (tmp_path / "kept.db").unlink()
    assert store.articles() == []
    assert store.version() != before


def test_writing_is_in_wal_mode(store):
    with sa.create_engine(f"sqlite:///{store.address}").connect() as connection:
        assert connection.exec_driver_sql("pragma journal_mode").scalar() == "wal"


def test_the_tables_can_be_made_in_postgresql():
    made_sql = {table.name: str(CreateTable(table).compile(dialect=postgresql.dialect())) for table in metadata.sorted_tables}
    assert "BIGSERIAL" in made_sql["articles"]
    assert '"end" BIGINT' in made_sql["events"]
    assert "ON DELETE CASCADE" in made_sql["events"]


@given(st.integers(0, 10**6))
@settings(max_examples=20)
def test_event_order_is_kept_whatever_the_ids(number):
    from pipeline.store.rows import event_rows

    rows = event_rows(made.made_table(f"x{number}", 4), number)
    assert [row["position"] for row in rows] == [0, 1, 2, 3]
    assert {row["article_number"] for row in rows} == {number}

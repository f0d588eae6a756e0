from __future__ import annotations

import pandas as pd
import pytest

from pipeline.event_table import from_events, validate
from pipeline.settings import Settings
from pipeline.store.kept_tables import digest, kept_or_made, key_of
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.mark.parametrize("table", [seed_table(), load_table(50), from_events([])], ids=["seed", "load", "empty"])
def test_a_kept_table_is_the_one_that_was_made(table):
    assert kept_or_made("one", lambda: table) is table
    again = kept_or_made("one", lambda: pytest.fail("made twice"))
    pd.testing.assert_frame_equal(validate(again), table)


def test_another_key_is_made_anew_and_takes_the_place_of_the_old_one(folder):
    kept_or_made("one", seed_table)
    kept_or_made("two", lambda: load_table(10))
    assert [path.name for path in folder.iterdir()] == ["events-two.parquet"]


def test_a_broken_file_or_folder_costs_only_the_time(folder, monkeypatch):
    folder.mkdir()
    (folder / "events-one.parquet").write_text("half a file")
    assert len(kept_or_made("one", seed_table)) == len(seed_table())
    assert len(kept_or_made("one", lambda: pytest.fail("made twice"))) == len(seed_table())
    monkeypatch.setenv("DATELINE_CACHE", str(folder / "events-one.parquet" / "below a file"))
    assert len(kept_or_made("one", seed_table)) == len(seed_table())


def test_the_key_follows_articles_and_settings(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    first = digest([tmp_path])
    (tmp_path / "a.txt").write_text("two")
    assert digest([tmp_path]) != first
    (tmp_path / "timeline.db").write_text("the store changes with every article")
    (tmp_path / "a.txt").write_text("one")
    assert digest([tmp_path]) == first
    keys = {key_of(first, Settings()), key_of(digest([]), Settings()), key_of(first, Settings(model="other"))}
    assert len(keys) == 3 and key_of(first, Settings()) in keys


def test_the_line_has_already_merged_what_it_read_together(line):
    """The page merges anew only when there are articles of the reader's own beside the examples (ui.library)."""
    from pipeline import read_articles
    from pipeline.merge import merge_table
    from ui.library import SEEDS

    table = from_events(line.events(read_articles([SEEDS]).articles))
    pd.testing.assert_frame_equal(merge_table(table), table)

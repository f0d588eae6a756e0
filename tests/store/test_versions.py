"""Two files of one name are two articles; a corrected text takes the place of the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.store import Store, with_free_id
from pipeline.store.versions import is_new_version
from tests.store.made_events import made_article, made_table

DAM = "The dam above Orlo failed on Monday and 40 people were led to safety."
VOTE = "Members of the union voted for a strike that will begin next week."
SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


@pytest.fixture
def store(tmp_path):
    store = Store.open(str(tmp_path / "kept.db"))
    store.add(made_article("notes", DAM), made_table("notes"))
    return store


def test_another_text_gets_an_id_of_its_own(store):
    assert with_free_id(store, made_article("notes", VOTE)).article_id == "notes-2"
    store.add(made_article("notes-2", VOTE), made_table("notes-2"))
    assert with_free_id(store, made_article("notes", VOTE)).article_id == "notes-2"


def test_a_corrected_text_keeps_its_id(store):
    assert with_free_id(store, made_article("notes", DAM.replace("40", "41"))).article_id == "notes"
    assert with_free_id(store, made_article("other", VOTE)).article_id == "other"


def test_reports_of_one_story_are_different_articles():
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    assert len(texts) > 10
    assert not [(a[:40], b[:40]) for i, a in enumerate(texts) for b in texts[:i] if is_new_version(a, b)]

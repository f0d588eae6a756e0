"""The same articles give the same rows: under any hash order, with any number of threads, in any company."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import read_articles
from pipeline.language import LanguageModel
from pipeline.run import Line
from pipeline.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
SEEDS = (ROOT / "seeds" / "dockers-back-walkout-by-wide-margin.txt", ROOT / "seeds" / "gozo-tunnel-vote-too-close-to-call.txt")
ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_TYPE", "ENT_IOB"]


@pytest.fixture(scope="module")
def articles():
    return read_articles(SEEDS).articles


def test_hash_order_changes_no_row():
    tables = []
    for seed in ("0", "4242"):
        command = [sys.executable, "-m", "pipeline", "extract", *map(str, SEEDS), "--format", "csv"]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        tables.append(subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True).stdout)
    assert tables[0].count(b"\n") > 20
    assert tables[0] == tables[1]


def test_threads_change_no_bit(language, articles):
    two = LanguageModel.load(Settings(threads=2))
    for article in articles:
        one_doc, two_doc = language.analyse(article), two.analyse(article)
        assert (one_doc.to_array(ATTRIBUTES) == two_doc.to_array(ATTRIBUTES)).all()
        assert [token._.event for token in one_doc] == [token._.event for token in two_doc]


def test_company_changes_no_row(line: Line, articles):
    first, second = articles
    alone = line.events([first])
    together = [event for event in line.events([second, first]) if event.article_id == first.article_id]
    assert [told(event) for event in together] == [told(event) for event in alone]
    backwards = line.events([first, second])
    assert {event.event_id: event for event in line.events([second, first])} == {event.event_id: event for event in backwards}


def told(event):
    """Return the event without what other articles may rightly add: who else tells it."""
    return dataclasses.replace(event, story_id="", n_articles=0)

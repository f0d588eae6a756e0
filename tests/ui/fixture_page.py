"""The real page over a fixture: run it with Streamlit. DATELINE_FIXTURE is "seed", "load" or "empty"; the line reads nothing.

The store is the real one; its address comes from DATELINE_DB.
"""

import os
import runpy
from pathlib import Path

import ui.library
from pipeline.event_table import from_events
from pipeline.ingest import ReadResult
from pipeline.records import Article
from tests.ui.fixture_article import SEED
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table

_LOAD = ReadResult(tuple(Article(f"a{number}", f"Article {number}", "Actor 00 acted.") for number in range(50)))


class FixtureLine:
    def events(self, articles):
        from tests.ui.fixture_events import one_event

        return tuple(one_event(article) for article in articles)


def _examples(_folder, _digest):
    kind = os.environ.get("DATELINE_FIXTURE", "seed")
    if kind == "load":
        return _LOAD, load_table()
    if kind == "empty":
        return ReadResult(), from_events([])
    return ReadResult((SEED,)), seed_table()


ui.library.read_examples = _examples
ui.library.load_line = FixtureLine
runpy.run_path(str(Path(__file__).resolve().parents[2] / "dashboard.py"), run_name="dashboard")

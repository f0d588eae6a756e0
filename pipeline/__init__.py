"""Dateline's line from news articles to an event table.

>>> from pipeline import read_articles, extract_events           # doctest: +SKIP
>>> table = extract_events(read_articles(["seeds/"]).articles)   # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.ingest import ReadResult
    from pipeline.records import Article, Timex
    from pipeline.settings import Settings

__all__ = ["extract_events", "find_timexes", "read_articles"]


def read_articles(paths: Iterable[str | Path]) -> ReadResult:
    """Return the articles of files and folders, and a named problem for each thing that could not be read."""
    from pipeline.ingest import read_articles as read

    return read(paths)


def find_timexes(article: Article, settings: Settings | None = None) -> tuple[Timex, ...]:
    """Return the article's time expressions; for many articles make one `pipeline.run.Line`, which keeps the model."""
    from pipeline.run import Line

    return Line.load(settings).timexes(article)


def extract_events(articles: Sequence[Article], settings: Settings | None = None) -> pd.DataFrame:
    """Return the event table of the articles (columns: `pipeline.event_table.COLUMNS`), one row each event."""
    from pipeline.event_table import from_events, validate
    from pipeline.run import Line

    return validate(from_events(Line.load(settings).events(articles)))

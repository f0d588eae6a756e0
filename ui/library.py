"""What is on the timeline: the example articles in seeds/ and the reader's own from the store, read once and kept until they change."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from pipeline import read_articles
from pipeline.errors import PipelineError
from pipeline.event_table import from_events
from pipeline.ingest import ReadResult, article_from_text, articles_from_upload
from pipeline.records import Article
from pipeline.settings import Settings
from pipeline.store import Store, corrected
from pipeline.store.kept_tables import digest as digest_of
from pipeline.store.kept_tables import kept_or_made, key_of
from pipeline.store.versions import with_free_id
from pipeline.view.event_view import EventView

if TYPE_CHECKING:
    from pipeline.run import Line

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FIRST_EXAMPLE = "us-expels-russian-un-diplomats"
BY_HAND = "given by the reader"
TABLE = "DATELINE_TABLE"
"""The environment variable that names a table of events to show instead of articles."""


_ASSEMBLED: set[str] = set()  # stores that were put on the page since the server started


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """All articles on the page by id, which of them are the reader's own, their events, and what could not be read.

    `table` is the name of the file whose events are shown instead, "" for none.
    """

    articles: Mapping[str, Article]
    own: tuple[str, ...]
    view: EventView
    problems: tuple[str, ...]
    examples_hidden: bool
    table: str = ""

    @property
    def newest(self) -> str:
        """The article that the page opens with: the reader's latest, else the example that shows most."""
        return "" if self.table else self.own[-1] if self.own else FIRST_EXAMPLE

    @property
    def undated(self) -> list[Article]:
        """The reader's own articles that have no publication date."""
        return [self.articles[key] for key in self.own if self.articles[key].published is None]


@st.cache_resource(show_spinner=False)  # type: ignore[untyped-decorator]
def open_store() -> Store:
    """Return the store at DATELINE_DB, or data/timeline.db."""
    return Store.open()


@st.cache_resource(show_spinner=False)  # type: ignore[untyped-decorator]
def load_line() -> Line:
    """Return the line with its model, loaded once for all readers."""
    from pipeline.run import Line  # its model takes seconds to import: not before it is needed

    return Line.load(Settings.from_environment(os.environ))


@st.cache_resource(show_spinner=False, max_entries=2)  # type: ignore[untyped-decorator]
def read_examples(_folder: Path, digest: str) -> tuple[ReadResult, pd.DataFrame]:
    """Return the example articles and their events; `digest` stands for the files' contents."""
    result = read_articles([_folder])

    def make() -> pd.DataFrame:
        return from_events(load_line().events(result.articles))

    settings = Settings.from_environment(os.environ)
    if settings.model:  # another model's files are not ours to hash
        return result, make()
    return result, kept_or_made(key_of(digest, settings), make)


@st.cache_resource(show_spinner=False, max_entries=4)  # type: ignore[untyped-decorator]
def _assemble(address: str, version: int, digest: str) -> Library:
    store = open_store()
    hidden = store.hidden_examples()
    own = store.articles()
    result, table = (ReadResult(), from_events([])) if hidden else read_examples(SEEDS, digest)
    mine = {article.article_id for article in own}
    tables = [part for part in (table[~table["article_id"].isin(mine)], store.events()) if len(part)]
    articles = {article.article_id: article for article in (*result.articles, *own)}
    if own and tables:
        from pipeline.merge import merge_table  # its imports take a second, and the line has merged the examples already

        table = merge_table(pd.concat(tables, ignore_index=True))
    table = corrected(table, store.corrections())
    _ASSEMBLED.add(address)
    return Library(articles, tuple(article.article_id for article in own), EventView.of(table), tuple(map(str, result.problems)), hidden)


def table_file(given: Sequence[str] = ()) -> Path | None:
    """Return the table to show: `streamlit run dashboard.py -- events.parquet`, else what DATELINE_TABLE names, else None."""
    named = next(iter(given), "") or os.environ.get(TABLE, "")
    return Path(named).expanduser() if named else None


@st.cache_resource(show_spinner=False, max_entries=1)  # type: ignore[untyped-decorator]
def _open_table(path: Path, _changed: tuple[int, int]) -> Library:
    """Return the library of a table file; a million rows are read in about five seconds, once for all readers."""
    from pipeline.view.table_file import read_view

    view, problems = EventView.of(from_events([])), []
    try:
        view = read_view(path)
    except PipelineError as error:
        problems.append(str(error))
    _ASSEMBLED.add(str(path))
    return Library({}, (), view, tuple(problems), examples_hidden=True, table=path.name)


def _of_table(path: Path) -> Library:
    try:
        facts = path.stat()
    except OSError:
        problem = f"{path}: there is no such file; give `streamlit run dashboard.py -- FILE` or {TABLE} a table of events"
        return Library({}, (), EventView.of(from_events([])), (problem,), examples_hidden=True, table=path.name)
    found: Library = _open_table(path, (facts.st_mtime_ns, facts.st_size))
    return found


def is_read(path: Path | None = None) -> bool:
    """Whether the page's events have been read since the server started: if not, `library` takes seconds."""
    return (str(path) if path else open_store().address) in _ASSEMBLED


def library(path: Path | None = None) -> Library:
    """Return what is on the timeline now, changes by other processes included: the events of the table `path`, if one is given."""
    if path is not None:
        return _of_table(path)
    store = open_store()
    found: Library = _assemble(store.address, store.version(), digest_of([SEEDS]))
    return found


def from_paste(text: str) -> Article:
    """Return the article of pasted text; raises PipelineError when there is none in it."""
    return article_from_text(text)


def from_upload(name: str, content: bytes) -> ReadResult:
    """Return the articles of an uploaded file and what could not be read."""
    return articles_from_upload(name, content)


def dated(article: Article, published: dt.date | None) -> Article:
    """Return the article with the reader's publication date; unchanged if that is the one that was found."""
    found = article.published.date() if isinstance(article.published, dt.datetime) else article.published
    if published == found:
        return article
    return dataclasses.replace(article, published=published, published_source=BY_HAND if published else "")


def keep(article: Article) -> pd.DataFrame:
    """Read the article, keep it with its events (one of the same id is replaced) and return the table of them."""
    article = with_free_id(open_store(), article)
    table = from_events(load_line().events((article,)))
    open_store().add(article, table)
    return table

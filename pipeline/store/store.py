"""The store: articles and their events, kept together, changed in whole transactions only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import sqlalchemy as sa

from pipeline.errors import EventTableError
from pipeline.event_table import COLUMN_NAMES, validate
from pipeline.records import Article
from pipeline.store import notebook
from pipeline.store.engine import database_url, make_engine, shown, writing
from pipeline.store.notebook import Correction, SavedView
from pipeline.store.rows import article_of, article_row, event_rows, event_table_of, published_of
from pipeline.store.schema import StoreError, articles, events, facts, is_ready, prepare


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """One line of a listing: what is kept, without the text; `n_events` counts its events."""

    article_id: str
    title: str
    published: dt.date | dt.datetime | None
    published_source: str
    source: str
    n_events: int


class Store:
    """A reader's articles and events. Safe for several threads and processes at once; every change is one transaction."""

    def __init__(self, url: sa.URL) -> None:
        self._engine = make_engine(url)
        self._file = Path(str(url.database)) if url.get_backend_name() == "sqlite" else None
        self.address = shown(url)
        self._ready()

    @classmethod
    def open(cls, url: str | None = None) -> Store:
        """Open or create the store at this address (a URL or an SQLite file's path); None means DATELINE_DB or data/timeline.db.

        Raises StoreError when it cannot be opened or was written by a newer version.
        """
        return cls(database_url(url))

    def articles(self) -> list[Article]:
        """Return the kept articles in the order they were first added."""
        with self._transaction() as connection:
            rows = connection.execute(sa.select(articles).order_by(articles.c.number)).mappings().all()
        return [article_of(dict(row)) for row in rows]

    def article(self, article_id: str) -> Article | None:
        """Return one kept article, or None."""
        with self._transaction() as connection:
            row = connection.execute(sa.select(articles).where(articles.c.article_id == article_id)).mappings().first()
        return None if row is None else article_of(dict(row))

    def listing(self) -> list[KeptArticle]:
        """Return what is kept, in the order of `articles`, without reading the texts."""
        fields = (articles.c.article_id, articles.c.title, articles.c.published, articles.c.published_source, articles.c.source)
        query = (
            sa.select(*fields, sa.func.count(events.c.event_id))
            .select_from(articles.outerjoin(events))
            .group_by(articles.c.number, *fields)
            .order_by(articles.c.number)
        )
        with self._transaction() as connection:
            rows = connection.execute(query).all()
        return [KeptArticle(row[0], row[1], published_of(row[2]), row[3], row[4], row[5]) for row in rows]

    def events(self) -> pd.DataFrame:
        """Return the event table of all kept articles: articles in their order, events in theirs."""
        query = sa.select(*[events.c[name] for name in COLUMN_NAMES]).order_by(events.c.article_number, events.c.position)
        with self._transaction() as connection:
            rows = connection.execute(query).all()
        return event_table_of(rows)

    def add(self, article: Article, table: pd.DataFrame) -> None:
        """Keep an article with its events; one of the same `article_id` is replaced with all its events, and keeps its place.

        Raises EventTableError when the table breaks the contract or has rows of another article; then nothing is changed.
        """
        validate(table)
        strangers = sorted(set(table["article_id"]) - {article.article_id})
        if strangers:
            raise EventTableError([f"rows of {strangers[0]!r} stand among those of {article.article_id!r}"])
        row = article_row(article)
        with self._change() as connection:
            key = sa.select(articles.c.number).where(articles.c.article_id == article.article_id)
            number = connection.scalar(key)
            if number is None:
                connection.execute(sa.insert(articles).values(row))
                number = connection.scalar(key)
            else:
                connection.execute(sa.update(articles).where(articles.c.number == number).values(row))
                connection.execute(sa.delete(events).where(events.c.article_number == number))
            assert number is not None
            if rows := event_rows(table, number):
                connection.execute(sa.insert(events), rows)

    def remove(self, article_id: str) -> bool:
        """Drop an article with its events; False when there is none of that id."""
        with self._transaction(write=True) as connection:
            number = connection.scalar(sa.select(articles.c.number).where(articles.c.article_id == article_id))
            if number is None:
                return False
            _raise_revision(connection)
            connection.execute(sa.delete(events).where(events.c.article_number == number))
            connection.execute(sa.delete(articles).where(articles.c.number == number))
        return True

    def version(self) -> int:
        """Return a number that every change, by whichever process, makes another one: a key for caches."""
        return self._fact("revision")

    def hidden_examples(self) -> bool:
        """Whether the reader has hidden the example articles."""
        return bool(self._fact("hidden_examples"))

    def set_hidden_examples(self, hidden: bool) -> None:
        """Hide the example articles or show them again."""
        with self._change() as connection:
            connection.execute(sa.update(facts).where(facts.c.fact == "hidden_examples").values(number=int(hidden)))

    def saved_views(self) -> list[SavedView]:
        """Return the saved views in the order of their names."""
        with self._transaction() as connection:
            return notebook.saved_views(connection)

    def save_view(self, name: str, link: str) -> None:
        """Keep a view under a name; one of the same name is replaced. Raises StoreError for an empty or overlong name."""
        name = " ".join(name.split())
        if not 0 < len(name) <= notebook.LONGEST_NAME:
            raise StoreError(self.address, f"a view's name has 1 to {notebook.LONGEST_NAME} characters, this one {len(name)}")
        with self._transaction(write=True) as connection:  # the revision stays: no article changed
            notebook.save_view(connection, SavedView(name, link))

    def delete_view(self, name: str) -> bool:
        """Drop a view; False when there is none of that name."""
        with self._transaction(write=True) as connection:
            return notebook.delete_view(connection, name)

    def corrections(self) -> list[Correction]:
        """Return the correction that counts of each corrected event, oldest first."""
        with self._transaction() as connection:
            return notebook.last_corrections(connection)

    def correct(self, correction: Correction) -> None:
        """Put a correction on top of those of its event; the article's events themselves stay as they were read."""
        with self._change() as connection:
            notebook.add_correction(connection, correction)

    def undo_correction(self, event_id: str) -> bool:
        """Take the last correction of an event off; False when it has none."""
        with self._change() as connection:
            return notebook.undo_correction(connection, event_id)

    def _fact(self, fact: str) -> int:
        with self._transaction() as connection:
            return int(connection.execute(sa.select(facts.c.number).where(facts.c.fact == fact)).scalar_one())

    @contextmanager
    def _change(self) -> Iterator[sa.Connection]:
        with self._transaction(write=True) as connection:
            _raise_revision(connection)
            yield connection

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[sa.Connection]:
        if self._file is not None and not self._file.exists():
            self._ready()
        with self._named_errors(), (writing(self._engine) if write else self._engine).begin() as connection:
            yield connection

    def _ready(self) -> None:
        with self._named_errors():
            if self._stands():
                return
            try:
                with writing(self._engine).begin() as connection:
                    if not is_ready(connection, self.address):  # another process may have been first
                        prepare(connection)
            except (sa.exc.IntegrityError, sa.exc.ProgrammingError):  # PostgreSQL: another process made the tables meanwhile
                if not self._stands():
                    raise

    def _stands(self) -> bool:
        with self._engine.begin() as connection:
            return is_ready(connection, self.address)

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except sa.exc.SQLAlchemyError as error:
            reason = str(error.orig) if isinstance(error, sa.exc.DBAPIError) else str(error)
            raise StoreError(self.address, reason.strip().partition("\n")[0]) from error


def _raise_revision(connection: sa.Connection) -> None:
    """Every change begins here: it also makes writers of one PostgreSQL database wait for each other on this row."""
    connection.execute(sa.update(facts).where(facts.c.fact == "revision").values(number=facts.c.number + 1))

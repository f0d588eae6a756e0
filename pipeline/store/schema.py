"""The tables of the store. The event columns are those of the event table, so a new column there is a new schema version here."""

from __future__ import annotations

import secrets
from typing import Any

import sqlalchemy as sa

from pipeline.errors import PipelineError
from pipeline.event_table import COLUMNS, Column

SCHEMA_VERSION = 2
"""Raise it when a table changes, and say in `prepare` how an older database becomes the new one."""

_SQL_TYPES: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "str": sa.Text,
    "Int64": sa.BigInteger,
    "float64": sa.Double,
    "datetime64[ms]": sa.BigInteger,  # milliseconds since 1970: no database's own timestamps reach BC years
    "object": sa.Text,  # a list, as JSON
}
_REVISION_BITS = 40

metadata = sa.MetaData()

facts = sa.Table(
    "dateline",
    metadata,
    sa.Column("fact", sa.String(40), primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),
)
"""Single numbers: `schema_version`, `revision` (raised by every change), `hidden_examples` (0 or 1)."""

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("article_id", sa.Text, nullable=False, unique=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("published", sa.Text),
    sa.Column("published_source", sa.Text, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("body_start", sa.BigInteger, nullable=False),
)


def _event_column(column: Column) -> sa.Column[Any]:
    return sa.Column(column.name, _SQL_TYPES[column.dtype], nullable=column.nullable)


events = sa.Table(
    "events",
    metadata,
    sa.Column("article_number", sa.ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    *[_event_column(column) for column in COLUMNS],
    sa.UniqueConstraint("event_id"),
)
"""`position` is the row's place among its article's events."""

views = sa.Table(
    "views",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("name", sa.String(80), nullable=False, unique=True),
    sa.Column("link", sa.Text, nullable=False),
)
"""Saved views: a name and the query of the address that opens it. Since version 2."""

corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("event_id", sa.Text, nullable=False, index=True),
    sa.Column("article_id", sa.Text, nullable=False),
    sa.Column("trigger", sa.Text, nullable=False),
    sa.Column("sentence", sa.Text, nullable=False),
    sa.Column("review", sa.String(20), nullable=False),
    sa.Column("changes", sa.Text, nullable=False),
)
"""A reader's judgements on events, each on top of the ones before it: the last one of an event counts. Since version 2.

They stand apart from the events, so that a new extraction leaves them; `trigger` and `sentence` find the event again if its id changes.
"""


class StoreError(PipelineError):
    """The store cannot be opened, read or written; `database` is its address without a password.

    >>> str(StoreError("notes.db", "file is not a database"))
    'notes.db: file is not a database'
    """

    def __init__(self, database: str, reason: str) -> None:
        super().__init__(f"{database}: {reason}")
        self.database = database
        self.reason = reason


def is_ready(connection: sa.Connection, database: str) -> bool:
    """Whether the tables of this schema version stand; raises StoreError for a newer version and for a stranger's database."""
    names = set(sa.inspect(connection).get_table_names())
    if facts.name not in names:
        if names & {articles.name, events.name}:
            raise StoreError(database, "holds tables of another program; give a database of its own")
        return False
    version = connection.scalar(sa.select(facts.c.number).where(facts.c.fact == "schema_version"))
    if version is None:
        return False
    if version > SCHEMA_VERSION:
        raise StoreError(database, f"was written by a newer Dateline (schema {version}, this one reads {SCHEMA_VERSION}); update Dateline")
    kept = {column["name"] for column in sa.inspect(connection).get_columns(events.name)}
    if missing := sorted(set(events.c.keys()) - kept):
        raise StoreError(database, f"its events lack {', '.join(missing)}; move the file away and add the articles again")
    return bool(version == SCHEMA_VERSION)


def prepare(connection: sa.Connection) -> None:
    """Create the tables that are missing. The revision begins at a random number: a new database is never taken for the one it replaced.

    A database of version 1 gets the tables of saved views and corrections; nothing else of it changes.
    """
    metadata.create_all(connection)
    old = sa.update(facts).where(facts.c.fact == "schema_version").values(number=SCHEMA_VERSION)
    if connection.execute(old).rowcount:
        return
    start = {"schema_version": SCHEMA_VERSION, "revision": secrets.randbits(_REVISION_BITS), "hidden_examples": 0}
    connection.execute(sa.insert(facts), [{"fact": fact, "number": number} for fact, number in start.items()])

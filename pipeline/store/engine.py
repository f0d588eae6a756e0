"""From a database's address to connections whose transactions are safe with several processes writing."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from pipeline.settings import DATA
from pipeline.store.schema import StoreError

ENVIRONMENT = "DATELINE_DB"
BUSY_SECONDS = 60.0
"""How long a writer waits for another one; a whole article is written in some 10 ms."""
_WAL_TRIES = 100
_WRITES = "dateline_writes"


def database_url(url: str | None = None) -> sa.URL:
    """Return the address meant: the argument, else DATELINE_DB, else data/timeline.db. A plain path is an SQLite file."""
    address = url or os.environ.get(ENVIRONMENT) or str(DATA / "timeline.db")
    if "://" not in address:
        return sa.URL.create("sqlite", database=address)
    try:
        return sa.make_url(address)
    except sa.exc.ArgumentError as error:
        raise StoreError(address.split("@")[-1], "is no database address; try sqlite:///my.db") from error


def shown(url: sa.URL) -> str:
    """Return the address as a reader may see it: the file's path, or the URL without its password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def make_engine(url: sa.URL) -> sa.Engine:
    """Return an engine; for SQLite the folder is made, each connection is new (a file replaced under us is seen) and WAL is on."""
    try:
        if url.get_backend_name() != "sqlite":
            return sa.create_engine(url, pool_pre_ping=True)
        if url.database in (None, "", ":memory:"):
            raise StoreError("sqlite", "an in-memory database keeps nothing; give a file")
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = sa.create_engine(url, poolclass=sa.NullPool, connect_args={"timeout": BUSY_SECONDS})
    except (ImportError, sa.exc.NoSuchModuleError) as error:
        raise StoreError(shown(url), f"no driver for it is installed ({error})") from error
    except OSError as error:
        raise StoreError(shown(url), f"its folder cannot be made ({error.strerror})") from error
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def writing(engine: sa.Engine) -> sa.Engine:
    """Return the engine whose transactions take the write lock at their start, so that two writers queue instead of failing."""
    return engine.execution_options(**{_WRITES: True})


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _on_begin, not by the driver
    _turn_wal_on(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _turn_wal_on(connection: sqlite3.Connection) -> None:
    """Switch to WAL; the switch does not wait for other connections by itself, so it is tried again while they hold the file."""
    for _ in range(_WAL_TRIES):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.05)
    raise sqlite3.OperationalError("database is locked")


def _on_begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

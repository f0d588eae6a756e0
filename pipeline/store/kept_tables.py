"""Event tables kept between runs: reading the same articles with the same code a second time takes no time.

A table is kept under a key made of everything its rows depend on: the articles' files, all code and data of the line, the reader's
aliases, the name of the model, Python and every installed package. Whatever changes, the key is another and the table is made anew:
nothing stale can be found. A folder that cannot be written costs nothing but the time.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.event_table import COLUMN_NAMES, COLUMNS, LIST_COLUMNS
from pipeline.settings import DATA, Settings

CODE = Path(__file__).resolve().parent.parent
_PREFIX = "events-"


def folder() -> Path:
    """Return where tables are kept: DATELINE_CACHE, else the user's cache folder."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("DATELINE_CACHE") or Path(home) / "dateline")


def digest(paths: Iterable[Path]) -> str:
    """Return a hash of the files in these folders: their names and contents, the store's own files left out."""
    contents = hashlib.sha256()
    for top in paths:
        for path in sorted(top.rglob("*")):
            if path.is_file() and not path.name.startswith("timeline.db") and path.suffix != ".pyc":
                content = path.read_bytes()
                contents.update(f"{path.relative_to(top)}\0{len(content)}\0".encode() + content)
    return contents.hexdigest()


def key_of(articles: str, settings: Settings) -> str:
    """Return the key of the table of some articles, of which `articles` is the hash, read with these settings."""
    packages = sorted(f"{each.metadata['Name']} {each.version}" for each in distributions())
    aliases = settings.aliases.read_text(encoding="utf-8") if settings.aliases.is_file() else ""
    parts = (articles, digest((CODE, DATA)), aliases, settings.model, sys.version, *packages)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def kept_or_made(key: str, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Return the table kept under the key; else make it and keep it in the place of those of other keys."""
    path = folder() / f"{_PREFIX}{key}.parquet"
    with suppress(OSError, pa.ArrowException, KeyError):
        return _read(path)
    table = make()
    with suppress(OSError):
        _write(path, table)
    return table


def _read(path: Path) -> pd.DataFrame:
    rows: Any = pq.read_table(path)
    table = rows.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)[list(COLUMN_NAMES)]
    for name in LIST_COLUMNS:
        table[name] = pd.Series([list(names) for names in table[name]], dtype="object")
    spans = [[[int(place) for place in span] for span in cell] for cell in table["actor_spans"]]
    table["actor_spans"] = pd.Series(spans, dtype="object")
    return table.astype({column.name: column.dtype for column in COLUMNS})


def _write(path: Path, table: pd.DataFrame) -> None:
    from pipeline.export import parquet_bytes
    from pipeline.export.output import output

    path.parent.mkdir(parents=True, exist_ok=True)
    with output(path) as stream:
        stream.write(parquet_bytes(table))
    for other in path.parent.glob(f"{_PREFIX}*.parquet"):
        if other != path:
            other.unlink(missing_ok=True)

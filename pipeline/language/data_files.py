"""Reads the word lists and tables under data/: CSV with a header, comment lines that begin with '#', UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pipeline.errors import LanguageDataError
from pipeline.settings import DATA


@cache
def read_table(name: str, *columns: str) -> tuple[dict[str, str], ...]:
    """Return the rows of data/`name` as dicts, in file order; raises LanguageDataError for a missing column or a ragged line.

    `columns` are those the caller needs. Rows are shared: do not change them.
    """
    path = DATA / name
    return tuple(_rows(path, name, columns))


def _rows(path: Path, name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    if not path.is_file():
        raise LanguageDataError(name, 0, "is missing; restore it from the repository")
    rows = []
    header: list[str] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for number, cells in _numbered(lines):
            if not header:
                header = cells
                missing = [column for column in columns if column not in header]
                if missing:
                    raise LanguageDataError(name, number, f"has no column {', '.join(missing)}")
                continue
            if len(cells) != len(header):
                raise LanguageDataError(name, number, f"has {len(cells)} cells, the header has {len(header)}: {cells!r}")
            rows.append(dict(zip(header, cells, strict=True)))
    return rows


def _numbered(lines: Iterable[str]) -> list[tuple[int, list[str]]]:
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            found.append((number, [cell.strip() for cell in next(csv.reader([line]))]))
    return found


@cache
def read_words(name: str) -> frozenset[str]:
    """Return the words of data/`name`, one a line, comment lines skipped."""
    path = DATA / name
    if not path.is_file():
        raise LanguageDataError(name, 0, "is missing; restore it from the repository")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))

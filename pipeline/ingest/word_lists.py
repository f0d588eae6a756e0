"""The word lists of ingest: data/en/ingest/*.csv, read once, with `#` comment lines."""

from __future__ import annotations

import csv
from functools import cache

from pipeline.errors import LanguageDataError
from pipeline.settings import DATA

FOLDER = DATA / "en" / "ingest"


@cache
def read_list(name: str, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list as tuples of filled cells; raises LanguageDataError for a line that does not fit its columns."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    kept = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    rows = []
    for (number, _), row in zip(kept, csv.reader(line for _, line in kept), strict=True):
        cells = tuple(cell.strip() for cell in row)
        if len(cells) != len(columns) or not all(cells):
            raise LanguageDataError(name, number, f"should have {', '.join(columns)}: {','.join(row)!r}")
        rows.append(cells)
    if not rows or rows[0] != columns:
        raise LanguageDataError(name, 1, f"should begin with the header {','.join(columns)}")
    return tuple(rows[1:])

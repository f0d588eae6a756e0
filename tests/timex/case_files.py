"""Reads tests/cases/timex/*.csv: `id,text,dct,expect,why`; rejects duplicates and expected words that the text does not hold."""

import csv
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "timex"
HEADER = ["id", "text", "dct", "expect", "why"]


def expected(cell):
    """Return [(words, type, value, mod)] of "Monday = DATE 2022-02-28 ;; ..."; an empty cell expects nothing."""
    found = []
    for part in filter(None, cell.split(" ;; ")):
        words, _, reading = part.rpartition(" = ")
        pieces = reading.split(" ")
        found.append((words, pieces[0], pieces[1], pieces[2] if len(pieces) > 2 else ""))
    return found


def load_cases():
    """Return all rows; ValueError for a repeated id or text, an empty `why`, or a span that does not fit its text."""
    rows, ids, texts = [], set(), set()
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            if reader.fieldnames != HEADER:
                raise ValueError(f"{path.name}: the header must be {','.join(HEADER)}")
            for row in reader:
                _check(path.name, row, ids, texts)
                rows.append(row)
    return rows


def _check(name, row, ids, texts):
    key = (row["text"], row["dct"])
    if row["id"] in ids or key in texts:
        raise ValueError(f"{name}: {row['id']} stands twice")
    if not row["why"]:
        raise ValueError(f"{name}: {row['id']} says not why")
    place = 0
    for words, *_ in expected(row["expect"]):
        place = row["text"].find(words, place)
        if place < 0:
            raise ValueError(f"{name}: {row['id']} expects {words!r}, which its text does not hold there")
        place += len(words)
    ids.add(row["id"])
    texts.add(key)

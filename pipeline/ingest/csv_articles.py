"""CSV: one article per row, the header names the columns; comma, semicolon or tab between cells."""

from __future__ import annotations

import csv
import io

from pipeline.errors import IngestError
from pipeline.ingest.decoding import decode
from pipeline.ingest.fields import Place, article_of_record, field_for
from pipeline.ingest.result import ReadResult

_KIND = "column"
_LONGEST_CELL = 2**31 - 1
_DELIMITERS = ",;\t"


def read_csv(name: str, content: bytes) -> ReadResult:
    """Read one article per row; a row without text is a problem that names its line. Raises IngestError without a text column."""
    text = decode(content, name)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        return _rows(name, text)
    except csv.Error as error:
        raise IngestError(name, f"is not CSV ({error})") from error
    finally:
        csv.field_size_limit(before)


def _rows(name: str, text: str) -> ReadResult:
    header_line = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header_line.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [column.strip() for column in next((row for row in rows if any(row)), [])]
    if not field_for("text", dict.fromkeys(columns, "filled")):
        first = ", ".join(columns[:8])[:200]
        raise IngestError(name, f"has no column 'text'; name the column with the articles so; its first line is {first}")
    found = []
    start = rows.line_num + 1
    for row in rows:
        if any(row):
            found.append(article_of_record(dict(zip(columns, row, strict=False)), _KIND, Place(name, "line", start)))
        start = rows.line_num + 1
    return ReadResult.joined(found)

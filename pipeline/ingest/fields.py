"""An article as a record of named fields: a JSON object, a row of a CSV file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from pipeline.errors import IngestError
from pipeline.ingest.building import Parts, read_parts
from pipeline.ingest.plain_text import file_id
from pipeline.ingest.result import ReadResult
from pipeline.ingest.word_lists import read_list

_NO_LETTERS = re.compile(r"[\W_]+")


def field_for(part: str, names: Mapping[str, object]) -> str:
    """Return the name under which this part stands in the record, or "" when it has none that is filled.

    >>> field_for("published", {"datePublished": "2022-03-01", "date": ""})
    'datePublished'
    """
    by_key = {_key(name): name for name in reversed(list(names)) if names[name] not in (None, "")}
    for known, name in read_list("field_names.csv", ("part", "name")):
        if known == part and _key(name) in by_key:
            return by_key[_key(name)]
    return ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: in which file, and as which of its lines or articles.

    >>> str(Place("news.jsonl", "line", 3)), Place("news.jsonl", "line", 3).fallback_id
    ('news.jsonl line 3', 'news-3')
    """

    file: str
    unit: str = ""
    number: int = 0

    @property
    def fallback_id(self) -> str:
        """An id for a record that has none of its own."""
        return f"{file_id(self.file)}-{self.number}" if self.unit else file_id(self.file)

    def __str__(self) -> str:
        return f"{self.file} {self.unit} {self.number}" if self.unit else self.file


def article_of_record(record: Mapping[str, object], kind: str, place: Place) -> ReadResult:
    """Read one record; `kind` is what a reader calls its fields ("JSON field", "column")."""
    text = record.get(field_for("text", record))
    if not isinstance(text, str) or not text.strip():
        known = ", ".join(list(record)[:8]) or "none"
        return ReadResult(problems=(IngestError(str(place), f"no text in it (a {kind} 'text' is needed; it has {known})"),))
    date_field = field_for("published", record)
    parts = Parts(
        text=text,
        where=str(place),
        article_id=_string(record, "id") or place.fallback_id,
        title=_string(record, "title"),
        published=record.get(date_field),
        published_name=f"{kind} '{date_field}'",
        url=_string(record, "url"),
        source=_string(record, "source") or PurePath(place.file).name,
        language=_string(record, "language"),
    )
    return read_parts(parts)


def _key(name: str) -> str:
    return _NO_LETTERS.sub("", name.casefold())


def _string(record: Mapping[str, object], part: str) -> str:
    value = record.get(field_for(part, record))
    if isinstance(value, Mapping):  # schema.org nests names: {"publisher": {"name": ...}}
        value = value.get("name")
    return str(value).strip() if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""

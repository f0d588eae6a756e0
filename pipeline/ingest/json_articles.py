"""JSON: one article or a list in a .json file, one article on each line of a .jsonl file."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pipeline.errors import IngestError
from pipeline.ingest.decoding import decode
from pipeline.ingest.fields import Place, article_of_record
from pipeline.ingest.result import ReadResult

_KIND = "JSON field"


def read_jsonl(name: str, content: bytes) -> ReadResult:
    """Read one article per line; a bad line is a problem that names the line, the others are read. Blank lines do not count."""
    lines = enumerate(decode(content, name).split("\n"), 1)
    return ReadResult.joined(_line(line, Place(name, "line", number)) for number, line in lines if line.strip())


def read_json(name: str, content: bytes) -> ReadResult:
    """Read one object, a list of them, or an object that holds one such list ({"articles": [...]})."""
    try:
        value = json.loads(decode(content, name))
    except (ValueError, RecursionError) as error:
        raise IngestError(name, f"is not JSON ({error})") from error
    if isinstance(value, Mapping):
        lists = [held for held in value.values() if isinstance(held, list) and held and all(isinstance(item, Mapping) for item in held)]
        if "text" in value or len(lists) != 1:
            return article_of_record(value, _KIND, Place(name))
        value = lists[0]
    if not isinstance(value, list) or not value:
        raise IngestError(name, "holds no article; give an object with a field 'text', or a list of them")
    return ReadResult.joined(_item(item, Place(name, "article", number)) for number, item in enumerate(value, 1))


def _line(line: str, place: Place) -> ReadResult:
    try:
        return _item(json.loads(line), place)
    except (ValueError, RecursionError) as error:
        return ReadResult(problems=(IngestError(str(place), f"is not JSON ({error})"),))


def _item(item: object, place: Place) -> ReadResult:
    if not isinstance(item, Mapping):
        return ReadResult(problems=(IngestError(str(place), "is no JSON object"),))
    return article_of_record(item, _KIND, place)

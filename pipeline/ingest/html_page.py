"""A saved web page: trafilatura takes the article out of it, the page's own metadata and htmldate date it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import trafilatura
from htmldate import find_date

from pipeline.errors import IngestError
from pipeline.ingest.building import Parts, build_article
from pipeline.ingest.literal_date import LAST_YEAR, read_date
from pipeline.ingest.plain_text import file_id
from pipeline.ingest.result import ReadResult

_LATEST = f"{LAST_YEAR}-12-31"
"""Given to the date finders because they would else ask the clock what "too late" is."""
_DATED_META = ("article:published_time", "og:published_time", "datePublished", "parsely-pub-date", "dcterms.created", "dc.date.issued")


def read_html(name: str, content: bytes) -> ReadResult:
    """Read the page's article: its text as trafilatura extracts it. Raises IngestError when it finds none."""
    tree = trafilatura.load_html(content) if content.strip() else None
    if tree is None:
        raise IngestError(name, "is no HTML page")
    dated = _metadata_date(tree) or _found_date(tree)
    page = trafilatura.bare_extraction(
        content,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST},
    )
    text = getattr(page, "text", None)
    if not text or not text.strip():
        raise IngestError(name, "no article text found in the page; copy the text into a .txt file")
    parts = Parts(
        text=text,
        where=name,
        article_id=file_id(name),
        title=getattr(page, "title", None) or "",
        published=dated[0] if dated else None,
        published_name=dated[1] if dated else "given",
        url=getattr(page, "url", None) or "",
        source=getattr(page, "sitename", None) or getattr(page, "hostname", None) or "",
        file_name=PurePath(name).name,
    )
    return ReadResult((build_article(parts),))


def _metadata_date(tree: Any) -> tuple[str, str] | None:
    """Return the publication time that the page states for machines, and where; it may have a time zone, which htmldate drops."""
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = element.get("content") or ""
        if key.lower() in map(str.lower, _DATED_META) and read_date(value):
            return value.strip(), f"page metadata '{key}'"
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            for value in _linked_dates(script.text or ""):
                if read_date(value):
                    return value, "page metadata 'datePublished'"
    return None


def _linked_dates(script: str) -> Iterator[str]:
    try:
        waiting: list[Any] = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
            waiting += [value for value in item.values() if isinstance(value, (list, dict))]


def _found_date(tree: Any) -> tuple[str, str] | None:
    found = find_date(tree, original_date=True, extensive_search=False, max_date=_LATEST)
    return (found, "date printed in the page") if found else None

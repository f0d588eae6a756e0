"""A saved RSS or Atom feed: feedparser reads it, one article for each entry."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePath
from typing import Any

import feedparser
from lxml import html

from pipeline.errors import IngestError
from pipeline.ingest.building import Parts, read_parts
from pipeline.ingest.fields import Place
from pipeline.ingest.result import ReadResult

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
        "tr",
        "table",
        "figure",
        "figcaption",
    ]
)
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_UNREAD = frozenset(("script", "style", "template", "noscript", "iframe"))


def read_feed(name: str, content: bytes) -> ReadResult:
    """Read each entry as an article dated by its publication; an entry without text is a problem. Raises IngestError if it is no feed."""
    feed = feedparser.parse(BytesIO(content))
    if not feed.get("version"):
        raise IngestError(name, "is no RSS or Atom feed")
    if not feed.entries:
        raise IngestError(name, "is a feed without entries")
    outlet = str(feed.feed.get("title") or PurePath(name).name)
    return ReadResult.joined(_entry(entry, outlet, Place(name, "entry", number)) for number, entry in enumerate(feed.entries, 1))


def _entry(entry: Mapping[str, Any], outlet: str, place: Place) -> ReadResult:
    full = [part.get("value") or "" for part in entry.get("content") or ()]
    text = text_of_markup(max([*full, entry.get("summary") or ""], key=len))
    if not text:
        return ReadResult(problems=(IngestError(str(place), "no text in it"),))
    parts = Parts(
        text=text,
        where=str(place),
        article_id=str(entry.get("id") or entry.get("link") or place.fallback_id),
        title=text_of_markup(entry.get("title") or ""),
        published=_published(entry),
        published_name="feed entry's date",
        url=str(entry.get("link") or ""),
        source=outlet,
    )
    return read_parts(parts)


def _published(entry: Mapping[str, Any]) -> str | None:
    """Return the time of publication (UTC), else of the last update; as it stands if feedparser cannot read it, so that it is named."""
    for field in ("published", "updated"):
        if parsed := entry.get(f"{field}_parsed"):
            return dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC).isoformat()
        if written := entry.get(field):
            return str(written)
    return None


def text_of_markup(markup: str) -> str:
    """Return the text of a piece of HTML, a line for each block, nothing of scripts, and no character that XML does not allow.

    >>> text_of_markup("<p>The council <b>met</b>.</p><p>It voted.</p>")
    'The council met.\\nIt voted.'
    """
    markup = _NOT_XML.sub(" ", markup)
    if not markup.strip():
        return ""
    pieces: list[str] = []

    def walk(node: Any) -> None:
        block = node.tag in _BLOCKS
        if isinstance(node.tag, str) and node.tag not in _UNREAD:
            pieces.extend(["\n"] * block + [node.text or ""])
            for child in node:
                walk(child)
            pieces.extend(["\n"] * block)
        pieces.append(node.tail or "")

    walk(html.fragment_fromstring(markup, create_parent="div"))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))

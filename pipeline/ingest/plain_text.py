"""A plain text file: one article, its content unchanged."""

from __future__ import annotations

from pathlib import PurePath

from pipeline.ingest.building import Parts, build_article
from pipeline.ingest.decoding import decode
from pipeline.ingest.result import ReadResult


def read_plain_text(name: str, content: bytes) -> ReadResult:
    """Read the file as one article whose id is the file name's stem; raises IngestError when there is no text in it."""
    parts = Parts(text=decode(content, name), where=name, article_id=file_id(name), file_name=PurePath(name).name)
    return ReadResult((build_article(parts),))


def file_id(name: str) -> str:
    """Return a readable id from a file's name: its stem, without spaces.

    >>> file_id("news/Vote in Kenya.txt")
    'Vote-in-Kenya'
    """
    return "-".join(PurePath(name).stem.split())

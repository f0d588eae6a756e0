"""Ingest: one reader for each kind of source; what comes out is an Article whose text is never changed again."""

from __future__ import annotations

import datetime as dt

from pipeline.ingest.building import Parts, build_article
from pipeline.ingest.reading import READERS, articles_from_upload, read_articles
from pipeline.ingest.result import ReadResult
from pipeline.records import Article

__all__ = ["READERS", "ReadResult", "article_from_text", "articles_from_upload", "read_articles"]


def article_from_text(text: str, *, published: dt.date | dt.datetime | str | None = None, title: str = "", article_id: str = "") -> Article:
    """Return the article of pasted text; its id is a short hash of the text unless one is given.

    A given publication date goes before one found in the text. Raises IngestError when the text is blank.

    >>> article_from_text("Published: 1 March 2022\\n\\nThe council met.").published_source
    'date line at the top'
    """
    return build_article(Parts(text=text, where="pasted text", article_id=article_id, title=title, published=published))

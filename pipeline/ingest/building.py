"""From the parts that a source gives to an Article: the one place where publication date, title and body are settled."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from pipeline.errors import IngestError
from pipeline.ingest.date_order import date_order
from pipeline.ingest.decoding import check_text, storable, without_surrogates
from pipeline.ingest.header import read_header
from pipeline.ingest.language_of import article_language
from pipeline.ingest.publication_date import Evidence, find_published
from pipeline.ingest.result import ReadResult
from pipeline.ingest.titles import title_for
from pipeline.records import Article


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reader found: `text` unchanged, the rest "" or None where the source says nothing.

    `published` is the field's value as it came, `published_name` what to call that field; `where` names the source in errors.
    """

    text: str
    where: str
    article_id: str = ""
    title: str = ""
    published: object = None
    published_name: str = "given"
    url: str = ""
    source: str = ""
    language: str = ""
    file_name: str = ""


def build_article(parts: Parts) -> Article:
    """Return the article; raises IngestError when its text is blank or no text. Without an id it gets a hash of the text."""
    text = without_surrogates(parts.text)
    check_text(text, parts.where)
    header = read_header(text, lambda: date_order(text, parts.url))
    evidence = Evidence(text, header, parts.published, parts.published_name, parts.url, parts.file_name)
    published = find_published(evidence)
    return Article(
        article_id=storable(parts.article_id) or short_hash(text),
        title=storable(" ".join(parts.title.split()) or title_for(text, header, PurePath(parts.file_name).stem)),
        text=text,
        published=published.value if published else None,
        published_source=storable(published.source) if published else "",
        url=storable(parts.url or header.url),
        source=storable(parts.source or header.source or PurePath(parts.file_name).name),
        language=article_language(parts.language, text),
        body_start=header.body_start,
    )


def short_hash(text: str) -> str:
    """Return ten hexadecimal digits that stand for the text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]


def unread_date(parts: Parts, article: Article) -> IngestError | None:
    """Return the problem of a publication field that is filled but is no date; the article then has another date, or none."""
    filled = parts.published not in (None, "") and str(parts.published).strip()
    if not filled or article.published_source.startswith(parts.published_name):
        return None
    instead = f"taken from the {article.published_source} instead" if article.published else "write it as 2022-03-01"
    return IngestError(parts.where, f"{parts.published_name} {str(parts.published)[:60]!r} is no date; {instead}")


def read_parts(parts: Parts) -> ReadResult:
    """Return the article of one record, with a problem if its publication field is no date; a problem alone if it is no article."""
    try:
        article = build_article(parts)
    except IngestError as error:
        return ReadResult(problems=(error,))
    doubt = unread_date(parts, article)
    return ReadResult((article,), (doubt,) if doubt else ())

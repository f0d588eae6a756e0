"""Files and folders to articles: each ending has its reader, every id stands once, nothing that fails is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from pipeline.errors import IngestError
from pipeline.ingest.csv_articles import read_csv
from pipeline.ingest.json_articles import read_json, read_jsonl
from pipeline.ingest.plain_text import file_id, read_plain_text
from pipeline.ingest.result import ReadResult
from pipeline.records import Article


def _read_page(name: str, content: bytes) -> ReadResult:
    from pipeline.ingest.html_page import read_html  # trafilatura takes half a second to import

    return read_html(name, content)


def _read_pdf(name: str, content: bytes) -> ReadResult:
    from pipeline.ingest.pdf_document import read_pdf

    return read_pdf(name, content)


def _read_feed(name: str, content: bytes) -> ReadResult:
    from pipeline.ingest.feed import read_feed

    return read_feed(name, content)


READERS: dict[str, Callable[[str, bytes], ReadResult]] = {
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".html": _read_page,
    ".htm": _read_page,
    ".xhtml": _read_page,
    ".pdf": _read_pdf,
    ".rss": _read_feed,
    ".atom": _read_feed,
    ".xml": _read_feed,
}
_ONE_PER_FILE = {ending for ending, reader in READERS.items() if reader in (read_plain_text, _read_page, _read_pdf)}
DOCUMENTS = {".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".pages", ".xlsx", ".xls", ".ods", ".warc"}
"""Endings that may well hold articles and cannot be read: named when met in a folder. Others there (pictures, notes) are passed over."""


def read_articles(paths: Iterable[str | Path]) -> ReadResult:
    """Read files and folders (all levels, in order of names) and return every article with every problem.

    A file met twice is read once. Files that share a stem get ids with their folder's name before it; any other id
    that comes again gets "-2" and is named as a problem.
    """
    articles: list[Article] = []
    problems: list[IngestError] = []
    taken: set[str] = set()
    for file in _files(paths, problems):
        result = _read_file(file)
        problems += result.problems
        for article in result.articles:
            kept = _with_free_id(article, file, taken, problems)
            taken.add(kept.article_id)
            articles.append(kept)
    return ReadResult(tuple(articles), tuple(problems))


def articles_from_upload(name: str, content: bytes) -> ReadResult:
    """Read the content of one file that came by upload; its name tells the kind."""
    try:
        result = _read_content(_reader(PurePath(name)), PurePath(name).name, content)
    except IngestError as error:
        return ReadResult(problems=(error,))
    articles: list[Article] = []
    problems = list(result.problems)
    taken: set[str] = set()
    for article in result.articles:
        articles.append(_with_free_id(article, Path(name), taken, problems))
        taken.add(articles[-1].article_id)
    return ReadResult(tuple(articles), tuple(problems))


def _files(paths: Iterable[str | Path], problems: list[IngestError]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in map(Path, paths):
        for file in _below(path, problems) if path.is_dir() else [path]:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _below(folder: Path, problems: list[IngestError]) -> list[Path]:
    inside = sorted(path for path in folder.rglob("*") if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    files = [path for path in inside if path.suffix.lower() in READERS and path.is_file()]
    problems += [IngestError(str(path), _unknown(path)) for path in inside if path.suffix.lower() in DOCUMENTS and path.is_file()]
    if not files:
        problems.append(IngestError(str(folder), f"no file in it that can be read ({', '.join(READERS)})"))
    return files


def _read_file(file: Path) -> ReadResult:
    try:
        return _read_content(_reader(file), str(file), file.read_bytes())
    except IngestError as error:
        return ReadResult(problems=(error,))
    except FileNotFoundError:
        return ReadResult(problems=(IngestError(str(file), "no such file"),))
    except OSError as error:
        return ReadResult(problems=(IngestError(str(file), f"cannot be opened ({error.strerror})"),))


def _read_content(reader: Callable[[str, bytes], ReadResult], name: str, content: bytes) -> ReadResult:
    """Return what the reader makes of the content; what breaks a reader, or a library under it, is a problem of this file alone."""
    try:
        return reader(name, content)
    except IngestError:
        raise
    except Exception as error:
        reason = f"could not be read ({type(error).__name__}: {str(error)[:120]}); copy its text into a .txt file"
        raise IngestError(name, reason) from error


def _reader(file: PurePath) -> Callable[[str, bytes], ReadResult]:
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise IngestError(str(file), _unknown(file))
    return reader


def _unknown(file: PurePath) -> str:
    return f"cannot read {file.suffix or 'a file without an ending'}; it reads {', '.join(READERS)}"


def _with_free_id(article: Article, file: Path, taken: set[str], problems: list[IngestError]) -> Article:
    wanted = article.article_id
    if wanted not in taken:
        return article
    if file.suffix.lower() in _ONE_PER_FILE:
        with_folder = f"{file_id(file.resolve().parent.name)}-{wanted}"
        return replace(article, article_id=_free(with_folder, taken))
    free = _free(wanted, taken)
    problems.append(IngestError(str(file), f"the id {wanted!r} stands twice; the second is kept as {free!r}"))
    return replace(article, article_id=free)


def _free(wanted: str, taken: set[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free

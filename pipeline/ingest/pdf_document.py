"""A PDF document: pypdf reads its pages; running heads are left out and lines are joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import PurePath

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from pipeline.errors import IngestError
from pipeline.ingest.building import Parts, build_article
from pipeline.ingest.plain_text import file_id
from pipeline.ingest.result import ReadResult

EDGE_LINES = 2
"""So many lines at the head and at the foot of a page may be a running head; one that comes on a third of the pages, three at least, is."""
SHORT_LINE = 0.75
"""A line shorter than this share of the page's long lines ends a paragraph if a sentence ends in it, or if the next line begins with no
small letter (a heading, a date line)."""
_PAGE_NUMBERS = frozenset(("#", "- # -", "– # –"))
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-$")


def read_pdf(name: str, content: bytes) -> ReadResult:
    """Read the document as one article; its offsets count in the extracted text.

    Raises IngestError if it is locked, broken or holds no text.

    The dates of creation and change inside a PDF are not taken for the publication date: they are those of the file.
    """
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise IngestError(name, "is locked by a password; save it without one")
        pages = [(page.extract_text() or "").splitlines() for page in reader.pages]
        title = str((reader.metadata and reader.metadata.title) or "")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        why = f"is no PDF that can be read ({error or type(error).__name__}); save it anew, or copy its text into a .txt file"
        raise IngestError(name, why) from error
    text = "\n\n".join(filter(None, map(join_lines, without_running_heads(pages))))
    if not text.strip():
        raise IngestError(name, "holds no text, perhaps only scanned pictures; recognise its text first, or copy it into a .txt file")
    parts = Parts(text=text, where=name, article_id=file_id(name), title=title, file_name=PurePath(name).name)
    return ReadResult((build_article(parts),))


def without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages' lines without page numbers and without heads and feet that come again, whatever number stands in them."""
    filled = [[line.strip() for line in page] for page in pages]
    edges = Counter(key for page in filled for key in {_pattern(page[i]) for i in _edge(page)})
    running = {key for key, count in edges.items() if key in _PAGE_NUMBERS or (count >= 3 and 3 * count >= len(pages))}
    kept: list[list[str]] = []
    for page in filled:
        heads = {i for i in _edge(page) if _pattern(page[i]) in running}
        kept.append([line for i, line in enumerate(page) if i not in heads])
    return kept


def _edge(page: list[str]) -> list[int]:
    """Return the places of the first and last lines that are not blank."""
    places = [i for i, line in enumerate(page) if line]
    return places[:EDGE_LINES] + places[max(EDGE_LINES, len(places) - EDGE_LINES) :]


def _pattern(line: str) -> str:
    return _DIGITS.sub("#", line)


def join_lines(lines: list[str]) -> str:
    """Return the lines of a page as paragraphs, one a line, a blank line between; words cut at a line's end are whole again.

    >>> join_lines(["The council will meet on the second Tues-", "day of March and then vote on the plan.", "Mayor Lee declined."])
    'The council will meet on the second Tuesday of March and then vote on the plan. Mayor Lee declined.'
    """
    lengths = sorted(map(len, filter(None, map(str.strip, lines))))
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    paragraphs: list[str] = [""]
    open_ended = False
    for line in map(str.strip, lines):
        if not line or (open_ended and not line[0].islower()):
            paragraphs.append("")
        before = paragraphs[-1]
        broken = line and _BROKEN_WORD.search(before) and line[0].islower()
        paragraphs[-1] = before[:-1] + line if broken else f"{before} {line}".strip()
        short = len(line) < SHORT_LINE * usual
        open_ended = short and not _SENTENCE_END.search(line)
        if short and not open_ended:
            paragraphs.append("")
    return "\n\n".join(filter(None, paragraphs))

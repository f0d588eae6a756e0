"""The lines above an article: date lines, "Published:" lines, a byline, the title; and where the body begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from pipeline.ingest.date_order import DateOrder
from pipeline.ingest.literal_date import WrittenDate, date_at, read_date
from pipeline.ingest.word_lists import read_list

MOST_LINES, MOST_CHARACTERS = 8, 4000
"""How far down a header is looked for: filled lines, and characters."""
TITLE_LIMIT = 160
"""A longer first line is the article's first paragraph. Headlines of news agencies end near 100 characters."""
_SENTENCE_END = re.compile(r"[.;:,]['\"”’»)\]]*$")
_LETTER = re.compile(r"\w")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD_START = re.compile(r"\b\w")
_BETWEEN = re.compile(r"(?:\s|[-=_*~#]{3,}(?=\s|$))*")
_REMAINDER = re.compile(r"[\s,.;|·•()\[\]–—-]*")
_ADDED = re.compile(r"\s*(?:[|·•(\[–—-]|\d{1,2}[:.]\d\d\b)")

Order = Callable[[], DateOrder]


@dataclass(frozen=True, slots=True)
class Header:
    """What the top of a text tells. `published`, `updated`, `byline`: dates by the kind of line; `title`, `source`, `url`: "" if not told.

    `body_start` is the offset behind the last header line that is not worth reading for events; a title stays in the body.
    """

    published: WrittenDate | None = None
    updated: WrittenDate | None = None
    byline: WrittenDate | None = None
    title: str = ""
    source: str = ""
    url: str = ""
    body_start: int = 0


class Line(NamedTuple):
    """A filled line, without the spaces around it, and its place in the text."""

    start: int
    end: int
    text: str


def top_lines(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the first lines of a text that have a letter or digit: rules of dashes are no lines."""
    found = 0
    for match in re.finditer(r"[^\r\n]+", text[start : start + MOST_CHARACTERS]):
        stripped = match[0].strip("\ufeff \t\v\f\xa0")
        if _LETTER.search(stripped):
            begin = start + match.start() + match[0].index(stripped)
            yield Line(begin, begin + len(stripped), stripped)
            found += 1
        if found == MOST_LINES:
            return


def looks_like_title(line: str, following: bool) -> bool:
    """Whether a first line is a headline: short, no sentence, with text below."""
    return following and len(line) <= TITLE_LIMIT and _LETTERS.search(line) is not None and not _SENTENCE_END.search(line)


def is_date_line(line: str) -> bool:
    """Whether the line is a date and nothing else."""
    return read_date(line) is not None


def read_header(text: str, order: Order | None = None) -> Header:
    """Return what the top of the text tells; one with no header gives `Header()`.

    >>> read_header("date 2022-03-01 The United States announced").body_start
    16
    >>> read_header("Published: 1 March 2022\\n\\nThe council met.").published.value
    datetime.date(2022, 3, 1)
    """
    header, headline = Header(), ""
    for position, line in enumerate(top_lines(text)):
        told = _labelled(header, line, order) or _bylined(header, line, order)
        if told is None:
            if (position and not is_date_line(line.text)) or not looks_like_title(line.text, following=True):
                break
            headline = headline or ("" if is_date_line(line.text) else line.text)
            continue
        header = replace(told, body_start=_behind(text, told.body_start) if told.body_start != header.body_start else header.body_start)
        if header.body_start and header.body_start < line.end:
            break  # the body began on this line
    return replace(header, title=headline) if header.body_start and headline and not header.title else header


def _behind(text: str, offset: int) -> int:
    """Return the offset of the next filled character; the text's end if none."""
    match = _BETWEEN.match(text, offset)
    return match.end() if match else offset


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted((label for label, kind in _labels().items() if kind != "byline"), key=len, reverse=True)
    words = "|".join(re.escape(label).replace(r"\ ", r"[\s_-]") for label in labels)
    return re.compile(rf"[*_#>\s]*(?P<label>{words})[*_]*\s*(?P<colon>[:=][*_]*)?\s*", re.IGNORECASE)


@cache
def _labels() -> dict[str, str]:
    """Return the kind of line that each label opens."""
    return {label: kind for label, kind in read_list("header_labels.csv", ("label", "kind"))}


def _labelled(header: Header, line: Line, order: Order | None) -> Header | None:
    match = _label_pattern().match(line.text)
    if match is None:
        return None
    label = re.sub(r"[\s_-]", " ", match["label"].lower())
    kind, rest = _labels()[label], line.text[match.end() :]
    if kind in ("published", "updated"):
        dated = date_at(line.text, match.end(), order)
        return _dated(header, line, kind, dated, colon=bool(match["colon"]) or label == "date") if dated else None
    if not match["colon"] or len(rest) > 2 * TITLE_LIMIT:
        return None
    header = replace(header, body_start=line.end)
    if kind == "title":
        return replace(header, title=rest)
    if kind == "source":
        return replace(header, source=rest)
    return replace(header, url=rest) if kind == "address" else header


def _dated(header: Header, line: Line, kind: str, dated: tuple[WrittenDate, int], *, colon: bool) -> Header | None:
    """Take the date; the rest of its line is the body (or the title), or more header such as "| Updated 3 March"."""
    date, end = dated
    rest = line.text[end:]
    plain = _REMAINDER.fullmatch(rest) is not None
    added = not plain and len(rest) <= TITLE_LIMIT and (_ADDED.match(rest) is not None or _is_byline(rest))
    if not (colon or plain or added):
        return None
    title = rest.strip() if not (plain or added) and not header.title and looks_like_title(rest.strip(), following=True) else ""
    body = line.end if plain or added else line.start + end
    header = replace(header, body_start=body, title=header.title or title)
    if kind == "updated":
        return replace(header, updated=header.updated or date)
    return replace(header, published=header.published or date)


def _is_byline(rest: str) -> bool:
    first, _, name = rest.strip().partition(" ")
    return _labels().get(first.lower()) == "byline" and name.lstrip()[:1].isupper()


def continues_header(rest: str) -> bool:
    """Whether what follows a date on its line is more of a header: "Last modified on ...", "by Jane Doe"."""
    return _label_pattern().match(rest.strip()) is not None or _is_byline(rest)


def is_byline(line: str) -> bool:
    """Whether a line names the author: "By Jane Doe", with or without a date behind it."""
    return len(line) <= TITLE_LIMIT and not _SENTENCE_END.search(line) and _is_byline(line)


def _bylined(header: Header, line: Line, order: Order | None) -> Header | None:
    if not is_byline(line.text):
        return None
    for word in _WORD_START.finditer(line.text):
        dated = date_at(line.text, word.start(), order)
        if dated and _REMAINDER.fullmatch(line.text[dated[1] :]):
            return replace(header, byline=header.byline or dated[0])
    return header

"""A title for an article that comes without one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from pipeline.ingest.header import Header, is_byline, is_date_line, looks_like_title, top_lines

_WORD = re.compile(r"[^\W_](?:[^\W_]|[.'’&](?=[^\W_]))*\.?")
_IN_NAME = re.compile(r"[^\W\d_]+|\d+")
_DATE_IN_NAME = re.compile(r"(?<!\d)\d{4}([-_.]?)\d\d\1\d\d(?!\d)")
_SENTENCE_START = re.compile(r"(?:^|[.!?\n]['\"”’)]*\s+['\"“‘(]*|[\n“\"])$")
_READ = 50_000
_LEAD = 70
"""Characters of the first sentence that stand for a title."""
_TELLING_WORDS = 3
"""A file name of fewer words ("article 1", "doc final") tells nothing; the text's first words do."""


def title_for(text: str, header: Header, file_stem: str = "") -> str:
    """Return the header's title, else a headline on the first line, else the file name's words, else the text's first words."""
    lines = list(islice(top_lines(text, header.body_start), 4)) or list(islice(top_lines(text), 1))
    if header.title:
        return header.title
    for number, line in enumerate(lines):
        if is_date_line(line.text) or is_byline(line.text):
            continue
        if looks_like_title(line.text, following=number + 1 < len(lines)):
            return line.text
        break
    words = _IN_NAME.findall(_DATE_IN_NAME.sub(" ", file_stem))
    if sum(len(word) > 1 and word.isalpha() for word in words) >= _TELLING_WORDS:
        return from_file_name(words, text[header.body_start :])
    telling = [line for line in lines if not (is_date_line(line.text) or is_byline(line.text))] or lines
    return _first_words(telling[0].text) if telling else file_stem


def from_file_name(words: list[str], text: str) -> str:
    """Return a file name's words as the text writes them, so that "us" becomes "U.S." and "russian" "Russian".

    >>> from_file_name(["us", "expels", "russian", "envoys"], "The U.S. told Russian envoys to go.")
    'U.S. expels Russian envoys'
    """
    written = _spellings(text[:_READ])
    title = " ".join(written.get(word.casefold(), word) for word in words)
    return title[:1].upper() + title[1:]


def _spellings(text: str) -> dict[str, str]:
    """Return for each word its most frequent spelling inside a sentence; words that only begin sentences are left out."""
    counts: dict[str, Counter[str]] = {}
    for match in _WORD.finditer(text):
        if _SENTENCE_START.search(text, max(0, match.start() - 8), match.start()):
            continue
        word = match[0] if "." in match[0][:-1] else match[0].rstrip(".")
        counts.setdefault(word.replace(".", "").casefold(), Counter())[word] += 1
    return {word: spellings.most_common(1)[0][0] for word, spellings in counts.items()}


def _first_words(line: str) -> str:
    if len(line) <= _LEAD:
        return line
    return line[: _LEAD + 1].rpartition(" ")[0].rstrip(" ,;:–—-") + " …" if " " in line[: _LEAD + 1] else line[:_LEAD] + "…"

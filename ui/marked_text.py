"""Stretches of an article as HTML with trigger, time words and actors marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pipeline.records import Article
from ui.safe_text import html_text


def marked_html(text: str, offset: int, spans: Sequence[tuple[int, int, str]]) -> str:
    """Return a stretch of an article as HTML with marked spans (start, end, class).

    `offset` is the stretch's place in the article; spans count from the article's start. Of overlapping spans the inner parts win
    from left to right: each character is marked once, by the first span in the list that covers it.
    """
    owner = [-1] * len(text)
    for number in range(len(spans) - 1, -1, -1):
        start, end, _ = spans[number]
        for place in range(max(start - offset, 0), min(end - offset, len(text))):
            owner[place] = number
    parts, place = [], 0
    while place < len(text):
        end = place
        while end < len(text) and owner[end] == owner[place]:
            end += 1
        piece = html_text(text[place:end])
        parts.append(piece if owner[place] < 0 else f'<mark class="{spans[owner[place]][2]}">{piece}</mark>')
        place = end
    return "".join(parts)


def spans_of(row: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    """Return the spans to mark for one event: trigger first, then time words, then actors."""
    spans = [(int(row["trigger_start"]), int(row["trigger_end"]), "trigger")]
    if not pd.isna(row["time_start"]) and not pd.isna(row["time_end"]):
        spans.append((int(row["time_start"]), int(row["time_end"]), "time"))
    return spans + [(int(start), int(end), "actor") for start, end in row["actor_spans"]]


def hits(text: str, words: Sequence[str], offset: int = 0) -> list[tuple[int, int, str]]:
    """Return the spans of the words that are searched for, whatever their capitals.

    >>> hits("The U.N. and the UN", ["un"], 5)
    [(22, 24, 'hit')]
    """
    found = (match.span() for word in words for match in re.finditer(re.escape(word), text, re.IGNORECASE))
    return [(start + offset, end + offset, "hit") for start, end in found]


def quote_html(row: Mapping[str, Any], article: Article | None, words: Sequence[str] = ()) -> str:
    """Return the event's sentence, read from the article itself where there is one; `words` are those that are searched for."""
    start, end = int(row["sentence_start"]), int(row["sentence_end"])
    text = article.text[start:end] if article else ""
    if not text.strip():
        text, end = row["sentence"], start + len(row["sentence"])
    return marked_html(text, start, [*spans_of(row), *hits(text, words, start)])

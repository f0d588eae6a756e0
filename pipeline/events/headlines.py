"""Which sentences are the article's headline, and which words stand in the entry of a list of dates."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from pipeline.records import Article, Timex

LONGEST = 25  # words
LEADS = frozenset({":", "–", "—", "|"})


def headline_sentences(article: Article, doc: Doc) -> frozenset[int]:
    """Return the numbers of the sentences that make up the headline: the title repeated, or a short first line without a full stop."""
    body = article.text[article.body_start :]
    start = article.body_start + len(body) - len(body.lstrip())
    end = article.text.find("\n", start)
    if end < 0:
        end = len(article.text)
    line = article.text[start:end].strip()
    if not line or not (_plain(line) == _plain(article.title) or _looks_like_one(line)):
        return frozenset()
    return frozenset(number for number, sentence in enumerate(doc.sents) if _starts_in(sentence, start, end))


def entry_tokens(doc: Doc, timexes: Sequence[Timex]) -> frozenset[int]:
    """Return the tokens of list entries that a date leads ("4 August: The oil reaches the shore"): told in the present, like headlines."""
    found: set[int] = set()
    for timex in timexes:
        span = doc.char_span(timex.start_char, timex.end_char, alignment_mode="expand")
        if span is None or span.end >= len(doc) or doc[span.end].text not in LEADS or not _opens_line(doc, span.start):
            continue
        for i in range(span.end + 1, len(doc)):
            if "\n" in doc[i].text:
                break
            found.add(i)
    return frozenset(found)


def _opens_line(doc: Doc, start: int) -> bool:
    """Whether nothing but a few words (a preposition, another part of the date) stands before it in its line."""
    for before, i in enumerate(range(start - 1, -1, -1)):
        if "\n" in doc[i].text:
            return True
        if before >= 6 or doc[i].pos_ == "VERB":
            return False
    return True


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _looks_like_one(line: str) -> bool:
    return len(line.split()) <= LONGEST and line[-1] not in ".:;,”\"'’)" and len(line.split()) > 2


def _starts_in(sentence: Span, start: int, end: int) -> bool:
    return bool(start <= sentence.start_char < end)

"""Which sentences are the article's headline."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from pipeline.records import Article

LONGEST = 25  # words


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


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _looks_like_one(line: str) -> bool:
    return len(line.split()) <= LONGEST and line[-1] not in ".:;,”\"'’)" and len(line.split()) > 2


def _starts_in(sentence: Span, start: int, end: int) -> bool:
    return start <= sentence.start_char < end

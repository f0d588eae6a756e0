"""The words before a time expression and how they make the event lie to it."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from spacy.tokens import Doc, Span

from pipeline.language.data_files import read_table, read_words

Kind = Literal[
    "",
    "at",
    "during",
    "by",
    "before",
    "until",
    "since",
    "after",
    "between",
    "within",
    "for",
    "not_before",
    "due",
    "to",
    "near_before",
    "near_after",
    "none",
]

_MOST_WORDS = 5
_NEGATIONS = ("not", "n't", "n’t", "never")


@cache
def _phrases() -> dict[tuple[str, ...], Kind]:
    rows = read_table("en/anchor/relations.csv", "phrase", "kind")
    return {tuple(row["phrase"].split()): cast(Kind, row["kind"]) for row in rows}


def words_before(doc: Doc, span: Span) -> tuple[Kind, int]:
    """Return the relation that the words before the expression give ("" for none) and the index of the first of these words.

    >>> # "must leave no later than [7 March]" -> ("by", index of "no")
    """
    skipped = read_words("en/anchor/approximators.txt")
    end = span.start
    sentence_start = span.sent.start
    while end > sentence_start and (doc[end - 1].lower_ in skipped or doc[end - 1].is_space):
        end -= 1
    for length in range(min(_MOST_WORDS, end - sentence_start), 0, -1):
        words = tuple(token.lower_ for token in doc[end - length : end])
        kind = _phrases().get(words)
        if kind:
            return kind, end - length
    return "", end


def denied_before(doc: Doc, first_word: int, kind: Kind, verb: int) -> Kind:
    """Return the relation once the verb's negation is taken in: "will not open until Monday" opens on Monday."""
    word, negated = doc[verb], False
    if word.pos_ in ("NOUN", "PROPN") and word.dep_.startswith("nsubj"):
        word = word.head  # "a ruling is not expected before May"
    for _ in range(3):
        negated = negated or any(child.lower_ in _NEGATIONS for child in word.children if child.i < first_word)
        if word.dep_ not in ("xcomp", "advcl") or not any(child.lower_ == "to" for child in word.children):
            break
        word = word.head
    if negated and kind == "until":
        return "at"
    if negated and kind == "before":
        return "not_before"
    return kind

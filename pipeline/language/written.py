"""Writes tags, trees and lemmas into a spaCy Doc; the one place that knows how spaCy wants them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

BREAKS = "dateline_breaks"  # key of doc.user_data: offsets at which a paragraph begins
_ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP"]

if not Token.has_extension("event"):
    Token.set_extension("event", default="")


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written, one entry a token (white space too). `heads` are token indices; a root is its own."""

    heads: list[int]
    deps: list[str]
    tags: list[str]
    pos: list[str]
    morphs: list[str]
    lemmas: list[str]


def write(doc: Doc, found: Written) -> None:
    """Write it into the Doc; a sentence begins where a tree begins."""
    filled = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=found.heads,
        deps=found.deps,
        tags=found.tags,
        pos=found.pos,
        morphs=found.morphs,
        lemmas=found.lemmas,
    )
    doc.from_array(_ATTRIBUTES, filled.to_array(_ATTRIBUTES))

"""The product's language layer around the model of any folder, for measuring."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import pipeline.language.component  # noqa: F401  (registers the factory)
from pipeline.language.tokens import NewsTokenizer


def language_layer(model: Path, threads: int = 1) -> Language:
    """Return what the product runs, with the model of this folder."""
    nlp = spacy.blank("en")
    nlp.tokenizer = NewsTokenizer(nlp.vocab)
    nlp.add_pipe("dateline_tagger", config={"folder": str(model), "threads": threads})
    return nlp


def gold_docs(nlp: Language, path: Path) -> list[Doc]:
    """Return the annotated Docs of a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))

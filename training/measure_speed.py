"""How fast the whole language layer is, and how much it holds."""

from __future__ import annotations

import resource
import statistics
import time
from itertools import pairwise
from pathlib import Path

from spacy.language import Language

from training.layer import gold_docs, language_layer

ARTICLE_WORDS = 400
ARTICLES = 40
ROUNDS = 3


def articles(nlp: Language, path: Path) -> list[str]:
    """Return texts of about ARTICLE_WORDS words, made of a test file's texts in their order."""
    docs = gold_docs(nlp, path)
    bounds, held = [0], 0
    for i, doc in enumerate(docs, 1):
        held += len(doc)
        if held >= ARTICLE_WORDS:
            bounds.append(i)
            held = 0
    return ["\n".join(doc.text for doc in docs[a:e]) for a, e in list(pairwise(bounds))[:ARTICLES]]


def measure_speed(model: Path, path: Path) -> dict[str, float]:
    """Return words a second with one and two threads (median of some rounds), load time in seconds, peak memory in MB."""
    found: dict[str, float] = {}
    for threads in (1, 2):
        begin = time.perf_counter()
        nlp = language_layer(model, threads)
        found.setdefault("load s", time.perf_counter() - begin)
        texts = articles(nlp, path)
        speeds = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            words = sum(len(nlp(text)) for text in texts)
            speeds.append(words / (time.perf_counter() - begin))
        found[f"words/s, {threads} threads"] = statistics.median(speeds)
    found["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found

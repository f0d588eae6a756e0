"""Typed F of names: the model alone against the model with corrections.

python benchmarks/names.py SETS... [--errors N]

Each SET is a spaCy DocBin with gold entities (PERSON, ORG, LOC). The comparison leaves "the" and the possessive 's aside.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from pipeline.language import LanguageModel
from pipeline.language.names import correct_names
from pipeline.records import Article
from pipeline.settings import Settings

Found = set[tuple[int, int, str]]
LABELS = ("PERSON", "ORG", "LOC")


def _bare(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    if text[start:end].lower().startswith("the "):
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end, label


def _model_alone(doc: Doc) -> Found:
    return {_bare(doc.text, e.start_char, e.end_char, e.label_) for e in doc.ents}


def _corrected(doc: Doc) -> Found:
    found = set()
    for name in correct_names(doc):
        span = doc[name.start : name.end]
        if name.label in LABELS:
            found.add(_bare(doc.text, span.start_char, span.end_char, name.label))
    return found


def _score(gold: list[Found], found: list[Found]) -> str:
    parts = []
    for label in (None, *LABELS):
        want = [{item for item in one if label in (None, item[2])} for one in gold]
        have = [{item for item in one if label in (None, item[2])} for one in found]
        right = sum(len(a & b) for a, b in zip(want, have, strict=True))
        precision, recall = right / max(1, sum(map(len, have))), right / max(1, sum(map(len, want)))
        both = 200 * precision * recall / max(1e-9, precision + recall)
        parts.append(f"{label or 'all':6} F {both:5.1f} (P {100 * precision:4.1f} R {100 * recall:4.1f})")
    return "  ".join(parts)


def main() -> None:
    """Print one line per set and way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    model = LanguageModel.load(Settings())
    ways: dict[str, Callable[[Doc], Found]] = {"model": _model_alone, "corrected": _corrected}
    for path in options.sets:
        wanted = list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))
        docs = [model.analyse(Article("a", "", doc.text)) for doc in wanted]
        gold = [{_bare(doc.text, e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in wanted]
        for way, read in ways.items():
            found = [read(doc) for doc in docs]
            print(f"{path.stem:16} {way:10} {_score(gold, found)}")
        _print_errors(docs, gold, found, options.errors)


def _print_errors(docs: list[Doc], gold: list[Found], found: list[Found], most: int) -> None:
    kinds: Counter[str] = Counter()
    shown = 0
    for doc, want, have in zip(docs, gold, found, strict=True):
        if want != have and shown < most:
            shown += 1
            missed = [(doc.text[a:b], label) for a, b, label in sorted(want - have)]
            extra = [(doc.text[a:b], label) for a, b, label in sorted(have - want)]
            print(f"  {doc.text[:150]!r}\n     missed {missed}\n     extra  {extra}")
        kinds.update(f"missed {label}" for _a, _b, label in want - have)
        kinds.update(f"extra {label}" for _a, _b, label in have - want)
    if most:
        print("  ", dict(kinds))


if __name__ == "__main__":
    main()

"""How well names are found: precision, recall, F over exact spans and types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.names import correct_names
from training.layer import gold_docs

TYPES = ("PERSON", "ORG", "LOC")
SAME_TYPE = {"PER": "PERSON", "GPE": "LOC", "FAC": "LOC"}
LEFT_OUT_BEFORE = ("the ", "The ", "THE ")  # corpora differ on the article and the possessive; neither side is measured
LEFT_OUT_AFTER = ("'s", "’s")

Span = tuple[int, int, str]


@dataclass(slots=True)
class Counts:
    """Right, wrong and missed spans."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: set[Span], found: set[Span]) -> None:
        """Count one text."""
        self.right += len(gold & found)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)

    @property
    def f(self) -> float:
        """F1, 0 to 100."""
        return 200 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def _bare(text: str, start: int, end: int, kind: str) -> Span:
    if text[start:end].startswith(LEFT_OUT_BEFORE):
        start += 4
    if text[start:end].endswith(LEFT_OUT_AFTER):
        end -= 2
    return start, end, SAME_TYPE.get(kind, kind)


def spans(doc: Doc) -> set[Span]:
    """Return the names of a Doc as character spans, without article and possessive."""
    return {_bare(doc.text, name.start_char, name.end_char, name.label_) for name in doc.ents}


def corrected_spans(doc: Doc) -> set[Span]:
    """Return the names as the product corrects them (`pipeline.language.names`), the types that the tests know."""
    names = [(doc[name.start : name.end], name.label) for name in correct_names(doc)]
    return {_bare(doc.text, span.start_char, span.end_char, label) for span, label in names if SAME_TYPE.get(label, label) in TYPES}


def count_names(pairs: Iterable[tuple[set[Span], set[Span]]]) -> dict[str, Counts]:
    """Return the counts over all (gold, found) pairs: of all names, of each type, of spans whatever their type."""
    counts = {kind: Counts() for kind in ("all", *TYPES, "span")}
    for gold, found in pairs:
        counts["all"].add({s for s in gold if s[2] in TYPES}, {s for s in found if s[2] in TYPES})
        for kind in TYPES:
            counts[kind].add({s for s in gold if s[2] == kind}, {s for s in found if s[2] == kind})
        counts["span"].add({(*s[:2], "") for s in gold}, {(*s[:2], "") for s in found})
    return counts


def measure_names(nlp: Language, path: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Return F of each kind on one test file, 0 to 100: of the model alone, and after the product's corrections."""
    gold_texts = gold_docs(nlp, path)
    gold = [spans(doc) for doc in gold_texts]
    found = list(nlp.pipe(doc.text for doc in gold_texts))
    ways = ([spans(doc) for doc in found], [corrected_spans(doc) for doc in found])
    alone, corrected = ({kind: c.f for kind, c in count_names(zip(gold, way, strict=True)).items()} for way in ways)
    return alone, corrected

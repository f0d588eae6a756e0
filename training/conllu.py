"""Reads CoNLL-U (universaldependencies.org/format.html) as windows: how another language or treebank comes in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from training.windows import MAX_WORDS, Window, pack

MORPHOLOGY = ("Mood", "Tense", "VerbForm", "Voice")  # what decides a date's direction; other features are not learnt
ID, FORM, UPOS, XPOS, FEATS, HEAD, DEPREL, MISC = 0, 1, 3, 4, 5, 6, 7, 9


def kept_features(features: str) -> str:
    """Return the features that the model learns.

    >>> kept_features("Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"), kept_features("_")
    ('Mood=Ind|Tense=Past|VerbForm=Fin', '_')
    """
    return "|".join(part for part in features.split("|") if part.split("=")[0] in MORPHOLOGY) or "_"


def _sentence(lines: list[str], source: str) -> Window:
    rows = [cells for line in lines if (cells := line.split("\t"))[ID].isdigit()]
    layers: dict[str, tuple[object, ...]] = {
        "tag": tuple(row[XPOS] for row in rows),
        "pos": tuple(row[UPOS] for row in rows),
        "morph": tuple(kept_features(row[FEATS]) for row in rows),
        "dep": tuple("ROOT" if row[HEAD] == "0" else row[DEPREL] for row in rows),
        "head": tuple(int(row[HEAD]) for row in rows),
        "sent": (1, *repeat(0, len(rows) - 1)),
    }
    names = [dict(part.partition("=")[::2] for part in row[MISC].split("|")).get("NER") for row in rows]
    if all(names):
        layers["ner"] = tuple(names)
    return Window(tuple(row[FORM] for row in rows), source, layers)


def read_conllu(path: Path) -> Iterator[Window]:
    """Yield windows of whole sentences, at most MAX_WORDS words, never across documents; the file's stem is the source.

    Multi-word tokens and empty nodes are left out. Names are read from MISC (`NER=B-LOC`) where every word has one.
    """
    document: list[Window] = []
    lines: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "", "# newdoc"]:
        if line.startswith("# newdoc"):
            yield from pack(document, repeat(MAX_WORDS))
            document = []
        elif line and not line.startswith("#"):
            lines.append(line)
        elif not line and lines:
            document.append(_sentence(lines, path.stem))
            lines = []

"""Words -> the numbers that the graph takes, exactly as the product does it (`pipeline.language.tagger`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tokenizers import Tokenizer

from pipeline.language.tagger import BEGIN, END, UNKNOWN, WORD_PIECES, casing

MASK = 103  # id of [MASK]
NO_CASING = 1  # the casing class of a word all in small letters


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window: pieces with [CLS] and [SEP], casing of each piece, first piece of each word, casing of each word (word 0 = root)."""

    ids: list[int]
    shp: list[int]
    first: list[int]
    wshp: list[int]


class Pieces:
    """Word pieces of a word, remembered."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """Return at most WORD_PIECES ids."""
        if word not in self._known:
            self._known[word] = self._tokenizer.encode(word, add_special_tokens=False).ids[:WORD_PIECES] or [UNKNOWN]
        return self._known[word]

    def count(self, words: Sequence[str]) -> int:
        """Return how many pieces a window of these words has, [CLS] and [SEP] included."""
        return 2 + sum(len(self(word)) for word in words)


@dataclass(frozen=True, slots=True)
class Noise:
    """Chances that a word's casing or its letters are hidden, and the source of chance."""

    casing: float
    letters: float
    random: Random


def encode(words: Sequence[str], pieces: Pieces, noise: Noise | None = None) -> Encoded:
    """Return the numbers of one window, with some words hidden if there is noise."""
    ids, shp, first, wshp = [BEGIN], [0], [0], [0]
    for word in words:
        own, shape = pieces(word), casing(word)
        if noise and noise.random.random() < noise.casing:
            shape = NO_CASING if shape > NO_CASING else shape
        if noise and noise.random.random() < noise.letters:
            own = [MASK] * len(own)
        first.append(len(ids))
        wshp.append(shape)
        ids += own
        shp += [shape] * len(own)
    return Encoded([*ids, END], [*shp, 0], first, wshp)

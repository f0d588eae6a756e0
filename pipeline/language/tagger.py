"""The English model: word lists in, tags, names, trees and event words out. Needs onnxruntime, tokenizers and numpy alone.

The dynamic-int8 file scales each batch as a whole, so it runs one window per call: the same text must give the same rows in any company.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from pipeline.errors import PipelineError
from pipeline.language.decode import Array, NameDecoder, Words, decode_window, join_windows
from pipeline.language.paragraphs import AFTER_OPENING, BREAK, CLOSING

MODEL_FILE = "tagger_int8.onnx"
WINDOW_WORDS = 100  # trained on windows of at most 90 words
SHORTEST_WINDOW = WINDOW_WORDS // 3  # words before a cut that is made for the window's sake
WORD_PIECES = 12  # a longer word is cut, as in training
MOST_PIECES = 512  # in a window, what the encoder has places for; a hundred web addresses have more
UNKNOWN, BEGIN, END = 100, 101, 102  # ids of [UNK], [CLS], [SEP]
CACHE_WORDS = 200_000
SENTENCE_ENDS = frozenset(".!?")
OPENING_BRACKETS = frozenset("([")  # a note or a number of a source often stands behind the stop ("... species. [10]")
CLOSING_MARKS = frozenset(('"', "”", "''", "’", ")"))


def casing(word: str) -> int:
    """Return the class of a word's casing that the model was trained with (0 to 9); the encoder itself is uncased."""
    if word.isalpha():
        if word.islower():
            return 1
        if word.isupper():
            return 2 if len(word) > 1 else 3
        if word[0].isupper():
            return 4 if word[1:].islower() else 5
        return 6
    if any(c.isdigit() for c in word):
        return 7
    if any(c.isupper() for c in word):
        return 8
    return 9 if any(c.isalpha() for c in word) else 0


def _ends_sentence(last: Sequence[str]) -> bool:
    """Whether these two words end a sentence: a stop, or a stop and a closing mark."""
    return last[-1] in SENTENCE_ENDS or (last[-1] in CLOSING_MARKS and last[0] in SENTENCE_ENDS)


def _stretches(words: Sequence[str], layout: Array) -> Iterator[tuple[int, int]]:
    """Yield (first, behind) of stretches that end with a paragraph or sentence; of at most WINDOW_WORDS words where one ends in time."""
    a, n = 0, len(words)
    while a < n:
        shortest, e = a + SHORTEST_WINDOW, min(a + WINDOW_WORDS, n)
        if e < n:
            inside = (k for k in range(e, shortest, -1) if _is_cut(words, layout, k))
            behind = (k for k in range(e + 1, n) if _is_cut(words, layout, k))
            e = next(inside, None) or next(behind, n)
        yield a, e
        a = e


def _is_cut(words: Sequence[str], layout: Array, k: int) -> bool:
    """Whether a sentence surely ends before word k: at a paragraph, or behind a stop (not of "2." or "p. 3") and before a capital."""
    if layout[k] == BREAK:
        return True
    if layout[k] in (CLOSING, AFTER_OPENING) or not _ends_sentence(words[k - 2 : k]) or words[k][:1].islower() or words[k][:1].isdigit():
        return False
    return words[k] not in OPENING_BRACKETS and not words[k - 2].isdigit()


class Tagger:
    """The model of one folder, loaded once."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        model = folder / MODEL_FILE
        if not model.is_file():
            raise PipelineError(f"{model}: the language model is missing; restore it from the repository")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # threads take windows of their own (see __call__): sums inside a window never depend on them
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.x64quantprecision", "1")  # processors without VNNI would saturate and parse differently
        self.session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self.session.get_outputs()]
        self._labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._pieces = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._pieces.no_padding()
        self._pieces.no_truncation()
        self._cache: dict[str, tuple[list[int], int]] = {}
        self._names = NameDecoder(self._labels["ner"])
        self._workers = ThreadPoolExecutor(threads, "tagger") if threads > 1 else None

    def __call__(self, words: Sequence[str], layout: Sequence[int]) -> Words:
        """Return what the model says of the words; `layout[i]` is the layout code of word i (see `paragraphs`).

        With several threads stretches of the text are read side by side.
        """
        codes = np.array(layout, np.int8)
        stretches = [(words[a:e], codes[a:e]) for a, e in _stretches(words, codes)]
        if self._workers is None:
            return join_windows([self._stretch(*stretch) for stretch in stretches])
        return join_windows(list(self._workers.map(self._stretch, *zip(*stretches, strict=True))))

    def _stretch(self, words: Sequence[str], layout: Array) -> Words:
        """Read one stretch, window by window where it is longer; the next window begins where the model saw the last sentence begin."""
        parts, a = [], 0
        while len(words) - a > WINDOW_WORDS:
            found = self._window(words[a : a + WINDOW_WORDS], layout[a : a + WINDOW_WORDS])
            last = max(i for i in range(WINDOW_WORDS) if found.starts[i])
            keep = last if last >= SHORTEST_WINDOW else WINDOW_WORDS
            parts.append(found.first(keep))
            a += keep
        return join_windows([*parts, self._window(words[a:], layout[a:])])

    def _window(self, words: Sequence[str], layout: Array) -> Words:
        output = dict(zip(self._outputs, self.session.run(None, self.rows(words)), strict=True))
        return decode_window(output, self._labels, self._names, layout)

    def _ids(self, word: str) -> tuple[list[int], int]:
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) > CACHE_WORDS:
                self._cache.clear()
            pieces = self._pieces.encode(word, add_special_tokens=False).ids[:WORD_PIECES] or [UNKNOWN]
            known = self._cache[word] = (pieces, casing(word))
        return known

    def rows(self, words: Sequence[str]) -> dict[str, Array]:
        """Return the graph's inputs for one window of words; words of many pieces are cut further where the window has no room for them."""
        ids, shapes, first, word_shapes = [BEGIN], [0], [0], [0]
        known = [self._ids(word) for word in words]
        longest = WORD_PIECES
        while sum(min(len(pieces), longest) for pieces, _ in known) + 2 > MOST_PIECES:
            longest -= 1
        for whole, shape in known:
            pieces = whole[:longest]
            first.append(len(ids))
            word_shapes.append(shape)
            ids += pieces
            shapes += [shape] * len(pieces)
        rows = {"ids": [*ids, END], "shp": [*shapes, 0], "first": first, "wshp": word_shapes}
        return {name: np.array([row], np.int64) for name, row in rows.items()}

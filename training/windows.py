"""A window: a run of words with whatever layers of annotation its source has. Cutting, slicing, reading and writing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

UNKNOWN = -100  # a head that lies outside the window; a label that is not known
WORD_LAYERS = ("tag", "pos", "morph", "dep", "sent", "ner", "event")
SYNTAX_LAYERS = ("tag", "pos", "morph", "dep", "sent", "head")
MAX_WORDS = 90  # the product's windows are a little longer (100)


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one source with their layers, each as long as the words.

    `head` is 1-based in the window, 0 = root, UNKNOWN = outside. `sent` is 1 where a sentence starts, else 0.
    `ner` is BIO. `event` is a class, "O", or "-" where the source does not say.
    """

    words: tuple[str, ...]
    source: str
    layers: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def cut(self, start: int, end: int) -> Window:
        """Return words start to end (exclusive); heads that fall outside become UNKNOWN.

        >>> Window(("It", "rained"), "x", {"head": (2, 0)}).cut(0, 1).layers
        {'head': (-100,)}
        """
        layers = {name: values[start:end] for name, values in self.layers.items()}
        if "head" in layers:
            layers["head"] = tuple(_moved(head, start, end) for head in layers["head"])
        return Window(self.words[start:end], self.source, layers)

    def with_layer(self, name: str, values: Iterable[Any]) -> Window:
        """Return the same window with one layer set."""
        return Window(self.words, self.source, {**self.layers, name: tuple(values)})


def _moved(head: int, start: int, end: int) -> int:
    if head <= 0:
        return head
    return head - start if start < head <= end else UNKNOWN


def join(parts: list[Window]) -> Window:
    """Return the parts as one window; all must have the same layers.

    >>> join([Window(("Go",), "x", {"head": (0,)}), Window(("It", "rained"), "x", {"head": (2, 0)})]).layers
    {'head': (0, 3, 0)}
    """
    words: list[str] = []
    layers: dict[str, list[Any]] = {name: [] for name in parts[0].layers}
    for part in parts:
        shift = len(words)
        for name, values in part.layers.items():
            layers[name] += [v + shift if v > 0 else v for v in values] if name == "head" else values
        words += part.words
    return Window(tuple(words), parts[0].source, {name: tuple(values) for name, values in layers.items()})


def sentences(window: Window) -> list[Window]:
    """Return the window cut at its sentence starts; whole if it has no such layer."""
    starts = [i for i, first in enumerate(window.layers.get("sent", ())) if first == 1 and i]
    bounds = [0, *starts, len(window.words)]
    return [window.cut(a, e) for a, e in pairwise(bounds)]


def pack(parts: Iterable[Window], longest: Iterator[int]) -> list[Window]:
    """Return whole parts joined to windows of at most `next(longest)` words each (a longer part stands alone).

    >>> [len(w.words) for w in pack([Window(("a",) * 3, "x") for _ in range(3)], iter([6, 6, 6]))]
    [6, 3]
    """
    packed: list[Window] = []
    waiting: list[Window] = []
    room = next(longest)
    for part in parts:
        fits = len(part.words) <= room and (not waiting or waiting[0].layers.keys() == part.layers.keys())
        if waiting and not fits:
            packed.append(join(waiting))
            waiting, room = [], next(longest)
        waiting.append(part)
        room -= len(part.words)
    return [*packed, join(waiting)] if waiting else packed


def read_windows(path: Path) -> Iterator[Window]:
    """Read a .jsonl or .jsonl.gz file: {"w": words, "src": source, layer: values ...} a line; ValueError names a ragged one."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            layers = {name: tuple(row[name]) for name in (*WORD_LAYERS, "head") if name in row}
            ragged = [name for name, values in layers.items() if len(values) != len(row["w"])]
            if ragged:
                raise ValueError(f"{path.name} line {number}: {', '.join(ragged)} not as long as the words ({len(row['w'])})")
            yield Window(tuple(row["w"]), row["src"], layers)


def write_windows(path: Path, windows: Iterable[Window]) -> None:
    """Write what `read_windows` reads, gzipped; the same windows give the same bytes."""
    lines = "".join(json.dumps({"w": window.words, "src": window.source, **window.layers}, ensure_ascii=False) + "\n" for window in windows)
    path.write_bytes(gzip.compress(lines.encode(), mtime=0))

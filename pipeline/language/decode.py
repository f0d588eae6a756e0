"""The model's raw scores for one window of words -> tags, names, sentence starts, a tree for each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.language.paragraphs import AFTER_OPENING, BREAK, CLOSING, INSIDE, UNMARKED
from pipeline.language.tree import best_tree

Array = NDArray[Any]
IMPOSSIBLE = -1e4
SURE_START = 3.0  # how much likelier (in log odds) a start must be behind a plain word without a mark


@dataclass(frozen=True, slots=True)
class Words:
    """What the model says of a run of words, one entry a word. `head` is a word index; a root points at itself."""

    tag: list[str]
    pos: list[str]
    morph: list[str]
    event: list[str]
    ner: list[str]
    starts: list[bool]
    head: list[int]
    dep: list[str]

    def first(self, n: int) -> Words:
        """Return the first n words, behind which a sentence must end."""
        return Words(*(getattr(self, field.name)[:n] for field in fields(self)))


class NameDecoder:
    """Finds the best legal BIO sequence (Viterbi): no I- without its B-."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = labels
        self._step = np.array([[IMPOSSIBLE if b[0] == "I" and (a == "O" or a[2:] != b[2:]) else 0.0 for b in labels] for a in labels])
        self._start = np.array([IMPOSSIBLE if b[0] == "I" else 0.0 for b in labels])

    def __call__(self, scores: Array) -> list[str]:
        """Return the label of each word for scores[n, labels]."""
        n = len(scores)
        single = scores.argmax(1)
        if self._start[single[0]] == 0 and not self._step[single[:-1], single[1:]].any():
            return [self.labels[k] for k in single]  # the best labels by themselves are legal, so nothing beats them
        best = scores[0] + self._start
        back = np.zeros((n, scores.shape[1]), int)
        for i in range(1, n):
            reached = best[:, None] + self._step
            back[i] = reached.argmax(0)
            best = reached.max(0) + scores[i]
        path = [int(best.argmax())]
        for i in range(n - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return [self.labels[k] for k in reversed(path)]


def sentence_starts(found: Array, layout: Array) -> Array:
    """Return which words start a sentence: the model's opinion, mended by the layout code of each word (see `paragraphs`).

    A word behind an opening quote gives its start to the quote; a closing mark gives its start to the next word. None starts inside
    what is written without a blank ("Privileged/Confidential").
    """
    starts: Array = found & (layout != INSIDE)
    for i in np.flatnonzero(starts & (layout == AFTER_OPENING)):
        starts[i] = False
        starts[i - 1] = i > 0
    for i in np.flatnonzero(starts & (layout == CLOSING)):
        starts[i] = False
        if i + 1 < len(starts):
            starts[i + 1] = True
    starts |= layout == BREAK
    starts[0] = True
    return starts


def decode_window(output: dict[str, Array], labels: dict[str, list[str]], names: NameDecoder, layout: Array) -> Words:
    """Return the words of one window; `layout[i]` is the layout code of word i."""
    n = len(layout)
    inner = slice(1, n + 1)
    opinion = output["sent"][0, inner]
    starts = sentence_starts(opinion[:, 1] - opinion[:, 0] > np.where(layout == UNMARKED, SURE_START, 0), layout)
    arcs = output["arc"][0, inner, : n + 1]
    head = np.zeros(n, np.int64)
    cuts = [*np.flatnonzero(starts).tolist(), n]
    for a, e in pairwise(cuts):
        if e - a > 1:
            local = best_tree(np.concatenate([arcs[a:e, :1], arcs[a:e, a + 1 : e + 1]], 1))
            head[a:e] = np.where(local == 0, 0, local + a)
    deps = output["dep"][0, inner].copy()
    deps[:, labels["dep"].index("ROOT")] = -1e9
    best_dep = deps.argmax(-1)

    def best(task: str) -> list[str]:
        return [labels[task][k] for k in output[task][0, inner].argmax(-1)]

    return Words(
        tag=best("tag"),
        pos=best("pos"),
        morph=["" if m == "_" else m for m in best("morph")],
        event=["" if e == "O" else e for e in best("event")],
        ner=names(output["ner"][0, inner]),
        starts=starts.tolist(),
        head=[int(h) - 1 if h else i for i, h in enumerate(head)],
        dep=["ROOT" if h == 0 else labels["dep"][k] for h, k in zip(head, best_dep, strict=True)],
    )


def join_windows(parts: Sequence[Words]) -> Words:
    """Return one run of words made of several, heads shifted."""
    joined = Words([], [], [], [], [], [], [], [])
    for part in parts:
        offset = len(joined.tag)
        joined.head.extend(h + offset for h in part.head)
        for name in ("tag", "pos", "morph", "event", "ner", "starts", "dep"):
            getattr(joined, name).extend(getattr(part, name))
    return joined

"""Who takes part in which rows: an inverted index, actor -> rows, in plain arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.view.columns import CodedLists

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Members(Mapping[str, Rows]):
    """The rows of each actor: `rows[starts[a]:starts[a + 1]]`, story by story, for the actor number a = `numbers[name]`;
    actors are numbered in the order of the alphabet.

    `story` and `actor` are the story and the actor's number of each entry of `rows`.
    """

    names: tuple[str, ...]
    numbers: Mapping[str, int]
    starts: Rows
    rows: NDArray[np.int32]
    story: NDArray[np.int32]
    actor: NDArray[np.int32]

    @classmethod
    def of(cls, lists: CodedLists, story: NDArray[np.int64]) -> Members:
        """Index a column of names; `story` numbers the story of each row. A name that a row has twice counts once."""
        names = sorted(range(len(lists.texts)), key=lambda number: (lists.texts[number].casefold(), lists.texts[number]))
        rank = np.empty(len(names), dtype=np.int32)
        rank[names] = np.arange(len(names))
        rows, actor = lists.rows.astype(np.int32), rank[lists.codes]
        order = np.lexsort((story[rows], actor))  # stable: rows of one story stay in order
        rows, actor = rows[order], actor[order]
        fresh = np.ones(rows.size, dtype=bool)
        fresh[1:] = (rows[1:] != rows[:-1]) | (actor[1:] != actor[:-1])
        rows, actor = rows[fresh], actor[fresh]
        starts = np.searchsorted(actor, np.arange(len(lists.texts) + 1))
        values = tuple(lists.texts[number] for number in names)
        return cls(values, {name: number for number, name in enumerate(values)}, starts, rows, story[rows].astype(np.int32), actor)

    def __getitem__(self, name: str) -> Rows:
        number = self.numbers[name]
        return self.rows[self.starts[number] : self.starts[number + 1]].astype(np.int64)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def counts(self, mask: NDArray[np.bool_], *, folded: bool) -> NDArray[np.int64]:
        """Return how many of the masked rows each actor has; `folded` counts the rows of one story once."""
        kept = mask[self.rows]
        actor = self.actor[kept]
        if folded:
            story = self.story[kept]
            fresh = np.ones(actor.size, dtype=bool)
            fresh[1:] = (actor[1:] != actor[:-1]) | (story[1:] != story[:-1])
            actor = actor[fresh]
        return np.bincount(actor, minlength=len(self.names))

    def find(self, typed: str) -> str | None:
        """Return the actor that a reader means: the name itself, whatever its capitals, else the one in most rows with all the words."""
        words = typed.casefold().split()
        if typed in self.numbers or not words:
            return typed if typed in self.numbers else None
        folded = [name.casefold() for name in self.names]
        if " ".join(words) in folded:
            return self.names[folded.index(" ".join(words))]
        having = [number for number, name in enumerate(folded) if all(word in name for word in words)]
        return self.names[max(having, key=lambda number: int(self.starts[number + 1] - self.starts[number]))] if having else None

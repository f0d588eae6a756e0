"""Stories: the mentions that share a story_id and so tell one event, numbered and ranked once per table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipeline.view.columns import coded

UNFIRM = ("publication", "none")
"""Date bases with which the text itself gives no date."""


@dataclass(frozen=True, slots=True, eq=False)
class Stories:
    """Which mentions tell one event.

    `of` numbers the story of each row. `ranked` are all rows, story by story, the best to stand for it first.
    `mentions`, `articles` count for each row how many rows tell its event, and in how many articles.
    """

    of: NDArray[np.int64]
    ranked: NDArray[np.int64]
    mentions: NDArray[np.int64]
    articles: NDArray[np.int64]

    @property
    def count(self) -> int:
        """How many events there are in all."""
        return int(self.of.max(initial=-1)) + 1

    @classmethod
    def read(cls, table: pd.DataFrame, lo: NDArray[np.float64]) -> Stories:
        """Number the stories of an event table; `lo` is NaN for an undated row."""
        story = pd.factorize(table["story_id"])[0].astype(np.int64)
        article = coded(table["article_id"]).codes.astype(np.int64)
        by_text = ~coded(table["date_basis"]).among(UNFIRM) & ~np.isnan(lo)
        lead = (table["event_id"] == table["story_id"]).to_numpy(dtype=bool)
        confidence = table["confidence"].to_numpy(dtype=np.float64)
        worth = (story * 2 + ~by_text) * 4 + ~lead * 2 + np.isnan(lo)
        ranked = np.lexsort((-confidence, worth))  # stable: rows of equal rank stay in order
        told_in = pd.unique(story * (article.max(initial=0) + 1) + article) // (article.max(initial=0) + 1)
        return cls(story, ranked, np.bincount(story)[story], np.bincount(told_in)[story])

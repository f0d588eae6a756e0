"""Stories: the mentions that share a story_id and so tell one event, numbered and ranked once per table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

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

    @classmethod
    def read(cls, table: pd.DataFrame, lo: NDArray[np.float64]) -> Stories:
        """Number the stories of an event table; `lo` is NaN for an undated row."""
        story = pd.factorize(table["story_id"])[0].astype(np.int64)
        article = pd.factorize(table["article_id"])[0].astype(np.int64)
        by_text = ~table["date_basis"].isin(UNFIRM).to_numpy(dtype=bool) & ~np.isnan(lo)
        lead = (table["event_id"] == table["story_id"]).to_numpy(dtype=bool)
        confidence = table["confidence"].to_numpy(dtype=np.float64)
        ranked = np.lexsort((np.arange(len(table)), -confidence, np.isnan(lo), ~lead, ~by_text, story))
        told_in = pd.DataFrame({"story": story, "article": article}).drop_duplicates()["story"]
        return cls(story, ranked, np.bincount(story)[story], np.bincount(told_in)[story])

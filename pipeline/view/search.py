"""Searching the rows for words: each word must stand somewhere in what a row says, whatever its capitals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipeline.view.columns import CodedLists, coded, coded_lists

Mask = NDArray[np.bool_]
_TEXTS = ("summary", "sentence")
_REPEATED = ("trigger", "place", "said_by", "article_title", "source")
_LISTS = ("actors", "names")


def rows_with(table: pd.DataFrame, words: list[str]) -> Mask:
    """Return which rows of a packed table hold every word."""
    found = np.ones(len(table), dtype=bool)
    lists = [coded_lists(table[name]) for name in _LISTS] if words else []
    for word in words:
        found &= _with(table, lists, word)
    return found


def _with(table: pd.DataFrame, lists: list[CodedLists], word: str) -> Mask:
    found = np.zeros(len(table), dtype=bool)
    for name in _TEXTS:
        hits = pc.match_substring(table[name].array.__arrow_array__(), word, ignore_case=True)
        found |= pc.fill_null(hits, False).to_numpy(zero_copy_only=False) if isinstance(hits, pa.Array) else hits.to_numpy()
    for name in _REPEATED:
        column = coded(table[name])
        found |= column.map(lambda value: word in value.casefold(), bool, False)
    for names in lists:
        matched = np.array([word in name.casefold() for name in names.texts], dtype=bool)
        if matched.any():
            found[names.rows[matched[names.codes]]] = True
    return found

"""The event table packed for the page: repeated texts once, lists without Python objects, a column at a time. A million rows fit.

The packed table is a pandas.DataFrame like any event table; its columns of repeated text are categories in the order of the
alphabet, its other texts are Arrow strings, its lists Arrow lists of codes.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from pipeline.arrow_table import arrow_type
from pipeline.event_table import COLUMN_NAMES, COLUMNS, LIST_COLUMNS

TEXTS = ("event_id", "story_id", "summary", "sentence", "date_reason")  # different in nearly every row
_SMALL: dict[str, Any] = {"Int64": pa.int32()}
_NAMES = pa.list_(pa.dictionary(pa.int32(), pa.string()))
_SPANS = pa.list_(pa.list_(pa.int32()))
Codes = NDArray[np.int32]
MANY = 200_000  # rows from which memory is given back after each column


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of repeated values: `codes` say which of the `texts` each row has, -1 = missing."""

    codes: NDArray[np.signedinteger[Any]]
    texts: Sequence[str]

    def map(self, function: Callable[[Any], Any], dtype: Any, missing: Any) -> Any:
        """Return for each row what the function makes of its value; it is called once for each different value."""
        return np.array([*map(function, self.texts), missing], dtype=dtype)[self.codes]

    def among(self, chosen: Iterable[str]) -> NDArray[np.bool_]:
        """Return which rows have one of the chosen values."""
        wanted = set(chosen)
        return np.asarray(self.map(wanted.__contains__, bool, False), dtype=bool)


@dataclass(frozen=True, slots=True, eq=False)
class CodedLists:
    """A column of lists of names: the names of row r are `texts[code]` for the codes from offsets[r] to offsets[r + 1]."""

    codes: Codes
    offsets: Codes
    texts: Sequence[str]

    @property
    def rows(self) -> NDArray[np.int64]:
        """The row of each code."""
        return np.repeat(np.arange(self.offsets.size - 1), np.diff(self.offsets))

    @property
    def first(self) -> Codes:
        """The first name's code in each row, -1 for an empty list."""
        found = np.full(self.offsets.size - 1, -1, dtype=np.int32)
        some = np.diff(self.offsets) > 0
        found[some] = self.codes[self.offsets[:-1][some]]
        return found


def coded(cells: pd.Series) -> Coded:
    """Return a column of a packed table, or of any table, as codes."""
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return Coded(cells.array.codes, cells.array.categories.tolist())  # type: ignore[attr-defined,unused-ignore]
    codes, values = pd.factorize(cells)
    return Coded(codes, list(values))


def coded_lists(cells: pd.Series) -> CodedLists:
    """Return a column of lists of a packed table as codes."""
    lists = _one(pa.chunked_array(cells.array.__arrow_array__()))
    values = lists.flatten()
    offsets = np.concatenate(([0], np.cumsum(pc.fill_null(pc.list_value_length(lists), 0).to_numpy(), dtype=np.int32))).astype(np.int32)
    return CodedLists(values.indices.to_numpy().astype(np.int32, copy=False), offsets, values.dictionary.to_pylist())


def packed(read: Callable[[str], Any], order: Any = None, only: Sequence[str] = COLUMN_NAMES) -> pd.DataFrame:
    """Return the packed table of the columns that `read(name)` returns as Arrow arrays, its rows in the order of the row numbers given."""
    found = {}
    for column in (column for column in COLUMNS if column.name in only):
        cells = read(column.name)
        cells = _one(cells) if isinstance(cells, pa.ChunkedArray) else cells
        if not cells.type.equals(arrow_type(column.name)) and not pa.types.is_dictionary(cells.type):
            cells = cells.cast(arrow_type(column.name))
        found[column.name] = _packed(column.name, column.dtype, cells if order is None else cells.take(order))
        del cells
        if len(found[column.name]) > MANY:
            give_back()
    return pd.DataFrame(found, copy=False)


def give_back() -> None:
    """Return the memory that packing took and the columns do not hold: of a million rows it would be 300 MB."""
    gc.collect(0)
    pa.default_memory_pool().release_unused()
    with suppress(OSError, AttributeError):  # the C library of Linux keeps it otherwise; others have no such call
        ctypes.CDLL(None).malloc_trim(0)


def _one(cells: Any) -> Any:
    """Return a chunked array as one array."""
    whole = cells.combine_chunks()
    return whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole


def _packed(name: str, dtype: str, cells: Any) -> pd.Series:
    if name in LIST_COLUMNS:
        return pd.Series(pd.arrays.ArrowExtensionArray(pa.chunked_array([_name_lists(cells)])))
    if name == "actor_spans":
        return pd.Series(pd.arrays.ArrowExtensionArray(pa.chunked_array([cells.cast(_SPANS)])))
    if dtype == "str":
        if name in TEXTS:
            return pd.Series(pd.StringDtype(na_value=np.nan).__from_arrow__(cells.cast(pa.large_string())))
        return pd.Series(_categories(cells))
    if dtype == "Int64":
        return pd.Series(pd.Int32Dtype().__from_arrow__(cells.cast(pa.int32())))
    return pd.Series(cells.to_numpy(zero_copy_only=False))


def _categories(cells: Any) -> pd.Categorical:
    coded_cells = cells if pa.types.is_dictionary(cells.type) else cells.dictionary_encode()
    order = pc.array_sort_indices(coded_cells.dictionary).to_numpy()
    rank = np.empty(order.size + 1, dtype=np.int32)
    rank[order] = np.arange(order.size)
    rank[-1] = -1
    codes = rank[pc.fill_null(coded_cells.indices, -1).to_numpy(zero_copy_only=False)]
    values = pd.Index(coded_cells.dictionary.take(pa.array(order)).to_pylist(), dtype="str")
    return pd.Categorical.from_codes(codes, categories=values)


def _name_lists(cells: Any) -> Any:
    lengths = pc.fill_null(pc.list_value_length(cells), 0).to_numpy(zero_copy_only=False)
    offsets = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    values = cells.flatten().dictionary_encode()
    return pa.ListArray.from_arrays(pa.array(offsets), values).cast(_NAMES)

"""What stands on the page while the articles are read for the first time after a start: its frame, and why it takes a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from ui.library import is_read

_HEIGHTS = (30, 40, 22, 150, 110, 70, 240)  # pixels: roughly keys, strip, axis, three lanes, card and table
_ARTICLES = "Loading the language model and reading the articles."
_TABLE = "Opening the table of events."
_FRAME = (
    '<h1 class="title">Dateline</h1><div class="waiting" role="status"><p>{what} This happens once after a start.</p>'
    + "".join(f'<div style="height:{height}px"></div>' for height in _HEIGHTS)
    + "</div>"
)


@contextmanager
def waiting(path: Path | None) -> Iterator[None]:
    """Show the page's frame until the block is through, if it will take seconds; `path` is the table to open, if one is."""
    place = st.empty()
    if not is_read(path):
        place.html(_FRAME.format(what=_TABLE if path else _ARTICLES))
    try:
        yield
    finally:
        place.empty()

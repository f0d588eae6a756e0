"""A figure that Streamlit takes as it is: Plotly's check of every field takes longer than making the figure, and a test does it."""

from __future__ import annotations

from typing import Any

from plotly.basedatatypes import BaseFigure


class Drawn(BaseFigure):  # type: ignore[misc,unused-ignore]
    """One of our figures (a plain dict), which `tests/ui/test_figures.py` has checked against Plotly's schema."""

    def __init__(self, figure: dict[str, Any]) -> None:
        self._figure = figure

    def to_dict(self) -> dict[str, Any]:
        """Return the figure."""
        return self._figure

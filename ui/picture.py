"""The chart as a picture, made in the browser: two buttons that hand over what Plotly has drawn, as PNG or SVG."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from ui.explorer import CHART
from ui.theme import current_theme

_RENDER: list[Any] = []


def picture_buttons(name: str) -> None:
    """Draw the buttons; `name` is the file's name without its ending."""
    if not _RENDER:
        folder = Path(__file__).parent
        _RENDER.append(
            component(
                "dateline_picture",
                html='<div class="row"><button type="button" data-form="png">Chart, PNG</button>'
                '<button type="button" data-form="svg">Chart, SVG</button></div><p role="status"></p>',
                css=(folder / "picture.css").read_text(encoding="utf-8"),
                js=(folder / "picture.js").read_text(encoding="utf-8"),
            )
        )
    with st.container(key="picture"):
        _RENDER[0](key="picture_box", data={"chart": CHART, "name": name, "paper": current_theme().paper}, height="content")

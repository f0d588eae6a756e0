"""Colours of the page, light and dark. Colour means the type group and nothing else; the neutral inks do the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

Mode = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Theme:
    """`palette` has one colour for each type group in their order (tested under colour-blindness, contrast at least 3:1)."""

    mode: Mode
    palette: tuple[str, ...]
    ink: str
    muted: str
    paper: str
    band: str
    grid: str
    strong_grid: str
    tint: str
    accent: str
    warn: str
    marks: tuple[str, str, str]

    def faded(self, colour: str, alpha: float) -> str:
        """Return a #rrggbb colour with an opacity of 0 to 1, as CSS and Plotly read it."""
        red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
        return f"rgba({red},{green},{blue},{alpha:g})"


LIGHT = Theme(
    mode="light",
    palette=("#2545BA", "#00A871", "#B98700", "#C8323C", "#5E2C7A", "#5F80FF", "#767486"),
    ink="#1B2230",
    muted="#596273",
    paper="#FFFFFF",
    band="#F6F8FA",
    grid="#E9EDF1",
    strong_grid="#CBD2DB",
    tint="rgba(120,144,170,0.085)",
    accent="#2545BA",
    warn="#A8281F",
    marks=("#FFE2A8", "#D6E4FF", "#D9F0DF"),
)
DARK = Theme(
    mode="dark",
    palette=("#568DC6", "#4CFFB8", "#E8C53A", "#F0604F", "#B753FF", "#C0EAFF", "#91979D"),
    ink="#E8ECF2",
    muted="#A2ABB9",
    paper="#0F131A",
    band="#151A23",
    grid="#222A36",
    strong_grid="#3B4554",
    tint="rgba(160,185,215,0.09)",
    accent="#6B9EE6",
    warn="#FF8D7E",
    marks=("#5A4410", "#1F3A66", "#1C4A30"),
)


def current_theme() -> Theme:
    """Return the theme that the reader's browser shows now; light until it is known."""
    return DARK if st.context.theme.type == "dark" else LIGHT

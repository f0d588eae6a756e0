"""A whole article with all its events marked; each event's word is a button that leads to its mark on the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from streamlit.components.v2 import component

from ui.theme import Theme

_RENDER: list[Any] = []


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `kind` is trigger, time, actor or "" for plain; `event` the id of the event that a trigger names."""

    text: str
    kind: str = ""
    event: str = ""
    title: str = ""


def pieces_of(text: str, offset: int, spans: Sequence[tuple[int, int, str, str, str]]) -> list[Piece]:
    """Cut a text at its spans (start, end, kind, event, title), which count from `offset`; of overlapping ones the first in the list wins.

    >>> [piece.text for piece in pieces_of("It met on Monday.", 0, [(10, 16, "time", "", ""), (3, 6, "trigger", "a-3", "It meets")])]
    ['It ', 'met', ' on ', 'Monday', '.']
    """
    owner = [-1] * len(text)
    for number in range(len(spans) - 1, -1, -1):
        start, end = spans[number][:2]
        for place in range(max(start - offset, 0), min(end - offset, len(text))):
            owner[place] = number
    found, place = [], 0
    while place < len(text):
        end = place
        while end < len(text) and owner[end] == owner[place]:
            end += 1
        kind, event, title = spans[owner[place]][2:] if owner[place] >= 0 else ("", "", "")
        found.append(Piece(text[place:end], kind, event, title))
        place = end
    return found


def reader(pieces: Sequence[Piece], chosen: str, theme: Theme) -> str:
    """Draw the text, scrolled to the chosen event; return the id of an event that the reader clicked in it, "" for none."""
    if not _RENDER:
        folder = Path(__file__).parent
        css, js = ((folder / f"reader.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
        _RENDER.append(component("dateline_reader", html='<div class="article" tabindex="0" role="region"></div>', css=css, js=js))
    trigger, time, actor = theme.marks
    data = {"pieces": [asdict(piece) for piece in pieces], "chosen": chosen, "colours": {"trigger": trigger, "time": time, "actor": actor}}
    said = _RENDER[0](key="reader", data=data, height="content", on_event_change=lambda: None)
    return str(getattr(said, "event", "") or "")

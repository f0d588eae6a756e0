"""The two keys above the chart: what colour and symbol mean (type), and what shape means (certainty)."""

from __future__ import annotations

from collections.abc import Container

import numpy as np
import streamlit as st

from pipeline.view.certainty import KINDS, MANNERS, Kind
from pipeline.view.event_view import EventView, Mask
from pipeline.view.type_groups import shown_types
from ui.bridge import Answers
from ui.safe_text import html_text
from ui.shown import Shown
from ui.theme import Theme

_SHAPES = {
    "circle": "50%",
    "square": "0",
    "diamond": "polygon(50% 0,100% 50%,50% 100%,0 50%)",
    "triangle-up": "polygon(50% 4%,100% 92%,0 92%)",
    "hexagon": "polygon(50% 0,94% 25%,94% 75%,50% 100%,6% 75%,6% 25%)",
    "pentagon": "polygon(50% 0,100% 38%,82% 100%,18% 100%,0 38%)",
    "cross": "polygon(34% 0,66% 0,66% 34%,100% 34%,100% 66%,66% 66%,66% 100%,34% 100%,34% 66%,0 66%,0 34%,34% 34%)",
}
AHEAD, START, END, BOTH = "ahead, no day", "◂ open start", "open end ▸", "◂ open end ▸"
_WORDS_OF_KIND: dict[Kind, str] = {
    "exact": "exact",
    "approximate": "≈ about",
    "within": "within",
    "deadline": "deadline",
    "unknown_start": START,
    "open_end": END,
}


def symbol_html(symbol: str, colour: str) -> str:
    """Return a type group's symbol as a small coloured shape."""
    shape = _SHAPES[symbol]
    form = f"clip-path:{shape}" if shape.startswith("polygon") else f"border-radius:{shape}"
    return f'<i class="sym" style="background:{colour};{form}"></i>'


def type_key(view: EventView, mask: Mask, theme: Theme) -> str:
    """Return as HTML the groups of types that the rows have."""
    column = view.codes("event_type")
    present = {shown_types()[column.texts[code]].group for code in np.flatnonzero(np.bincount(column.codes[mask])).tolist()}
    groups = {shown.group: shown for shown in shown_types().values()}
    parts = [
        f"<span>{symbol_html(shown.symbol, theme.palette[group])}{html_text(shown.group_label)}</span>"
        for group, shown in sorted(groups.items())
        if group in present
    ]
    return "".join(parts)


def shapes_of(view: EventView, mask: Mask, *, ahead: bool) -> set[str]:
    """Return which entries of the key of shapes the rows need; `ahead`: whether what lies ahead without a stated day is drawn."""
    extents, dated = view.extents, mask & view.dated
    kinds = {KINDS[code] for code in np.flatnonzero(np.bincount(extents.kind[dated])).tolist()}
    manners = {MANNERS[code] for code in np.flatnonzero(np.bincount(extents.manner[dated])).tolist()}
    found = {_WORDS_OF_KIND[kind] for kind in kinds if kind in _WORDS_OF_KIND} | ({AHEAD} if ahead else set())
    found |= {"planned / possible"} if manners & {"planned", "hypothetical"} else set()
    found = found - {START, END} | {BOTH} if {START, END} <= found else found
    found |= {"denied"} if "denied" in manners else set()
    return found | ({"by publication"} if (extents.by_publication & dated).any() else set())


def certainty_key(theme: Theme, wanted: Container[str]) -> str:
    """Return as HTML what the wanted shapes mean; see `shapes_of`."""
    ink, clear = theme.muted, "transparent"
    hatch = f"repeating-linear-gradient(135deg,{ink} 0 1.2px,{clear} 1.2px 4px)"
    shapes = (
        (f"width:9px;height:9px;border-radius:50%;background:{ink}", "exact"),
        (f"width:7px;height:7px;border-radius:50%;border:2px solid {ink}", "planned / possible"),
        (
            f"width:8px;height:8px;border-radius:50%;border:1.5px solid {ink};background:radial-gradient({ink} 0 1.6px,{clear} 2px)",
            "by publication",
        ),
        (f"width:24px;height:8px;background:linear-gradient(90deg,{clear},{ink},{clear})", "≈ about"),
        (f"width:22px;height:8px;background:{theme.faded(ink, 0.2)};border:solid {ink};border-width:0 1.5px", "within"),
        (f"width:22px;height:8px;background:{hatch};border:1px solid {ink};border-right-width:3px", "deadline"),
        (f"width:22px;height:8px;background:linear-gradient(90deg,{clear},{ink})", START),
        (f"width:22px;height:8px;background:linear-gradient(90deg,{ink},{clear})", END),
        (f"width:22px;height:8px;background:linear-gradient(90deg,{ink},{clear})", BOTH),
        (
            f"width:22px;height:8px;background:{hatch};border:solid {ink};border-width:1px 0 1px 1px;"
            f"mask-image:linear-gradient(90deg,#000 45%,{clear})",
            AHEAD,
        ),
    )
    found = "".join(f'<span><i style="{style}"></i>{words}</span>' for style, words in shapes if words in wanted)
    return found + ("<span><s>denied</s></span>" if "denied" in wanted else "")


def count_key(most: int) -> str:
    """Return as HTML what the colours of counts mean; `most` is the highest count in a cell."""
    few = "1" if most > 1 else ""
    return f'<span>events in a cell</span><span>{few} <i class="few"></i> {most:,}</span>'


def keys(shown: Shown, answers: Answers, theme: Theme) -> None:
    """Draw the keys of what is drawn: types at the left and certainty at the right; or what the colours of counts mean."""
    if not answers.cells:
        left = type_key(shown.view, shown.mask, theme)
        right = certainty_key(theme, shapes_of(shown.view, shown.mask, ahead=bool(shown.ahead.any())))
    else:
        left = f"<span><b>{int(shown.seen.sum()):,} events as counts</b></span>{count_key(answers.most)}"
        right = "<span>click a cell or zoom in to see single events</span>"
    st.html(f'<div class="keys"><div>{left}</div><div class="certainty">{right}</div></div>')

"""What the page shows at one moment: the rows that the filters let through, the window, and which of the rows it touches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.view.event_view import EventView, Mask
from pipeline.view.filters import Choice, filter_words, matching
from pipeline.view.window import Window, first_window
from ui import page_state


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The rows that `choice` lets through (`mask`), those of them that the window touches, and those that are drawn (`seen`).

    `background` is how many rows last all through the window and longer: they are drawn only if the reader wants that.
    `folded` is how many mentions stand behind others.
    """

    view: EventView
    mask: Mask
    choice: Choice
    window: Window
    touched: Mask
    seen: Mask
    background: int
    folded: int

    @classmethod
    def of(cls, view: EventView, mask: Mask, choice: Choice, newest: str) -> Shown:
        """Return what is shown now; `newest` is the article that the page opens with."""
        window = current_window(view, mask, newest, filtered=bool(filter_words(choice)))
        touched = mask & view.touching(window.lo, window.hi)
        folded = 0 if choice.all_mentions else int(np.count_nonzero(matching(view, choice)) - np.count_nonzero(mask))
        return cls(view, mask, choice, window, touched, *_drawn(view, touched, window), folded)


def current_window(view: EventView, mask: Mask, newest: str, *, filtered: bool) -> Window:
    """Return the reader's window; else the best first one for the shown events: if none is filtered out, those of the article `newest`."""
    if (chosen := page_state.chosen_window()) is not None:
        return chosen
    of_newest = mask & view.codes("article_id").among((newest,))
    first = of_newest if not filtered and (of_newest & view.dated).any() else mask
    return first_window(view.lo[first], view.hi[first])


def _drawn(view: EventView, touched: Mask, window: Window) -> tuple[Mask, int]:
    """Return which of the rows that the window touches are drawn, and how many last throughout it."""
    background = touched & view.covering(window.lo, window.hi)
    count = int(np.count_nonzero(background))
    if count == np.count_nonzero(touched):
        return touched, 0
    return touched if page_state.shows_background() else touched & ~background, count

"""What the page shows at one moment: the rows that the filters let through, the window, and which of the rows it touches."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from pipeline.view.event_view import EventView, Mask
from pipeline.view.filters import Choice, filter_words, matching
from pipeline.view.lane_groups import Arrangement
from pipeline.view.window import Window, first_window
from ui import page_state


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The rows that `choice` lets through (`mask`), those of them that the window touches, and those that are drawn (`seen`).

    Of these `ahead` have no date: they lie ahead of a publication in the window and are drawn from it on. `background` is how many
    rows last all through the window and longer: they are drawn only if the reader wants that.
    `folded` is how many mentions stand behind others.
    """

    view: EventView
    mask: Mask
    choice: Choice
    window: Window
    touched: Mask
    seen: Mask
    ahead: Mask
    background: int
    folded: int

    @classmethod
    def of(cls, view: EventView, mask: Mask, choice: Choice, newest: str) -> Shown:
        """Return what is shown now; `newest` is the article that the page opens with."""
        window = current_window(view, mask, newest, filtered=bool(filter_words(choice)))
        touched = mask & view.touching(window.lo, window.hi)
        folded = 0 if choice.all_mentions else int(np.count_nonzero(matching(view, choice)) - np.count_nonzero(mask))
        seen, background = _drawn(view, touched, window)
        ahead = lying_ahead(view, mask, window, page_state.arrangement())
        return cls(view, mask, choice, window, touched, seen | ahead, ahead, background, folded)

    def dated_only(self) -> Shown:
        """Return what is shown where there is no room to draw what has no date."""
        return replace(self, seen=self.seen & ~self.ahead, ahead=np.zeros_like(self.ahead))


def current_window(view: EventView, mask: Mask, newest: str, *, filtered: bool) -> Window:
    """Return the reader's window; else the best first one for the shown events: if none is filtered out, those of the article `newest`."""
    if (chosen := page_state.chosen_window()) is not None:
        return chosen
    of_newest = mask & view.codes("article_id").among((newest,))
    first = of_newest if not filtered and (of_newest & view.dated).any() else mask
    return first_window(*view.stretches(first))


def lying_ahead(view: EventView, mask: Mask, window: Window, lanes: Arrangement) -> Mask:
    """Return which of the rows lie ahead of a publication in the window, without a stated day; none if the reader does not want them."""
    return mask & view.opening(window.lo, window.hi) if lanes.ahead else np.zeros_like(mask)


def _drawn(view: EventView, touched: Mask, window: Window) -> tuple[Mask, int]:
    """Return which of the rows that the window touches are drawn, and how many last throughout it."""
    background = touched & view.covering(window.lo, window.hi)
    count = int(np.count_nonzero(background))
    if count == np.count_nonzero(touched):
        return touched, 0
    return touched if page_state.shows_background() else touched & ~background, count

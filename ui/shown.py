"""What the page shows at one moment: the rows that the filters let through, the window, and which of the rows it touches."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.view.event_view import EventView, Mask
from pipeline.view.filters import Choice, filter_words, matching
from pipeline.view.window import Window, first_window
from ui import page_state


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The rows that `choice` lets through (`mask`), those of them that are drawn in the window (`seen`).

    `background` is how many rows last all through the window and longer: they are drawn only if the reader wants that.
    """

    view: EventView
    mask: Mask
    choice: Choice
    window: Window
    seen: Mask
    background: int

    @classmethod
    def of(cls, view: EventView, mask: Mask, choice: Choice, newest: str) -> Shown:
        """Return what is shown now; `newest` is the article that the page opens with."""
        window = current_window(view, mask, newest, filtered=bool(filter_words(choice)))
        return cls(view, mask, choice, window, *in_window(view, mask, window))

    @property
    def folded(self) -> int:
        """How many mentions stand behind others."""
        return int(matching(self.view, self.choice).sum() - self.mask.sum())


def current_window(view: EventView, mask: Mask, newest: str, *, filtered: bool) -> Window:
    """Return the reader's window; else the best first one for the shown events: if none is filtered out, those of the article `newest`."""
    if (chosen := page_state.chosen_window()) is not None:
        return chosen
    of_newest = mask & view.codes("article_id").among((newest,))
    first = of_newest if not filtered and (of_newest & view.dated).any() else mask
    return first_window(view.lo[first], view.hi[first])


def in_window(view: EventView, mask: Mask, window: Window) -> tuple[Mask, int]:
    """Return which of the shown events are drawn, and how many last throughout the window."""
    seen = mask & view.touching(window.lo, window.hi)
    background = seen & view.covering(window.lo, window.hi)
    count = int(background.sum())
    if count == seen.sum():
        return seen, 0
    return seen if page_state.shows_background() else seen & ~background, count

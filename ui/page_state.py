"""The page's state: widgets, selection and window in the session, and the same in the link. The link wins when the reader changes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast, get_args
from urllib.parse import parse_qs, urlencode

import streamlit as st

from pipeline.day import Day
from pipeline.view.day_text import read_day
from pipeline.view.filters import FILTERS, Choice, Filter, from_parameters, to_parameters
from pipeline.view.lane_groups import Arrangement, LaneKey, LaneOrder
from pipeline.view.window import SHORTEST, Window, read_window, write_window

_LINK, _WINDOW, _SELECTED, _LANES, _NONCE, _ADDED = "link", "window", "selected", "lanes", "table_nonce", "added"
_HISTORY, _LAST, _PROFILE, _PRESENT = "history", "last_filters", "profile", "present"
MOST_COMPARED = 2  # actors on one actor's page
MOST_UNDONE = 50

BACKGROUND, ORDER, CLOSED, AHEAD = "background", "lane_order", "lanes_shut", "ahead"


def widget_key(key: str) -> str:
    """Return the session key of a filter's widget."""
    return f"filter_{key}"


def restore(saved: Callable[[str], str | None] = lambda name: None) -> None:
    """Take over the link if it is not the one that the page wrote itself: first visit, back button, an edited address.

    `saved` returns the link of a saved view, which `?saved=NAME` opens.
    """
    link = {name: list(st.query_params.get_all(name)) for name in st.query_params}
    if st.session_state.get(_LINK) != link:
        found = saved(link["saved"][-1]) if "saved" in link else None
        _take(link if found is None else parse_qs(found))
        st.session_state[_LINK] = link
    if _ADDED in st.session_state:
        clear_filters()
        show_window(st.session_state.pop(_ADDED))
    for row in FILTERS:  # a widget's state is dropped when a run does not draw it (a dialog is open): hold on to it
        name = widget_key(row.key)
        st.session_state[name] = st.session_state.get(name, _to_widget(getattr(Choice(), row.key)))
    st.session_state[_LANES] = st.session_state.get(_LANES) or "actor"
    _remember(to_parameters(choice()))
    st.session_state[ORDER] = st.session_state.get(ORDER) or "count"
    st.session_state[CLOSED] = list(st.session_state.get(CLOSED) or ())
    st.session_state[AHEAD] = st.session_state.get(AHEAD, True)


def _take(link: Mapping[str, Sequence[str]]) -> None:
    choice = from_parameters(link)
    for row in FILTERS:
        set_filter(row.key, getattr(choice, row.key))
    last = {name: texts[-1] for name, texts in link.items() if texts}
    lanes, order = last.get("lanes", ""), last.get("order", "")
    st.session_state[_LANES] = lanes if lanes in get_args(LaneKey) else "actor"
    st.session_state[ORDER] = order if order in get_args(LaneOrder) else "count"
    st.session_state[CLOSED] = [name for name in link.get("shut", ()) if name]
    st.session_state[AHEAD] = last.get("ahead") != "no"
    st.session_state[_PROFILE] = tuple(dict.fromkeys(name for name in link.get("profile", ()) if name))[:MOST_COMPARED]
    st.session_state[_SELECTED] = last.get("event", "")
    st.session_state[_WINDOW] = read_window(last.get("view", ""))


def open_link(query: str) -> None:
    """Show what a link's query says; call it before the widgets are drawn (in a callback)."""
    _take(parse_qs(query))


def query() -> str:
    """Return the query of the address that opens what is shown now."""
    return urlencode(_link(), doseq=True)


def _link() -> dict[str, list[str]]:
    link = to_parameters(choice())
    if profile():
        link["profile"] = list(profile())
    if lanes() != "actor":
        link["lanes"] = [lanes()]
    if arrangement().order != "count":
        link["order"] = [arrangement().order]
    if arrangement().closed:
        link["shut"] = list(st.session_state[CLOSED])
    if not arrangement().ahead:
        link["ahead"] = ["no"]
    if selected():
        link["event"] = [selected()]
    if (window := chosen_window()) is not None:
        link["view"] = [write_window(window)]
    return link


def outside() -> tuple[object, ...]:
    """Return what the parts of the page around the explorer depend on: when it changes, the whole page is drawn anew."""
    return to_parameters(choice()), profile(), lanes()


@dataclass(slots=True)
class Present:
    """What the explorer shows now. One for each session: a download that was offered before a zoom is made of what is shown after it."""

    window: Window
    lanes: Arrangement
    link: str


def present() -> Present:
    """Return what the explorer of this session shows."""
    if _PRESENT not in st.session_state:
        st.session_state[_PRESENT] = Present(Window(0.0, SHORTEST), Arrangement(), "")
    return cast(Present, st.session_state[_PRESENT])


def keep_present(window: Window) -> None:
    """Say what the explorer shows now."""
    now = present()
    now.window, now.lanes, now.link = window, arrangement(), query()


def write_link() -> None:
    """Write the state into the address, so that a copied link opens exactly this view."""
    link = _link()
    if link != st.session_state.get(_LINK):
        st.session_state[_LINK] = link
        st.query_params.from_dict(link)


def _remember(filters: dict[str, list[str]]) -> None:
    last = st.session_state.get(_LAST)
    if last is not None and last != filters:
        st.session_state[_HISTORY] = [*st.session_state.get(_HISTORY, ()), last][-MOST_UNDONE:]
    st.session_state[_LAST] = filters


def can_undo() -> bool:
    """Whether the filters were changed since the page was opened."""
    return bool(st.session_state.get(_HISTORY))


def undo() -> None:
    """Take the last change of the filters back; call it in a callback."""
    *before, last = st.session_state[_HISTORY]
    choice = from_parameters(last)
    for row in FILTERS:
        set_filter(row.key, getattr(choice, row.key))
    st.session_state[_HISTORY], st.session_state[_LAST] = before, last


def _to_widget(value: Any) -> Any:
    if isinstance(value, Day) or value is None:  # a day is typed, so that years before 1 can be
        return str(value or "")
    return list(value) if isinstance(value, tuple) else value


def _from_widget(row: Filter) -> Any:
    value = st.session_state[widget_key(row.key)]
    if row.widget == "day":
        return row.read([value]) if value else None
    return tuple(value) if isinstance(value, list) else value


def choice() -> Choice:
    """Return what the filters' widgets say; a day that cannot be understood is no filter."""
    fields: dict[str, Any] = {row.key: _from_widget(row) for row in FILTERS}
    return replace(Choice(), **fields)


def shown_choice() -> Choice:
    """Return the choice that the page shows: on an actor's page that actor's events, whatever the filter of actors says."""
    return replace(choice(), actors=profile(), role="any", together=False) if profile() else choice()


def profile() -> tuple[str, ...]:
    """Return whose page this is: one actor, or two that are compared; () for the timeline of all."""
    return cast("tuple[str, ...]", st.session_state.get(_PROFILE) or ())


def open_profile(*names: str) -> None:
    """Turn to the page of an actor, or of two; of nobody it is the timeline of all again. Call it in a callback."""
    st.session_state[_PROFILE] = tuple(name for name in dict.fromkeys(names) if name)[:MOST_COMPARED]
    show_window(None)


def around(first: Day, last: Day, window: Window | None) -> None:
    """Show everything that happened between two days: all other filters are dropped (undo brings them back). Call it in a callback."""
    clear_filters()
    set_filter("first", first)
    set_filter("last", last)
    st.session_state[_PROFILE] = ()
    show_window(window)


def not_understood() -> list[str]:
    """Return what was typed as a day and is none."""
    typed = [str(st.session_state[widget_key(row.key)]) for row in FILTERS if row.widget == "day"]
    return [text for text in typed if text.strip() and read_day(text) is None]


def set_filter(key: str, value: Any) -> None:
    """Set one filter; call it before its widget is drawn (in a callback)."""
    st.session_state[widget_key(key)] = _to_widget(value)


def clear_filters() -> None:
    """Let every event through again and show the first window."""
    for row in FILTERS:
        if row.key != "all_mentions":  # not a filter: how to count
            set_filter(row.key, getattr(Choice(), row.key))
    show_window(None)


def drop_filter(key: str) -> None:
    """Take one filter away; on an actor's page that of actors is the page itself. Call it in a callback."""
    if key == "actors" and profile():
        open_profile()
    else:
        set_filter(key, getattr(Choice(), key))
        show_window(None)


def lanes() -> LaneKey:
    """Return what the lanes stand for."""
    return cast(LaneKey, st.session_state[_LANES])


def arrangement() -> Arrangement:
    """Return what the lanes stand for, how they are sorted, which are shut, and whether what lies ahead without a day is drawn."""
    key = profile() if profile() and lanes() == "actor" else lanes()
    order, shut = cast(LaneOrder, st.session_state.get(ORDER) or "count"), frozenset(st.session_state.get(CLOSED) or ())
    return Arrangement(key, order, shut, bool(st.session_state.get(AHEAD, True)))


def hold(*keys: str) -> None:
    """Tell the browser again what these widgets say, before they are drawn.

    A widget in a popover that was never opened is not in the browser yet: drawn anew without this, it would come up with its default,
    and that would be taken for a choice of the reader.
    """
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def turn_lane(name: str) -> None:
    """Shut a lane, or open it again."""
    shut = list(st.session_state.get(CLOSED) or ())
    st.session_state[CLOSED] = [other for other in shut if other != name] if name in shut else [*shut, name]


def chosen_window() -> Window | None:
    """Return the window that the reader chose; None lets the page choose."""
    return cast("Window | None", st.session_state.get(_WINDOW))


def show_window(window: Window | None) -> None:
    """Choose the window."""
    st.session_state[_WINDOW] = window


def show_added(window: Window) -> None:
    """Ask the next run to drop all filters and show this window: new articles are there."""
    st.session_state[_ADDED] = window


def shows_background() -> bool:
    """Return whether events that last through the whole window are drawn too."""
    return bool(st.session_state.get(BACKGROUND))


def selected() -> str:
    """Return the selected event's id, "" for none."""
    return str(st.session_state.get(_SELECTED) or "")


def select(event_id: str, *, in_table: bool = False) -> None:
    """Select an event ("" for none); the table is drawn anew to show it, unless the click came from the table itself."""
    if event_id != selected():
        st.session_state[_SELECTED] = event_id
        if not in_table:
            st.session_state[_NONCE] = table_nonce() + 1


def table_nonce() -> int:
    """Return a number that changes when the table must be drawn anew."""
    return int(st.session_state.get(_NONCE, 0))

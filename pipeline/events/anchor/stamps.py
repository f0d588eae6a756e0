"""Clock times that open the entries of a live blog: they say when an entry was written, which is its day only for news of that moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from pipeline.events.anchor.attach import TimeLink
from pipeline.events.anchor.nodes import Node, is_main_clause
from pipeline.events.anchor.ranges import Said

_FEWEST = 3
_CERTAIN = 0.5


def entry_stamps(doc: Doc, said: Sequence[Said]) -> frozenset[int]:
    """Return the positions in `said` of clock times that open a line each, if the article has at least three such lines."""
    found = [number for number, item in enumerate(said) if item.timex.type == "TIME" and item.kind == "" and _opens_line(doc, item)]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def stamp_link(item: Said, nodes: Mapping[int, Node]) -> TimeLink | None:
    """Return the weak link to the entry's first main clause, or None where that lies ahead: "15:48 Schools will be closed tomorrow"."""
    end = item.span.sent.end
    main = next((i for i in sorted(nodes) if item.span.end <= i < end and not nodes[i].is_noun and is_main_clause(nodes[i].token)), None)
    if main is None or nodes[main].time.looks_ahead:
        return None
    return TimeLink(item, main, _CERTAIN)


def _opens_line(doc: Doc, item: Said) -> bool:
    first = item.first_word
    behind = doc[item.span.end] if item.span.end < len(doc) else None
    at_start = first == 0 or "\n" in doc[first - 1].text
    return at_start and behind is not None and behind.lower_ not in ("on", ",", "and")

"""A clause that says what a date is known for: "on Saturday, when the first warnings were issued", "since 2008, when the pier closed"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.events.anchor.attach import TimeLink
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said


def when_links(nodes: Mapping[int, Node], said: Sequence[Said]) -> list[TimeLink]:
    """Return a link from each such clause to the expression that it stands behind, a comma between."""
    ends = {item.span.end: item for item in said if item.timex.first_day is not None and item.last is None}
    found = []
    for node in nodes.values():
        when = [child for child in node.token.children if child.lower_ == "when" and child.i < node.token.i]
        if not when or node.time.looks_ahead:
            continue
        comma = when[0].i - 1
        item = ends.get(comma)
        if item is not None and node.token.doc[comma].text == ",":
            found.append(TimeLink(replace(item, kind="at"), node.token.i, 0.85))
    return found

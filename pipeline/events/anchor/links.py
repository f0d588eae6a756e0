"""All links of an article's statements of time to its events, each checked against what its clause and its quotation allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.day import Day
from pipeline.events.anchor.asides import cannot_be
from pipeline.events.anchor.attach import TimeLink, attach, relation_of
from pipeline.events.anchor.counted import Count
from pipeline.events.anchor.length import length_of
from pipeline.events.anchor.nets import noun_before
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said
from pipeline.events.anchor.stamps import entry_stamps, stamp_link
from pipeline.events.anchor.when import when_links

_COUNTING = ("later", "afterwards", "afterward", "after")  # counted from an unknown day: "confessed in 2007 and recanted a month later"
_SIDES = ("after", "before", "following")
_POINTING = ("of that", "of this", "of it")


def find_links(doc: Doc, nodes: dict[int, Node], said: Sequence[Said], quoted: Set[int], dct: Day | None) -> dict[int, list[TimeLink]]:
    """Return the links by the token index of their node; `quoted` are the tokens inside quotation marks."""
    links: dict[int, list[TimeLink]] = {}
    stamps = entry_stamps(doc, said)
    for number, item in enumerate(said):
        link = stamp_link(item, nodes) if number in stamps else attach(doc, nodes, item)
        if link is not None and cannot_be(link.said, nodes[link.node], dct):
            noun = noun_before(item.first_word, nodes)
            if item.timex.text.lower().endswith(_COUNTING):
                link = replace(link, said=replace(item, timex=replace(item.timex, first_day=None, last_day=None, reason="")))
            else:
                link = None if noun is None else TimeLink(item, noun, 0.6)  # "offered talks on 2 January"
        if link is not None:
            link = _on_its_side(link, nodes, quoted)
            links.setdefault(link.node, []).append(replace(link, said=relation_of(doc, link)))
    for link in when_links(nodes, said):
        links.setdefault(link.node, []).append(link)
    return links


def _on_its_side(link: TimeLink, nodes: Mapping[int, Node], quoted: Set[int]) -> TimeLink:
    """Return the link, moved out of a quotation if the expression stands outside: ""They laughed," she said [on Monday]"."""
    first = link.said.first_word
    if link.node not in quoted or first in quoted:
        return link
    start = link.said.span.sent.start
    outside = [i for i in nodes if start <= i < first and i not in quoted and not nodes[i].is_noun]
    return replace(link, node=outside[-1], certain=0.8) if outside and outside[-1] > link.node else link


def lengths_apart(doc: Doc, nodes: dict[int, Node], said: Sequence[Said], counts: Sequence[Count]) -> frozenset[int]:
    """Return the nodes that lie a length before or after something that is no event: "arrested [four days] after the wreck".

    Or within a length of what was told before: "fell ill within [ten days]".
    """
    counted = {doc[count.other].sent.start for count in counts}
    said = [item for item in said if item.span.sent.start not in counted]
    lengths = [item for item in said if item.timex.type == "DURATION" and item.timex.first_day is None]
    apart = [item for item in lengths if not item.kind and item.span.end < len(doc) and doc[item.span.end].lower_ in _SIDES]
    apart += [item for item in lengths if item.kind == "within" and (length := length_of(item.timex)) and not length.within_a_day]
    found = [_clause_of(item, nodes) for item in apart]
    return frozenset(i for i in found if i is not None and nodes[i].time.looks_back)


def _clause_of(item: Said, nodes: Mapping[int, Node]) -> int | None:
    word = item.span.root
    while word.head.i != word.i:
        word = word.head
        if word.i in nodes and not nodes[word.i].is_noun:
            return int(word.i)
    return None


def pointed_day(links: Sequence[TimeLink], said: Sequence[Said]) -> Day | None:
    """Return the last day told before a length that is counted from it in so many words: "within 20 days [of that]"."""
    span = links[0].said.span
    if len(links) > 1 or links[0].said.kind != "within" or span.doc[span.end : span.end + 2].text.lower() not in _POINTING:
        return None
    days = [item.timex.last_day for item in said if item.span.end < span.end and item.timex.type in ("DATE", "TIME")]
    return next((day for day in reversed(days) if day is not None), None)

"""The lead's event told again with its day: "A court has jailed a mayor. ... He was sentenced on Thursday"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.day import Day
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.share import is_point, same_time
from pipeline.events.anchor.words import act_of, acts
from pipeline.events.trigger import Dating

_RECENT_DAYS = 7  # farther back is another event of the kind
_MAIN = ("ROOT", "conj", "ccomp", "parataxis")


def told_again(node: Node, later: Sequence[Node], datings: Mapping[int, Dating], dct: Day | None) -> Dating | None:
    """Return the day of the next telling of the node's act that has one of its own, or None.

    `later` are the nodes of the sentences behind the lead, in the order of the text. Only plain past clauses count, since a plan for
    the same act is another event.
    """
    if dct is None or not node.time.looks_back or node.time.negated:
        return None
    for other in later:
        dating = datings.get(other.token.i)
        if dating is None or other.time.tense != "past" or other.time.negated or other.token.dep_ not in _MAIN:
            continue
        if _same_act(node, other) and _is_recent_day(dating, dct):
            return same_time(dating, event_words(other), 0.8)
    return None


def _same_act(left: Node, right: Node) -> bool:
    one, two = left.token.lemma_, right.token.lemma_
    return act_of(one) == act_of(two) or bool(acts(one) & acts(two))


def _is_recent_day(dating: Dating, dct: Day) -> bool:
    if dating.basis not in ("explicit", "relative") or not is_point(dating) or dating.first_day is None:
        return False
    return dating.first_day == dating.last_day and 0 <= dct.ordinal - dating.first_day.ordinal <= _RECENT_DAYS

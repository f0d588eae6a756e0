"""The lead's event told again with its day: "A court has jailed a mayor. ... He was sentenced on Thursday"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.day import Day
from pipeline.events.anchor.nodes import Node, is_main_clause
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.share import is_point, same_time
from pipeline.events.anchor.words import act_of, acts
from pipeline.events.trigger import Dating

_RECENT_DAYS = 7  # farther back is another event of the kind
LEAD_SENTENCES = 3
NEAR_SENTENCES = 8  # in which the lead's act is told again
_MAIN = ("ROOT", "conj", "ccomp", "parataxis")


def lead_days(near: Sequence[Node], sentence_of: Sequence[int], datings: Mapping[int, Dating], dct: Day | None) -> dict[int, Dating]:
    """Return the days of the lead's news that the sentences behind it tell again, by token index.

    `near` are the nodes of the article's first sentences behind the headline, in the order of the text.
    """
    found: dict[int, Dating] = {}
    first = sentence_of[near[0].token.i] if near else 0
    for node in near:
        place = sentence_of[node.token.i]
        own = datings.get(node.token.i)
        if own is None or own.basis != "publication" or place >= first + LEAD_SENTENCES or not is_main_clause(node.token):
            continue
        again = told_again(node, [other for other in near if sentence_of[other.token.i] > place], datings, dct)
        if again is not None:
            found[node.token.i] = again
    return found


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

"""The headline's date: that of the lead, which tells the same event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.day import Day
from pipeline.events.anchor.lead import LEAD_SENTENCES
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.share import is_point, same_time
from pipeline.events.anchor.story import published
from pipeline.events.anchor.words import noun_verbs
from pipeline.events.trigger import Dating


def headline_days(
    heads: Sequence[Node], near: Sequence[Node], sentence_of: Sequence[int], datings: Mapping[int, Dating], dct: Day | None
) -> dict[int, Dating]:
    """Return the dates of the headline's undated nodes `heads` by token index; `near` are the nodes of the sentences behind it."""
    first = sentence_of[near[0].token.i] if near else 0
    lead = {
        node.token.i: (node, datings[node.token.i])
        for node in near
        if sentence_of[node.token.i] < first + LEAD_SENTENCES and node.token.i in datings
    }
    found = {node.token.i: headline_time(node, lead, dct) for node in heads}
    return {i: dating for i, dating in found.items() if dating is not None}


def headline_time(node: Node, body: Mapping[int, tuple[Node, Dating]], dct: Day | None) -> Dating | None:
    """Return the headline's date from the lead: the same act first, else the lead's main event; else the publication day."""
    verbs = noun_verbs()
    act = verbs.get(node.token.lemma_, node.token.lemma_)
    if node.time.tense in ("modal", "would", "infinitive", "future"):
        return None
    pairs = list(body.values())
    same_act = [pair for pair in pairs if verbs.get(pair[0].token.lemma_, pair[0].token.lemma_) == act and is_point(pair[1])]
    main = [pair for pair in pairs if is_point(pair[1]) and not pair[0].is_noun and pair[0].time.looks_back]
    if not same_act and not _is_told_in_headline(node):
        return None
    for donor, dating in [*same_act[:1], *main[:1]]:
        if dating.basis == "publication":
            return replace(dating, reason=dating.reason)
        return same_time(dating, event_words(donor), 0.9 if same_act else 0.75)
    return published(dct, 0.4) if dct and not node.is_noun else None


def _is_told_in_headline(node: Node) -> bool:
    """Whether a word of the headline tells its news: a main verb or what takes part in it, not "Mayor jailed for [bribery]"."""
    if any(word.dep_ == "acl:relcl" for word in (node.token, *node.token.ancestors)):
        return False  # "Poet who survived siege wins prize"
    if node.is_noun:
        return not node.path or not node.path[0].startswith(("obl", "nmod", "advcl"))
    above = node.token.head
    if node.token.dep_ == "acl" and (above.dep_ not in ("ROOT", "dep") or above.pos_ == "VERB"):
        return False  # "Court frees man jailed for murder"
    return node.token.dep_ in ("ROOT", "conj", "parataxis", "ccomp", "xcomp", "acl", "dep") or not node.path

"""Repairs of words that a hyphen parts from their prefix."""

from __future__ import annotations

from pipeline.language.data_files import read_words
from pipeline.language.tree_view import TreeView

_VERBS = ("VB", "VBD", "VBN", "VBG", "VBZ", "VBP")


def prefix_before_its_verb(view: TreeView) -> None:
    """A prefix taken for the verb that it stands before: "was re-elected", "co-founded the firm", "agreed to re-open it".

    Not "the co-owner left": what follows is no verb.
    """
    for prefix in view.places():
        verb = prefix + 2
        if view.low(prefix) not in read_words("en/repairs/verb_prefixes.txt") or view.low(prefix + 1) != "-" or verb >= view.end:
            continue
        if view.tag[verb] not in _VERBS or (view.head[prefix] == verb and not view.kids(prefix)):
            continue
        if view.head[verb] == prefix:
            above, label = view.head[prefix], view.dep[prefix]
            view.head[verb], view.dep[verb] = (verb if above == prefix else above), label
        for child in view.kids(prefix):
            if child != verb:
                view.head[child] = verb
        view.head[prefix], view.dep[prefix] = verb, "compound"
        view.pos[verb], view.event[verb] = "VERB", view.event[verb] or view.event[prefix]
        view.pos[prefix], view.tag[prefix], view.event[prefix] = "X", "AFX", ""
        view.gather()


def prefix_before_its_noun(view: TreeView) -> None:
    """A prefix hung where its noun hangs is a part of it: "swamped by | pre-orders", "sold its | sub-units".

    Not "the co and the owner": no hyphen ties them.
    """
    for prefix in view.places():
        noun = prefix + 2
        if view.low(prefix) not in read_words("en/repairs/verb_prefixes.txt") or view.low(prefix + 1) != "-" or noun >= view.end:
            continue
        if view.pos[noun] == "NOUN" and view.head[prefix] == view.head[noun] and view.head[noun] not in (prefix, noun):
            view.hang(prefix, noun, "compound")

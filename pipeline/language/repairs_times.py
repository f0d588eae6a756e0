"""Repairs of arcs around words of time."""

from __future__ import annotations

from pipeline.language.tree_view import SUBJECT, TreeView

_AFTER = frozenset(("after", "before"))


def time_after_a_relative_clause(view: TreeView) -> None:
    """A time between a relative clause and the main verb is the clause's: "the plane that crashed there [last winter] had been warned".

    Not "the plane that crashed, on Monday had ...": a comma parts them.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] not in ("obl:unmarked", "obl") or verb <= i or view.pos[i] not in ("NOUN", "PROPN", "NUM"):
            continue
        left, behind = view.left_edge(i), view.right_edge(i) + 1
        if behind >= view.end or (behind != verb and view.head[behind] != verb):
            continue
        if behind != verb and view.dep[behind] not in ("aux", "aux:pass", "cop", "advmod"):
            continue
        for other in view.places():
            inside = (
                view.dep[other] in ("acl:relcl", "acl") and other < i and view.pos[other] == "VERB" and view.right_edge(other) == left - 1
            )
            if inside and any(other in view.subtree(subject) for subject in view.kids(verb, *SUBJECT)):
                view.hang(i, other, view.dep[i])
                break


def clause_behind_a_count(view: TreeView) -> None:
    """A clause behind "a day after" taken for a noun: "dug on Sunday, a day after a quake killed 94": the quake killed.

    Not "dug on Sunday, a day after the quake; it killed 94": a mark stands between.
    """
    for noun in view.places():
        case = next((k for k in view.kids(noun, "case") if view.low(k) in _AFTER), -1)
        unit, verb = case - 1, view.right_edge(noun) + 1
        verb += view.low(verb) == "," and bool(view.kids(noun, "appos"))  # "a day after Vik, its rival, closed"
        if view.dep[noun] not in ("nmod", "obl") or unit <= view.first or verb >= view.end or view.pos[unit] != "NOUN":
            continue
        if view.tag[verb] not in ("VBD", "VBZ") or view.kids(verb, *SUBJECT, "aux") or view.head[noun] not in (unit, verb, view.head[verb]):
            continue
        above = view.head[verb]
        if above == verb or above > unit or view.head[unit] not in (verb, above):
            continue
        view.hang(noun, verb, "nsubj")
        view.hang(case, verb, "mark")
        view.hang(unit, verb, "obl:unmarked")
        view.dep[verb] = "advcl"
        view.gather()

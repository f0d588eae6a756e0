"""Repairs of arcs around words of time."""

from __future__ import annotations

from functools import cache

from pipeline.language.data_files import read_table, read_words
from pipeline.language.tree_view import FINITE, SUBJECT, TreeView

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


def unit_behind_an_object(view: TreeView) -> None:
    """A unit of time that swallowed the object before it: "declared a national emergency | hours after the announcement".

    Not "after two rush hours before noon": there the noun belongs to the hours.
    """
    units = read_words("en/events/units_of_time.txt")
    for i in view.places():
        noun, verb = i - 1, view.head[i]
        if view.low(i) not in units or view.low(i + 1) not in ("after", "before") or view.dep[i] != "obl:unmarked":
            continue
        if (
            view.head[noun] != i
            or view.dep[noun] != "compound"
            or view.pos[verb] != "VERB"
            or view.kids(verb, "obj")
            or view.kids(i, "nummod")
        ):
            continue
        below = [k for k in view.kids(i) if k < noun]
        view.hang(noun, verb, "obj")
        for k in below:
            view.hang(k, noun, view.dep[k])


def subject_behind_as(view: TreeView) -> None:
    """The subject of a clause taken for a phrase: "cancelled flights as a cloud of ash | drifted across Europe" (the cloud drifted).

    Not "worked as a guide and drifted": there the verb is joined.
    """
    for i in view.places():
        verb = view.right_edge(i) + 1
        cases = view.kids(i, "case")
        if view.dep[i] != "obl" or len(cases) != 1 or view.low(cases[0]) not in ("as", "after", "before", "until") or verb >= view.end:
            continue
        if view.dep[verb] == "advcl" and view.head[verb] == view.head[i] and view.tag[verb] in FINITE and not view.kids(verb, *SUBJECT):
            view.hang(i, verb, "nsubj")
            view.hang(cases[0], verb, "mark")


def month_of_what_is_promised(view: TreeView) -> None:
    """A month behind an infinitive hung on the verb before it: "threatened to strike [in September]": they will strike then.

    Not "threatened in May to strike": it stands before the infinitive.
    """
    months = _months()
    for i in view.places():
        verb = view.head[i]
        if (
            view.dep[i] not in ("obl", "obl:unmarked")
            or view.low(i) not in months
            or verb >= i
            or view.tag[verb] not in ("VBD", "VBN", "VBZ")
        ):
            continue
        behind = view.left_edge(i) - 1
        act = next((k for k in view.kids(verb, "xcomp") if verb < k < i and view.right_edge(k) == behind and view.tag[k] == "VB"), -1)
        if act >= 0 and any(view.low(k) == "to" for k in view.kids(act, "mark", "aux")):
            view.hang(i, act, view.dep[i])


@cache
def _months() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in read_table("en/timex/months.csv", "word", "month"))


def phrase_of_an_aside(view: TreeView) -> None:
    """A phrase that closes an aside hung on the verb behind it: "Castell, leader [since May], told them": she has led since May.

    Not "Castell, the leader, in May told them": a comma parts it from the aside.
    """
    for i in view.places():
        verb = view.head[i]
        first, behind = view.left_edge(i), view.right_edge(i) + 1
        if view.dep[i] not in ("obl", "obl:unmarked") or verb <= behind or view.low(behind) != "," or not view.kids(i, "case"):
            continue
        noun = first - 1
        if noun < view.first or view.pos[noun] not in ("NOUN", "PROPN"):
            continue
        while view.dep[noun] in ("compound", "flat", "nmod") and view.head[noun] != noun and view.head[noun] < first:
            noun = view.head[noun]
        if (
            view.dep[noun] == "appos"
            and view.head[noun] < noun
            and view.dep[view.head[noun]] in SUBJECT
            and view.head[view.head[noun]] == verb
        ):
            view.hang(i, noun, "nmod")

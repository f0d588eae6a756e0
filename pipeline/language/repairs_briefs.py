"""Repairs of headlines and briefs: a label before a colon, a participle behind its bare subject, an event word taken for a verb."""

from __future__ import annotations

from pipeline.language.data_files import read_words
from pipeline.language.tree_view import HELPERS, SUBJECT, TreeView

_LABEL = 3  # words that a label before a colon may have


def label_before_a_colon(view: TreeView) -> None:
    """A name before a colon at the head of a brief is its label: "Kenya: At least 14 people were killed".

    Not "Officials named two: Lind and Voss": what stands before the colon holds a verb; nor "Kenya: a history" without any.
    """
    colon = next((i for i in range(view.first + 1, min(view.first + 1 + _LABEL, view.end)) if view.low(i) == ":"), -1)
    if colon < 0 or any(view.pos[i] != "PROPN" for i in range(view.first, colon)):
        return
    label = next(i for i in range(view.first, colon) if view.head[i] == i or not view.first <= view.head[i] < colon)
    mayor = next((k for k in view.kids(label, "appos") if k > colon), -1)
    verb = next((i for i in view.places() if i > colon and _is_clause_of(view, i, label, mayor)), -1)
    if verb < 0:
        return
    above = view.head[label]
    if mayor >= 0 and above > mayor and (view.dep[label] in SUBJECT or not view.kids(above, *SUBJECT)):
        passive = view.subject_label(above)
        view.hang(mayor, above, view.dep[label] if view.dep[label] in SUBJECT else passive)
    if view.head[label] == label:
        for k in view.kids(label):
            if k > colon and k != verb:
                view.head[k] = verb
        view.head[verb], view.dep[verb] = verb, "ROOT"
        if view.tag[verb] == "VBN" and not view.kids(verb, *HELPERS):
            view.tag[verb] = "VBD"
        view.gather()
    for k in view.kids(verb, "appos"):
        if colon < k < verb:
            view.dep[k] = "nsubj"  # "Sweden: Ikea agreed to pay"
    view.hang(label, verb if view.dep[label] not in SUBJECT else view.head[label], "discourse")


def _is_clause_of(view: TreeView, i: int, label: int, mayor: int) -> bool:
    """Whether the word is the verb of what stands behind the colon."""
    own = [k for k in view.kids(i, *SUBJECT, "appos") if k != label and k < i]
    lent = view.head[label] == i and label < mayor < i
    near = view.head[i] in (i, label) and view.dep[i] in ("ROOT", "parataxis", "acl:relcl", "appos", "acl", "ccomp")
    return view.pos[i] == "VERB" and near and bool(own or lent)


def number_before_its_participle(view: TreeView) -> None:
    """A bare number before a participle is its subject: "agree ceasefire after 27 killed".

    Not "in 2019 killed": there a preposition stands before the number.
    """
    for i in view.places():
        number = i - 1
        if view.tag[i] != "VBN" or view.kids(i, *SUBJECT, *HELPERS) or number < view.first or view.tag[number] != "CD":
            continue
        if view.head[number] == i and view.dep[number] in ("obl", "obl:unmarked", "nummod", "compound") and not view.kids(number, "case"):
            view.dep[number], view.pos[number] = "nsubj:pass", "NUM"


def headline_of_a_person(view: TreeView) -> None:
    """A headline's participle hung inside its subject: "Mother of missing toddler | charged with murder" (the mother is charged).

    Not "Photos of man accused of murder": photographs are not charged.
    """
    root = view.root()
    if root < 0 or view.low(view.end - 1) in (".", "?", "!", ":") or view.pos[root] != "NOUN":
        return
    if view.low(root) not in read_words("en/repairs/people_of_headlines.txt") or view.kids(root, "acl", "acl:relcl", *SUBJECT):
        return
    forms = read_words("en/repairs/needs_an_object.txt")
    for inner in view.kids(root, "nmod"):
        for i in view.kids(inner, "acl"):
            if inner > root and i > inner and view.tag[i] == "VBN" and view.low(i) in forms:
                view.crown(i, root, [])
                view.dep[root] = "nsubj:pass"
                return


def event_word_in_ing(view: TreeView) -> None:
    """An event noun in -ing taken for a verb behind its noun: "held over Denver school | shooting".

    Not "held over school funding cuts": there another noun follows.
    """
    nouns = read_words("en/repairs/ing_nouns.txt")
    for i in view.places():
        before = i - 1
        if view.low(i) not in nouns or view.dep[i] not in ("advcl", "acl", "xcomp") or view.kids(i) or view.low(before) == "":
            continue
        if (
            view.pos[before] not in ("NOUN", "PROPN")
            or not view.kids(before, "case")
            or view.pos[min(i + 1, view.end - 1)] in ("NOUN", "DET")
        ):
            continue
        head, dep = view.head[before], view.dep[before]
        below = view.kids(before)
        view.tag[i], view.pos[i], view.head[i], view.dep[i] = "NN", "NOUN", head, dep
        for k in below:
            if view.dep[k] in ("case", "det"):
                view.head[k] = i
        view.head[before], view.dep[before] = i, "compound"
        view.gather()


def money_behind_its_verb(view: TreeView) -> None:
    """A sum of money taken for a part of the verb before it is its object: "carriers were losing | $200 million a day".

    Not "shares rose $2": it is the object already.
    """
    for i in view.places():
        verb = view.head[i]
        if view.tag[i] == "$" and view.dep[i] in ("compound", "nummod") and verb == i - 1 and view.pos[verb] == "VERB":
            view.dep[i] = "obj"

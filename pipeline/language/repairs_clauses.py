"""Repairs of clauses: a subject hung on the verb before it, a participle taken for a past tense of its own."""

from __future__ import annotations

from pipeline.language.data_files import read_words
from pipeline.language.tree_view import FINITE, HELPERS, NOUNS, SUBJECT, TreeView

_STOPS = (",", ";", ":", "—", "–")


def stranded_subject(view: TreeView) -> None:
    """A subject hung on the clause before it: "Oslo sent one; Bern, which had none, | intends to wait" (Bern intends).

    Not "What mattered, the minister said, was the price": there the noun stands before both verbs it could belong to.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] not in SUBJECT or view.pos[i] not in NOUNS or verb >= i:
            continue
        edge = view.left_edge(i)
        if not {view.low(edge - 1), view.low(edge)} & {*_STOPS, "and", "but"}:
            continue
        own = next((k for k in view.kids(verb, *SUBJECT) if k < verb), None)
        owner = next((k for k in view.kids(verb, "parataxis", "conj", "ccomp", "advcl") if k > view.right_edge(i)), None)
        if own is None or owner is None or view.kids(owner, *SUBJECT) or not view.is_finite(owner):
            continue
        if any(view.pos[k] == "VERB" for k in range(view.right_edge(i) + 1, owner)):
            continue
        view.hang(i, owner, "nsubj")


def number_behind_its_verb(view: TreeView) -> None:
    """A number behind the verb hung on the subject before it: "A 7.9 magnitude quake killed nearly 90,000 in Sichuan" (its object).

    Not "The quake of 2008 killed many": that number stands before the verb.
    """
    for i in view.places():
        noun = view.head[i]
        if view.dep[i] != "nummod" or view.pos[i] != "NUM" or noun >= i:
            continue
        if view.pos[noun] == "VERB" and not view.kids(noun, "obj", "ccomp", "xcomp"):
            view.dep[i] = "obj"  # "kills at least 23"
            continue
        for verb in range(noun + 1, i):
            subjects = view.kids(verb, "nsubj")
            own = view.pos[verb] == "VERB" and not view.kids(verb, "obj", "ccomp", "xcomp")
            if own and any(k < verb and noun in set(view.subtree(k)) for k in subjects) and view.left_edge(i) <= verb + 3:
                for k in range(verb + 1, i):
                    if view.head[k] == verb and view.dep[k] == "advmod" and k == i - 1:
                        view.hang(k, i, "advmod")
                view.hang(i, verb, "obj")
                break


def name_behind_an_opening(view: TreeView) -> None:
    """A name between an opening phrase and its verb hung on that phrase: "In the first game of Group G, Belgium | faced Panama".

    Not "In Leeds, England, it rained": the verb has a subject.
    """
    for i in view.places():
        if view.pos[i] != "PROPN" or view.dep[i] not in ("appos", "flat", "conj", "nmod:unmarked") or view.kids(i, "case", "cc"):
            continue
        last, edge = view.right_edge(i), view.left_edge(i)
        first = next((k for k in range(last + 1, min(last + 4, view.end)) if view.tag[k] in FINITE), -1)
        verb = view.head[first] if first >= 0 and view.dep[first].startswith("aux") else first
        if first != last + 1 or view.pos[verb] != "VERB" or view.kids(verb, *SUBJECT, "expl"):
            continue
        opening = next((k for k in view.kids(verb, "obl", "advcl") if k < edge and view.left_edge(k) == view.first), -1)
        if opening >= 0 and i in set(view.subtree(opening)) and "," in (view.low(edge), view.low(edge - 1)):
            view.hang(i, verb, "nsubj")


def sayer_in_the_middle(view: TreeView) -> None:
    """Who says it taken for a second subject: "Lind and her staff, the report | said, shipped papers" (the report said).

    Not "Lind said the report shipped papers": there the verb of saying has its subject.
    """
    for said in view.places():
        if view.event[said] != "REPORTING" or view.low(said + 1) != "," or view.kids(said, *SUBJECT):
            continue
        for clause in view.kids(said, "ccomp", "parataxis"):
            subjects = [k for k in view.kids(clause, "nsubj") if k < said < clause]
            if len(subjects) > 1 and view.right_edge(subjects[-1]) == said - 1:
                view.hang(subjects[-1], said, "nsubj")


def object_taken_for_subject(view: TreeView) -> None:
    """A second subject right behind the verb, before an infinitive, is its object: "Sources expect Japan to update its rules".

    Not "So said the minister": the verb has no subject before it.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] != "nsubj" or view.pos[i] not in NOUNS or verb >= i or view.left_edge(i) != verb + 1 or view.kids(verb, "obj"):
            continue
        infinitive = any(
            view.low(view.right_edge(i) + 1) == "to" and k > i and view.tag[k] == "VB" for k in view.kids(verb, "xcomp", "ccomp")
        )
        if infinitive and any(k < verb for k in view.kids(verb, "nsubj")):
            view.hang(i, verb, "obj")


def participle_for_the_verb(view: TreeView) -> None:
    """A participle between a noun and its verb taken for a verb: "A levee [promised in May] was never built", "The sum, [paid], was".

    Not "Engineers promised a levee was built": there the subject of "was built" stands behind "promised".
    """
    for i in view.places():
        if view.tag[i] not in ("VBD", "VBN") or view.kids(i, *HELPERS, "obj", "mark", "expl"):
            continue
        found = _verb_behind(view, i)
        if found is None:
            continue
        subject, verb = found
        if view.head[verb] == i:
            above, dep = view.head[i], view.dep[i]
            view.head[verb], view.dep[verb] = (verb if above == i else above), dep
            for k in view.kids(i):
                if k > verb:
                    view.head[k] = verb
        view.tag[i], view.head[subject], view.dep[subject] = "VBN", verb, view.subject_label(verb)
        view.gather()
        view.hang(i, subject, "acl")


def _verb_behind(view: TreeView, i: int) -> tuple[int, int] | None:
    """Return the subject before the participle and the finite verb behind it that it is the subject of."""
    own = view.kids(i, *SUBJECT)
    below = [k for k in view.kids(i, "ccomp") if k > i and not view.kids(k, "mark") and view.is_finite(k)]
    for verb in below:
        subject = next((k for k in view.kids(verb, *SUBJECT) if k < i), None)
        if not own and subject is not None and view.right_edge(subject) < i and _plain_gap(view, view.right_edge(subject), i):
            return subject, verb
    beside = [k for k in view.kids(view.head[i], "parataxis", "conj") if k > i] if view.dep[i] in ("parataxis", "ROOT") else []
    for verb in beside:
        first = min([verb, *view.kids(verb, *HELPERS)])
        bracketed = len(own) == 1 and own[0] < i and view.low(i - 1) == "," and view.low(first - 1) == ","
        if bracketed and not view.kids(verb, *SUBJECT, "cc", "mark") and view.is_finite(verb):
            return own[0], verb
    return None


def _plain_gap(view: TreeView, left: int, right: int) -> bool:
    return all(view.low(k) == "," for k in range(left + 1, right))


def relative_of_a_verb(view: TreeView) -> None:
    """A clause hung on a verb as if it were its relative clause: "The dam broke, officials said" is what they said.

    Not "officials said the dam that broke was old": it hangs on a noun.
    """
    for i in view.places():
        head = view.head[i]
        if view.dep[i] != "acl:relcl" or view.pos[head] != "VERB" or not view.kids(i, *SUBJECT):
            continue
        view.dep[i] = "ccomp" if head > i else "parataxis"


def joined_to_a_passive(view: TreeView) -> None:
    """A past form without an object joined to a passive: "was arrested in Chile and extradited to Peru" (she was extradited).

    Not "was arrested and escaped": one can escape without an object.
    """
    forms = read_words("en/repairs/needs_an_object.txt")
    for i in view.places():
        head = view.head[i]
        if view.dep[i] != "conj" or view.tag[i] != "VBD" or view.low(i) not in forms or view.tag[head] != "VBN":
            continue
        first = head
        while view.dep[first] in ("conj", "advcl") and view.tag[view.head[first]] == "VBN" and not view.kids(first, *HELPERS, "mark"):
            first = view.head[first]  # "was fired, arrested in May and freed"
        if view.kids(first, "aux:pass") and not view.kids(i, *SUBJECT, *HELPERS, "obj", "iobj", "ccomp", "xcomp"):
            view.tag[i] = "VBN"


def headline_passive(view: TreeView) -> None:
    """A headline's past form that needs an object and has none is a passive: "13 coal miners trapped in West Virginia mine".

    So is one before "by" or before what is asked: "Apple swamped by pre-orders", "Museum ordered to return painting".
    Not "Police arrested three men in Leeds": it has its object.
    """
    forms, told = read_words("en/repairs/needs_an_object.txt"), read_words("en/repairs/told_to_do.txt")
    if view.low(view.end - 1) in (".", "?", "!", "”", '"', ":"):
        return
    for i in view.places():
        subjects = view.kids(i, "nsubj", "nsubj:pass")
        asked = view.low(i) in told and view.low(i + 1) == "to" and bool(view.kids(i, "xcomp"))
        by = any(view.low(c) == "by" for k in view.kids(i, "obl", "obl:agent") if not view.kids(k, "nummod") for c in view.kids(k, "case"))
        needs = asked or view.low(i) in forms or (by and view.low(i).endswith("ed"))
        if view.head[i] != i or view.tag[i] not in ("VBD", "VBN") or not needs or len(subjects) != 1 or subjects[0] > i:
            continue
        if not view.kids(i, *HELPERS, "obj", "iobj", "ccomp", *(() if asked else ("xcomp",))):
            view.tag[i], view.dep[subjects[0]] = "VBN", "nsubj:pass"


def clause_behind_its_saying(view: TreeView) -> None:
    """A clause hung on the noun before a participle of saying: "a statement alleging | officials abused their rights" (it is alleged).

    Not "a statement alleging fraud that officials committed": there the clause is relative.
    """
    for i in view.places():
        if view.dep[i] != "acl" or view.tag[i] not in ("VBD", "VBZ", "MD") or not [k for k in view.kids(i, *SUBJECT) if k < i]:
            continue
        before = view.left_edge(i) - 1
        says = view.low(before) and view.tag[before] == "VBG" and view.dep[before] == "acl" and view.head[before] == view.head[i]
        if says and not view.kids(before, "obj", "ccomp"):
            view.hang(i, before, "ccomp")

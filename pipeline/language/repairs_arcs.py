"""Repairs of arcs: a word hung on the wrong one, given away by the order of the words."""

from __future__ import annotations

from pipeline.language.data_files import read_table, read_words
from pipeline.language.tree_view import NOUNS, SUBJECT, TreeView

_GRANTING = ("have", "has", "had", "give", "gives", "gave", "given")
_CLAUSE = ("parataxis", "ccomp", "nsubj", "dep", "advcl", "csubj")


def scheduling_root(view: TreeView) -> None:
    """A participle behind its noun taken for the sentence's main verb: "The prefect cancelled a trip planned for May".

    Not "The trip, he said, was planned for May": there it has its auxiliary.
    """
    for i in view.places():
        if view.head[i] != i or view.tag[i] not in ("VBN", "VBD") or view.kids(i, *SUBJECT, "aux", "aux:pass", "cop", "mark", "expl"):
            continue
        before = [k for k in view.kids(i, *_CLAUSE) if k < i and view.tag[k] in ("VBD", "VBZ", "VBP") and view.kids(k, "nsubj")]
        if len(before) != 1 or view.right_edge(before[0]) != i - 1 or view.pos[i - 1] not in NOUNS:
            continue
        verb = before[0]
        noun = i - 1
        while view.dep[noun] in ("nmod", "flat", "compound", "nmod:poss") and view.head[noun] != noun:
            noun = view.head[noun]
        view.hang(verb, verb, "ROOT")
        for k in view.kids(i):
            if k < verb or (view.dep[k] == "punct" and k > i):
                view.hang(k, verb, view.dep[k])
        view.hang(i, noun, "acl")
        return


def due_to_do(view: TreeView) -> None:
    """ "Due to" before a base form is no preposition: "The strike is due to begin on Monday".

    Not "closed due to snow": what follows is a noun.
    """
    for due in view.places():
        verb = view.head[due]
        to = due + 1
        if view.low(due) != "due" or view.dep[due] not in ("case", "advmod", "mark") or view.low(to) != "to":
            continue
        if view.tag[verb] != "VB" or verb < to:
            continue
        above, dep = view.head[verb], view.dep[verb]
        moved = [k for k in view.kids(verb) if k < due]
        view.head[due], view.dep[due] = (due if above == verb else above), dep
        view.head[verb], view.dep[verb] = due, "xcomp"
        view.head[to], view.dep[to] = verb, "mark"
        for k in moved:
            view.head[k] = due
            view.dep[k] = "nsubj" if view.dep[k].startswith("nsubj") else view.dep[k]
        view.pos[due], view.tag[due] = "ADJ", "JJ"
        view.gather()


def headline_infinitive(view: TreeView) -> None:
    """A headline's "NAME to do" is a clause: "Ford to build battery plant in Kent".

    Not "Plan to build battery plant": the plan governs the infinitive; not "The first to build one.", a sentence.
    """
    governing = {row["noun"] for row in read_table("en/events/status_nouns.csv", "noun")}
    root = view.root()
    if root < 0 or view.pos[root] not in ("NOUN", "PROPN") or view.low(view.end - 1) in (".", "?", "!", "”", '"', ":"):
        return
    if view.low(root) in governing or view.kids(root, "det", "cop", *SUBJECT, "advmod") or view.left_edge(root) != view.first:
        return
    for verb in view.kids(root, "acl", "xcomp", "advcl"):
        to = next((k for k in view.kids(verb, "mark") if view.low(k) == "to"), -1)
        if to < root or view.tag[verb] != "VB" or not view.event[verb]:
            continue
        if any(
            root < k < to and view.dep[k] != "punct" and view.dep[k] not in ("nmod", "flat", "conj", "cc", "appos") for k in view.kids(root)
        ):
            continue
        view.crown(verb, root, [k for k in view.kids(root) if k > verb])
        return


def act_behind_its_limit(view: TreeView) -> None:
    """An infinitive hung on the limit before it: "has until Friday to reply", "were given until May to leave".

    Not "waited until the chance to reply came": that is no verb of granting.
    """
    for i in view.places():
        limit = view.head[i]
        if view.dep[i] == "obl" and view.tag[i] == "VB" and view.low(limit) in _GRANTING and view.low(i - 1) == "to":
            view.dep[i], view.pos[i] = "advcl", "VERB"
        if view.dep[i] != "acl" or view.tag[i] != "VB" or limit >= i or not view.dep[limit].startswith("obl"):
            continue
        verb = view.head[limit]
        until = any(view.low(k) in ("until", "till", "by") for k in view.kids(limit, "case"))
        if until and view.low(verb) in _GRANTING and any(view.low(k) == "to" for k in view.kids(i, "mark")):
            view.hang(i, verb, "advcl")


def said_in_the_middle(view: TreeView) -> None:
    """A subject parted from its verb by who said it: "The bridge, Anna Berg said, collapsed": the bridge collapsed.

    Not "The mayor, Anna Berg, said it collapsed": a comma stands before "said".
    """
    for said in view.places():
        if view.event[said] != "REPORTING" or view.low(said + 1) != "," or view.low(said - 1) in (",", ""):
            continue
        clause = next((k for k in view.kids(said, "ccomp", "parataxis") if k > said), None)
        if clause is None:
            continue
        subject = next(iter([*view.kids(clause, "nsubj", "nsubj:pass"), *view.kids(said, "nsubj")]), None)
        if subject is None or subject > said:
            continue
        sayer = next((k for k in view.kids(subject, "appos", "acl:relcl", "conj") if k > subject and view.right_edge(k) == said - 1), None)
        if (
            sayer is None
            or view.pos[sayer] not in NOUNS
            or "," not in (view.low(view.left_edge(sayer)), view.low(view.left_edge(sayer) - 1))
        ):
            continue
        view.hang(sayer, said, "nsubj")
        if view.head[subject] == said:
            view.hang(subject, clause, "nsubj")


def words_before_their_verb(view: TreeView) -> None:
    """An adverbial between a subject and its verb hung on another verb: "The agency said the court [on Monday] rejected the appeal".

    Not "The court that sat on Monday rejected": its verb lies between as well.
    """
    for i in view.places():
        head = view.head[i]
        if view.dep[i] not in ("obl", "obl:unmarked", "advmod") or head == i:
            continue
        for verb in view.places():
            subject = next((k for k in view.kids(verb, "nsubj", "nsubj:pass") if k < i < verb), None)
            if subject is not None and not subject <= head <= verb and view.right_edge(subject) < i:
                view.hang(i, verb, view.dep[i])
                break


def absolute_clause(view: TreeView) -> None:
    """A clause behind "with NAME" hung on a noun before it: "reacted to the decision with Anna Berg rejecting it": she rejects.

    Not "reacted to the decision rejecting it": no name between.
    """
    for i in view.places():
        noun = view.head[i]
        if view.dep[i] != "acl" or view.tag[i] not in ("VBG", "VBN") or noun >= i:
            continue
        for other in view.places():
            inside = noun < other < i and view.head[other] < noun and view.pos[other] in ("NOUN", "PROPN")
            opened = any(view.low(k) == "with" for k in view.kids(other, "case", "mark"))
            if inside and opened and view.dep[other].startswith(("obl", "nmod")):
                view.hang(i, other, "acl")
                break


def object_before_infinitive(view: TreeView) -> None:
    """The one who is asked hung on what is asked: "Turkey asked Sweden to extradite two men".

    Not "To extradite them Sweden asked ...": nothing governs from the left.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] not in ("obj", "nsubj") or verb <= i or view.pos[i] not in NOUNS:
            continue
        to = next((k for k in view.kids(verb, "mark", "aux") if view.low(k) == "to"), None)
        above = view.head[verb]
        if (
            to is None
            or above >= i
            or view.right_edge(i) != to - 1
            or view.dep[verb] not in ("xcomp", "ccomp", "advcl")
            or view.pos[above] != "VERB"
        ):
            continue
        if view.kids(above, "obj") or any(view.low(k) == "for" for k in view.kids(verb, "mark")):
            continue
        view.hang(i, above, "obj")
        view.hang(verb, above, "xcomp")


def state_of_the_object(view: TreeView) -> None:
    """An adjective behind the object taken for its attribute: "leaving five people dead".

    Not "leaving five dead bodies": it stands before its noun.
    """
    forms = read_words("en/repairs/leaving_verbs.txt")
    for i in view.places():
        noun = view.head[i]
        if view.dep[i] not in ("amod", "acl") or view.tag[i] not in ("JJ", "VBN") or noun >= i or view.right_edge(i) < i:
            continue
        verb = view.head[noun]
        if view.dep[noun] == "obj" and verb < noun and view.low(verb) in forms and view.left_edge(i) == i:
            view.hang(i, verb, "xcomp")


def absolute_pair(view: TreeView) -> None:
    """A name before a participle, hung on a noun before it: "rivals there, Russia backing the junta and Turkey arming its foes".

    Not "backing Russia and Turkey, arming both": a comma parts name and participle; nor "He met Lind and Berg carrying flags": no
    participle with a subject of its own goes before "and".
    """
    for verb in view.places():
        if view.tag[verb] != "VBG" or not view.kids(verb, "obj") or view.kids(verb, *SUBJECT, "mark", "aux", "case"):
            continue
        name = _phrase_before(view, verb)
        if view.pos[name] != "PROPN" or view.dep[name] not in ("conj", "appos") or view.dep[verb] not in ("acl", "advcl", "conj"):
            continue
        opener = next((view.low(i) for i in (view.left_edge(name), view.left_edge(name) - 1) if view.low(i) in (",", "and")), "")
        paired = any(view.tag[k] == "VBG" and view.kids(k, *SUBJECT) for k in range(view.first, name))
        main = view.root()
        if main in (-1, verb) or not (opener == "," or (opener == "and" and paired)) or view.low(verb) == "including":
            continue
        view.hang(verb, main, "advcl")
        view.hang(name, verb, "nsubj")


def _phrase_before(view: TreeView, i: int) -> int:
    """Return the head of the noun phrase that ends right before the place."""
    noun = i - 1
    while noun > view.first and view.dep[noun] in ("flat", "compound"):
        above = view.head[noun]
        if above > i or above == noun:
            break
        noun = above
    return noun

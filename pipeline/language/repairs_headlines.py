"""Repairs of sentences in which the model found no verb at all: mostly headlines, whose verb looks like a noun."""

from __future__ import annotations

from pipeline.language.data_files import read_words
from pipeline.language.tree_view import FINITE, TreeView

_VERBS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"))
_AS_ADVERBIAL = {"nmod": "obl", "nmod:unmarked": "obl:unmarked"}


def verb_taken_for_a_plural(view: TreeView) -> None:
    """In a sentence without a verb, one in -s taken for a plural: "Court jails ex-mayor", "UN backs Oslo talks", "School resumes Monday".

    Not "Drone attacks in Kyiv": nothing there needs a verb.
    """
    root = view.root()
    if root < 0 or view.pos[root] not in ("NOUN", "PROPN") or any(view.tag[i] in _VERBS for i in view.places()):
        return
    for verb in range(view.first + 1, view.end - 1):
        if view.tag[verb] != "NNS" or not view.tag[verb - 1].startswith("NN") or view.kids(verb, "case"):
            continue
        target = _target(view, verb, root)
        if target >= 0 or (verb == root and view.event[verb] == "ASPECTUAL" and view.dep[verb - 1] == "compound"):
            _rule(view, verb, root, target)
            return


def verb_taken_for_a_noun(view: TreeView) -> None:
    """In a sentence without a verb, a noun with a plural subject right before it is the verb: "Bank shares rally on rate cut".

    Not "Bank share rally": it has no subject.
    """
    root = view.root()
    if root <= view.first or view.tag[root] != "NN" or not view.event[root] or any(view.tag[i] in _VERBS for i in view.places()):
        return
    if view.kids(root, "nsubj") != [root - 1] or view.tag[root - 1] != "NNS" or view.kids(root, "case"):
        return
    view.tag[root], view.pos[root] = "VBP", "VERB"
    for place in view.kids(root):
        if place > root:
            view.dep[place] = _AS_ADVERBIAL.get(view.dep[place], view.dep[place])


def verb_behind_a_pair(view: TreeView) -> None:
    """In a sentence without a verb, one behind two joined names taken for a noun: "EU and Britain strike deal on trade".

    Not "Oxford and Cambridge boat race": nobody boats a race.
    """
    if any(view.tag[i] in _VERBS for i in view.places()):
        return
    for verb in range(view.first + 3, view.end - 1):
        second, root = verb - 1, view.head[verb]
        pair = view.dep[verb] == "compound" and root > verb and view.dep[second] == "conj" and view.pos[second] == "PROPN"
        if not pair or view.low(verb) not in read_words("en/repairs/pair_verbs.txt") or view.head[root] != root:
            continue
        first = view.head[second]
        view.tag[verb], view.pos[verb], view.event[verb] = "VBP", "VERB", view.event[verb] or "OCCURRENCE"
        view.crown(verb, first, [])
        view.head[root], view.dep[root] = verb, "obj"
        view.gather()
        return


def verb_behind_its_dateline(view: TreeView) -> None:
    """A dateline taken for the root: "VALLETTA - A court on Tuesday acquitted the minister": the court acquitted him.

    Not "Valletta - the island's capital - has grown": its verb is no aside.
    """
    root = view.root()
    if root < 0 or view.pos[root] != "PROPN" or root > view.first + 8:
        return
    dash = next((k for k in range(root + 1, min(root + 9, view.end)) if view.low(k) in ("-", "–", "—", "--")), -1)
    verb = next((k for k in view.kids(root, "parataxis") if k > dash and view.tag[k] in FINITE and view.pos[k] == "VERB"), -1)
    if dash < 0 or verb < 0:
        return
    before = [k for k in view.kids(root, "appos", "dep") if dash < k < verb and view.left_edge(k) in (dash, dash + 1)]
    if len(before) != 1 or any(k < verb for k in view.kids(verb, "nsubj", "nsubj:pass")):
        return
    for k in view.kids(verb, "nsubj"):
        view.dep[k] = "obj"
    view.crown(verb, before[0], [])
    view.head[root], view.dep[root] = verb, "dep"
    view.gather()


def _target(view: TreeView, verb: int, root: int) -> int:
    """Return the object that such a form would have, -1 where nothing shows that it is a verb."""
    if verb == root:  # a noun has neither an object nor a part of a compound behind it
        able = view.event[verb] and view.head[verb - 1] == verb
        return max((k for k in view.kids(verb, "obj", "compound") if k > verb), default=-1) if able else -1
    between = view.head[verb] == root and view.dep[verb] == "compound" and verb < root
    return root if between and view.dep[verb - 1] == "nsubj" and view.head[verb - 1] == root else -1


def _rule(view: TreeView, verb: int, root: int, target: int) -> None:
    """Make the form the root: the word before it is its subject, the target its object, what hung on the old root goes where it stands."""
    hung = [k for k in view.kids(root) if k not in (verb, target)]
    subject = verb - 1
    view.tag[verb], view.pos[verb], view.event[verb] = "VBZ", "VERB", view.event[verb] or "OCCURRENCE"
    view.head[verb], view.dep[verb] = verb, "ROOT"
    for place in hung:
        if place < subject:
            view.head[place] = subject
        elif root == verb and place < target:
            view.head[place] = target
        elif root == verb or view.dep[place] == "punct":
            view.head[place], view.dep[place] = verb, _AS_ADVERBIAL.get(view.dep[place], view.dep[place])
    view.head[subject], view.dep[subject] = verb, "nsubj"
    if target >= 0:
        view.head[target], view.dep[target] = verb, "obj"
        for place in view.kids(target, "nsubj"):
            if place != subject:
                view.dep[place] = "compound"
    view.gather()


def clause_behind_as(view: TreeView) -> None:
    """A clause behind "as" at a headline's end taken for a phrase: "Firm cuts outlook as [truck orders] slide": they slide.

    Not "Firm hires Lind as project lead": the last word is the noun that "as" leads to.
    """
    for verb in view.places():
        noun = verb - 1
        if view.dep[verb] != "compound" or view.head[verb] >= noun or view.tag[verb] not in ("NN", "VB", "VBP") or noun <= view.first:
            continue
        mark = next((k for k in view.kids(noun, "case") if view.low(k) == "as"), -1)
        above = view.head[noun]
        if mark < 0 or view.dep[noun] != "obl" or view.tag[noun] not in ("NNS", "NNPS") or above > mark:
            continue
        view.tag[verb], view.pos[verb] = "VBP", "VERB"
        view.event[verb] = view.event[verb] or "OCCURRENCE"
        view.hang(verb, above, "advcl")
        view.hang(noun, verb, "nsubj")
        view.hang(mark, verb, "mark")


def plural_taken_for_a_verb(view: TreeView) -> None:
    """Talks and strikes at a sentence's end taken for verbs: "agree to swap prisoners after Oslo [talks]".

    Not "after the minister talks to them": the verb goes on.
    """
    acts = read_words("en/repairs/acts_in_plural.txt")
    for i in view.places():
        name = i - 1
        if view.low(i) not in acts or view.tag[i] != "VBZ" or view.dep[i] != "advcl" or view.kids(i, "nsubj") != [name]:
            continue
        mark = next((k for k in view.kids(i, "mark") if view.low(k) in ("after", "before")), -1)
        ends = all(view.pos[k] in ("PUNCT", "SPACE") for k in range(i + 1, view.end))
        if mark != name - 1 or not ends or view.tag[name] not in ("NNP", "NN"):
            continue
        view.tag[i], view.pos[i] = "NNS", "NOUN"
        view.dep[i], view.dep[name], view.dep[mark] = "obl", "compound", "case"


def receiver_in_a_headline(view: TreeView) -> None:
    """A headline's past form of giving, with one thing behind it, is a passive: "Nurse awarded £2.3m", "Villagers handed keys".

    Not "Court awarded nurse £2.3m": it is told to whom; nor "Panel awarded prize": a body gives.
    """
    forms = read_words("en/repairs/given_to.txt")
    verb = view.root()
    if view.low(view.end - 1) in (".", "?", "!", "”", '"', ":") or verb < 0 or view.low(verb) not in forms:
        return
    subjects, objects = view.kids(verb, "nsubj", "nsubj:pass"), view.kids(verb, "obj")
    if view.tag[verb] not in ("VBD", "VBN") or len(subjects) != 1 or len(objects) != 1 or subjects[0] > verb:
        return
    receiver = view.low(subjects[0])
    gives = receiver in read_words("en/events/bodies.txt") or view.pos[subjects[0]] != "NOUN"
    if gives or view.kids(verb, "aux", "aux:pass", "iobj", "ccomp", "xcomp") or view.left_edge(objects[0]) < verb:
        return
    view.tag[verb], view.dep[subjects[0]] = "VBN", "nsubj:pass"

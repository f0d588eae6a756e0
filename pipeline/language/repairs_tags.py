"""Repairs of tags: a verb form taken for another that is spelled alike."""

from __future__ import annotations

from pipeline.language.data_files import read_words
from pipeline.language.tree_view import HELPERS, SUBJECT, TreeView


def reduced_relative(view: TreeView) -> None:
    """A past tense behind its noun without a subject is a participle: "The suit, filed in January, names two banks".

    Not "the man who filed the suit": it has a subject.
    """
    for i in view.places():
        behind = view.dep[i] == "parataxis" and view.head[i] < i and view.pos[view.head[i]] in ("NOUN", "PROPN")
        if (behind or view.dep[i] in ("acl", "acl:relcl")) and view.tag[i] == "VBD" and not view.kids(i, *SUBJECT, *HELPERS, "obj"):
            if view.tag[view.head[i]].startswith("W"):
                continue  # "what happened"
            if view.dep[i] == "acl:relcl" and (view.head[i] > i or any(view.tag[k].startswith("W") for k in view.subtree(i))):
                continue
            view.tag[i], view.dep[i] = "VBN", "acl"


def past_behind_did(view: TreeView) -> None:
    """A participle joined to "did not hesitate" is a past tense: "did not hesitate and recognised the state".

    Not "did not see or hear": the base form shares "did".
    """
    for i in view.places():
        head = view.head[i]
        if view.dep[i] != "conj" or view.tag[i] != "VBN" or view.tag[head] != "VB" or view.kids(i, *HELPERS):
            continue
        if any(view.low(k) in ("did", "do", "does") for k in view.kids(head, "aux")):
            view.tag[i] = "VBD"


def passive_joined(view: TreeView) -> None:
    """A participle that shares the auxiliary of a passive, taken for a past tense: "was built in 1986 and sold by Lind": it was sold.

    So is one of giving with the thing behind it: "were mustered on deck and handed lifejackets".
    Not "was built in 1986 and sank": nobody does it "by" anybody.
    """
    for i in view.places():
        head = view.head[i]
        if view.dep[i] != "conj" or view.tag[i] != "VBD" or view.tag[head] != "VBN" or view.kids(i, *SUBJECT, *HELPERS):
            continue
        if view.kids(i, "obj"):
            given = view.low(i) in read_words("en/repairs/given_to.txt") and len(view.kids(i, "obj", "iobj")) == 1
            if given and view.kids(head, "aux:pass") and not any(view.low(c) == "to" for k in view.kids(i, "obl") for c in view.kids(k)):
                view.tag[i] = "VBN"
            continue
        agents = [k for k in view.kids(i, "obl", "obl:agent") if any(view.low(c) == "by" for c in view.kids(k, "case"))]
        if view.kids(head, "aux:pass") and any(view.pos[k] in ("NOUN", "PROPN") for k in agents):
            view.tag[i] = "VBN"


def subjunctive(view: TreeView) -> None:
    """A bare form with a singular subject behind "that" is no present: "recommended that Ghana raise taxes".

    Not "said that taxes raise prices": the subject is plural.
    """
    for i in view.places():
        if view.tag[i] != "VBP" or view.dep[i] not in ("ccomp", "acl") or view.kids(i, *HELPERS):
            continue
        subjects = view.kids(i, "nsubj")
        single = len(subjects) == 1 and view.tag[subjects[0]] in ("NN", "NNP") and not view.kids(subjects[0], "conj", "nummod")
        if single and view.low(i) not in ("have", "do", "are") and any(view.low(k) == "that" for k in view.kids(i, "mark")):
            view.tag[i] = "VB"


def past_like_the_base(view: TreeView) -> None:
    """A past tense spelled like the present behind a plural subject: "Guards beat two prisoners in the yard".

    Not "Guards often beat prisoners": a word of habit stands in the sentence.
    """
    forms, habit = read_words("en/repairs/same_past.txt"), read_words("en/repairs/habit_words.txt")
    for i in view.places():
        if view.tag[i] != "VBP" or view.low(i) not in forms or view.event[i] in ("", "STATE") or view.kids(i, *HELPERS):
            continue
        if any(view.low(k) in ("i", "you") for k in view.kids(i, "nsubj")) or not view.kids(i, "nsubj"):
            continue
        if any(view.low(k) in habit for k in view.places()):
            continue
        view.tag[i] = "VBD"


def verb_before_its_object(view: TreeView) -> None:
    """A form in -ing behind a verb of beginning taken for a noun's first part: "begin cutting rates".

    Not "begin training courses in May": the model calls it no event.
    """
    verbs = read_words("en/repairs/beginning_verbs.txt")
    for i in view.places():
        noun = view.head[i]
        if view.dep[i] not in ("compound", "amod") or view.tag[i] not in ("VBG", "NN") or not view.low(i).endswith("ing") or noun != i + 1:
            continue
        verb = view.head[noun]
        if view.event[i] and view.dep[noun] == "obj" and verb == i - 1 and view.low(verb) in verbs:
            view.tag[i], view.pos[i] = "VBG", "VERB"
            view.hang(i, verb, "xcomp")
            view.hang(noun, i, "obj")


def particle_in_capitals(view: TreeView) -> None:
    """A firm of capitals taken for a particle: "The Teamsters union struck UPS".

    Not "The deal fell UP to scrutiny" of a shouted line, where the verb has capitals too.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] == "compound:prt" and view.words[i].isupper() and view.words[verb].islower() and not view.kids(verb, "obj"):
            view.hang(i, verb, "obj")
            view.tag[i], view.pos[i] = "NNP", "PROPN"


def past_of_its_subject(view: TreeView) -> None:
    """A sentence's verb taken for a participle though it has a subject of its own: "The firm filed for protection."

    Not "Firm accused of fraud" of a headline, nor "The firm was accused": it has a helper.
    """
    if view.low(view.end - 1) not in (".", "?", "!", "”", '"', "''"):
        return
    for i in view.places():
        if view.head[i] == i and view.tag[i] == "VBN" and view.kids(i, "nsubj") and not view.kids(i, *HELPERS, "nsubj:pass", "mark"):
            view.tag[i] = "VBD"


def bare_verb_for_a_noun(view: TreeView) -> None:
    """A base form that is a subject or stands as an object is a noun: "bad light stopped play", "play will resume".

    Not "let him play", "to play will do": a bare infinitive has its verb, the other its "to".
    """
    bare, daring = read_words("en/language/bare_infinitive_verbs.txt"), read_words("en/repairs/daring_verbs.txt")
    for i in view.places():
        if view.tag[i] != "VB" or view.kids(i) or view.low(i - 1) == "to":
            continue
        verb = view.head[i]
        subject = view.dep[i] in ("nsubj", "nsubj:pass") and i < verb
        told = view.dep[i] == "xcomp" and i == verb + 1 and view.tag[verb] in ("VBD", "VBZ") and view.pos[verb] == "VERB"
        if subject or (told and view.low(verb) not in daring and not _lets(view, verb, bare)):
            view.tag[i], view.pos[i] = "NN", "NOUN"
            view.dep[i] = "obj" if told else view.dep[i]


def _lets(view: TreeView, verb: int, bare: frozenset[str]) -> bool:
    return any(view.low(verb).startswith(word[:3]) for word in bare) or bool(view.kids(verb, "obj", "iobj"))


def counted_noun_for_a_verb(view: TreeView) -> None:
    """A noun in -s behind a number taken for a verb that is an object: "sampled 214 | shoots at depths".

    Not "all 14 | wins count": it is a noun already.
    """
    for i in view.places():
        number = i - 1
        if view.tag[i] != "VBZ" or view.dep[i] not in ("obj", "obl", "nmod") or number < view.first or view.tag[number] != "CD":
            continue
        verb = view.head[i]
        view.tag[i], view.pos[i] = "NNS", "NOUN"
        view.hang(number, i, "nummod")
        for k in view.kids(i, "conj"):
            if view.tag[k] == "VBD" and view.tag[verb] == "VBD":
                view.hang(k, verb, "conj")

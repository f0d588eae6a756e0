"""Repairs around reduced relative clauses: a participle behind its noun that took the subject, the object or the place of the main verb."""

from __future__ import annotations

from pipeline.language.data_files import read_words
from pipeline.language.tree_view import FINITE, HELPERS, NOUNS, SUBJECT, TreeView

_LOOSE = ("parataxis", "acl", "advcl", "dep")
_MAIN = ("parataxis", "obl", "ccomp", "dep", "obj")
_TIME_MARKS = frozenset(("since", "after", "before", "until"))


def subject_of_a_participle(view: TreeView) -> None:
    """A subject hung on the participle behind it, not on the verb: "Cod caught there carry mercury", "The pact, signed in 1951, bars it".

    Not "The pact signed, she left": her verb has a subject of its own.
    """
    for i in view.places():
        verb = view.head[i]
        if view.tag[i] not in ("VBN", "VBD") or view.dep[i] not in _LOOSE or verb <= i or view.kids(i, *HELPERS, "mark", "obj"):
            continue
        own = [k for k in view.kids(i, *SUBJECT) if k < i and view.pos[k] in NOUNS]
        if len(own) != 1 or view.kids(verb, *SUBJECT, "cc", "expl") or not view.is_finite(verb):
            continue
        _part(view, own[0], i, verb)


def participle_in_place_of_the_verb(view: TreeView) -> None:
    """A participle taken for the main verb, which stands behind it: "Workers laid off in May say they are owed pay": they say.

    Not "The mayor said, say two aides": a comma stands before the second verb; nor "Prices went up say growers": no participle.
    """
    pasts = read_words("en/repairs/no_participles.txt")
    for i in view.places():
        if view.tag[i] not in ("VBN", "VBD") or view.low(i) in pasts or view.kids(i, *HELPERS, "obj", "mark"):
            continue
        own = [k for k in view.kids(i, *SUBJECT) if view.right_edge(k) in (i - 1, i - 2)]
        for verb in view.kids(i, *_MAIN):
            first = min([verb, *view.kids(verb, *HELPERS)])
            stands = verb > i + 1 and view.pos[first - 1] != "PUNCT" and not view.kids(verb, *SUBJECT, "cc", "mark", "case", "expl")
            if len(own) != 1 or not stands or not view.is_finite(verb) or view.pos[verb] not in ("VERB", "AUX"):
                continue
            above, dep = view.head[i], view.dep[i]
            view.head[verb], view.dep[verb] = (verb if above == i else above), dep
            for k in view.kids(i):
                if k > verb or (dep == "ROOT" and k < own[0]):
                    view.head[k] = verb
            _part(view, own[0], i, verb)
            break


def _part(view: TreeView, subject: int, participle: int, verb: int) -> None:
    """Give the verb its subject and hang the participle on that."""
    view.tag[participle] = "VBN"
    view.head[subject], view.dep[subject] = verb, view.subject_label(verb)
    view.gather()
    view.hang(participle, subject, "acl")


def noun_part_of_a_verb(view: TreeView) -> None:
    """A name parted from its verb by an aside and hung on it as a part of a compound: "[Norr Steel], a start-up, filed for protection".

    Not "Steel-built": the two stand side by side.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] not in ("compound", "flat", "appos") or view.pos[i] not in ("NOUN", "PROPN") or view.pos[verb] != "VERB":
            continue
        if view.kids(verb, *SUBJECT, "mark", "expl"):
            continue
        if view.dep[i] == "appos" and view.right_edge(i) == verb - 1 and view.low(verb - 1) != "," and view.tag[verb] in FINITE:
            view.hang(i, verb, "nsubj")  # "[Dam failure in Peru] kills 14"
            continue
        if verb <= i + 2 or view.low(verb - 1) != ",":
            continue
        named = [k for k in view.kids(i, "compound", "flat") if view.pos[k] == "PROPN" and view.low(view.right_edge(k) + 1) == ","]
        name = named[0] if named and view.dep[i] == "appos" else i
        if name == i and view.low(i + 1) != ",":
            continue
        view.hang(name, verb, view.subject_label(verb))
        for k in {i, *view.kids(verb, "appos")} - {name}:
            if name < k < verb:
                view.hang(k, name, "appos")


def subject_behind_a_participle(view: TreeView) -> None:
    """Who somebody is, told behind a participle that opens the sentence, taken for its subject: "Born in Oslo, [a miner's son], Berg left".

    Not "Gone the snow, Berg left": no comma stands before it.
    """
    for i in view.places():
        participle = view.head[i]
        verb = view.head[participle]
        if (
            view.dep[i] not in ("nsubj", "nsubj:pass")
            or participle >= i
            or view.tag[participle] != "VBN"
            or view.dep[participle] != "advcl"
        ):
            continue
        subject = next((k for k in view.kids(verb, *SUBJECT) if k > i), -1)
        if subject >= 0 and verb > i and "," in (view.low(view.left_edge(i)), view.low(view.left_edge(i) - 1)):
            view.hang(i, subject, "appos")


def object_before_its_verb(view: TreeView) -> None:
    """An object right behind one verb hung on the next: "A dog trained to sniff out truffles led police there": it sniffs them out.

    Not "whatever truffles they found": no verb stands right before.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] != "obj" or verb <= i or view.pos[i] not in ("NOUN", "PROPN"):
            continue
        before = view.left_edge(i) - 1
        if before < view.first:
            continue
        if view.dep[before] == "compound:prt":
            before = view.head[before]
        inside = before < i and view.pos[before] == "VERB" and before != verb
        if inside and not view.kids(before, "obj", "ccomp", "xcomp") and view.tag[before] in ("VB", "VBG", "VBD", "VBZ", "VBP"):
            view.hang(i, before, "obj")
            for k in view.kids(verb, "nsubj:pass"):
                view.dep[k] = "nsubj" if view.kids(verb, "obj") and not view.kids(verb, "aux:pass") else view.dep[k]


def finite_joined_to_a_gerund(view: TreeView) -> None:
    """A finite verb joined to a form in -ing is joined to the verb above: "was warned about flying low but did not climb".

    Not "while flying low and gaining speed": both are forms in -ing.
    """
    for i in view.places():
        head = view.head[i]
        if view.dep[i] != "conj" or view.tag[head] != "VBG" or head >= i or view.kids(head, "aux", *SUBJECT) or view.kids(i, *SUBJECT):
            continue
        above = view.head[head]
        if view.is_finite(i) and view.dep[head] == "advcl" and above < head and view.is_finite(above) and view.pos[above] == "VERB":
            view.hang(i, above, "conj")


def finite_behind_have(view: TreeView) -> None:
    """A verb with an object joined to what somebody had done: "They [had] a goal ruled out and [hit] the bar": they hit it.

    Not "had a goal ruled out and disallowed": it has no object.
    """
    for i in view.places():
        head = view.head[i]
        have = view.head[head]
        if view.dep[i] != "conj" or view.tag[i] not in ("VBD", "VBN") or not view.kids(i, "obj") or view.kids(i, *SUBJECT, *HELPERS):
            continue
        if view.tag[head] == "VBN" and view.dep[head] in ("ccomp", "xcomp", "acl") and not view.kids(head, *SUBJECT, *HELPERS):
            have = view.head[have] if view.dep[head] == "acl" else have
            if view.low(have) in ("had", "has", "have") and view.pos[have] == "VERB" and have < head < i:
                view.tag[i] = "VBD"
                view.hang(i, have, "conj")


def clause_behind_a_time_mark(view: TreeView) -> None:
    """A clause behind "since", "after", "before", "until" taken for a noun: "closed since a fire [in 2019] destroyed its roof".

    Not "since a fire in 2019, rain destroyed it": the verb has its subject.
    """
    for noun in view.places():
        verb = view.right_edge(noun) + 1
        case = next((k for k in view.kids(noun, "case") if view.low(k) in _TIME_MARKS), -1)
        above = view.head[noun]
        if verb < view.end and view.low(verb) == "," and view.kids(noun, "appos"):
            verb += 1  # "after her partner, Milan Kriz, turned back"
        if case < 0 or view.dep[noun] != "obl" or verb >= view.end or view.tag[verb] not in ("VBD", "VBZ") or above == noun:
            continue
        if view.head[verb] == verb or view.kids(verb, *SUBJECT, "aux", "cc", "mark") or view.pos[verb] != "VERB":
            continue
        if above == verb:
            if view.dep[verb] == "conj" and not any(view.low(k) in ("and", "or", "but") for k in range(view.head[verb], case)):
                view.dep[verb], view.dep[noun] = "advcl", "nsubj"
                view.hang(case, verb, "mark")
            continue
        if view.dep[verb] not in _LOOSE and view.dep[verb] not in ("conj", "ccomp"):
            continue
        view.hang(verb, above, "advcl")
        view.hang(noun, verb, "nsubj")
        view.hang(case, verb, "mark")


def verb_behind_a_participle_phrase(view: TreeView) -> None:
    """What happened hung on the participle's object: "after a bus carrying pilgrims | plunged into a ravine": the bus plunged.

    Not "after a boat carrying men rescued at sea": that is no verb of what happens to a vehicle.
    """
    happening = read_words("en/repairs/happening_verbs.txt")
    for verb in view.places():
        thing = view.head[verb]
        participle = view.head[thing]
        noun = view.head[participle]
        if view.low(verb) not in happening or view.dep[verb] != "acl" or view.dep[thing] != "obj" or view.dep[participle] != "acl":
            continue
        if not noun < participle < thing < verb or view.tag[participle] != "VBG" or view.pos[noun] not in ("NOUN", "PROPN"):
            continue
        case = next((k for k in view.kids(noun, "case") if view.low(k) in _TIME_MARKS or view.low(k) == "when"), -1)
        above, dep = view.head[noun], view.dep[noun]
        if case < 0 or above == noun or not dep.startswith("obl"):
            continue
        view.tag[verb] = "VBD"
        view.hang(verb, above, "advcl")
        view.hang(noun, verb, "nsubj")
        view.hang(case, verb, "mark")


def noun_taken_for_a_particle(view: TreeView) -> None:
    """A noun in two parts whose second looks like a particle: "a run-off will be held", "They won the play-off".

    Not "The plan was called off": it has no article.
    """
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] == "compound:prt" and i - 2 >= view.first and view.tag[i - 1] == "HYPH" and verb > i:
            view.hang(i, i - 2, "compound:prt")  # "the kick-off was delayed"
            continue
        if view.dep[i] != "compound:prt" or view.tag[i] not in ("NN", "NNS") or not view.kids(i, "det", "amod", "nmod:poss", "nummod"):
            continue
        if i < verb and not view.kids(verb, *SUBJECT):
            view.dep[i] = view.subject_label(verb)
        elif i > verb and not view.kids(verb, "obj"):
            view.dep[i] = "obj"
        view.pos[i] = "NOUN"

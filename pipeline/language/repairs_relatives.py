"""Repairs of clauses under the wrong head or label: relative clauses with "who", infinitives that say what somebody agreed to."""

from __future__ import annotations

from functools import cache

from pipeline.language.data_files import read_table, read_words
from pipeline.language.lemmas import lemma
from pipeline.language.name_cues import role_nouns
from pipeline.language.tree_view import FINITE, NOUNS, SUBJECT, TreeView

_WHO = ("who", "whom", "whose")
_WHICH = ("that", "which")


def who_of_a_body(view: TreeView) -> None:
    """A clause with "who" hung on the firm behind "of": "Anna Berg, the founder of Brightwater, who is accused of fraud": the founder is.

    Not "the trial of Anna Berg, who is accused": a trial is nobody.
    """
    people = role_nouns()
    for i in view.places():
        if view.dep[i] != "acl:relcl" or not any(view.low(k) in _WHO and view.tag[k].startswith("WP") for k in view.subtree(i)):
            continue
        body = view.head[i]
        person = view.head[body]
        of = any(view.low(k) == "of" for k in view.kids(body, "case"))
        if view.dep[body] == "nmod" and of and person < body and view.pos[body] == "PROPN" and view.low(person) in people:
            view.hang(i, person, "acl:relcl")


def who_of_a_family(view: TreeView) -> None:
    """A clause with "who" hung on the noun before "of": "the family of Anna Berg, who died": she died.

    Not "the daughter of Anna Berg, who died": it may be either.
    """
    nobody = read_words("en/repairs/nobody.txt")
    for i in view.places():
        noun = view.head[i]
        if view.dep[i] != "acl:relcl" or view.low(noun) not in nobody or not any(view.low(k) in _WHO for k in view.subtree(i)):
            continue
        people = [k for k in view.kids(noun, "nmod") if noun < k < i and view.pos[k] == "PROPN"]
        if people and view.right_edge(people[-1]) in (view.left_edge(i) - 1, view.left_edge(i)):
            view.hang(i, people[-1], "acl:relcl")


def harm_of_the_act(view: TreeView) -> None:
    """A clause that tells of harm hung on the place: "an attack on a base that killed 14": the attack did.

    Not "an attack on the man that killed two": he may have.
    """
    harm = read_words("en/repairs/harming_verbs.txt")
    people = role_nouns("official") | role_nouns("private") | role_nouns("executive")
    for i in view.places():
        place = view.head[i]
        if view.dep[i] != "acl:relcl" or not any(view.low(k) in _WHICH for k in view.kids(i, "nsubj")):
            continue
        act = view.head[place]
        if lemma(view.words[i], view.pos[i], view.tag[i]).lower() not in harm or view.dep[place] != "nmod" or act >= place:
            continue
        if view.pos[act] == "NOUN" and view.event[act] and view.low(place) not in people and not view.event[place]:
            view.hang(i, act, "acl:relcl")


def joined_phrase(view: TreeView) -> None:
    """A phrase joined to a verb between that belongs beside the one before: "fell out with Vik, which wanted to pay, and with Tal's army".

    Not "wanted to pay and to leave": a phrase with the preposition of the one before is meant.
    """
    for i in view.places():
        case = next(iter(view.kids(i, "case")), -1)
        verb = view.head[i]
        if view.dep[i] != "conj" or view.pos[verb] != "VERB" or case < 0 or view.low(case - 1) not in ("and", "but", "or"):
            continue
        above = [k for k in view.places() if k < verb and view.dep[k] in ("obl", "nmod") and verb in set(view.subtree(k))]
        same = [k for k in above if any(view.low(c) == view.low(case) for c in view.kids(k, "case"))]
        if same:
            view.hang(i, same[-1], "conj")


def what_was_agreed(view: TreeView) -> None:
    """An infinitive behind a verb that asks for one, taken for its purpose: "agreed [in December] to pay", "refused on Thursday to act".

    Not "met in December to talk": nobody "meets to do" something in that sense.
    """
    governors = _infinitive_governors()
    for i in view.places():
        verb = view.head[i]
        if view.dep[i] != "advcl" or view.tag[i] != "VB" or verb >= i or not any(view.low(k) == "to" for k in view.kids(i, "mark")):
            continue
        if lemma(view.words[verb], view.pos[verb], view.tag[verb]).lower() not in governors or view.kids(verb, "xcomp", "ccomp", "obj"):
            continue
        if view.pos[verb] == "VERB" and not any(view.words[k] in ",;:" for k in range(verb + 1, view.left_edge(i))):
            view.hang(i, verb, "xcomp")


def main_verb_in_a_relative_clause(view: TreeView) -> None:
    """The main verb hung inside a clause with "who" or "which": "Havel, who climbed it and led the fight, | has died": she has died.

    Not "Havel, who climbed it, and has died since": no comma stands right before the verb.
    """
    noun = view.root()
    if noun < 0 or view.pos[noun] not in NOUNS or view.kids(noun, "cop", *SUBJECT):
        return
    for clause in view.kids(noun, "acl:relcl"):
        for verb in sorted(view.subtree(clause)):
            first = min([verb, *view.kids(verb, "aux", "aux:pass", "cop")])
            if verb <= clause or view.dep[verb] not in ("parataxis", "conj") or view.low(first - 1) != ",":
                continue
            if view.tag[first] in FINITE and not view.kids(verb, *SUBJECT, "cc", "mark", "expl"):
                view.crown(verb, noun, [k for k in view.kids(noun) if k > verb])
                view.dep[noun] = view.subject_label(verb)
                return


def charges_joined(view: TreeView) -> None:
    """A form in -ing joined to the verb, not to the charge before "and": "found him guilty of [fraud] and [breaking his oath]".

    Not "found him guilty of fraud, jailing him": no "and" joins it.
    """
    charged = read_words("en/repairs/charge_words.txt")
    for i in view.places():
        if view.dep[i] != "conj" or view.tag[i] != "VBG" or view.head[i] >= i or not any(view.low(k) == "and" for k in view.kids(i, "cc")):
            continue
        behind = view.left_edge(i) - 1
        charge = next((k for k in range(i - 1, view.head[i], -1) if view.pos[k] == "NOUN" and view.right_edge(k) == behind), -1)
        if charge < 0 or not any(view.low(k) in ("of", "with") for k in view.kids(charge, "case")):
            continue
        if view.low(view.head[charge]) in charged or view.low(view.left_edge(charge) - 1) in charged:
            view.hang(i, charge, "conj")


def what_was_told(view: TreeView) -> None:
    """What somebody is told taken for a clause about him: "told a packed chamber [that she could not go on]".

    Not "told the woman that had called": there "that" is the subject.
    """
    forms = read_words("en/repairs/telling_forms.txt")
    for i in view.places():
        hearer = view.head[i]
        verb = view.head[hearer]
        first = view.left_edge(i)
        if view.dep[i] != "acl:relcl" or view.dep[hearer] not in ("obj", "iobj") or verb >= hearer or view.low(verb) not in forms:
            continue
        subjects = [k for k in view.kids(i, *SUBJECT) if view.low(k) != "that"]
        if view.low(first) != "that" or first <= hearer or not subjects or view.low(first - 1) == ",":
            continue
        view.hang(i, verb, "ccomp")
        view.hang(first, i, "mark")
        view.tag[first], view.pos[first] = "IN", "SCONJ"
        view.dep[hearer] = "iobj"


@cache
def _infinitive_governors() -> frozenset[str]:
    """Verbs that say how the infinitive behind them stands; not "have", whose infinitive has a limit ("has until Friday to reply"),
    nor those that ask for one in another sense only ("remains in touch to help")."""
    rows = read_table("en/events/status_governors.csv", "governor", "complement", "status")
    return frozenset(row["governor"] for row in rows if row["complement"] == "infinitive" and row["status"] != "inherit") - (
        read_words("en/repairs/purpose_behind.txt") | {"have"}
    )

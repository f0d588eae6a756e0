"""Repairs of clauses under the wrong head or label: relative clauses with "who", infinitives that say what somebody agreed to."""

from __future__ import annotations

from functools import cache

from pipeline.language.data_files import read_table
from pipeline.language.lemmas import lemma
from pipeline.language.name_cues import role_nouns
from pipeline.language.tree_view import TreeView

_WHO = ("who", "whom", "whose")


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


@cache
def _infinitive_governors() -> frozenset[str]:
    """Verbs that say how the infinitive behind them stands; not "have", whose infinitive has a limit ("has until Friday to reply")."""
    rows = read_table("en/events/status_governors.csv", "governor", "complement", "status")
    return frozenset(row["governor"] for row in rows if row["complement"] == "infinitive" and row["status"] != "inherit") - {"have"}

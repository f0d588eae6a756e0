"""Repairs of relative clauses that the model hung on the wrong noun."""

from __future__ import annotations

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

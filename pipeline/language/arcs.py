"""Arcs that the parser is known to draw amiss, read as they are meant."""

from __future__ import annotations

from spacy.tokens import Token


def raised_to(token: Token) -> Token | None:
    """Return the verb whose object the token is although the parse makes it the subject of the gerund behind it, None for any other.

    "Britain accused Vik of seizing the ship": the parser may hang "Vik" on "seizing".
    """
    gerund = token.head
    if token.dep_ != "nsubj" or gerund.tag_ != "VBG" or gerund.dep_ not in {"advcl", "xcomp", "ccomp", "obl"} or gerund.i < token.i:
        return None
    verb = gerund.head
    between = any(child.dep_ == "mark" and token.i < child.i < gerund.i for child in gerund.children)
    return verb if between and verb.pos_ == "VERB" and verb.i < token.i and not any(child.dep_ == "obj" for child in verb.children) else None

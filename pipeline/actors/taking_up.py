"""What descriptions share: the sort of a noun, the states and firms among the names before it, and the mention that takes them up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from pipeline.actors.candidates import Candidate
from pipeline.actors.identify import Kind
from pipeline.actors.mentions import RoleName, mention
from pipeline.actors.standing import cases
from pipeline.actors.world import load_world
from pipeline.language.data_files import read_table, read_words
from pipeline.records import ActorMention


@cache
def sorts() -> dict[str, str]:
    """Return noun -> what it takes up: company, organisation, state, person, bloc."""
    return {row["noun"]: row["stands_for"] for row in read_table("en/actors/descriptions.csv", "noun", "stands_for")}


def taken_up(token: Token, actors: Iterable[str], kind: Kind) -> ActorMention:
    """Return the mention of the description that the token heads, with whom it takes up; a place behind "in"."""
    where = any(case.lower_ in read_words("en/actors/place_prepositions.txt") for case in cases(token))
    role: RoleName = "place" if where and kind == "state" else "actor"
    start = min((child.i for child in token.lefts if child.dep_ in ("det", "amod", "nummod", "compound", "det:predet")), default=token.i)
    return mention(token.doc, (start, token.i + 1, token.i), tuple(actors), (kind, role, "description"))


def states_of(candidate: Candidate) -> tuple[str, ...]:
    """Return the states among the actors of a mention before the description."""
    known = load_world().states
    return tuple(name for name in candidate.mention.actors if name in known.values())


def may_be_company(name: str) -> bool:
    """Whether nothing in the name or the tables says that the body is no firm."""
    return kind_of(name) not in read_words("en/actors/not_company_kinds.txt") and not any(
        word.capitalize() in read_words("en/actors/not_companies.txt") for word in name.split()
    )


def kind_of(name: str) -> str:
    """Return what the table of bodies says of the name ("party", "agency"), or ""."""
    body = load_world().body(name)
    return body.kind if body is not None else ""

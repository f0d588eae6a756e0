"""Clubs that the article calls by the last word of their name: "Town" for "Harrowgate Town"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_table, read_words
from pipeline.language.name import Name

_PLAIN = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "appos")


def with_clubs(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Add each club's half name and make the full one a body, where one name of the article ends in the word and it stands bare.

    "Harrowgate Town ... Town rejected two bids", "Norwich City ... Norwich lost to Hull"; not "the town", not "Salt Lake City ... City
    officials", nor where two names end alike.
    """
    full = _full_names(doc, names)
    inside = {i for name in names if name.length > 1 for i in range(name.start, name.end)}
    towns = {text.rsplit(" ", 1)[0]: text for text in full.values()}
    halves = [token for token in doc if token.text in full and token.i not in inside and _stands_alone(token)]
    halves += [doc[name.start] for name in names if name.length == 1 and name.text(doc) in towns and stands_for_its_team(doc[name.start])]
    if not halves:
        return list(names)
    places = {token.i for token in halves}
    clubs = {full[token.text] if token.text in full else towns[token.text] for token in halves}
    kept = [replace(name, label="ORG", how="article") if name.text(doc) in clubs else name for name in names if name.start not in places]
    return sorted([*kept, *(Name(i, i + 1, "ORG", "article") for i in places)], key=lambda name: name.start)


def _full_names(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """Last word -> the one name of the article that ends in it."""
    found: dict[str, set[str]] = {}
    for name in names:
        last = doc[name.end - 1].text
        if name.length > 1 and name.label in ("ORG", "LOC") and last in read_words("en/actors/club_words.txt"):
            found.setdefault(last, set()).add(name.text(doc))
    return {last: texts.pop() for last, texts in found.items() if len(texts) == 1}


def _stands_alone(token: Token) -> bool:
    before = token.nbor(-1) if token.i else token
    joined = before.i < token.i and before.pos_ == "PROPN" and before.head.i == token.i
    described = any(child.dep_ in ("det", "amod", "compound", "nummod", "nmod:poss") for child in token.children)
    return token.dep_ in _PLAIN and token.pos_ in ("PROPN", "NOUN") and not joined and not described


@cache
def _contests() -> frozenset[tuple[str, str]]:
    return frozenset((row["word"], row["party"]) for row in read_table("en/actors/contest_parties.csv", "word", "party"))


def stands_for_its_team(town: Token) -> bool:
    """Whether a town stands where its team does: "Leeds lost to Burnley", "joined Chelsea", "a win over Everton"; not "lost in Leeds"."""
    first = town
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    verb = first.head
    case = next((child.lower_ for word in (town, first) for child in word.children if child.dep_ == "case" and child.tag_ != "POS"), "")
    parts = {"nsubj": "subject", "obj": "object", "nsubj:pass": "object", "nmod:poss": "possessor"}
    if (verb.lemma_.lower(), case or parts.get(first.dep_, "")) in _contests():
        return True
    return first.dep_ in ("nsubj", "nsubj:pass") and not case and (_is_plural(first, verb) or _contests_later(verb))


def _contests_later(verb: Token) -> bool:
    """Whether the subject goes on to do what a team does: "Leeds came from two goals down to beat Burnley"."""
    later = [child for child in verb.children if child.dep_ in ("xcomp", "advcl", "conj") and child.i > verb.i]
    bare = [
        child
        for child in later
        if not any(below.dep_ in ("nsubj", "nsubj:pass", "mark") and below.tag_ != "TO" for below in child.children)
    ]
    return any((child.lemma_.lower(), "subject") in _contests() for child in bare)


def _is_plural(town: Token, verb: Token) -> bool:
    """Whether the verb is in the plural after a single town, as English says of teams: "Seattle are reported", "Leeds have signed"."""
    if town.tag_ != "NNP" or any(child.dep_ == "conj" for child in town.children):
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]
    finite = helpers[0] if helpers else verb
    return finite.lower_ in ("are", "were", "have") or (finite is verb and verb.tag_ == "VBP")

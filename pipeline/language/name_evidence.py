"""What the sentence around a name says of its kind: what it does, what it has, and who is apposed to it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_table, read_words
from pipeline.language.name import Name
from pipeline.language.name_cues import is_title, is_title_modifier, role_nouns, title_kind

CLEAR = 3  # a sign that hardly anything else can have: "X's shares", "X, a retailer,"
FAINT = 1  # what a body does more often than a place or a person: "X sued", "X, which"


class Evidence(NamedTuple):
    """How strongly one mention looks like a body, like a person, like a place and like a vessel or machine; 0 = no sign."""

    body: int
    person: int
    place: int
    thing: int


@cache
def _firm_nouns() -> frozenset[str]:
    rows = read_table("en/actors/descriptions.csv", "noun", "stands_for")
    return frozenset(row["noun"] for row in rows if row["stands_for"] in ("company", "organisation"))


@cache
def _body_nouns() -> frozenset[str]:
    return _firm_nouns() | read_words("en/actors/body_nouns.txt")


def evidence_of(doc: Doc, name: Name) -> Evidence:
    """Return what the sentence says of the name's kind."""
    root = doc[name.start : name.end].root
    body = max(_is_held(doc, name), _owns_like_a_body(root), _is_called_a_body(doc, name, root), _acts_like_a_body(root))
    after = doc[name.end : name.end + 2].text.replace(" ", "")
    if after == ",which":
        body = max(body, FAINT)
    person = CLEAR if after in (",who", ",whose") or _has_an_age(doc, name) or _is_called_a_person(root) else 0
    land = root.dep_ == "nmod:poss" and root.head.lemma_.lower() in read_words("en/actors/place_possessions.txt")
    land = land or _has_envoys(root) or _has_an_officer(doc, name)
    return Evidence(body, person, CLEAR if land else 0, CLEAR if _is_called_a_craft(doc, name, root) else 0)


def _owns_like_a_body(root: Token) -> int:
    """Whether it has shares, a board or a spokesman ("Adria Gate's managing director", "shares of Calder Vale")."""
    owned = root.head
    cases = {child.lower_ for child in root.children if child.dep_ == "case"}
    belongs = root.dep_ == "nmod:poss" or (root.dep_ in ("nmod", "compound") and (not cases or "of" in cases or "at" in cases))
    if not belongs:
        return 0
    lemma = owned.lemma_.lower()
    if lemma in read_words("en/actors/body_possessions.txt"):
        return CLEAR
    return FAINT if root.dep_ != "compound" and lemma in role_nouns("executive") else 0


def _is_held(doc: Doc, name: Name) -> int:
    """Whether one has shares or a stake in it."""
    i = name.start - (2 if name.start > 2 and doc[name.start - 1].lower_ == "the" else 1)
    held = i > 0 and doc[i].lower_ == "in" and doc[i - 1].lemma_.lower() in read_words("en/actors/held_in.txt")
    return CLEAR if held else 0


def _is_called_a_body(doc: Doc, name: Name, root: Token) -> int:
    """Whether an apposition or the noun before it calls it a firm ("Halden, a retailer,", "the airline Norvik")."""
    for child in root.children:
        if child.dep_ == "appos" and child.i > root.i and child.lemma_.lower() in _body_nouns() and not _owned_by_a_name(child):
            return CLEAR
    head = root.head
    if root.dep_ in ("appos", "flat", "nmod:desc") and head.i < name.start and head.pos_ == "NOUN" and head.lemma_.lower() in _firm_nouns():
        return CLEAR
    before = doc[name.start - 1] if name.start else None
    return CLEAR if before is not None and before.pos_ == "NOUN" and before.tag_ == "NN" and before.lemma_.lower() in _firm_nouns() else 0


def _is_called_a_craft(doc: Doc, name: Name, root: Token) -> bool:
    """Whether the noun before it or an apposition calls it a vessel or machine ("the tanker Norvik", "Heliodora, a probe")."""
    crafts = read_words("en/actors/craft_nouns.txt")
    before = doc[name.start - 1] if name.start else None
    named = before is not None and before.tag_ == "NN" and before.lemma_.lower() in crafts and bool(before.whitespace_)
    behind = name.label == "PERSON" and root.dep_ == "compound" and root.head.i == name.end and root.head.lower_ in crafts
    return (
        named
        or behind
        or any(
            child.dep_ == "appos" and child.i > root.i and child.lemma_.lower() in crafts and not _owned_by_a_name(child)
            for child in root.children
        )
    )


def _is_called_a_person(root: Token) -> bool:
    """Whether an apposition says what the person is ("Ilse Berg, the Norwegian oceanographer")."""
    behind = (child for child in root.children if child.dep_ == "appos" and child.i > root.i and child.tag_ == "NN")
    return any(_means_a_person(child.lemma_.lower()) for child in behind)


def _means_a_person(noun: str) -> bool:
    return noun not in _firm_nouns() and any(noun in role_nouns(kind) for kind in ("private", "official", "executive"))


def _owned_by_a_name(noun: Token) -> bool:
    """Whether the noun has an owner that makes the apposition one of a list ("Peru, the union's host")."""
    return any(child.dep_ == "nmod:poss" for child in noun.children)


def _acts_like_a_body(root: Token) -> int:
    """Whether it does what firms do, or is the one by whom something is owned or made."""
    verb = root.head
    if root.dep_ == "nsubj" and verb.pos_ == "VERB":
        return FAINT if verb.lemma_.lower() in read_words("en/actors/body_verbs.txt") or verb._.event == "REPORTING" else 0
    if root.dep_ in ("obl", "obl:agent") and any(child.lower_ == "by" for child in root.children):
        return FAINT if verb.lemma_.lower() in read_words("en/actors/body_agent_verbs.txt") else 0
    return 0


def _has_envoys(root: Token) -> bool:
    """Whether only a land can stand there: "the ambassador of X", "X's embassy", "talks on the border with X"."""
    first = root
    while first.dep_ == "conj":
        first = first.head
    return first.dep_ in ("nmod", "nmod:poss", "compound") and first.head.lemma_.lower() in read_words("en/actors/land_envoys.txt")


def _has_an_officer(doc: Doc, name: Name) -> bool:
    """Whether the title of an office and a person's name stand right behind ("Jubaland President Omar Ali")."""
    i = name.end
    while i < min(len(doc), name.end + 3) and (is_title(doc[i].text) or is_title_modifier(doc[i].text)):
        i += 1
    return i > name.end and title_kind(doc[i - 1].text) == "office" and i < len(doc) and doc[i].ent_type_ == "PERSON"


def _has_an_age(doc: Doc, name: Name) -> bool:
    """Whether the number between commas behind the name is a person's age ("Gordon Sefton, 61,")."""
    behind = doc[name.end : name.end + 3]
    if len(behind) < 3 or behind[0].text != "," or behind[2].text not in (",", "."):
        return False
    return behind[1].text.isdigit() and 1 <= int(behind[1].text) <= 110 and not is_title(doc[name.end - 1].text)

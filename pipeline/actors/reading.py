"""An article as the actor stages see it: its Doc, its names by token, and the tokens that name an owner, for whom others act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from pipeline.actors.identify import Known
from pipeline.actors.world import is_unknown, load_world
from pipeline.language.data_files import read_table, read_words
from pipeline.language.name_cues import is_title, is_title_modifier


class Role(NamedTuple):
    """What a role noun says: official, organ, executive, body or private, and a gender (f, m or "")."""

    kind: str
    gender: str


class Owner(NamedTuple):
    """Whom a modifier names: a state or an organisation, by its canonical name."""

    name: str
    is_state: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """`by_token`: token index -> the name that covers it. `owners`: index of a name's head or of a demonym -> whom it names."""

    doc: Doc
    known: tuple[Known, ...]
    by_token: dict[int, Known]
    owners: dict[int, Owner]


@cache
def _roles() -> dict[str, Role]:
    return {row["noun"]: Role(row["class"], row["gender"]) for row in read_table("en/actors/roles.csv", "noun", "class", "gender")}


def role_of(token: Token) -> Role | None:
    """Return what the noun says of a person or body ("ambassador", "Minister", "troops"), or None."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    found = _roles().get(token.lemma_.lower()) or _roles().get(token.lower_)
    if found is None and token.lower_.endswith("s"):
        found = _roles().get(token.lower_[:-1])
    return found if found is None or token.pos_ != "ADJ" or token.lower_ in ("chief", "executive") else None


def portfolio(noun: Token) -> str:
    """Return a role noun with the words of its office before it, in small letters ("prime minister", "minister")."""
    before = [child for child in noun.lefts if child.dep_ in ("compound", "amod") and child.i > noun.i - 4]
    words = [child.lower_ for child in before if is_title_modifier(child.text.capitalize())]
    return " ".join([*words, noun.lemma_.lower()])


def read(doc: Doc, known: Sequence[Known]) -> Reading:
    """Return the reading of a Doc and its identified names."""
    known = _titles_apart(doc, known)
    by_token = {i: name for name in known for i in range(name.name.start, name.name.end)}
    owners: dict[int, Owner] = {}
    for name in known:
        owner = _owner(name) or _place_as_owner(doc, name)
        if owner is not None:
            owners[name.head] = owner
            owners.setdefault(name.name.end - 1, owner)
    for token in doc:
        state = demonym_at(token)
        if state and token.i not in by_token:
            owners[token.i] = Owner(state, True)
    for start, last, state in long_demonyms(doc):
        if last not in by_token:
            owners.pop(start, None)
            owners[last] = Owner(state, True)
    return Reading(doc, tuple(known), by_token, owners)


def _titles_apart(doc: Doc, known: Sequence[Known]) -> tuple[Known, ...]:
    """Return the names without those that are only the title of the person behind ("British Foreign Secretary" before "Jack Straw")."""
    people = {name.name.start for name in known if name.kind == "person"}

    def is_title_alone(name: Known) -> bool:
        role = role_of(doc[name.name.end - 1]) if name.name.end in people and name.name.end - name.name.start > 1 else None
        return name.kind in ("organisation", "person") and role is not None and role.kind == "official"

    def is_plain(name: Known) -> bool:  # "whose air force"
        roles = [role_of(token) for token in doc[name.name.end - 1 : name.name.end + 1]]
        return doc[name.name.start : name.name.end].text.islower() and any(role is not None and role.kind == "organ" for role in roles)

    return tuple(name for name in known if not (is_title_alone(name) or is_plain(name)))


def demonym_at(token: Token) -> str:
    """Return the state whose demonym the capitalised word is ("Russian", "Britons"), or ""."""
    if not token.text[:1].isupper() or token.pos_ not in ("ADJ", "PROPN", "NOUN"):
        return ""
    return load_world().demonym(token.text)


def long_demonyms(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, last token, state) of the demonyms of two words ("South Korean", "Sri Lankans")."""
    for first, second in pairwise(doc):
        if first.text[:1].isupper() and second.text[:1].isupper() and (state := load_world().demonym(f"{first.text} {second.text}")):
            yield first.i, second.i, state


def _place_as_owner(doc: Doc, name: Known) -> Owner | None:
    """Return the state whose capital stands before its envoys ("Washington's negotiator"), or the land no table knows before its own
    ("Ruritania's ambassador", "the government of Ruritania"); nothing before a city's own officers."""
    root = doc[name.head]
    if name.kind != "place" or not (name.stands_for or is_unknown(name.text)):
        return None
    first = root
    while first.dep_ == "conj":
        first = first.head
    noun, before = first.head, root.dep_ in ("nmod:poss", "compound", "amod") and root.head.i > root.i
    behind = not name.stands_for and first.dep_ == "nmod" and any(case.lower_ == "of" for case in first.children if case.dep_ == "case")
    after = next((token for token in doc[name.name.end : name.name.end + 3] if not is_title_modifier(token.text)), root)
    if not (before or behind) and is_title(after.text) and not name.stands_for:
        noun, before = after, True
    role = role_of(noun) if before or behind else None
    local = read_words("en/actors/local_roles.txt" if name.stands_for else "en/actors/town_roles.txt")
    if role is None or role.kind not in ("official", "organ") or noun.lemma_.lower() in local:
        return None
    if not name.stands_for:
        return Owner(name.canonical, True)
    return Owner(name.stands_for, bool(load_world().state(name.stands_for)))


def _owner(name: Known) -> Owner | None:
    if name.kind == "state":
        return Owner(name.canonical, True)
    if name.stands_for and load_world().is_seat(name.text):
        return Owner(name.stands_for, bool(load_world().state(name.stands_for)))
    return Owner(name.canonical, False) if name.kind == "organisation" else None


def owners_of(reading: Reading, noun: Token) -> tuple[Owner, ...]:
    """Return whom a noun belongs to: possessor first, then adjective and compound, then "of", "from" or "for"; conjuncts together."""
    groups: list[list[Token]] = [[], [], []]
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            groups[0].append(child)
        elif child.dep_ in ("amod", "compound", "nmod:unmarked", "flat") and child.i < noun.i:
            groups[1].append(child)
        elif child.dep_ == "conj" and child.i > noun.i + 2 and child.i - 2 in reading.owners and reading.doc[child.i - 1].text == ",":
            groups[2].append(child)  # "the ambassadors of France, | Kenya and Peru"
        elif (
            child.dep_ in ("nmod", "obl")
            and child.i > noun.i
            and {c.lower_ for c in child.children if c.dep_ == "case"} & {"of", "from", "for"}
        ):
            groups[2].append(child)
    for group in groups:
        found = [owner for token in group for owner in _with_conjuncts(reading, token)]
        states = [owner for owner in found if owner.is_state]
        if found:
            return tuple(dict.fromkeys([*_before_and(reading, noun), *states] if states else found))
    left = _left_owner(reading, noun)
    return (left,) if left else ()


def _before_and(reading: Reading, noun: Token) -> list[Owner]:
    """Return the state that the parse made a subject of its own before "and" ("U.S. | and Russian negotiators flew")."""
    start = noun.left_edge.i
    if start < 1 or noun.dep_ not in ("nsubj", "nsubj:pass") or "and" not in (reading.doc[start].lower_, reading.doc[start - 1].lower_):
        return []
    i = start - 1 if reading.doc[start].lower_ == "and" else start - 2
    owner = reading.owners.get(i)
    return [owner] if owner is not None and owner.is_state and reading.doc[i].head.i == noun.head.i else []


def _with_conjuncts(reading: Reading, token: Token) -> list[Owner]:
    tokens = [token, *(child for child in token.children if child.dep_ == "conj")]
    return [reading.owners[t.i] for t in tokens if t.i in reading.owners]


def _left_owner(reading: Reading, noun: Token) -> Owner | None:
    """Return the state right before a noun and its adjectives, where the parse lost it ("the U.S.' deputy ambassador")."""
    for i in range(noun.i - 1, max(noun.i - 5, -1), -1):
        token = reading.doc[i]
        if i in reading.owners and reading.owners[i].is_state:
            return reading.owners[i]
        if not (token.tag_ == "POS" or token.pos_ in ("ADJ", "NOUN", "NUM") or (token.pos_ == "PROPN" and i not in reading.by_token)):
            return None
    return None

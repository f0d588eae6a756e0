"""Who each name is: one canonical name for all its spellings in the article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from pipeline.actors.aliases import folded
from pipeline.actors.bodies import canonical_bodies, introduced_acronyms, spelled_out
from pipeline.actors.people import canonical_people
from pipeline.actors.world import load_world
from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import head_of, key, load_gazetteer
from pipeline.language.name_types import VERSION
from pipeline.language.names import Name

NICKNAME = re.compile(r"(?<=\w) [“‘\"'][\w ]{1,30}[”’\"'] (?=\w)")
Kind = Literal["person", "state", "organisation", "place", "group", "thing"]


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the article with its canonical name.

    `stands_for` is the actor that a capital or seat of power means when it acts, else "". `body_kind` is court, company, media ... or "".
    `head` is the index of its head token.
    """

    name: Name
    text: str
    canonical: str
    kind: Kind
    head: int
    stands_for: str = ""
    body_kind: str = ""
    how: str = "name"


def tidy(text: str) -> str:
    """Return a name without the blanks that tokenised text leaves and without a nickname inside it.

    >>> tidy("Wal - Mart"), tidy("Procter  & Gamble"), tidy("Dwayne “Rock” Mason")
    ('Wal-Mart', 'Procter & Gamble', 'Dwayne Mason')
    """
    out = " ".join(NICKNAME.sub(" ", text).split())
    for loose, tight in ((" - ", "-"), (" 's", "'s"), (" ’s", "’s"), (" .", "."), (" ,", ",")):
        out = out.replace(loose, tight)
    return out


def _calmed(text: str) -> str:
    """Return a shouted name in its usual letters, if the tables know it so ("BERLIN" -> "Berlin")."""
    usual = text.title()
    return usual if text.isupper() and len(text) > 3 and load_gazetteer().label(text) is None and load_gazetteer().label(usual) else text


def identify(doc: Doc, names: Sequence[Name], aliases: Mapping[str, str]) -> tuple[Known, ...]:
    """Return the names in order, each with its canonical name; `aliases` is the reader's own table."""
    names = [_without_nationality(doc, name) for name in names]
    texts = [_calmed(tidy(name.text(doc))) for name in names]
    labelled = list(zip(names, texts, strict=True))
    others = {text for name, text in labelled if name.label != "ORG"}
    named = [text for name, text in labelled if name.label == "ORG"]
    bodies = canonical_bodies(named, {**spelled_out(doc, set(named)), **introduced_acronyms(doc)}, others)
    people = canonical_people([(text, name.label == "PERSON") for name, text in zip(names, texts, strict=True)])
    found = []
    for name, text, person in zip(names, texts, people, strict=True):
        head = head_of(doc[name.start : name.end])
        canonical = person or bodies.get(text, text)
        if name.label == "ORG" and name.start and doc[name.start - 1].text == "The" and key(f"The {text}") in load_world().bodies:
            canonical = load_world().bodies[key(f"The {text}")].name
        land = load_world().states.get(key(f"the {text}"), "") if name.start and doc[name.start - 1].lower_ == "the" else ""
        if name.label == "ORG" and land:
            name = replace(name, label="LOC")  # "the Emirates" is no airline
        found.append(_known(name, text, head, canonical))
    return tuple(_with_alias(known, aliases) for known in found)


def _without_nationality(doc: Doc, name: Name) -> Name:
    """Return the name without the nationality before a full name ("Israeli Ohad Huri"); "French Stewart" stays."""
    first = doc[name.start].text
    own = name.label == "PERSON" and name.length > 2 and not doc[name.start + 1].is_punct
    return replace(name, start=name.start + 1) if own and load_world().adjectives.get(key(first)) else name


def _known(name: Name, text: str, head: int, canonical: str) -> Known:
    world = load_world()
    if name.label == "PERSON":
        return Known(name, text, canonical, "person", head)
    if name.label == "THING":
        return Known(name, text, load_world().things.get(key(text), _version_last(text.rstrip("."))), "thing", head)
    stands_for = world.stands_for(text)
    if name.label == "LOC" and (people := world.body(text.split()[-1])) is not None and people.kind == "people":
        return Known(name, text, canonical, "organisation", head, "", people.kind)  # "Iraqi Kurds" is no place
    if name.label == "LOC":
        state = world.state(text) or world.states.get(key(f"the {text}"), "")
        if state:
            return Known(name, text, state, "state", head, how="name")
        return Known(name, text, text, "place", head, stands_for)
    spelled = len(canonical.split()) > 1 and len(text.split()) == 1 and text.isupper()  # "RSF": what the article spells out
    body = world.body(canonical) or (None if spelled else world.body(text))
    if body is not None:
        return Known(name, text, body.name, "organisation", head, "", body.kind)
    kind = "media" if canonical.split()[-1] in read_words("en/actors/media_cues.txt") else ""
    return Known(name, text, canonical, "organisation", head, stands_for if world.is_seat(text) else "", kind)


def _version_last(text: str) -> str:
    """Return a product's name with its version behind it.

    >>> _version_last("3G iPhone"), _version_last("iPhone 4")
    ('iPhone 3G', 'iPhone 4')
    """
    first, _, rest = text.partition(" ")
    return f"{rest} {first}" if rest and VERSION.fullmatch(first) else text


def _with_alias(known: Known, aliases: Mapping[str, str]) -> Known:
    canonical = aliases.get(folded(known.text)) or aliases.get(folded(known.canonical))
    if canonical is None:
        return known
    state = load_world().state(canonical)
    kind: Kind = "state" if state else known.kind if known.kind in ("person", "organisation") else "organisation"
    return Known(known.name, known.text, state or canonical, kind, known.head, "", known.body_kind, "alias")

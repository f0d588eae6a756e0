"""Mentions of named actors: every name becomes one, as an actor, a place or a thing, by what it does in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc

from pipeline.actors.identify import Kind, Known
from pipeline.actors.reading import Reading, role_of
from pipeline.actors.standing import is_cited_source, is_dateline_agency, is_metonym, is_where
from pipeline.actors.state_bodies import state_body
from pipeline.actors.titles import Description, Person
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention

RoleName = Literal["actor", "place", "thing"]


def mention(doc: Doc, span: tuple[int, int, int], actors: tuple[str, ...], what: tuple[Kind, RoleName, str]) -> ActorMention:
    """Return the mention of tokens (start, end, head); `what` is its kind, role and how it was recognised."""
    start, end, head = span
    words = doc[start:end]
    kind, role, how = what
    return ActorMention(start, end, head, words.start_char, words.end_char, words.text, tuple(dict.fromkeys(actors)), kind, role, how)


def named_mentions(reading: Reading, people: Mapping[str, Person], descriptions: tuple[Description, ...]) -> tuple[ActorMention, ...]:
    """Return one mention per name, one for "City, Country" as a whole, and one for each title phrase whose head is the title."""
    found = [_named(reading, known, people) for known in reading.known]
    wide = list(_places_with_land(reading, found))
    lands = {m.end for m in wide}
    found = [replace(m, role="place") if m.end in lands and m.kind == "state" else m for m in found]
    return (*found, *wide, *_titled(reading, people, descriptions))


def _named(reading: Reading, known: Known, people: Mapping[str, Person]) -> ActorMention:
    doc, span = reading.doc, (known.name.start, known.name.end, known.head)
    if known.kind == "thing":
        return mention(doc, span, (known.canonical,), ("thing", "thing", known.how))
    if known.kind == "person":
        return mention(doc, span, with_states(known.canonical, people), ("person", "actor", known.how))
    if known.kind == "state" and _is_currency(doc, known):
        return mention(doc, span, (known.canonical,), ("thing", "thing", known.how))
    if known.kind == "state":
        return mention(doc, span, (known.canonical,), ("state", "place" if is_where(reading, known) else "actor", known.how))
    if known.stands_for:
        if is_metonym(reading, known):
            kind: Kind = "state" if known.stands_for != "European Union" else "organisation"
            return mention(doc, span, (known.stands_for,), (kind, "actor", "metonym"))
        return mention(doc, span, (known.canonical,), ("place", "place", known.how))
    if known.kind == "place":
        return mention(doc, span, (known.canonical,), ("place", "place", known.how))
    own = state_body(reading, known)
    if own is not None:
        return mention(
            doc, (own.start, known.name.end, known.head), own.actors, ("state" if own.is_state else "organisation", "actor", "office")
        )
    if is_dateline_agency(reading, known) or (known.body_kind == "media" and is_cited_source(reading, known)):
        return mention(doc, span, (known.canonical,), ("organisation", "thing", known.how))
    return mention(doc, span, (known.canonical,), ("organisation", "place" if is_where(reading, known) else "actor", known.how))


def _is_currency(doc: Doc, known: Known) -> bool:
    """Whether the state's name belongs to a sum or its money: "US $99 million", "the U.S. dollar"."""
    after = doc[known.name.end : known.name.end + 1].text
    return after in read_words("en/actors/currency_words.txt")


def with_states(person: str, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Return the person and the states it acts for."""
    facts = people.get(person)
    return (person, *facts.states) if facts else (person,)


def _places_with_land(reading: Reading, found: list[ActorMention]) -> Iterator[ActorMention]:
    """Join a place with the state or region said behind it ("Minsk, Belarus")."""
    doc = reading.doc
    for first, second in pairwise(found):
        between = [token.text for token in doc[first.end : second.start]]
        if first.kind == "place" and between == [","] and second.kind in ("place", "state") and first.actors != second.actors:
            last = doc[second.end] if second.end < len(doc) else None
            if second.kind == "place" and last is not None and last.lower_ == "and":
                continue
            yield mention(
                doc, (first.start, second.end, first.head), (f"{first.actors[0]}, {second.actors[0]}",), ("place", "place", "name")
            )


def _titled(reading: Reading, people: Mapping[str, Person], descriptions: tuple[Description, ...]) -> Iterator[ActorMention]:
    """Give the head noun of a title or apposition its person, so that "Russia's ambassador, Anatoly Antonov, said" finds him."""
    doc = reading.doc
    seen = set()
    for description in descriptions:
        noun = doc[description.role]
        if noun.i in seen or (noun.i in reading.by_token and reading.by_token[noun.i].kind == "person") or role_of(noun) is None:
            continue
        seen.add(noun.i)
        start = min(description.start, noun.i)
        yield mention(doc, (start, noun.i + 1, noun.i), with_states(description.person, people), ("person", "actor", "office"))

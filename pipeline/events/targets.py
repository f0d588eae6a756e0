"""To whom an event is done: the objects, the parties behind a preposition, or those of the step that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.events.arguments import Arguments, arguments_of
from pipeline.events.event_types import type_of
from pipeline.events.grammar import (
    OBJECTS,
    SUBJECTS,
    is_passive,
    kid,
    kids,
    lemma_of,
    preposition,
    to_infinitive,
)
from pipeline.events.lexicon import event_noun, pairs, words
from pipeline.events.parties import is_court, parties_inside, parties_of, party, prepositions
from pipeline.events.type_frames import Company
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

NEAR = ("nmod:poss", "compound", "amod", "appos", "flat")


def targets_of(token: Token, found: Arguments, actors: Actors, taken: set[str]) -> list[ActorMention]:
    """Return the mentions it is done to: the objects, else the first oblique party, else those of the step it is about."""
    kind = type_of(token, Company(found))
    suffer = _victims(token, found, actors)
    items = _ends_with_an_item(token)
    for candidates in (
        [m for m in parties_inside(found.patients, actors) if m not in suffer and not (items and preposition(token.doc[m.head]) == "with")],
        parties_of(_makers(found.patients), actors),
        parties_inside(_stray_agents(token, found), actors),
        _towards(_without_items(token, found, items), actors),
        _of_complement(token, actors, taken) if kind in words("passed_on_types.txt") or _carries_a_call(token) else [],
        _hosts(found, actors) if _goes_to_its_host(token, kind) else [],
    ):
        own = [mention for mention in candidates if not set(mention.actors) <= taken]
        if own:
            return [*own, *_other_side(token, found, actors)]
    return []


def _without_items(token: Token, found: Arguments, items: bool) -> Arguments:
    """Return the arguments without those whose preposition names no party here; `items`: "with" leads to one of the object.

    "Completed the fourteen with Makalu" (not "opened talks with Vik"), "a funeral at the Church of St James".
    """
    rite = token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words("rites.txt")
    kept = tuple((word, noun) for word, noun in found.obliques if not (items and word == "with") and not (rite and word == "at"))
    return Arguments(found.agents, found.patients, kept)


def _ends_with_an_item(verb: Token) -> bool:
    """Whether "with" names an item of the verb's object ("completed the set with Makalu"); not of an act ("completed talks with Vik")."""
    if verb.pos_ != "VERB" or lemma_of(verb) not in words("with_its_item.txt"):
        return False
    things = list(kids(verb, "obj"))
    return bool(things) and not any(event_noun(noun.text, noun.lemma_) is not None for noun in things)


def _victims(verb: Token, found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return whom the act that is deplored was done to ("condemned the attack on Vik"): it is not Vik that is condemned."""
    if verb.pos_ != "VERB" or lemma_of(verb) not in words("deploring_verbs.txt"):
        return []
    acts = [noun for noun in found.patients if event_noun(noun.text, noun.lemma_) is not None and actors.of(noun.i) is None]
    return parties_inside([token for noun in acts for token in arguments_of(noun).patients], actors)


def _carries_a_call(token: Token) -> bool:
    """Whether the verb's object is a call with a clause of its own that says who is to act ("repeated its demand that Vik leave")."""
    return any(
        kid(clause, *SUBJECTS) is not None and type_of(noun, Company(Arguments())) in words("passed_on_types.txt")
        for noun in kids(token, "obj")
        for clause in kids(noun, "acl")
    )


def _makers(nouns: Iterable[Token]) -> list[Token]:
    """Return who made the act or the paper that is the object ("rejected the offer made by Vik", "welcomed the letter sent by Vik").

    Not who built a thing: "bought the mill built by Vik".
    """
    made = [noun for noun in nouns if _has_a_maker(noun) and noun.dep_ in OBJECTS]
    clauses = [clause for noun in made for clause in kids(noun, "acl") if clause.tag_ == "VBN"]
    return [agent for clause in clauses for agent in arguments_of(clause).agents if agent.i > clause.i]


def _other_side(verb: Token, found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return to whom or from whom a named object goes: "sold Volvo to Geely", "bought Volvo from Ford"."""
    known = pairs("transfer_verbs.csv", "verb", "preposition")
    others = [token for word, token in found.obliques if (lemma_of(verb), word) in known]
    return [mention for mention in parties_inside(others, actors) if mention.role == "actor"]


def _has_a_maker(noun: Token) -> bool:
    """Whether the noun is an act or a paper, whose maker is a party where it is dealt with: a raid, a rule, a letter."""
    return event_noun(noun.text, noun.lemma_) is not None or noun.lemma_.lower() in words("documents.txt")


def _stray_agents(verb: Token, found: Arguments) -> list[Token]:
    """Return who did what the object names although the parse hangs the phrase on the verb ("rejected a call | by Vik")."""
    if verb.pos_ != "VERB" or is_passive(verb):
        return []
    nouns = [noun for noun in found.patients if _has_a_maker(noun) and noun.i > verb.i]
    agents = [child for child in kids(verb, "obl", "obl:agent") if preposition(child) == "by"]
    return [agent for agent in agents for noun in nouns if agent.left_edge.i == noun.right_edge.i + 1]


def _of_complement(token: Token, actors: Actors, taken: set[str]) -> list[ActorMention]:
    """Return who is to act ("demanded that X leave"), else whom the step concerns ("threatened to ban X"); not the one who is `taken`."""
    of_object = [clause for noun in kids(token, "obj") for clause in kids(noun, "acl") if kid(clause, *SUBJECTS) is not None]
    aims = [child for child in kids(token, "advcl") if to_infinitive(child)]  # "threatened on Monday to ban X"
    for child in [*kids(token, "ccomp", "xcomp"), *of_object, *aims]:  # also "repeated its demand that X leave"
        step = arguments_of(child) if child.pos_ == "VERB" else Arguments()
        subject = kid(child, *SUBJECTS)
        if _is_told(token, child, actors):
            continue
        mentions = parties_of([t for t in (*step.agents, *step.patients) if subject is not None and t.i == subject.i], actors)
        mentions = mentions or [m for m in parties_inside(step.patients, actors) if not set(m.actors) <= taken] or _towards(step, actors)
        mentions = mentions or (_hosts(step, actors) if _goes_to_its_host(child, type_of(child, Company(step))) else [])
        if mentions:
            return mentions
    return []


def _is_told(verb: Token, step: Token, actors: Actors) -> bool:
    """Whether somebody unnamed is told not to do the step: "warned its neighbours not to help Vik" says nothing to Vik."""
    told = [noun for noun in kids(verb, "obj", "iobj") if noun.i < step.i and noun.pos_ == "NOUN"]
    people = [noun for noun in told if noun.lemma_.lower() in words("people_nouns.txt") | words("other_people.txt")]
    return step.dep_ in {"xcomp", "advcl"} and any(actors.of(noun.i) is None for noun in people)


def _goes_to_its_host(token: Token, kind: str) -> bool:
    """Whether the land behind "in" is the target: of aid, of troops, of a visit; not of talks, which it only hosts."""
    return kind in words("hosted_types.txt") and (kind != "CONSULT" or lemma_of(token) in words("travelling.txt"))


def _hosts(found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the state where a visit, a mission or aid goes ("arrived in Vik")."""
    places = [token for before, token in found.obliques if before in {"in", "to", "into", "for"}]
    places += [child for token in found.patients for child in kids(token, "nmod") if preposition(child) in {"in", "to", "into"}]
    return [mention for token in places if (mention := actors.of(token.i)) is not None and mention.kind == "state"]


def _owners_behind(thing: Token) -> list[Token]:
    """Return whose thing it is, said behind it: "hacked into the computers of Vik's army", "fired on the positions of the rebels"."""
    owns = event_noun(thing.text, thing.lemma_) is None and thing.pos_ == "NOUN"
    return [child for child in kids(thing, "nmod") if preposition(child) == "of"] if owns else []


def _towards(found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the first oblique participant by the order of the table, when there is no object: "cooperate with", "march on"."""
    for word in prepositions("towards"):
        tokens = [token for before, token in found.obliques if before == word]
        mentions = [m for token in tokens if (m := party(token, actors, word)) is not None and not (word == "at" and is_court(m))]
        deep = [t for token in tokens if event_noun(token.text, token.lemma_) is not None for t in arguments_of(token).patients]
        mentions = mentions or parties_inside(deep, actors)
        beside = [child for token in tokens for child in (*kids(token, *NEAR), *_owners_behind(token))]
        near = [m for child in beside if (m := party(child, actors, "")) is not None]
        mentions = mentions or [m for m in near if word not in prepositions("local") or m.kind in {"organisation", "group"}]
        if mentions:
            return mentions
    return []

"""The type of an event: PLOVER's sixteen and general ones, by the event word and what stands with it (data/events/types.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from pipeline.events.arguments import arguments_of, carrier
from pipeline.events.grammar import OBJECTS, SUBJECTS, is_verb, kids, lemma_of, preposition
from pipeline.events.lexicon import event_noun, mapping, pairs, words
from pipeline.events.type_frames import Company, Condition, fits, read_frame
from pipeline.language.data_files import read_table
from pipeline.records import Status

FALLBACK = "OTHER"


@dataclass(frozen=True, slots=True)
class TypeRule:
    """One line of types.csv: where all `conditions` hold, the word's event has the `type`."""

    conditions: tuple[Condition, ...]
    type: str


@cache
def type_rules() -> Mapping[tuple[str, str], tuple[TypeRule, ...]]:
    """Return (lemma, kind) -> its rules, those with more conditions first."""
    rules: dict[tuple[str, str], list[TypeRule]] = {}
    for row in read_table("events/types.csv", "lemma", "kind", "frame", "type"):
        rules.setdefault((row["lemma"], row["kind"]), []).append(TypeRule(read_frame(row["frame"]), row["type"]))
    return MappingProxyType({key: tuple(sorted(found, key=lambda rule: -len(rule.conditions))) for key, found in rules.items()})


@cache
def known_words() -> frozenset[tuple[str, str]]:
    """Return every (lemma, kind) that types.csv lists."""
    return frozenset(type_rules())


def type_of(token: Token, company: Company) -> str:
    """Return the type of the event the token names, by the word and what stands with it."""
    if is_verb(token):
        return _verb_type(token, company)
    own = _own_type(token, company)
    if own:
        return own
    verb = carrier(token)
    carried = verb is None or (lemma_of(verb), "object") in pairs("light_verbs.csv", "verb", "role")
    return FALLBACK if carried or verb is None else _verb_type(verb, company)


def _own_type(token: Token, company: Company) -> str:
    """Return the type that a noun or adjective has by itself or by its verb, "" for none."""
    kind = "adjective" if token.pos_ == "ADJ" else "noun"
    rules = type_rules().get((token.lemma_.lower(), kind), ()) or type_rules().get((token.lower_, kind), ())
    for rule in rules:
        if all(fits(condition, token, company) for condition in rule.conditions):
            return rule.type
    entry = event_noun(token.text, token.lemma_)
    if entry is not None and entry.verb:
        for rule in type_rules().get((entry.verb, "verb"), ()):
            if not rule.conditions:
                return rule.type
    return ""


def _verb_type(verb: Token, company: Company) -> str:
    if makes_demand(verb):
        return "REQUEST"
    particle = lemma_of(verb)
    rules = type_rules().get((particle, "verb"), ())
    if not rules and particle != verb.lemma_.lower():
        rules = type_rules().get((verb.lemma_.lower(), "verb"), ())
    framed = next((rule for rule in rules if rule.conditions and all(fits(part, verb, company) for part in rule.conditions)), None)
    if framed is not None:
        return framed.type
    begun = _type_of_what_goes_on(verb) if particle in words("going_on_verbs.txt") else ""
    return begun or next((rule.type for rule in rules if not rule.conditions), FALLBACK)


def _type_of_what_goes_on(verb: Token) -> str:
    """Return the type of the act that begins or goes on: "resumed talks", "a round of talks opens", "began shelling"; "" for none."""
    for noun in kids(verb, *OBJECTS, *SUBJECTS):
        inner = noun
        if noun.lemma_.lower() in words("measure_nouns.txt"):
            inner = next((child for child in kids(noun, "nmod") if preposition(child) == "of"), noun)
        if inner.pos_ == "NOUN" and event_noun(inner.text, inner.lemma_) is not None:
            return _own_type(inner, Company(arguments_of(inner))) or FALLBACK
    act = next((child for child in kids(verb, "xcomp") if is_verb(child)), None)
    return _verb_type(act, Company(arguments_of(act))) if act is not None else ""


def stance(event_type: str, status: Status, own_word: bool, willing: bool = False) -> str:
    """Return PLOVER's type of a step that the one who takes it has only announced: a friendly one is AGREE, a hostile one THREATEN.

    `own_word` tells that the actor itself says so ("Hungary said it will support"), `willing` that it only offers ("is ready to withdraw").
    A friendly step that it says it will not take is REJECT. Others keep the type of the step.
    """
    if status == "denied" and event_type == "AGREE":
        return "REJECT"  # no agreement was reached
    if status == "denied" and own_word:
        return mapping("announced_types.csv", "type", "refused").get(event_type, event_type)
    if willing or (status == "planned" and own_word):
        return mapping("announced_types.csv", "type", "announced").get(event_type, event_type)
    return event_type


def is_offer(verb: Token) -> bool:
    """Whether the verb hangs on a word of readiness: "is willing to withdraw", "offered to negotiate"."""
    return verb.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and verb.head.lemma_.lower() in words("willing.txt")


def makes_demand(verb: Token) -> bool:
    """Whether what is said is that somebody must do something: "said both sides must agree"."""
    return any(aux.lower_ == "must" for child in kids(verb, "ccomp") for aux in kids(child, "aux"))

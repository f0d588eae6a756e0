"""The type of an event: PLOVER's sixteen and general ones, by the event word and what stands with it (data/events/types.csv)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from pipeline.actors.reading import role_of
from pipeline.events.arguments import Arguments, carrier
from pipeline.events.grammar import OBJECTS, OBLIQUES, SUBJECTS, is_passive, is_verb, kids, lemma_of, preposition, to_infinitive
from pipeline.events.lexicon import event_noun, mapping, pairs, words
from pipeline.language.data_files import read_table
from pipeline.records import Status

FALLBACK = "OTHER"


@dataclass(frozen=True, slots=True)
class TypeRule:
    """One line of types.csv: under `test` ("object", "preposition", ...) one of `values` gives `type`."""

    test: str
    values: frozenset[str]
    type: str


@cache
def type_rules() -> Mapping[tuple[str, str], tuple[TypeRule, ...]]:
    """Return (lemma, kind) -> its rules, those with a frame first."""
    rules: dict[tuple[str, str], list[TypeRule]] = {}
    for row in read_table("events/types.csv", "lemma", "kind", "frame", "type"):
        test, _, values = row["frame"].partition(":")
        rules.setdefault((row["lemma"], row["kind"]), []).append(TypeRule(test, frozenset(values.split("|")) - {""}, row["type"]))
    return MappingProxyType({key: tuple(sorted(found, key=lambda rule: rule.test == "")) for key, found in rules.items()})


@cache
def known_words() -> frozenset[tuple[str, str]]:
    """Return every (lemma, kind) that types.csv lists."""
    return frozenset(type_rules())


def type_of(token: Token, found: Arguments, persons: Sequence[Token] = ()) -> str:
    """Return the type of the event the token names; `persons` are the patients that are people."""
    if is_verb(token):
        return _verb_type(token, found, persons)
    kind = "adjective" if token.pos_ == "ADJ" else "noun"
    for rule in type_rules().get((token.lemma_.lower(), kind), ()) or type_rules().get((token.lower_, kind), ()):
        if not rule.test or (rule.test == "figures" and _of_figures(token)):
            return rule.type
    entry = event_noun(token.text, token.lemma_)
    if entry is not None and entry.verb:
        for rule in type_rules().get((entry.verb, "verb"), ()):
            if not rule.test:
                return rule.type
    verb = carrier(token)
    return (
        _verb_type(verb, found, persons)
        if verb is not None and (lemma_of(verb), "object") not in pairs("light_verbs.csv", "verb", "role")
        else FALLBACK
    )


def _verb_type(verb: Token, found: Arguments, persons: Sequence[Token]) -> str:
    if makes_demand(verb):
        return "REQUEST"
    particle = lemma_of(verb)
    rules = type_rules().get((particle, "verb"), ())
    if not rules and particle != verb.lemma_.lower():
        rules = type_rules().get((verb.lemma_.lower(), "verb"), ())
    for rule in rules:
        if _fits(rule, verb, found, persons):
            return rule.type
    return FALLBACK


def _fits(rule: TypeRule, verb: Token, found: Arguments, persons: Sequence[Token]) -> bool:
    if rule.test == "":
        return True
    if rule.test == "object":
        if "person" in rule.values:
            return bool(persons)
        lemmas = {word.lemma_.lower() for patient in found.patients for word in (patient, *kids(patient, "compound"))}
        inner = {child.lemma_.lower() for patient in found.patients for child in kids(patient, "nmod") if preposition(child) == "of"}
        return bool((lemmas | inner) & rule.values)
    if rule.test == "preposition":
        return any(word in rule.values for word, _ in found.obliques)
    if rule.test == "infinitive":
        return any(to_infinitive(child) for child in kids(verb, "xcomp", "ccomp"))
    if rule.test == "passive":
        return is_passive(verb)
    if rule.test == "figures":
        return _of_figures(verb)
    if rule.test == "complement":
        return any(role_of(child) is not None for child in kids(verb, "xcomp", "obj", "attr"))
    nature = any(agent.lemma_.lower() in words("nature.txt") for agent in found.agents)
    if rule.test == "subject":
        return nature
    return bool(found.agents) and not nature


def _of_figures(event: Token) -> bool:
    """Whether it is a move of figures: "sales rose", "it fell 3 percent", "a rise in the price of oil"; not "the river rose"."""
    near = [*kids(event, *SUBJECTS, *OBJECTS, *OBLIQUES, "compound", "nummod")]
    if event.dep_ in {"acl", "acl:relcl"}:
        near.append(event.head)
    inner = [word for noun in near for word in kids(noun, "compound", "nmod", "conj", "nmod:unmarked")]
    return any(word.lemma_.lower() in words("figures.txt") for word in (*near, *inner))


def stance(event_type: str, status: Status, own_word: bool, willing: bool = False) -> str:
    """Return PLOVER's type of a step that the one who takes it has only announced: a friendly one is AGREE, a hostile one THREATEN.

    `own_word` tells that the actor itself says so ("Hungary said it will support"), `willing` that it only offers ("is ready to withdraw").
    A friendly step that it says it will not take is REJECT. Others keep the type of the step.
    """
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

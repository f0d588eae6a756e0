"""The named participants of an event: who does it, to whom, what else is named in its clause, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.arguments import Arguments, arguments_of, carrier, subject_of
from pipeline.events.clause_names import clause_mentions, place_of
from pipeline.events.grammar import (
    conjuncts,
    first_conjunct,
    is_passive,
    kids,
    lemma_of,
    preposition,
)
from pipeline.events.lexicon import event_noun, mapping, pairs, words
from pipeline.events.naming import described_noun, search_names
from pipeline.events.parties import acts_as_a_body, courts_at, parties_of
from pipeline.events.targets import targets_of
from pipeline.events.trigger import Trigger
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors


@dataclass(frozen=True, slots=True)
class Participants:
    """Canonical names by role, with the mentions they were read from."""

    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    place: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    arguments: Arguments = field(default_factory=Arguments)

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone who takes part, sources first."""
        return unique((*self.sources, *self.targets))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names without repetition, in order."""
    return tuple(dict.fromkeys(name for name in names if name))


def participants_of(doc: Doc, trigger: Trigger, actors: Actors) -> Participants:
    """Read the trigger's grammar and the actors, return its participants."""
    token = doc[trigger.head]
    found = merged(token, arguments_of(token))
    told = _of_phase(token, found)
    sources = parties_of(told.agents, actors) or _judges(token, told, actors) or _beside(token, told, actors)
    taken = {name for mention in sources for name in mention.actors}
    own = targets_of(token, told, actors, taken)
    clause = tuple(clause_mentions(token, actors))
    people = [*sources, *own]
    return Participants(
        sources=unique(name for mention in sources for name in mention.actors),
        targets=unique(name for mention in own for name in mention.actors if name not in taken),
        names=unique(search_names(doc, [*people, *clause, *described_noun(token, actors)])),
        place=place_of(token, actors),
        spans=tuple(sorted({(mention.start_char, mention.end_char) for mention in people})),
        arguments=found,
    )


def _judges(token: Token, found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the court of "was jailed at Leeds Crown Court", the clinic "where she was treated"; none for "died at the court"."""
    if token.pos_ != "VERB" or not is_passive(token) or found.agents:
        return []
    return courts_at(found.obliques, actors) or _body_where(token, actors)


def _body_where(verb: Token, actors: Actors) -> list[ActorMention]:
    """Return the body that a clause with "where" tells of: "taken to Leeds Infirmary, where she was treated and released"."""
    clause = first_conjunct(verb)
    if (
        clause.dep_ != "acl:relcl"
        or lemma_of(verb) not in words("done_by_the_house.txt")
        or not any(child.lower_ == "where" for child in clause.lefts)
    ):
        return []
    mention = actors.of(clause.head.i)
    return [mention] if mention is not None and mention.kind == "organisation" and mention.role != "thing" else []


def _beside(verb: Token, found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the body right before "which" whose clause the parse hung on the noun above ("Shares in Vik Bank, which raised its rates")."""
    pronoun = next((child for child in kids(verb, "nsubj") if child.lower_ == "which"), None)
    if pronoun is None or verb.dep_ != "acl:relcl" or pronoun.i < 2 or not acts_as_a_body(verb):
        return []
    noun = next((actors.of(i) for i in range(pronoun.i - 1, max(-1, pronoun.i - 3), -1) if not pronoun.doc[i].is_punct), None)
    return [noun] if noun is not None and noun.kind in {"organisation", "state"} and noun.role == "actor" else []


def merged(token: Token, own: Arguments) -> Arguments:
    """Return a noun's arguments with those of the verb that carries it: in "X held talks with Y" X is the talks' source."""
    if token.pos_ not in {"NOUN", "PROPN"} and not (token.tag_ == "VBG" and token.dep_ == "nsubj"):
        return own
    doer = _doer(token) if not own.agents else None
    if doer is not None:
        return Arguments(tuple(conjuncts(doer)), own.patients, own.obliques)
    verb = carrier(token) or _joined(token)
    if verb is None or (own.agents and token.dep_ != "obj"):
        return own
    word = lemma_of(verb)
    light = any((word, role) in pairs("light_verbs.csv", "verb", "role") for role in ("object", "subject"))
    carries = light or word in mapping("aspectual_verbs.csv", "verb", "own") or word in words("carrying_verbs.txt")
    if not (carries or _joined(token) is not None):
        return own
    above = arguments_of(verb)
    bound = bool(above.agents) and all(agent.tag_ == "PRP$" for agent in own.agents)  # "X and Y held their first meeting"
    agents = (() if bound else own.agents) or tuple(agent for agent in above.agents if agent.i != token.i)
    agents = agents or tuple(below for before, below in above.obliques if before == "between")  # "fighting broke out between X and Y"
    if token.dep_ == "obj" and _suffered(token, word):
        return Arguments((), own.patients or agents, (*own.obliques, *above.obliques))
    return Arguments(agents, own.patients, (*own.obliques, *above.obliques))


def _doer(noun: Token) -> Token | None:
    """Return whose act it is that goes on beside the verb: "met them during a visit to Vik", "said in a speech": the subject's.

    Not "was criticised in a speech": who speaks is not said.
    """
    if noun.dep_ != "obl" or noun.lemma_.lower() not in words("own_acts.txt") or preposition(noun) not in {"during", "on", "in"}:
        return None
    return subject_of(noun.head) if noun.head.pos_ == "VERB" and not is_passive(noun.head) else None


def _joined(noun: Token) -> Token | None:
    """Return the predicate whose subject takes part in the noun behind its preposition.

    "Entered into talks", "took part in the protest", "moved closer to a deal", "is close to a deal"; not "called for talks".
    """
    if noun.dep_ not in {"obl", "nmod"} or event_noun(noun.text, noun.lemma_) is None:
        return None
    known, before, word = pairs("joining_verbs.csv", "verb", "preposition"), preposition(noun), noun.head
    joins = False
    while True:
        part = " part" if any(child.lower_ == "part" for child in kids(word, "obj")) else ""
        joins = joins or (f"{lemma_of(word)}{part}", before) in known
        if word.pos_ not in {"ADJ", "ADV"} or word.dep_ not in {"advmod", "advcl", "xcomp"}:
            return word if joins and word.pos_ in {"VERB", "ADJ", "ADV"} else None
        word = word.head  # "moved closer to"


def _of_phase(verb: Token, found: Arguments) -> Arguments:
    """Return the arguments of what begins, goes on or ends instead of those of the verb that says so ("Talks between X and Y ended")."""
    if verb.pos_ != "VERB" or lemma_of(verb) not in mapping("aspectual_verbs.csv", "verb", "own"):
        return found
    nouns = [t for t in (*found.agents, *found.patients) if event_noun(t.text, t.lemma_) is not None and t.pos_ == "NOUN"]
    for noun in nouns[:1]:
        own = arguments_of(noun)
        agents = tuple(t for t in found.agents if t.i != noun.i)
        return Arguments(agents or own.agents, own.patients, (*own.obliques, *found.obliques))
    return found


def _suffered(noun: Token, word: str) -> bool:
    """Whether the carrying verb's subject suffers the event: "suffered a defeat", "faced an attack", "received a sentence"."""
    entry = event_noun(noun.text, noun.lemma_)
    return word in words("suffering_verbs.txt") and entry is not None

"""The named participants of an event: who does it, to whom, what else is named in its clause, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.arguments import Arguments, arguments_of, carrier
from pipeline.events.clause_names import clause_mentions, place_of
from pipeline.events.event_types import type_of
from pipeline.events.grammar import OBJECTS, SUBJECTS, first_conjunct, is_passive, kid, kids, lemma_of, preposition, to_infinitive
from pipeline.events.lexicon import event_noun, mapping, pairs, words
from pipeline.events.naming import described_noun, search_names
from pipeline.events.parties import acts_as_a_body, courts_at, is_court, parties_inside, parties_of, party, prepositions
from pipeline.events.trigger import Trigger
from pipeline.events.type_frames import Company
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

NEAR = ("nmod:poss", "compound", "amod", "appos", "flat")


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
    own = _targets(token, told, actors, taken)
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


def _targets(token: Token, found: Arguments, actors: Actors, taken: set[str]) -> list[ActorMention]:
    """Return the mentions it is done to: the objects, else the first oblique party, else those of the step it is about."""
    kind = type_of(token, Company(found))
    for candidates in (
        parties_inside(found.patients, actors),
        parties_of(_makers(found.patients), actors),
        parties_inside(_stray_agents(token, found), actors),
        _towards(found, actors),
        _of_complement(token, actors, taken) if kind in words("passed_on_types.txt") or _carries_a_call(token) else [],
        _hosts(found, actors) if _goes_to_its_host(token, kind) else [],
    ):
        own = [mention for mention in candidates if not set(mention.actors) <= taken]
        if own:
            return [*own, *_other_side(token, found, actors)]
    return []


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
        mentions = parties_of([t for t in (*step.agents, *step.patients) if subject is not None and t.i == subject.i], actors)
        mentions = mentions or [m for m in parties_inside(step.patients, actors) if not set(m.actors) <= taken] or _towards(step, actors)
        mentions = mentions or (_hosts(step, actors) if _goes_to_its_host(child, type_of(child, Company(step))) else [])
        if mentions:
            return mentions
    return []


def _goes_to_its_host(token: Token, kind: str) -> bool:
    """Whether the land behind "in" is the target: of aid, of troops, of a visit; not of talks, which it only hosts."""
    return kind in words("hosted_types.txt") and (kind != "CONSULT" or lemma_of(token) in words("travelling.txt"))


def _hosts(found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the state where a visit, a mission or aid goes ("arrived in Vik")."""
    places = [token for before, token in found.obliques if before in {"in", "to", "into", "for"}]
    places += [child for token in found.patients for child in kids(token, "nmod") if preposition(child) in {"in", "to", "into"}]
    return [mention for token in places if (mention := actors.of(token.i)) is not None and mention.kind == "state"]


def merged(token: Token, own: Arguments) -> Arguments:
    """Return a noun's arguments with those of the verb that carries it: in "X held talks with Y" X is the talks' source."""
    if token.pos_ not in {"NOUN", "PROPN"} and not (token.tag_ == "VBG" and token.dep_ == "nsubj"):
        return own
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


def _towards(found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the first oblique participant by the order of the table, when there is no object: "cooperate with", "march on"."""
    for word in prepositions("towards"):
        tokens = [token for before, token in found.obliques if before == word]
        mentions = [m for token in tokens if (m := party(token, actors, word)) is not None and not (word == "at" and is_court(m))]
        deep = [t for token in tokens if event_noun(token.text, token.lemma_) is not None for t in arguments_of(token).patients]
        mentions = mentions or parties_inside(deep, actors)
        near = [m for token in tokens for child in kids(token, *NEAR) if (m := party(child, actors, "")) is not None]
        mentions = mentions or [m for m in near if word not in prepositions("local") or m.kind in {"organisation", "group"}]
        if mentions:
            return mentions
    return []

"""The named participants of an event: who does it, to whom, what else is named in its clause, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.actors.reading import role_of
from pipeline.actors.world import is_unknown
from pipeline.events.arguments import Arguments, arguments_of, carrier
from pipeline.events.event_types import type_of
from pipeline.events.grammar import (
    CLAUSES,
    SUBJECTS,
    climb,
    conjuncts,
    first_conjunct,
    is_passive,
    is_predicate,
    kid,
    kids,
    lemma_of,
    preposition,
    to_infinitive,
)
from pipeline.events.lexicon import event_noun, mapping, pairs, words
from pipeline.events.naming import described_noun, search_names
from pipeline.events.trigger import Trigger
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

TOWARDS = ("against", "with", "to", "on", "at", "from", "toward", "towards", "upon", "into", "over", "for", "of", "about", "between")
INNER = frozenset({*TOWARDS, "by", "among", "in", ""})
LOCAL = frozenset({"at", "on", "from", "into", "over", "for", "about"})
JOINING = frozenset({"with", "against", "between", "among", "from"})
PASSED_ON = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "ACCUSE", "MOBILIZE"})
HOSTED = frozenset({"CONSULT", "AID", "MOBILIZE", "RETREAT", "REQUEST", "COOPERATE"})
_BODY_VERBS = ("body_verbs.txt", "government_verbs.txt")
NEAR = ("nmod:poss", "compound", "amod", "appos", "flat")
PLACES = frozenset({"in", "at", "near", "outside", "off", "inside", "across", "around", "within", "throughout", "on", "into", "to", "from"})


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
    sources = _named(found.agents, actors)
    taken = {name for mention in sources for name in mention.actors}
    own = _targets(token, found, actors, taken)
    clause = tuple(_clause_mentions(token, actors))
    people = [*sources, *own]
    return Participants(
        sources=unique(name for mention in sources for name in mention.actors),
        targets=unique(name for mention in own for name in mention.actors if name not in taken),
        names=unique(search_names(doc, [*people, *clause, *described_noun(token, actors)])),
        place=place_of(token, actors),
        spans=tuple(sorted({(mention.start_char, mention.end_char) for mention in people})),
        arguments=found,
    )


def _targets(token: Token, found: Arguments, actors: Actors, taken: set[str]) -> list[ActorMention]:
    """Return the mentions it is done to: the objects, else the first oblique party, else those of the step it is about."""
    kind = type_of(token, found)
    for candidates in (
        _deep(found.patients, actors),
        _deep(_stray_agents(token, found), actors),
        _towards(found, actors),
        _of_complement(token, actors) if kind in PASSED_ON or _carries_a_call(token) else [],
        _hosts(found, actors) if kind in HOSTED else [],
    ):
        own = [mention for mention in candidates if not set(mention.actors) <= taken]
        if own:
            return own
    return []


def _carries_a_call(token: Token) -> bool:
    """Whether the verb's object is a call with a clause of its own that says who is to act ("repeated its demand that Vik leave")."""
    return any(
        kid(clause, *SUBJECTS) is not None and type_of(noun, Arguments()) in PASSED_ON
        for noun in kids(token, "obj")
        for clause in kids(noun, "acl")
    )


def _stray_agents(verb: Token, found: Arguments) -> list[Token]:
    """Return who did what the object names although the parse hangs the phrase on the verb ("rejected a call | by Vik")."""
    if verb.pos_ != "VERB" or is_passive(verb):
        return []
    nouns = [noun for noun in found.patients if event_noun(noun.text, noun.lemma_) is not None and noun.i > verb.i]
    agents = [child for child in kids(verb, "obl", "obl:agent") if preposition(child) == "by"]
    return [agent for agent in agents for noun in nouns if agent.left_edge.i == noun.right_edge.i + 1]


def _of_complement(token: Token, actors: Actors) -> list[ActorMention]:
    """Return who is to act ("demanded that X leave"), else whom the step concerns ("threatened to ban X")."""
    of_object = [clause for noun in kids(token, "obj") for clause in kids(noun, "acl") if kid(clause, *SUBJECTS) is not None]
    aims = [child for child in kids(token, "advcl") if to_infinitive(child)]  # "threatened on Monday to ban X"
    for child in [*kids(token, "ccomp", "xcomp"), *of_object, *aims]:  # also "repeated its demand that X leave"
        step = arguments_of(child) if child.pos_ == "VERB" else Arguments()
        subject = kid(child, *SUBJECTS)
        mentions = _named([t for t in (*step.agents, *step.patients) if subject is not None and t.i == subject.i], actors)
        mentions = mentions or _deep(step.patients, actors) or _towards(step, actors) or _hosts(step, actors)
        if mentions:
            return mentions
    return []


def _hosts(found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the state where a visit, a mission or aid goes ("arrived in Vik")."""
    places = [token for before, token in found.obliques if before in {"in", "to", "into", "for"}]
    places += [child for token in found.patients for child in kids(token, "nmod") if preposition(child) in {"in", "to", "into"}]
    return [mention for token in places if (mention := actors.of(token.i)) is not None and mention.kind == "state"]


def merged(token: Token, own: Arguments) -> Arguments:
    """Return a noun's arguments with those of the verb that carries it: in "X held talks with Y" X is the talks' source."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return own
    verb = carrier(token)
    if verb is None or (own.agents and token.dep_ != "obj"):
        return own
    word = lemma_of(verb)
    light = any((word, role) in pairs("light_verbs.csv", "verb", "role") for role in ("object", "subject"))
    if not (light or word in mapping("aspectual_verbs.csv", "verb", "own") or word in words("carrying_verbs.txt")):
        return own
    above = arguments_of(verb)
    agents = own.agents or tuple(agent for agent in above.agents if agent.i != token.i)
    if token.dep_ == "obj" and _suffered(token, word):
        return Arguments((), own.patients or agents, (*own.obliques, *above.obliques))
    return Arguments(agents, own.patients, (*own.obliques, *above.obliques))


def _suffered(noun: Token, word: str) -> bool:
    """Whether the carrying verb's subject suffers the event: "suffered a defeat", "faced an attack", "received a sentence"."""
    entry = event_noun(noun.text, noun.lemma_)
    return word in words("suffering_verbs.txt") and entry is not None


def _named(tokens: Iterable[Token], actors: Actors) -> list[ActorMention]:
    """Return the mentions that these tokens stand for; an unnamed head brings its owner ("Ukraine's army", "soldiers from Vik")."""
    found: list[ActorMention] = []
    for token in tokens:
        mention = _owned_by(party(token, actors, "") or _apposed(token, actors), token.doc, actors)
        found += [mention] if mention is not None else _owners(token, actors)[:2]
    return found


def _owned_by(mention: ActorMention | None, doc: Doc, actors: Actors) -> ActorMention | None:
    """Return the body behind a name that the parse took for the subject and that is only its owner ("The Beatles' Apple Corps sued")."""
    if mention is None or mention.end + 1 >= len(doc) or doc[mention.end].text not in {"'", "’", "'s", "’s"}:
        return mention
    owned = actors.of(mention.end + 1)
    return owned if owned is not None and owned.start == mention.end + 1 and owned.kind == "organisation" else mention


def _owners(token: Token, actors: Actors) -> list[ActorMention]:
    """Return what names an unnamed head: an apposition, else its owner, else where it comes from."""
    heads = [token, *conjuncts(token)[1:]]
    for labels in (("appos", "flat"), ("nmod:poss", "compound", "amod")):
        owners = [owner for head in heads for child in kids(head, *labels) for owner in conjuncts(child)]
        found = [m for owner in owners if (m := party(owner, actors, "")) is not None]
        if found:
            return found
    origins = [child for child in kids(token, "nmod") if preposition(child) in {"from", "of", "at"}]
    return [m for child in origins if (m := party(child, actors, "at" if preposition(child) == "at" else "from")) is not None]


def _apposed(token: Token, actors: Actors) -> ActorMention | None:
    """Return the name between commas right behind a noun ("His firm, Brix Associates, pleaded guilty"), whatever the parser made of it."""
    doc = token.doc
    if token.pos_ != "NOUN" or token.i + 2 >= len(doc) or doc[token.i + 1].text != ",":
        return None
    mention = actors.of(token.i + 2)
    if mention is None or mention.kind not in {"person", "organisation"} or mention.start != token.i + 2 or mention.end >= len(doc):
        return None
    return mention if doc[mention.end].text == "," and mention.how in {"name", "alias"} else None


def _deep(tokens: Iterable[Token], actors: Actors) -> list[ActorMention]:
    """Return the mentions in the phrases of these tokens: the head's own, else those that hang on it ("12 of Vik's envoys")."""
    found: list[ActorMention] = []
    for token in tokens:
        mention = party(token, actors, "") or _apposed(token, actors)
        found += [mention] if mention is not None else _inside(token, actors, 4)
    return found


def _inside(token: Token, actors: Actors, depth: int) -> list[ActorMention]:
    """Return the parties that hang on an unnamed head: what names it, else its owner, else its phrases."""
    for labels in (("appos", "flat", "compound"), ("nmod:poss", "amod", "nmod", "conj", "obl")):
        found: list[ActorMention] = []
        for child in kids(token, *labels):
            word = preposition(child)
            if child.dep_ in {"nmod", "obl"} and word not in INNER:
                continue
            mention = party(child, actors, word)
            if mention is not None:
                others = (party(other, actors, word) for other in conjuncts(child)[1:])
                found += [mention, *(other for other in others if other is not None)]
            elif depth:
                found += _inside(child, actors, depth - 1)
        if found:
            return found
    return []


def _towards(found: Arguments, actors: Actors) -> list[ActorMention]:
    """Return the first oblique participant by the order of TOWARDS, when there is no object: "cooperate with", "march on"."""
    for word in TOWARDS:
        tokens = [token for before, token in found.obliques if before == word]
        mentions = [m for token in tokens if (m := party(token, actors, word)) is not None]
        deep = [t for token in tokens if event_noun(token.text, token.lemma_) is not None for t in arguments_of(token).patients]
        mentions = mentions or _deep(deep, actors)
        near = [m for token in tokens for child in kids(token, *NEAR) if (m := party(child, actors, "")) is not None]
        mentions = mentions or [m for m in near if word not in LOCAL or m.kind in {"organisation", "group"}]
        if mentions:
            return mentions
    return []


def party(token: Token, actors: Actors, before: str) -> ActorMention | None:
    """Return the mention at the token if it can take part; `before` is its preposition.

    A place that stands as subject or object, or behind "with" or "against", acts ("Vik rejected the plan"); behind "in" it is where.
    """
    mention = actors.of(token.i)
    if mention is None or mention.kind == "thing" or mention.role == "thing":
        return None
    if mention.role == "actor" or (before == "at" and mention.kind == "organisation"):
        return mention
    subject = token.dep_ in {"nsubj", "nsubj:pass", "conj"} and not before and not preposition(token)
    if mention.kind == "state":
        return mention if subject or before in JOINING else None
    if before in {"with", "against"}:
        return mention
    if mention.head != token.i or not mention.actors:
        return None
    if is_unknown(mention.actors[0]):
        return mention if acts_as_a_land(token, before) else None
    return mention if subject and token.dep_ == "nsubj" and acts_as_a_body(token.head) else None


def acts_as_a_land(token: Token, before: str) -> bool:
    """Whether a place that no table knows stands where a land or a people acts or is dealt with, not where something only happens.

    "Vik broke off relations with Tal", "aid to Vik", "a raid by Vik", "Vik's offer"; not "reached Vik", "the road to Vik".
    """
    first = first_conjunct(token)
    if before == "to":
        return lemma_of(first.head) not in read_words("en/actors/movement_verbs.txt") and _deals(first.head)
    if before in {"by", "between", "among"}:
        return True
    if before == "from":
        role = role_of(first.head)
        return role is not None and role.kind in {"official", "organ"}
    if before or preposition(first):
        return before == "on" and first.head.lemma_.lower() in read_words("en/actors/toward_state.txt")
    verb = first.head
    if first.dep_ == "nsubj":
        return verb.pos_ != "NOUN" and lemma_of(verb) not in read_words("en/actors/place_subject_verbs.txt")
    if first.dep_ in {"nmod:poss", "compound", "amod"}:
        return event_noun(verb.text, verb.lemma_) is not None
    return first.dep_ in {"obj", "iobj", "nsubj:pass"} and _deals(verb)


def _deals(word: Token) -> bool:
    """Whether the verb or noun is one by which lands deal with each other: accuses, supplies; aid, a visit of state, sanctions."""
    lemma = lemma_of(word)
    deals = ("acted_on.txt", "government_verbs.txt", "toward_state.txt", "giving_verbs.txt")
    return word._.event == "I_ACTION" or any(lemma in read_words(f"en/actors/{name}") for name in deals)


def acts_as_a_body(verb: Token) -> bool:
    """Whether the verb is one that a place does only where it stands for its people or its government ("Vik rejected the plan")."""
    lemma = lemma_of(verb)
    return verb._.event in {"REPORTING", "I_ACTION"} or any(lemma in read_words(f"en/actors/{name}") for name in _BODY_VERBS)


def clause_tokens(token: Token) -> Iterator[Token]:
    """Yield the tokens of the trigger's clause without the clauses inside it."""
    head = token
    while not is_predicate(head) and head.head.i != head.i and not _clausal(head):
        head = head.head
    stack = [head]
    while stack:
        here = stack.pop()
        yield here
        stack += [child for child in here.children if not _separate(child, token)]


def _clausal(token: Token) -> bool:
    return token.dep_ in {"acl", "acl:relcl"}


def _separate(child: Token, token: Token) -> bool:
    if child.i == token.i or token.is_ancestor(child) or child.is_ancestor(token):
        return False
    return child.dep_ in CLAUSES and (child.pos_ == "VERB" or is_predicate(child)) and child.dep_ not in {"xcomp"}


def _clause_mentions(token: Token, actors: Actors) -> Iterator[ActorMention]:
    places = {t.i for t in clause_tokens(token)}
    if not places:
        return
    for mention in actors.within(min(places), max(places) + 1):
        if mention.head in places and mention.how not in {"pronoun"}:
            yield mention


def place_of(token: Token, actors: Actors) -> str:
    """Return where it is: the nearest phrase with a place in the trigger's own phrase, else in its clause."""
    for head in (token, *[h for h in climb(token) if is_predicate(h)][:1]):
        for child in sorted(_below(head, 3), key=lambda t: abs(t.i - token.i)):
            mention = actors.of(child.i)
            if mention is not None and mention.role == "place" and preposition(child) in PLACES:
                return mention.actors[0] if mention.actors else mention.text
    return ""


def _below(head: Token, depth: int) -> list[Token]:
    found: list[Token] = []
    for child in kids(head, "obl", "nmod", "obj", "nsubj", "nsubj:pass"):
        found.append(child)
        if depth:
            found += _below(child, depth - 1)
    return found

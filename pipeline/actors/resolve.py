"""Pronouns and descriptions, resolved within the article where it is sure whom they mean; where not, nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from pipeline.actors.candidates import Memory
from pipeline.actors.descriptions import described, is_spoken_for
from pipeline.actors.identify import Kind
from pipeline.actors.mentions import mention
from pipeline.actors.pronoun_words import pronoun_sort
from pipeline.actors.pronouns import antecedent
from pipeline.actors.quotations import Quotation, continues, quotations, speaker_of
from pipeline.actors.reading import Reading
from pipeline.actors.titles import Person
from pipeline.records import ActorMention


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Quotations by token, and the one before each."""

    by_token: dict[int, Quotation]
    before: dict[Quotation, Quotation]


def resolve(reading: Reading, mentions: Sequence[ActorMention], people: Mapping[str, Person]) -> tuple[ActorMention, ...]:
    """Return mentions for the pronouns and descriptions of a Doc, in order; `mentions` are those found before."""
    doc, people = reading.doc, dict(people)
    found = list(mentions)
    taken = {m.head for m in mentions}
    spoken = quotations(doc)
    by_token = {i: quotation for quotation in spoken for i in range(quotation.start, quotation.end)}
    quoted = _Quoted(by_token, {second: first for first, second in pairwise(spoken)})
    memory = Memory(doc, mentions, people, {i: owner.name for i, owner in reading.owners.items() if owner.is_state})
    referring = [token for token in doc if token.i not in taken and may_refer(token)]
    speaking = {token.i for token in referring if pronoun_sort(token.lower_).startswith("first")}
    new = []
    for token in referring:
        resolved = _one(token, memory, quoted, found, people) if token.i not in speaking else None
        if resolved is not None:
            _learn_gender(token, resolved, people)
            new.append(resolved)
            found.append(resolved)
            memory.add(resolved)
    for token in referring:  # last: the speaker may be a pronoun behind the quotation ("I lost," she said)
        resolved = _one(token, memory, quoted, found, people) if token.i in speaking else None
        new += [resolved] if resolved is not None else []
    return tuple(sorted(new, key=lambda m: m.start))


def _learn_gender(token: Token, resolved: ActorMention, people: dict[str, Person]) -> None:
    """Remember the gender that a pronoun gives a person of whom the article has told none ("Baloch was killed. She was 26.")."""
    sort, person = pronoun_sort(token.lower_), people.get(resolved.actors[0]) if resolved.kind == "person" else None
    if sort in ("m", "f") and person is not None and not person.gender:
        people[person.name] = replace(person, gender=sort)


def may_refer(token: Token) -> bool:
    """Whether the word can take up an actor: a pronoun, or a noun with a determiner."""
    if token.pos_ in ("PRON", "DET") or token.tag_ == "PRP$":
        return True
    if token.pos_ == "NOUN" and is_spoken_for(token):
        return True
    return token.pos_ in ("NOUN", "PROPN") and any(child.dep_.startswith(("det", "nummod", "nmod:poss")) for child in token.lefts)


def _one(token: Token, memory: Memory, quoted: _Quoted, found: Sequence[ActorMention], people: Mapping[str, Person]) -> ActorMention | None:
    if token.pos_ in ("PRON", "DET") or token.tag_ == "PRP$":
        if pronoun_sort(token.lower_).startswith("first"):
            return _first_person(token, quoted, found, people)
        return antecedent(token, memory.before(token, _person_speaking(token, quoted, found)))
    if token.pos_ in ("NOUN", "PROPN"):
        return described(token, memory.before(token))
    return None


def _person_speaking(token: Token, quoted: _Quoted, found: Sequence[ActorMention]) -> str:
    """Return the person in whose quotation a "she" or "he" stands, whom it does not mean, or ""."""
    quotation = quoted.by_token.get(token.i) if pronoun_sort(token.lower_) in ("m", "f") else None
    speaker = _speaker(token.doc, quotation, quoted, found) if quotation is not None else None
    return speaker.actors[0] if speaker is not None and speaker.kind == "person" else ""


def _speaker(doc: Doc, quotation: Quotation, quoted: _Quoted, found: Sequence[ActorMention]) -> ActorMention | None:
    """Return who speaks: the one the article names beside the quotation, else the speaker of the quotation that it goes on with."""
    before = quoted.before.get(quotation)
    if before is not None and continues(doc, before, quotation):
        return speaker_of(doc, before, found)
    return speaker_of(doc, quotation, found)


def _first_person(token: Token, quoted: _Quoted, found: Sequence[ActorMention], people: Mapping[str, Person]) -> ActorMention | None:
    """Return the speaker's actors for "we" and the speaker for "I", inside a quotation whose speaker is known."""
    quotation = quoted.by_token.get(token.i)
    speaker = _speaker(token.doc, quotation, quoted, found) if quotation is not None else None
    if speaker is None:
        return None
    actors, kind = speaker.actors, speaker.kind
    if pronoun_sort(token.lower_) == "first_plural" and speaker.kind == "person":
        facts = people.get(speaker.actors[0])
        actors = (facts.states or facts.bodies) if facts else ()
        kind = "state" if facts and facts.states else "organisation"
    elif pronoun_sort(token.lower_) == "first" and speaker.kind != "person":
        return None
    if not actors:
        return None
    what: Kind = kind
    return mention(token.doc, (token.i, token.i + 1, token.i), actors, (what, "actor", "pronoun"))

"""Whose claim an event is: the canonical name of the speaker, or the words for an unnamed source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.arguments import arguments_of
from pipeline.events.attribution import according_to
from pipeline.events.grammar import kid, kids
from pipeline.events.lexicon import words
from pipeline.events.phrases import OPEN_PRONOUNS, Writer
from pipeline.events.trigger import Trigger

if TYPE_CHECKING:
    from pipeline.actors import Actors

LONGEST = 60


def said_by(doc: Doc, trigger: Trigger, actors: Actors, skip: frozenset[int]) -> str:
    """Return who claims the event, "" where the article itself tells it."""
    token = doc[trigger.head]
    found = speaker_of(doc[trigger.reported_by]) if trigger.reported_by is not None else according_to(token)
    return "" if found is None else _name(found, actors, skip)


def speaker_of(verb: Token) -> Token | None:
    """Return the head of the one who speaks: the verb's agent, or the owner of a claim ("Russia's claim that ...")."""
    if verb.pos_ != "VERB":
        return kid(verb, "nmod:poss")
    agents = arguments_of(verb).agents
    return agents[0] if agents else None


def own_word(doc: Doc, trigger: Trigger, sources: tuple[str, ...], speaker: str, actors: Actors) -> bool:
    """Whether the one who claims the event does it ("Hungary said it will support") or speaks for the one who does ("a ministry said")."""
    if not speaker:
        return False
    if speaker in sources or (trigger.reported_by is not None and _same_subject(doc, trigger)):
        return True
    voice = speaker_of(doc[trigger.reported_by]) if trigger.reported_by is not None else None
    if voice is None or not sources or voice.lemma_.lower() not in words("own_voices.txt"):
        return False
    named = {name for token in voice.subtree if (mention := actors.of(token.i)) is not None for name in mention.actors}
    return not named or bool(named & set(sources))


def _same_subject(doc: Doc, trigger: Trigger) -> bool:
    agents = arguments_of(doc[trigger.head]).agents
    return bool(agents) and agents[0].lower_ in {"it", "they", "he", "she", "we", "i"} and trigger.reported_by is not None


def _name(token: Token, actors: Actors, skip: frozenset[int]) -> str:
    for head in (token, *kids(token, "appos")):  # "its owner, Azure Marine, said"
        mention = actors.of(head.i)
        if mention is not None and mention.actors and mention.role != "place" and mention.how not in {"demonym", "people"}:
            return mention.actors[0]
    if token.lower_ in OPEN_PRONOUNS:
        return ""
    text = Writer(actors, skip).phrase(token, 1)
    if token.pos_ == "NOUN" and not text[1:2].isupper():
        text = text[:1].lower() + text[1:]
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"

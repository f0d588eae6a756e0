"""The actors named before a word, nearest first, and how salient each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.actors.titles import Person
from pipeline.records import ActorMention

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))
SENTENCES_BACK = 3  # how far a pronoun or a description may reach
MEMORY = 60  # mentions looked at; bounds the work on long articles


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention before the word: `sentences` back (0 = the same sentence), and whether it is a subject."""

    mention: ActorMention
    sentences: int
    is_subject: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """What stands before `token`, nearest first, and what the article knows of its people."""

    token: Token
    near: tuple[Candidate, ...]
    people: Mapping[str, Person]

    @classmethod
    def before(cls, token: Token, mentions: Sequence[ActorMention], people: Mapping[str, Person]) -> Candidates:
        """Return the candidates for a word among the mentions that begin before it."""
        doc = token.doc
        earlier = sorted((m for m in mentions if m.end <= token.i), key=lambda m: (-m.end, m.start))[:MEMORY]
        near = tuple(Candidate(m, _distance(token, doc[m.head]), _is_subject(doc[m.head])) for m in earlier)
        return cls(token, near, people)


def _distance(token: Token, other: Token) -> int:
    """Return how many sentences `other` lies before `token`'s, counting at most the reach and one more."""
    start = token.sent.start
    steps = 0
    while other.i < start and steps <= SENTENCES_BACK:
        steps += 1
        start = token.doc[start - 1].sent.start
    return steps


def _is_subject(token: Token) -> bool:
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in _SUBJECTS

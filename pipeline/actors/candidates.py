"""The actors named before a word, nearest first, and how salient each is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.actors.main_person import main_person
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
    """What stands before `token`, nearest first, what the article knows of its people, and the states it names at all before the word.

    `main` is the person whom the article is about ("" = none); `speaker` the person in whose quotation the word stands.
    """

    token: Token
    near: tuple[Candidate, ...]
    people: Mapping[str, Person]
    lands: frozenset[str] = frozenset()
    main: str = ""
    speaker: str = ""


class Memory:
    """The mentions of one Doc by their end, so that those before a word are found without looking at all of them."""

    def __init__(self, doc: Doc, mentions: Sequence[ActorMention], people: Mapping[str, Person], lands: Mapping[int, str]) -> None:
        self._mentions = sorted(mentions, key=_by_end)
        self._people = people
        self._lands = _growing(lands)
        self._main = main_person(mentions)
        self._sentence = [0] * len(doc)
        number = 0
        for token in doc:
            number += bool(token.is_sent_start)
            self._sentence[token.i] = number

    def add(self, mention: ActorMention) -> None:
        """Remember one more mention."""
        insort(self._mentions, mention, key=_by_end)

    def before(self, token: Token, speaker: str = "") -> Candidates:
        """Return the candidates for a word that `speaker` says, or the article: the last mentions that end before it."""
        behind = bisect_right(self._mentions, (token.i, 0), key=_by_end)
        here = self._sentence[token.i]
        near = tuple(
            Candidate(m, here - self._sentence[m.head], _is_subject(token.doc[m.head]))
            for m in reversed(self._mentions[max(0, behind - MEMORY) : behind])
        )
        return Candidates(token, near, self._people, self._lands_before(token), self._main, speaker)

    def _lands_before(self, token: Token) -> frozenset[str]:
        behind = bisect_left(self._lands, token.i, key=lambda known: known[0])
        return self._lands[behind - 1][1] if behind else frozenset()


def _growing(lands: Mapping[int, str]) -> list[tuple[int, frozenset[str]]]:
    """Return the places where a new state is named, each with all states named up to it."""
    out: list[tuple[int, frozenset[str]]] = []
    for i in sorted(lands):
        known = out[-1][1] if out else frozenset()
        if lands[i] not in known:
            out.append((i, known | {lands[i]}))
    return out


def _by_end(mention: ActorMention) -> tuple[int, int]:
    return (mention.end, -mention.start)


def _is_subject(token: Token) -> bool:
    while token.dep_ in ("conj", "appos"):  # "the successor, Ana Lind, met"
        token = token.head
    return token.dep_ in _SUBJECTS

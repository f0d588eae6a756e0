"""Renders a noun phrase or clause of the article for a summary: names in full, pronouns resolved, asides left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.events.grammar import SUBJECTS, kids
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

ASIDES = frozenset({"acl:relcl", "parataxis", "advcl", "appos", "discourse", "vocative", "advcl:relcl", "dep"})
OPEN_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "this", "that", "these", "those", "we", "us", "i", "me", "you", "who", "which", "one"}
)
OWNED = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
MARKS = frozenset({",", "'s", "’s", "'", "’", "%"})
NO_QUOTES = str.maketrans("", "", '“”"„«»')
ARTICLES = frozenset({"a", "an", "the", "no", "any"})
FULL_NAMES = frozenset({"name", "alias", "metonym", "pronoun", "office", "description"})


@dataclass(frozen=True, slots=True)
class Writer:
    """Renders phrases of one article; `skip` are tokens that never show (time expressions), `bound` the names that a pronoun may stand for
    because the line names them as its subject, `without` is the verb of the line, whose clause is told apart."""

    actors: Actors
    skip: Collection[int]
    bound: Collection[str] = ()
    without: int = -1

    def phrase(self, head: Token, depth: int = 3, alone: bool = False) -> str:
        """Return the phrase that the token heads, "" if it is a pronoun nobody stands behind.

        `depth` is how many levels of nested phrases are kept; `alone` leaves out what is coordinated with it.
        """
        mention = self.actors.of(head.i)
        if mention is not None and mention.head == head.i and self._replaces(mention, head):
            if mention.how == "description" and mention.kind == "state" and head.tag_ == "NNS":
                return f"{possessive(mention.actors[0])} {head.text}"
            return mention.actors[0]
        named = next((child for child in kids(head, "appos") if head.pos_ == "NOUN" and child.pos_ == "PROPN" and child.i > head.i), None)
        if named is not None and (mention := self.actors.of(named.i)) is not None and mention.actors and mention.how in {"name", "alias"}:
            return mention.actors[0]
        if head.pos_ == "PRON" and head.lower_ in OPEN_PRONOUNS and not any(child.dep_ == "nmod" for child in head.children):
            return ""
        leading = (child for child in head.children if child.dep_ in {"case", "cc", "mark", "cop", "aux"})
        cases = {
            token.i
            for child in leading
            if child.i + 1 == len(child.doc) or child.nbor(1).lower_ not in {"least", "most"}
            for token in child.subtree
        }
        if not alone:
            cases -= {child.i for child in head.children if child.dep_ == "cc"}
        return self._joined([piece for piece in self._words(head, depth, alone) if piece[0] not in cases])

    def _replaces(self, mention: ActorMention, head: Token) -> bool:
        """Whether the canonical name stands for the whole phrase: not for counted heads, descriptions, or half of a longer name."""
        if not mention.actors or mention.how not in FULL_NAMES or mention.role == "place" or kids(head, "nummod"):
            return False
        if mention.how == "description" and not (mention.kind == "state" and head.tag_ == "NNS"):
            return False
        if mention.how in {"office", "description"} and any(
            token.text[:1].isupper() and token.i > head.sent.start for token in head.subtree
        ):
            return False
        outside = [child for child in kids(head, "compound", "flat") if not mention.start <= child.i < mention.end]
        return mention.kind == "person" or not any(child.pos_ == "PROPN" for child in outside)

    def _words(self, head: Token, depth: int, alone: bool) -> list[tuple[int, str, bool]]:
        """Return (place, word, glued to the word before) of what is kept of the phrase."""
        pieces = [self._piece_of(head)]
        for child in head.children:
            if not (self._dropped(child, head, depth) or (alone and child.dep_ in {"conj", "cc"})):
                pieces += self._below(child, depth)
        return pieces

    @staticmethod
    def _piece_of(token: Token) -> tuple[int, str, bool]:
        return token.i, token.text, token.i > 0 and not token.nbor(-1).whitespace_

    def _below(self, child: Token, depth: int) -> list[tuple[int, str, bool]]:
        if child.lower_ in OWNED and child.tag_ in {"PRP$", "WP$"}:
            mention = self.actors.of(child.i)
            if mention is None or not mention.actors:
                return []
            return [self._piece_of(child)] if mention.actors[0] in self.bound else [(child.i, possessive(mention.actors[0]), False)]
        mention = self.actors.of(child.i)
        if (
            child.dep_ in {"nmod", "nmod:poss", "conj", "obl"}
            and mention is not None
            and mention.head == child.i
            and self._replaces(mention, child)
        ):
            if child.dep_ == "nmod:poss":
                return [(child.i, possessive(mention.actors[0]), False)]
            before = [self._piece_of(c) for c in kids(child, "case", "cc") if c.i < child.i]
            others = [piece for other in kids(child, "conj") for piece in self._below(other, depth)]
            return [*before, (child.i, mention.actors[0], False), *others]
        return self._words(child, depth - 1, False)

    def _dropped(self, child: Token, head: Token, depth: int) -> bool:
        astray = child.dep_ == "flat" and head.pos_ == "NOUN" and child.left_edge.i > head.i + 1
        if (
            astray
            or child.dep_ in SUBJECTS
            or (child.dep_ == "acl" and child.left_edge.i == child.right_edge.i)
            or child.i in self.skip
            or child.i == self.without
            or child.dep_ in ASIDES
            or (child.dep_ == "punct" and not self._kept_mark(child, head))
        ):
            return True
        if child.lower_ in ARTICLES and child.dep_ == "det":
            return True
        if child.dep_ in {"nmod", "acl", "nmod:unmarked"}:
            if depth <= 0 or any(t.i in self.skip for t in (child, *kids(child, "nummod", "compound"))):
                return True
            return bool(child.dep_ == "acl" and child.right_edge.i - child.left_edge.i > 8)
        return False

    @staticmethod
    def _kept_mark(mark: Token, head: Token) -> bool:
        """Hyphens inside a word, and the currency or per cent signs that the parser calls punctuation."""
        inside = mark.text in {"-", "–", "%", "$", "£", "€", "&", "/"} and bool(abs(mark.i - head.i) < 6)
        return inside or bool(mark.text == "," and any(child.dep_ == "conj" and child.i > mark.i for child in head.children))

    @staticmethod
    def _joined(pieces: list[tuple[int, str, bool]]) -> str:
        text, last = "", -2
        for place, word, glued in sorted(pieces, key=lambda piece: piece[0]):
            text += word if not text or (glued and last + 1 == place) or word in MARKS else " " + word
            last = place
        return text.translate(NO_QUOTES).strip(" ,;:-–—")


def possessive(name: str) -> str:
    """Return the possessive of a name.

    >>> possessive("Russia"), possessive("United States")
    ("Russia's", "United States'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def listed(parts: list[str]) -> str:
    """Join names as English does.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""

"""Renders a noun phrase or clause of the article for a summary: names in full, pronouns resolved, asides left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.events.grammar import kids, preposition
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

ASIDES = frozenset({"acl:relcl", "parataxis", "advcl", "appos", "discourse", "vocative", "advcl:relcl", "dep"})
OPEN_PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "this", "that", "these", "those", "we", "us", "i", "me", "you", "who", "which", "one"})
OWNED = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
NO_QUOTES = str.maketrans("", "", "“”\"„«»")
ARTICLES = frozenset({"a", "an", "the", "no", "any"})
FULL_NAMES = frozenset({"name", "alias", "metonym", "pronoun", "office", "description"})


@dataclass(frozen=True, slots=True)
class Writer:
    """Renders phrases of one article; `skip` are tokens that never show (time expressions), `bound` the names that a pronoun may stand for
    because the line names them as its subject."""

    actors: Actors
    skip: Collection[int]
    bound: Collection[str] = ()

    def phrase(self, head: Token, depth: int = 3, alone: bool = False) -> str:
        """Return the phrase that the token heads, "" if it is a pronoun nobody stands behind.

        `depth` is how many levels of nested phrases are kept; `alone` leaves out what is coordinated with it.
        """
        mention = self.actors.of(head.i)
        if mention is not None and mention.head == head.i and self._replaces(mention, head):
            if mention.how == "description" and mention.kind == "state" and head.tag_ == "NNS":
                return f"{possessive(mention.actors[0])} {head.text}"
            return mention.actors[0]
        if head.pos_ == "PRON" and head.lower_ in OPEN_PRONOUNS and not any(child.dep_ == "nmod" for child in head.children):
            return ""
        words = self._words(head, depth, alone)
        cases = {child.i for child in head.children if child.dep_ in {"case", "cc", "mark", "cop", "aux"}}
        return self._joined([word for word in words if isinstance(word, str) or word.i not in cases and word.head.i not in cases])

    def _replaces(self, mention: ActorMention, head: Token) -> bool:
        if not mention.actors or mention.how not in FULL_NAMES:
            return False
        if mention.how == "description" and not (mention.kind == "state" and head.tag_ == "NNS"):
            return False
        if mention.how in {"office", "description"} and any(token.text[:1].isupper() and token.i > head.sent.start for token in head.subtree):
            return False
        counted = kids(head, "nummod")
        return not counted and mention.role != "place"

    def _words(self, head: Token, depth: int, alone: bool) -> list[Token | str]:
        pieces: list[tuple[int, list[Token | str]]] = [(head.i, [head])]
        for child in head.children:
            if self._dropped(child, head, depth) or alone and child.dep_ in {"conj", "cc"}:
                continue
            pieces.append((child.i, self._piece(child, depth)))
        pieces.sort(key=lambda piece: piece[0])
        return [word for _, words in pieces for word in words]

    def _piece(self, child: Token, depth: int) -> list[Token | str]:
        if child.lower_ in OWNED and child.tag_ in {"PRP$", "WP$"}:
            mention = self.actors.of(child.i)
            if mention is None or not mention.actors:
                return []
            return [child] if mention.actors[0] in self.bound else [possessive(mention.actors[0])]
        if child.dep_ in {"nmod", "nmod:poss", "conj", "obl"}:
            mention = self.actors.of(child.i)
            if mention is not None and mention.head == child.i and self._replaces(mention, child):
                name = mention.actors[0]
                cases = [c for c in kids(child, "case") if c.i < child.i]
                if child.dep_ == "nmod:poss":
                    return [possessive(name)]
                return [*cases, *kids(child, "cc"), name]
        return self._words(child, depth - 1, False)

    def _dropped(self, child: Token, head: Token, depth: int) -> bool:
        if child.i in self.skip or child.dep_ in ASIDES or child.dep_ == "punct" and not self._kept_mark(child, head):
            return True
        if child.lower_ in ARTICLES and child.dep_ == "det":
            return True
        if child.dep_ in {"nmod", "acl", "nmod:unmarked"}:
            if depth <= 0 or any(t.i in self.skip for t in (child, *kids(child, "nummod", "compound"))):
                return True
            return child.dep_ == "acl" and child.right_edge.i - child.left_edge.i > 8
        return child.dep_ == "nmod" and not preposition(child)

    @staticmethod
    def _kept_mark(mark: Token, head: Token) -> bool:
        """Hyphens inside a word, and the currency or per cent signs that the parser calls punctuation."""
        return mark.text in {"-", "–", "%", "$", "£", "€", "&", "/"} and abs(mark.i - head.i) < 6 or mark.text == "," and any(
            child.dep_ == "conj" and child.i > mark.i for child in head.children
        )

    def _joined(self, words: list[Token | str]) -> str:
        text = ""
        for n, word in enumerate(words):
            form = word if isinstance(word, str) else word.text
            glued = not isinstance(word, str) and n > 0 and not isinstance(words[n - 1], str) and self._glued(words[n - 1], word)
            text += form if not text or glued or form in {",", "'s", "’s", "'", "’", "%"} else " " + form
        return text.translate(NO_QUOTES).strip(" ,;:-–—")

    @staticmethod
    def _glued(before: Token | str, word: Token) -> bool:
        return not isinstance(before, str) and before.i + 1 == word.i and not before.whitespace_


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

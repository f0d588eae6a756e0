"""What is named in the clause of an event, and where it happens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.events.grammar import CLAUSES, climb, is_predicate, kids, preposition
from pipeline.events.lexicon import words
from pipeline.events.parties import prepositions
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors


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


def clause_mentions(token: Token, actors: Actors) -> Iterator[ActorMention]:
    """Yield what the trigger's clause names; of pronouns only those that take up a thing, which no row counts among its actors."""
    places = {t.i for t in clause_tokens(token)}
    if not places:
        return
    for mention in actors.within(min(places), max(places) + 1):
        if mention.head in places and (mention.how != "pronoun" or mention.kind == "thing"):
            yield mention


def place_of(token: Token, actors: Actors) -> str:
    """Return where it is: the nearest phrase with a place in the trigger's own phrase, else in its clause."""
    for head in (token, *[h for h in climb(token) if is_predicate(h)][:1]):
        for child in sorted(_below(head, 3), key=lambda t: abs(t.i - token.i)):
            mention = actors.of(child.i)
            if mention is not None and mention.role == "place" and preposition(child) in prepositions("place") and not _is_a_player(child):
                return mention.actors[0] if mention.actors else mention.text
    return ""


def _is_a_player(name: Token) -> bool:
    """Whether the name is of who gave the ball: "a corner from Lund", "headed in a cross from Berg"."""
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i else None
    return preposition(name) == "from" and before is not None and before.lemma_.lower() in words("passes.txt")


def _below(head: Token, depth: int) -> list[Token]:
    found: list[Token] = []
    for child in kids(head, "obl", "nmod", "obj", "nsubj", "nsubj:pass"):
        found.append(child)
        if depth:
            found += _below(child, depth - 1)
    return found

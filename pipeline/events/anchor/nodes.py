"""The places of a text that can have a time: every trigger, and every predicate that a trigger's time may come from."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.events.anchor.clause import ClauseTime, clause_time
from pipeline.events.trigger import Trigger

_MAIN = ("ROOT", "conj", "parataxis")
_MOST_JOINED = 8
_CLAUSE_DEPS = {"ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "conj", "advcl:relcl"}


@dataclass(frozen=True, slots=True)
class Node:
    """A trigger's head or a predicate. `parent` is the node above it in the parse (None at the top).

    `path` are the dependency labels from this node up to the parent, lowest first; `mark` the subordinating or linking words
    of its clause or noun phrase ("after", "that", "of"), lower case, "" for none.
    """

    token: Token
    time: ClauseTime
    trigger: Trigger | None
    parent: int | None
    path: tuple[str, ...]
    mark: str

    @property
    def is_noun(self) -> bool:
        """Whether the event is named by a noun that is no predicate."""
        return self.time.tense == "none"


def build_nodes(doc: Doc, triggers: Sequence[Trigger], taken: Set[int] = frozenset()) -> dict[int, Node]:
    """Return the nodes by token index, in the order of the text; words in `taken` (those of time expressions) are none."""
    by_head = {trigger.head: trigger for trigger in triggers}
    places = set(by_head) | {trigger.clause for trigger in triggers} | {token.i for token in doc if _is_predicate(token)}
    places -= taken
    nodes = {}
    for i in sorted(places):
        parent, path = _up(doc[i], places)
        if path == ("advcl",):
            parent = _last_joined(doc[i], places, parent)
        time = clause_time(doc[i])
        nodes[i] = Node(doc[i], time, by_head.get(i), parent, path, _mark(doc[i]))
    return nodes


def _is_predicate(token: Token) -> bool:
    if token.is_space or token.is_punct or token.tag_ == "POS":
        return False
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "compound")
    return token.dep_ in _CLAUSE_DEPS and any(child.dep_ in ("cop", "aux", "aux:pass", "nsubj") for child in token.children)


def _up(token: Token, places: set[int]) -> tuple[int | None, tuple[str, ...]]:
    path = []
    node = token
    while node.head.i != node.i:
        path.append(node.dep_)
        node = node.head
        if node.i in places:
            return node.i, tuple(path)
        if len(path) > 60:
            break
    return None, tuple(path)


def _last_joined(clause: Token, places: set[int], above: int | None) -> int | None:
    """Return the last of the verbs joined before an -ing clause without a subject, which it goes with, wherever the parse hung it.

    "He fought the disease in 2004 and took time off in 2009, [revealing] only then that he was ill": the revealing is of 2009.
    """
    if clause.tag_ != "VBG" or any(child.dep_.startswith("nsubj") for child in clause.children):
        return above
    joined = [child.i for child in clause.head.children if child.dep_ == "conj" and child.pos_ == "VERB" and child.i < clause.i]
    return joined[-1] if joined and joined[-1] in places and clause.i > clause.head.i else above


def _mark(token: Token) -> str:
    words = [child.lower_ for child in token.children if child.dep_ in ("mark", "case", "advmod:mark") and child.i < token.i]
    if not words:
        adverbs = [child.lower_ for child in token.children if child.dep_ == "advmod" and child.i < token.i]
        words = [word for word in adverbs if word in ("when", "while")]
    return " ".join(words)


def is_main_clause(token: Token) -> bool:
    """Whether a predicate heads a main clause, or what somebody is said to have said before the saying: "A man was shot, police said"."""
    for _ in range(_MOST_JOINED):
        told = token.dep_ == "ccomp" and token.i < token.head.i and token.head._.event == "REPORTING"
        if token.dep_ not in _MAIN and not told:
            return False
        if token.dep_ == "ROOT":
            return True
        token = token.head
    return False

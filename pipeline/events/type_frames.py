"""Frames of types.csv: what must stand with an event word for a type to hold ("object:person", "subject:thing&object:thing")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.actors.reading import role_of
from pipeline.events.arguments import Arguments
from pipeline.events.grammar import OBJECTS, OBLIQUES, SUBJECTS, climb, is_passive, kids, preposition, to_infinitive
from pipeline.events.lexicon import words
from pipeline.events.no_events import is_human

KINDS = frozenset({"person", "somebody", "named", "thing", "figures", "number"})
NATURE_PREPOSITIONS = frozenset({"in", "by", "from", "after", "during", "when", "following", "due to", "because of"})


@dataclass(frozen=True, slots=True)
class Company:
    """What stands with an event word: its arguments by role, and which of their tokens are people (`people`) or named actors (`named`)."""

    found: Arguments
    people: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Condition:
    """One part of a frame: under `test` ("object", "preposition", ...) one of `values` must stand there; "" is always true."""

    test: str
    values: frozenset[str]


def read_frame(frame: str) -> tuple[Condition, ...]:
    """Return the conditions of a frame, all of which must hold.

    >>> [condition.test for condition in read_frame("subject:thing&object:thing")]
    ['subject', 'object']
    """
    parts = [part.partition(":") for part in frame.split("&")] if frame else []
    return tuple(Condition(test, frozenset(values.split("|")) - {""}) for test, _, values in parts)


def fits(condition: Condition, word: Token, company: Company) -> bool:
    """Whether the condition holds for a verb, noun or adjective; docs/events.md lists the tests. An unknown test raises KeyError."""
    return TESTS[condition.test](word, condition.values, company)


def _object(word: Token, values: frozenset[str], company: Company) -> bool:
    return _holds(company.found.patients, values, company)


def _subject(word: Token, values: frozenset[str], company: Company) -> bool:
    nature = "nature" in values and _in_disaster(company.found)
    return nature or _holds(company.found.agents, values - {"nature"}, company)


def _of(word: Token, values: frozenset[str], company: Company) -> bool:
    nature = "nature" in values and any(child.lemma_.lower() in words("nature.txt") for child in kids(word, "nmod", "compound"))
    return nature or _holds(kids(word, "nmod", "compound", "amod", "nmod:poss"), values - {"nature"}, company)


def _under(word: Token, values: frozenset[str], company: Company) -> bool:
    return any(above.lemma_.lower() in values for above in list(climb(word))[:2])


def _preposition(word: Token, values: frozenset[str], company: Company) -> bool:
    return any(before in values for before, _ in company.found.obliques)


def _infinitive(word: Token, values: frozenset[str], company: Company) -> bool:
    return any(to_infinitive(child) for child in kids(word, "xcomp", "ccomp"))


def _complement(word: Token, values: frozenset[str], company: Company) -> bool:
    return any(role_of(child) is not None for child in kids(word, "xcomp", "obj", "attr"))


def _agent(word: Token, values: frozenset[str], company: Company) -> bool:
    found = company.found
    return bool(found.agents) and bool(found.patients) and not _in_disaster(found)


TESTS: dict[str, Callable[[Token, frozenset[str], Company], bool]] = {
    "object": _object,
    "subject": _subject,
    "of": _of,
    "under": _under,
    "preposition": _preposition,
    "infinitive": _infinitive,
    "complement": _complement,
    "agent": _agent,
    "clause": lambda word, values, company: bool(kids(word, "ccomp", "parataxis")),
    "word": lambda word, values, company: any(child.lemma_.lower() in values for child in word.children),
    "passive": lambda word, values, company: is_passive(word),
    "figures": lambda word, values, company: of_figures(word),
}


def _holds(heads: Iterable[Token], values: frozenset[str], company: Company) -> bool:
    """Whether one of the phrases has a word of the values as its head, in a compound or behind "of", or is of a kind that they name."""
    heads = list(heads)
    if values & KINDS and any(_is_kind(head, values, company) for head in heads):
        return True
    inner = [child for head in heads for child in kids(head, "compound", "nmod:desc")]
    inner += [child for head in heads for child in kids(head, "nmod") if preposition(child) == "of"]
    return any(word.lemma_.lower() in values for word in (*heads, *inner))


def _is_kind(head: Token, values: frozenset[str], company: Company) -> bool:
    counted = [child for child in kids(head, "nmod") if preposition(child) == "of"]  # "the first group of troops"
    figure = any(word.lemma_.lower() in words("figures.txt") for word in (head, *kids(head, "compound", "nmod:unmarked")))
    human = head.i in company.people or any(is_human(word) for word in (head, *counted)) or (head.pos_ == "NUM" and not figure)
    number = figure or head.pos_ in {"NUM", "SYM"}
    if ("figures" in values and figure) or ("number" in values and number) or ("somebody" in values and head.i in company.people):
        return True
    human = human or (head.pos_ == "PRON" and head.i in company.named and head.lower_ in {"they", "them"})
    if human or head.i in company.named:
        return ("person" in values and human) or ("named" in values and head.i in company.named)
    return "thing" in values and head.pos_ in {"NOUN", "PROPN"}


def _in_disaster(found: Arguments) -> bool:
    """Whether nature or an accident did it: "the quake killed", "killed in a stampede"."""
    nature = words("nature.txt")
    behind: Sequence[Token] = [head for before, head in found.obliques if before in NATURE_PREPOSITIONS]
    return any(word.lemma_.lower() in nature for word in (*found.agents, *behind))


def of_figures(event: Token) -> bool:
    """Whether it is a move of figures: "sales rose", "it fell 3 percent", "a rise in the price of oil"; not "the river rose"."""
    near = [*kids(event, *SUBJECTS, *OBJECTS, *OBLIQUES, "compound", "nummod")]
    if event.dep_ in {"acl", "acl:relcl"}:
        near.append(event.head)
    inner = [word for noun in near for word in kids(noun, "compound", "nmod", "conj", "nmod:unmarked")]
    return any(word.lemma_.lower() in words("figures.txt") for word in (*near, *inner))

"""How an article uses its names: which it gives an article, which it names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from pipeline.events.grammar import SUBJECTS
from pipeline.events.lexicon import words
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

_WHOLE = frozenset({*SUBJECTS, "obj", "obl", "nmod"})
"""Labels of a name that stands for a whole phrase; headlines and lists leave articles out."""


def articled_names(doc: Doc, mentions: Iterable[ActorMention]) -> frozenset[str]:
    """Return the names before which the article writes "the": "the U.S." -> United States."""
    found: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for mention in mentions:
        if not mention.actors or mention.how not in {"name", "alias"} or mention.kind == "person" or doc[mention.head].dep_ == "compound":
            continue
        if mention.kind == "thing" and mention.actors[0] not in mention.text:
            continue  # "the Second World War" is told as World War II
        before = doc[mention.start - 1] if mention.start else doc[mention.start]
        told = doc[mention.start].lower_ == "the" or (before.lower_ == "the" and mention.start <= before.head.i < mention.end)
        behind = doc[mention.end] if mention.end < len(doc) else doc[mention.head]
        if told and not (behind.pos_ in {"NOUN", "PROPN", "NUM"} and behind.head.i < mention.end):
            found[mention.actors[0]] += 1
        elif doc[mention.head].dep_ in _WHOLE:
            bare[mention.actors[0]] += 1
    return frozenset(name for name, told in found.items() if told * 3 >= bare[name])


def leading_names(mentions: Iterable[ActorMention]) -> frozenset[str]:
    """Return the organisations that the article names most: at most three, each at least twice."""
    found = Counter(m.actors[0] for m in mentions if m.actors and m.kind == "organisation" and m.how in {"name", "alias"})
    return frozenset(name for name, times in found.most_common(3) if times > 1)


def rates(doc: Doc, skip: frozenset[int]) -> frozenset[int]:
    """Return the tokens of units that a number counts by, which are no times: "$200 million a day"; not "a day later"."""
    units = {unit.removesuffix("s") for unit in words("units_of_time.txt")}
    found = set()
    for i in skip:
        counted = i > 1 and doc[i].lower_ in units and doc[i - 1].lower_ in {"a", "an", "per"} and doc[i - 2].pos_ in {"NUM", "SYM"}
        behind = doc[i + 1].lower_ if i + 1 < len(doc) else ""
        if counted and behind not in {"ago", "earlier", "later", "before", "after", "on"}:
            found |= {i - 1, i}
    return frozenset(found)


def third_person(mention: ActorMention, actors: Actors) -> str:
    """Return "my" and "our" of somebody the line names as it is told of them: "Ana Lind loses her house"."""
    if mention.kind != "person":
        return "its"
    gender = next((person.gender for person in actors.people if person.name == mention.actors[0]), "")
    return {"f": "her", "m": "his"}.get(gender, "their")

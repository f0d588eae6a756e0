"""Days that only another event names: "on the eve of the match", "on the day he landed", "on the tenth anniversary of the crash"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from pipeline.events.anchor.counted import Count
from pipeline.events.anchor.length import Length
from pipeline.events.anchor.nodes import Node
from pipeline.language.data_files import read_table

_ANNIVERSARY = "anniversary"


def find_occasions(nodes: Mapping[int, Node]) -> list[Count]:
    """Return each event whose day is said by that of another one, in the order of the text."""
    return [count for node in nodes.values() if (count := _occasion(nodes, node)) is not None]


def _occasion(nodes: Mapping[int, Node], node: Node) -> Count | None:
    unit = node.token.head
    clause = node.token.dep_ == "acl:relcl" and not node.is_noun
    if node.parent is None or not (clause or (node.path[0] == "nmod" and node.mark == "of")) or not unit.dep_.startswith("obl"):
        return None
    if unit.head.i != node.parent or not _is_definite_day(unit):
        return None
    words = unit.doc[_first_word(unit) : unit.i + (1 if clause else 2)].text
    if unit.lemma_ == _ANNIVERSARY:
        years = None if clause else _years(unit)
        return Count(node.parent, node.token.i, Length(years, "year", False), 1, words, exact=True) if years else None
    days = _units().get(unit.lemma_)
    if days is None:
        return None
    return Count(node.parent, node.token.i, Length(abs(days), "day", False), -1 if days < 0 else 1, words)


def is_on_an_anniversary(verb: Token) -> bool:
    """Whether the anniversary of something says when, whichever it was: "closes on the anniversary of the sacking"."""
    days = [child for child in verb.children if child.dep_.startswith("obl") and child.lemma_ == _ANNIVERSARY]
    return any(_case(day) == "on" for day in days)


def _is_definite_day(unit: Token) -> bool:
    article = any(child.lower_ in ("the", "that") for child in unit.children) or _years(unit) is not None
    return article and _case(unit) in ("on", "")


def _case(unit: Token) -> str:
    return next((child.lower_ for child in unit.children if child.dep_ == "case"), "")


def _first_word(unit: Token) -> int:
    return int(min(child.i for child in (*unit.children, unit) if child.i <= unit.i))


def _years(unit: Token) -> int | None:
    """Return the number of an anniversary ("tenth", "20th"), or None."""
    for child in unit.children:
        number = child.lower_.removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd")
        if child.i < unit.i and (child.lower_ in _ordinals() or number.isdecimal()):
            return _ordinals().get(child.lower_) or int(number)
    return None


@cache
def _units() -> dict[str, int]:
    return {row["word"]: int(row["days"]) for row in read_table("en/anchor/occasion_units.csv", "word", "days")}


@cache
def _ordinals() -> dict[str, int]:
    tables = ("en/timex/ordinals.csv", "en/anchor/round_ordinals.csv")
    return {row["word"]: int(row["value"]) for table in tables for row in read_table(table, "word", "value")}

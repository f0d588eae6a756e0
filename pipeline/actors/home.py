"""Which state the holder of an office of state acts for where the article gives the office alone ("President Ana Rojas said")."""

from __future__ import annotations

from collections import Counter
from functools import cache

from spacy.tokens import Token

from pipeline.actors.reading import Reading, demonym_at, portfolio
from pipeline.language.data_files import read_table, read_words

OFTEN = 3  # mentions that a state needs to be the article's own where others are named too
AHEAD = 2.0  # and how many times as often as the next


def is_state_office(noun: Token) -> bool:
    """Whether the noun with its portfolio is an office of state without any owner: "President", "the prime minister"; not "club president".

    A title is written with capitals; in small letters only "the" may stand before it.
    """
    if portfolio(noun) not in read_words("en/actors/state_offices.txt"):
        return False
    before = noun.doc[noun.i - portfolio(noun).count(" ") - 1] if noun.i > portfolio(noun).count(" ") else None
    if noun.text[:1].isupper():
        return before is None or before.tag_ == "POS" or not (demonym_at(before) or before.pos_ in ("NOUN", "PROPN"))
    return before is not None and before.lower_ == "the"


def state_of_head(name: str) -> str:
    """Return the state that the surname alone tells of ("Joe Biden": United States), or ""."""
    return _heads().get(name.split()[-1], "")


@cache
def _heads() -> dict[str, str]:
    return {row["surname"]: row["state"] for row in read_table("world/heads.csv", "surname", "state")}


def home_state(reading: Reading) -> str:
    """Return the one state that the article names, or that it names far more often than any other, or ""."""
    counts = Counter(owner.name for owner in reading.owners.values() if owner.is_state).most_common(2)
    if not counts:
        return ""
    first, often = counts[0]
    second = counts[1][1] if len(counts) > 1 else 0
    return first if not second or (often >= OFTEN and often >= AHEAD * second) else ""

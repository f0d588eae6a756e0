"""Whether a canonical name and a name as an annotator wrote it mean the same party.

They do if they share a word of some length, endings aside, or if the world's tables know both for the same actor: "US" and "United
States", "Moscow" and "Russia", "Greek" and "Greece".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.actors.world import load_world

STEM = 5  # letters that must agree: "Israel" and "Israeli", "Hungary" and "Hungarian"
WORD = re.compile(r"\w{3,}")
WORD_OR_NUMBER = re.compile(r"\w+")
TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[\w'-]+")
BEHIND = re.compile(r",| (?:of|in|from|for|with|to|at|on|that|who|which|whose|and|located|saying)\b")
EMPTY = frozenset({"the", "and", "for", "with", "from"})
LONGEST = 4  # words of a known actor's name


def stems(names: Iterable[str]) -> set[str]:
    """Return the word stems of the names.

    >>> sorted(stems(["The Israeli army"]))
    ['army', 'israe']
    """
    return {word[:STEM] for name in names for word in WORD.findall(name.lower()) if word not in EMPTY}


def known_actors(names: Iterable[str]) -> set[str]:
    """Return the states and bodies that the world's tables know in the names, by name, demonym, capital, seat of power or acronym.

    >>> sorted(known_actors(["U.S. and Greek negotiators"]))
    ['Greece', 'United States']
    """
    return {actor for name in names for phrase in _phrases(name) if (actor := _actor(phrase))}


def _phrases(name: str) -> Iterator[str]:
    words = TOKEN.findall(name)
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            yield " ".join(words[start:end]).removesuffix("'s")


def _actor(phrase: str) -> str:
    world = load_world()
    body = world.body(phrase)
    return world.state(phrase) or world.demonym(phrase) or world.stands_for(phrase) or (body.name if body is not None else "")


def same_party(found: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether one of the found names means the same party as one of the wanted."""
    found, wanted = list(found), list(wanted)
    return bool(stems(found) & stems(wanted) or known_actors(found) & known_actors(wanted))


def is_named(text: str, article: str) -> bool:
    """Whether the phrase of an annotator names its head: its last word before a comma or preposition is written as a name.

    The first word of a sentence is, if the article writes it so elsewhere in the middle of one.

    >>> is_named("two US navy ships", ""), is_named("the chief of Vik", ""), is_named("the airline Norvik", "")
    (False, False, True)
    """
    head = WORD_OR_NUMBER.findall(BEHIND.split(text, maxsplit=1)[0])
    if (
        not head
        or head[0] == "to"
        or not any(word[:1].isupper() for word in head)
        or not (head[-1][:1].isupper() or head[-1][:1].isdigit())
    ):
        return False
    return len(head) > 1 or bool(re.search(rf"[a-z,] {re.escape(head[0])}\b", article))

"""Whether a canonical name and a name as an annotator wrote it mean the same party: a shared word of some length, endings aside."""

from __future__ import annotations

import re
from collections.abc import Iterable

STEM = 5  # letters that must agree: "Israel" and "Israeli", "Hungary" and "Hungarian"
WORD = re.compile(r"\w{3,}")
EMPTY = frozenset({"the", "and", "for", "with", "from"})


def stems(names: Iterable[str]) -> set[str]:
    """Return the word stems of the names.

    >>> sorted(stems(["The Israeli army"]))
    ['army', 'israe']
    """
    return {word[:STEM] for name in names for word in WORD.findall(name.lower()) if word not in EMPTY}


def same_party(found: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether one of the found names shares a word with one of the wanted."""
    return bool(stems(found) & stems(wanted))

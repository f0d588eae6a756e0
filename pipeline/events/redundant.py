"""Noun rows that only say again what their verb's row says: the same line, no day of their own, and the verb tells the event.

"Lind wins the championship" is told by "wins", "resigned over a land deal" by "resigned"; what is cancelled or blocked keeps its row,
which tells that it was not to be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from pipeline.events.grammar import lemma_of, preposition
from pipeline.events.lexicon import governors, words
from pipeline.events.trigger import Dating, Trigger

OWN_DAY = frozenset({"explicit", "relative", "event"})


def redundant(doc: Doc, rows: Sequence[tuple[Trigger, Dating, str]]) -> frozenset[int]:
    """Return the positions of the rows, given with their lines, that a verb's row makes redundant."""
    lines = {trigger.head: line for trigger, _, line in rows if trigger.kind == "verb"}
    return frozenset(n for n, (trigger, dating, line) in enumerate(rows) if _says_it_again(doc, trigger, dating, line, lines))


def _says_it_again(doc: Doc, trigger: Trigger, dating: Dating, line: str, lines: Mapping[int, str]) -> bool:
    noun = doc[trigger.head]
    verb = noun.head
    if trigger.kind != "noun" or trigger.headline or dating.basis in OWN_DAY or lines.get(verb.i) != line:
        return False
    word = lemma_of(verb)
    if noun.dep_ == "obl":
        before = preposition(noun)
        return before in words("topic_prepositions.txt") and f"{word} {before}" not in governors("object")
    return noun.dep_ == "obj" and word in words("contest_verbs.txt")

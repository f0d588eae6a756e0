"""Cuts a line that is too long: before a phrase it can do without, so that what is left is whole."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.lexicon import words
from pipeline.events.line_faults import holds
from pipeline.language.arcs import FINITE

LONGEST = 110
ENOUGH = 3  # words: a shorter line tells too little


def shortened(line: str, token: Token | None = None) -> str:
    """Cut a line that is too long before a phrase that can go; where none is, behind a whole word that can end it.

    `token` is the event's word, which stays.

    >>> shortened("Court rejects the appeal of " + "the very " * 12 + "old man")[-12:]
    'the very ve…'
    """
    if len(line) <= LONGEST:
        return line
    every, fitting = line.split(" "), line[: LONGEST + 1].split(" ")[:-1]
    for end in range(len(fitting), ENOUGH + 1, -1):
        kept, before = " ".join(fitting[:end]), every[end].lower()
        if before in words("cut_before.txt") and _can_end(kept, before, token) and not _parts_a_clause(every[end:], token):
            return kept.rstrip(" ,;:-–—")
    told = line[: LONGEST - 1].rsplit(" ", 1)[0].split(" ")
    while len(told) > ENOUGH and told[-1].lower().strip(",;:") in words("cut_words.txt"):
        told.pop()
    quoted = "”" if "“" in line and "”" not in " ".join(told) else ""
    return " ".join(told).rstrip(" ,;:-–—") + "…" + quoted


def _can_end(kept: str, before: str, token: Token | None) -> bool:
    """Whether what is kept of a line is whole: no open quotation, the event's word in it, no "between" without its "and"."""
    last = kept.rsplit(" ", 1)[-1].strip(",;:")
    if last.lower() in words("cut_words.txt") or "“" in kept or (token is not None and not holds(kept, token)):
        return False
    told = {word.pos_ for word in token.sent if word.text == last} if token is not None else set()
    pair = before == "and" and (bool(told & {"ADJ", "DET"}) or " between " in kept[kept.rfind(" and ") + 1 :])
    return not pair and not told & {"AUX", "DET"}


def _parts_a_clause(left: list[str], token: Token | None) -> bool:
    """Whether a phrase that would go has a verb behind it whose subject stays: "a new feature | on the 737 was forcing the nose down"."""
    if token is None or left[0].lower() in words("clause_openers.txt"):
        return False
    verbs = {word.lower_ for word in token.sent if word.pos_ in {"AUX", "VERB"} and word.tag_ in FINITE}
    phrase = []
    for word in left[1:]:
        if word.lower() in words("cut_before.txt"):
            break
        phrase.append(word.lower().strip(",;:"))
    return any(word in verbs for word in phrase)

"""Which word a time expression hangs on, as the event stage needs it: to know that a verb or noun is dated, or has a limit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.events.grammar import preposition
from pipeline.language.data_files import read_words
from pipeline.records import Timex

_GRANTED = ("acl", "advcl", "xcomp", "nmod")
_BOUND = re.compile(r"\b(?:no|not) (?:later|earlier|sooner) than\Z")
LIMITS = frozenset({"by", "until", "till", "before", "within", "no later than", "til"})


@dataclass(frozen=True, slots=True)
class TimeLink:
    """A time expression with the token it hangs on and the preposition between them."""

    timex: Timex
    root: int
    head: int
    preposition: str


@dataclass(frozen=True, slots=True)
class Times:
    """The links of one article, by head token, and the tokens that belong to time expressions."""

    by_head: Mapping[int, tuple[TimeLink, ...]]
    tokens: frozenset[int]

    def dated(self, token: int) -> bool:
        """Whether a date or time (not a mere length or repetition) hangs on the token."""
        return any(link.timex.type in {"DATE", "TIME"} and not link.timex.value.endswith("_REF") for link in self.by_head.get(token, ()))

    def limited(self, token: int) -> bool:
        """Whether a limit hangs on the token: "by Friday", "until 7 March", "within two weeks"."""
        return any(link.preposition in LIMITS for link in self.by_head.get(token, ()))


def time_granted_for(root: Token) -> Token | None:
    """Return what somebody may or must do within a length of time: "gave them [48 hours] to leave", "has [28 days] in which to ask"."""
    giving = root.head
    if root.dep_ not in ("obj", "dobj", "iobj", "nsubj:pass") or giving.lemma_ not in read_words("en/anchor/granting_verbs.txt"):
        return None
    after = [child for word in (root, giving) for child in word.children if child.i > root.i and child.dep_ in _GRANTED]
    return next((verb for verb in after if any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)), None)


def _ends_a_stretch(doc: Doc, start: int, inside: set[int]) -> bool:
    """Whether "until" is the end of "from ... until ...", which limits nothing; `inside` are the words of the expressions before."""
    i = start - 2
    if start < 3 or doc[start - 1].lower_ not in ("until", "till") or i not in inside:
        return False
    while i in inside:
        i -= 1
    return i >= 0 and doc[i].lower_ == "from"


def link_times(doc: Doc, timexes: Sequence[Timex]) -> Times:
    """Return the article's time links. An expression inside another ("the 7th of March") hangs on what the whole hangs on."""
    by_head: dict[int, list[TimeLink]] = {}
    inside: set[int] = set()
    for timex in timexes:
        span = doc.char_span(timex.start_char, timex.end_char, alignment_mode="expand")
        if span is None or not len(span):
            continue
        root = span.root
        before = " ".join(token.lower_ for token in doc[max(0, span.start - 3) : span.start])
        limit = next((word for word in sorted(LIMITS) if f" {before}".endswith(f" {word}")), "") or preposition(root)
        if _ends_a_stretch(doc, span.start, inside):
            limit = "to"
        words_of_limit = 3 if _BOUND.search(before) else 0
        inside.update(range(span.start - words_of_limit, span.end))
        by_head.setdefault(root.head.i, []).append(TimeLink(timex, root.i, root.head.i, limit))
        granted = time_granted_for(root) if timex.type == "DURATION" else None
        if granted is not None:
            by_head.setdefault(granted.i, []).append(TimeLink(timex, root.i, granted.i, "within"))
    return Times({head: tuple(links) for head, links in by_head.items()}, frozenset(inside))

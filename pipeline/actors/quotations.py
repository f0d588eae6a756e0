"""Where the article quotes, and who speaks there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.records import ActorMention

_OPEN = frozenset(("“", "«", "„", "``"))
_CLOSE = frozenset(("”", "»", "''"))
_ODD = ("flat", "dep", "appos", "vocative", "compound")  # arcs by which a parser may hang a speaker on his verb
TAG = 6  # tokens: how far behind the quotation's sentence its "she said" may stand, where the parse cut it off
GAP = 14  # tokens between a quotation and the next by the same speaker (" Ana Rojas told reporters late on Monday. ")
LONGEST = 400  # tokens; a quotation mark that nothing closes within them opens nothing


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` to `end` (exclusive) between quotation marks."""

    start: int
    end: int


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Return the quotations of a Doc in order."""
    found = []
    opened = -1
    for token in doc:
        straight = token.text == '"'
        if opened >= 0 and (token.text in _CLOSE or straight or token.i - opened > LONGEST):
            if token.i - opened <= LONGEST and token.i > opened + 1:
                found.append(Quotation(opened + 1, token.i))
            opened = -1
        elif token.text in _OPEN or straight:
            opened = token.i
    return tuple(found)


def speaker_of(doc: Doc, quotation: Quotation, mentions: Sequence[ActorMention]) -> ActorMention | None:
    """Return who says the quotation: the subject of the speech verb it hangs on or stands beside, else of the sentence it stands in."""
    by_head = {mention.head: mention for mention in mentions if mention.role == "actor"}
    for verb in _speech_verbs(doc, quotation):
        speaker = _subject(verb, by_head)
        if speaker is not None and not quotation.start <= speaker.head < quotation.end:
            return speaker
    return None


def continues(doc: Doc, before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation goes on with the one before: its sentences have no other words, and it stands in the same paragraph."""
    gap = doc[before.end : quotation.start]
    outside = doc[quotation.end : doc[quotation.end - 1].sent.end]
    ends = doc[quotation.end - 1].text in (".", "!", "?", "…")
    alone = ends and doc[quotation.start].sent.start >= quotation.start - 1 and not any(token.is_alpha for token in outside)
    return alone and len(gap) <= GAP and not any(token.is_space and token.text.count("\n") > 1 for token in gap)


def _speech_verbs(doc: Doc, quotation: Quotation) -> list[Token]:
    """Return candidate verbs outside the quotation: those above its words first, then speech verbs beside it, nearest first."""
    above = []
    for token in doc[quotation.start : quotation.end]:
        if not quotation.start <= token.head.i < quotation.end and token.head.pos_ in ("VERB", "NOUN", "AUX"):
            above += [token.head, *token.head.ancestors]
    beside = [
        token
        for token in doc[max(0, quotation.start - 25) : min(len(doc), quotation.end + 25)]
        if token._.event == "REPORTING" and not quotation.start <= token.i < quotation.end and _near_sentence(doc, token, quotation)
    ]
    beside.sort(key=lambda token: min(abs(token.i - quotation.start), abs(token.i - quotation.end)))
    spoken = [token for token in above if token._.event == "REPORTING"]
    return [*spoken, *beside, *above]


def _near_sentence(doc: Doc, token: Token, quotation: Quotation) -> bool:
    first, last = doc[quotation.start].sent.start, doc[quotation.end - 1].sent.end
    return bool(first <= token.i < last + TAG)


def _subject(verb: Token, by_head: dict[int, ActorMention]) -> ActorMention | None:
    odd = [child for child in verb.children if child.dep_ in _ODD and child.i < verb.i and child.i in by_head and child.pos_ == "PROPN"]
    if odd and not any(child.dep_ in ("nsubj", "nsubj:pass") for child in verb.children):
        return by_head[odd[0].i]
    token: Token | None = verb
    for _step in range(4):
        if token is None:
            return None
        for child in token.children:
            if child.dep_ in ("nsubj", "nsubj:pass") and child.i in by_head:
                return by_head[child.i]
        token = token.head if token.head.i != token.i else None
    return None

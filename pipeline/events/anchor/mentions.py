"""An event that is mentioned again ("expelling ... the expulsion", "the officials who were expelled") has the date it had before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.share import is_point, same_time
from pipeline.events.anchor.subject import is_experience
from pipeline.events.anchor.words import act_of, pointed_at
from pipeline.events.trigger import Dating

_MAIN = ("ROOT", "conj", "ccomp", "parataxis")
_MOST_MENTIONS = 40
_DEFINITE = ("the", "this", "that", "these", "those")


def earlier_mention(node: Node, mentions: Mapping[str, Sequence[Node]], datings: Mapping[int, Dating]) -> Dating | None:
    """Return the date of the surest dated mention before it of the same act, if the words point back at one.

    `mentions` are the nodes by act, in the order of the text; the nearest _MOST_MENTIONS before the node are looked at.
    """
    if not _points_back(node) or is_experience(node.token) or any(child.tag_ == "JJS" for child in node.token.children):
        return None  # "which once sold for $90", "its biggest loss since 1987"
    before = _before(node, mentions.get(act_of(node.token.lemma_), ()))
    if node.is_noun and not before and any(child.lower_ in _DEFINITE for child in node.token.children if child.dep_ == "det"):
        before = [other for act in pointed_at(node.token.lemma_) for other in _before(node, mentions.get(act, ())) if not other.is_noun]
    if before and node.is_noun and act_of(node.token.lemma_) != act_of(before[-1].token.lemma_):
        before = [other for other in before if other.token.dep_ in _MAIN] or before  # "the verdict" is that of the story, not of an aside
    told = [
        (datings[other.token.i], event_words(other))
        for other in before
        if other.token.i in datings and _told_before(node, other, datings[other.token.i])
    ]
    if not told:
        return None
    surest, word = max(reversed(told), key=lambda pair: pair[0].certain)  # of equal ones the nearest
    return same_time(surest, word, 0.85)


def _before(node: Node, mentions: Sequence[Node]) -> Sequence[Node]:
    return mentions[: bisect_left(mentions, node.token.i, key=lambda other: other.token.i)][-_MOST_MENTIONS:]


def _told_before(node: Node, other: Node, dating: Dating) -> bool:
    if not is_point(dating) or dating.basis == "publication" or other.time.tense in ("modal", "would"):
        return False
    loose = node.token.dep_ == "acl" and other.is_noun and not _is_definite(node.token.doc[node.token.i - 1])
    return not loose and not _names_differ(node.token, other.token)  # "a drop in strength ... calls dropped" are two things


def _is_definite(noun: Token) -> bool:
    return noun.pos_ == "PRON" or any(child.dep_ in ("det", "nmod:poss") for child in noun.children)


def _points_back(node: Node) -> bool:
    token = node.token
    if token._.event == "REPORTING" and not node.is_noun:
        return False
    if node.is_noun:
        before = token.doc[token.i - 1] if token.i > token.sent.start else token
        if token.text[:1].isupper() and before.i != token.i and before.text[:1].isupper() and before.pos_ in ("PROPN", "ADJ", "NOUN"):
            return False  # "the Black Death" is none of the deaths told before
        owned = any(child.dep_ in ("nmod:poss", "poss") for child in token.children)
        return owned or any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in token.children)
    if node.time.tense == "perfect" and not node.time.passive:
        return False  # "who has missed three of his last four"
    return (token.dep_ in ("acl:relcl", "relcl") and node.time.looks_back) or (token.dep_ == "acl" and token.tag_ in ("VBN", "VB"))


def _names_differ(left: Token, right: Token) -> bool:
    """Whether each is told of named things and none of these is shared ("the closure of Minsk" and "the closure of Kyiv")."""
    ours, theirs = _names(left), _names(right)
    return bool(ours and theirs and not ours & theirs)


def _names(token: Token) -> set[str]:
    found: set[str] = set()
    for child in token.children:
        if child.dep_.startswith(("nmod", "compound", "obj", "poss")):
            found |= {word.lower_ for word in child.subtree if word.pos_ == "PROPN" and word.ent_type_}
    return found

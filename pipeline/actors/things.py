"""Descriptions that take up a thing or a place named before: "the zoo" (Chester Zoo), "the device" (iPhone 4)."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.actors.candidates import SENTENCES_BACK, Candidate, Candidates
from pipeline.actors.mentions import mention
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention

_TELLING = ("nmod", "nmod:poss", "amod", "compound", "acl:relcl", "acl", "nummod", "appos", "flat")


def thing_described(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the mention of "the zoo" with the one named thing or place that ends in the word, of "the device" with the one product
    of the sentences before; None where there is none or several."""
    marks = {child.lower_ for child in token.lefts if child.dep_ == "det"}
    if token.tag_ != "NN" or not marks & read_words("en/actors/definites.txt") or token.dep_ == "compound" or _is_told_apart(token):
        return None
    word = token.lemma_.lower()
    found = [c for c in candidates.near if _written(c) and _last_word(c.mention) == word and len(c.mention.actors[0].split()) > 1]
    if not found and word in read_words("en/actors/product_nouns.txt"):
        found = [c for c in candidates.near if _written(c) and c.mention.kind == "thing" and c.sentences <= SENTENCES_BACK]
    if not found or len({c.mention.actors for c in found}) > 1:
        return None
    taken = found[0].mention
    start = min(child.i for child in token.lefts if child.dep_ == "det")
    return mention(token.doc, (start, token.i + 1, token.i), taken.actors, (taken.kind, taken.role, "description"))


def _written(candidate: Candidate) -> bool:
    return candidate.mention.kind in ("thing", "place") and candidate.mention.how in ("name", "alias") and bool(candidate.mention.actors)


def _last_word(found: ActorMention) -> str:
    return found.actors[0].split()[-1].lower()


def _is_told_apart(token: Token) -> bool:
    """Whether words of its own say which one it is ("the zoo in Vienna", "the new bridge"); not a clause behind a comma."""
    return any(child.dep_ in _TELLING and not _is_aside(child, token) for child in token.children)


def _is_aside(clause: Token, token: Token) -> bool:
    return clause.dep_ in ("acl:relcl", "acl") and token.i + 1 < clause.i and token.nbor(1).text == ","

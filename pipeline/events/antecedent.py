"""The occasion that "it" or "they" stands for in a line: "Talks broke off on Monday. They are expected to resume" (the talks resume)."""

from __future__ import annotations

from spacy.tokens import Span, Token

from pipeline.events.grammar import SUBJECTS, is_verb, kids, lemma_of
from pipeline.events.lexicon import event_noun, mapping, words
from pipeline.events.raising import carrier

_PLURAL = {"it": False, "they": True}
_SENTENCES_BACK = 2


def occasion_behind(pronoun: Token) -> Token | None:
    """Return the event noun that the pronoun stands for, None where its verb tells of no occasion or none was told just before.

    Not the subject of a clause joined to the pronoun's own: English would leave the second subject out.
    """
    plural = _PLURAL.get(pronoun.lower_)
    if plural is None or pronoun.dep_ not in SUBJECTS or not is_verb(carrier(pronoun)):
        return None
    word = lemma_of(carrier(pronoun))
    if word not in mapping("aspectual_verbs.csv", "verb", "own") and word not in words("occasion_verbs.txt"):
        return None
    if any(obj.lower_ != "place" for obj in kids(carrier(pronoun), "obj")):
        return None
    sentence = pronoun.sent
    found = [noun for noun in _occasions(sentence.doc[sentence.start : pronoun.i], plural) if noun.head.i != pronoun.head.head.i]
    for _ in range(_SENTENCES_BACK):
        if found or sentence.start == 0:
            break
        sentence = sentence.doc[sentence.start - 1].sent
        found = _occasions(sentence, plural)
    leading = [noun for noun in found if noun.dep_ in SUBJECTS and noun.head.dep_ == "ROOT"]
    return (leading or found)[-1] if found else None


def _occasions(span: Span, plural: bool) -> list[Token]:
    return [token for token in span if token.pos_ == "NOUN" and token.dep_ not in {"compound", "flat"} and _is_occasion(token, plural)]


def _is_occasion(noun: Token, plural: bool) -> bool:
    entry = event_noun(noun.text, noun.lemma_)
    return entry is not None and entry.evidence != "anaphor" and bool(noun._.event) and (noun.tag_ == "NNS") == plural

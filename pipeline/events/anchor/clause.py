"""How a predicate stands in time: tense, aspect and modality, read from its auxiliaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline.language.data_files import read_table

Tense = Literal[
    "past", "perfect", "pluperfect", "present", "future", "would", "modal", "future_perfect", "infinitive", "participle", "none"
]

_AUXILIARY_DEPS = {"aux", "aux:pass", "cop", "auxpass"}
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PREDICATE_DEPS = {"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "csubj"}


@dataclass(frozen=True, slots=True)
class ClauseTime:
    """`tense` of the finite verb group; `progressive` for be + -ing; `passive` for be + participle."""

    tense: Tense
    progressive: bool = False
    passive: bool = False
    negated: bool = False

    @property
    def looks_back(self) -> bool:
        """Whether the clause tells something that has happened."""
        return self.tense in ("past", "perfect", "pluperfect")

    @property
    def looks_ahead(self) -> bool:
        """Whether the clause tells something that is still to come when it is said."""
        return self.tense in ("future", "would", "modal", "future_perfect")


def _modal_tenses() -> dict[str, str]:
    return {row["word"]: row["tense"] for row in read_table("en/anchor/auxiliaries.csv", "word", "tense")}


def clause_time(predicate: Token) -> ClauseTime:
    """Return how the predicate's clause stands in time; `none` for a noun that is no predicate.

    >>> # "would have been closed" -> tense "modal", passive; "had left" -> "pluperfect"; "is leaving" -> "present", progressive
    """
    helpers = _auxiliaries(predicate)
    negated = any(child.dep_ in ("advmod", "neg") and child.lower_ in ("not", "n't", "n’t", "never") for child in predicate.children)
    passive = any(child.dep_ in ("aux:pass", "auxpass") for child in helpers)
    progressive = predicate.tag_ == "VBG" and any(child.lemma_ == "be" for child in helpers)
    return ClauseTime(_tense(predicate, helpers), progressive, passive, negated)


def _auxiliaries(predicate: Token) -> list[Token]:
    """Return the verb's auxiliaries; a joined form that cannot stand alone has those of the verb before it: "will stay and [be] heard"."""
    own = [child for child in predicate.children if child.dep_ in _AUXILIARY_DEPS and child.i < predicate.i]
    if predicate.dep_ != "conj" or predicate.tag_ not in ("VB", "VBN", "VBG") or any(helper.tag_ in _FINITE for helper in own):
        return own
    if any(child.dep_.startswith(("nsubj", "mark")) for child in predicate.children):
        return own
    first = predicate.head
    shared = [child for child in first.children if child.dep_ in _AUXILIARY_DEPS and child.i < first.i]
    return [*shared, *own] if shared and first.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else own


def _tense(predicate: Token, helpers: list[Token]) -> Tense:
    modals = _modal_tenses()
    words = [helper.lower_ for helper in helpers]
    for word in words:
        if word in modals:
            tense = modals[word]
            if tense == "future" and any(helper.lemma_ == "have" for helper in helpers):
                return "future_perfect"
            return tense  # type: ignore[return-value]
    perfect = _perfect(predicate, helpers)
    if perfect:
        return perfect
    if "to" in {child.lower_ for child in predicate.children if child.dep_ == "mark"} and predicate.tag_ in ("VB", "VBG", "VBN"):
        return "infinitive"
    finite = [helper for helper in helpers if helper.tag_ in ("VBD", "VBZ", "VBP")]
    if finite:
        return "past" if finite[0].tag_ == "VBD" else "present"
    return _bare(predicate)


def _perfect(predicate: Token, helpers: list[Token]) -> Tense | None:
    """Return the tense that "have" or "had" before a participle gives, or None where none stands."""
    if not helpers or not (predicate.tag_ in ("VBN", "VBD", "VBG") or len(helpers) > 1 or predicate.pos_ not in ("VERB", "AUX")):
        return None
    for helper in helpers:
        if helper.lemma_ == "have" or helper.lower_ in ("'ve", "’ve", "had"):
            if any(child.dep_ == "mark" and child.lower_ == "to" for child in predicate.children):
                return "infinitive"
            return "pluperfect" if helper.tag_ in ("VBD", "VBN", "VBG") or helper.lower_ == "had" else "perfect"
    return None


def _bare(predicate: Token) -> Tense:
    """Return the tense of a verb without auxiliary; a finite-looking participle of a main clause counts as past."""
    if predicate.tag_ == "VBD":
        return "past"
    if predicate.tag_ in ("VBZ", "VBP"):
        return "present"
    if predicate.tag_ == "VB":
        return "infinitive" if predicate.dep_ != "ROOT" else "present"
    if predicate.tag_ == "VBN":
        has_subject = any(child.dep_.startswith("nsubj") for child in predicate.children)
        return "past" if predicate.dep_ in _PREDICATE_DEPS and has_subject else "participle"
    if predicate.tag_ == "VBG":
        return "participle"
    return "none"

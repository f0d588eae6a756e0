"""Drops what is no time: April the woman, May the minister, "Mr. March"; lower-case "may", "march", "sun"; the quarters of a match."""

from __future__ import annotations

import re

from spacy.tokens import Token

from pipeline.language.data_files import read_words
from pipeline.timex.candidate import Candidate
from pipeline.timex.meaning import Duration, InPeriod, Known, Named, PartOfDay, SetOf
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import Candidates
from pipeline.timex.words import GAME_WORDS, MONTH_VERBS, RESULT_NOUNS

_VERB_TAGS = frozenset(("MD", "VB", "VBD", "VBZ", "VBP", "VBG", "NNS"))
_NAME_LIKE = frozenset(("may", "march", "april", "june", "august"))
_MONTH_AFTER = read_words("en/timex/before_month.txt")
_CAPITAL_BEFORE = re.compile(r"(?<![.!?]\s)\b[A-Z][\w’'-]+ \Z")
NEAR_GAME = 600  # characters before and after a quarter in which words of a game count
_WORDS = re.compile(r"[^\W\d_]+")
_MONEY_WORDS = read_words("en/timex/rate_nouns.txt") | RESULT_NOUNS
_GAME = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, (word.lower() for word in GAME_WORDS)), key=len, reverse=True)) + r")\b")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?\s+\Z")


def drop_names(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates without month names that are verbs, persons or places."""
    return tuple(
        c
        for c in candidates
        if not (_is_name(c, page) or _in_title(c, page) or _is_count(c, page) or _is_kind(c, page) or _is_of_a_match(c, page))
    )


def _is_of_a_match(candidate: Candidate, page: Page) -> bool:
    """Whether a bare quarter is one of a match ("ejected in the fourth quarter"): two words of the game stand near it, none of money."""
    meaning = candidate.meaning
    if not isinstance(meaning, Named) or meaning.which is not None or meaning.recurring.kind != "quarter":
        return False
    near = page.text[max(candidate.start - NEAR_GAME, 0) : candidate.end + NEAR_GAME].lower()
    start, end = page.sentence(candidate.start)
    told = {word.lower() for word in _WORDS.findall(page.text, start, end)}
    is_money = not told.isdisjoint(_MONEY_WORDS) or any(sign in page.text[start:end] for sign in "$€£%")
    return not is_money and len(set(_GAME.findall(near))) > 1


def _is_kind(candidate: Candidate, page: Page) -> bool:
    """Whether "a day", "a night" only tells what kind of thing follows ("a day nursery")."""
    meaning = candidate.meaning
    words = page.text[candidate.start : candidate.end].split()
    if not isinstance(meaning, Duration) or meaning.amount != 1 or len(words) != 2 or words[0].lower() not in ("a", "an"):
        return False
    unit = page.tokens(candidate.start, candidate.end)[-1]
    return bool(unit.dep_ == "compound" and unit.head.i > unit.i)


def _is_count(candidate: Candidate, page: Page) -> bool:
    """Whether a bare year counts the noun behind it, right after a verb ("the village has 1950 inhabitants")."""
    meaning = candidate.meaning
    if not isinstance(meaning, Known) or meaning.period.unit != "year" or not page.text[candidate.start : candidate.end].isdigit():
        return False
    token = page.token_at(candidate.start)
    if token is None or token.i == 0 or token.dep_ != "nummod" or token.head.tag_ != "NNS" or token.head.i != token.i + 1:
        return False
    before = token.nbor(-1)
    return before.pos_ in ("VERB", "AUX") or (before.pos_ == "CCONJ" and token.head.dep_ == "conj")


def _in_title(candidate: Candidate, page: Page) -> bool:
    """Whether a capitalised "Monthly", "Tonight" ends a name ("Electronic Gaming Monthly")."""
    if not isinstance(candidate.meaning, (SetOf, PartOfDay)) or not page.text[candidate.start].isupper():
        return False
    before = _CAPITAL_BEFORE.search(page.text, max(candidate.start - 30, 0), candidate.start)
    return before is not None and page.text[candidate.start : candidate.end].isalpha()


def _is_name(candidate: Candidate, page: Page) -> bool:
    meaning = candidate.meaning
    if not isinstance(meaning, (Named, InPeriod)) or meaning.recurring.kind not in ("month", "month_day"):
        return False
    text = page.text[candidate.start : candidate.end]
    word = text.split()[0].rstrip(".")
    if isinstance(meaning, InPeriod) or meaning.which is not None:
        return text.split()[-1] in _NAME_LIKE
    if text.islower():
        return True
    if meaning.recurring.kind == "month_day" or word.lower() not in _NAME_LIKE:
        return False
    tokens = page.tokens(candidate.start, candidate.end)
    before = _LAST_WORD.search(page.text, max(candidate.start - 24, 0), candidate.start)
    if tokens and _first_name(tokens[0]):
        return True
    if not tokens or (before and before[1].lower() in _MONTH_AFTER):
        return False
    token = tokens[0]
    if token.ent_type_ == "PERSON" or (token.tag_ in _VERB_TAGS and token.pos_ in ("AUX", "VERB")):
        return True
    if token.dep_ == "nsubj" and token.head.pos_ == "VERB":
        return token.head.lemma_.lower() not in MONTH_VERBS
    return token.tag_ == "NNP" and token.dep_ in ("flat", "compound") and token.head.pos_ in ("VERB", "PROPN")


def _first_name(token: Token) -> bool:
    """Whether the word is tied to the capitalised word behind it ("April Jones")."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    tied = (following.dep_ == "flat" and following.head == token) or (token.dep_ in ("flat", "compound") and token.head == following)
    return tied and following.tag_ == "NNP" and "PERSON" in (token.ent_type_, following.ent_type_)

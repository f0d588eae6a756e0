"""Which way a sentence points at a time expression: the verb that governs it, its tense and auxiliaries, the preposition before it."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.timex.clues import MAX_QUOTATION, in_quotation
from pipeline.timex.context import Direction
from pipeline.timex.page import Page
from pipeline.timex.tense import FINITE_PAST, MAX_CLIMB, copula, is_cue, is_headline, is_past_perfect, kinds_of, tense
from pipeline.timex.timex_noun import by_noun, by_results
from pipeline.timex.words import (
    AFTERMATH_VERBS,
    CALLED_OFF_VERBS,
    HELD_OVER,
    PLANNED_EVENTS,
    RECORD_NOUNS,
)

MAX_AFTER_QUOTATION = 80  # characters from the end of a quotation to the day of speech
NEAR_PROMISE = 6  # words from a promise to its limit
MAX_SCAN = 25  # words to each side where the nearest verb is looked for if the tree gives none

_TOWARDS = frozenset(("for", "to", "until", "till"))
_DEADLINE = frozenset(("by", "until", "till", "before"))


def direction(page: Page, start: int, end: int, before: str) -> Direction:
    """Return where the expression's sentence points: past, future or nowhere, with the words that say so."""
    if before == "since":
        return Direction("past", "'since' looks back", True)
    if before == "ahead of":
        return Direction("future", "'ahead of' looks ahead", True)
    words = page.tokens(start, end)
    if not words:
        return Direction()
    found = by_results(words) or _by_neighbour(words[0]) or _after_quotation(words[0], page) or _in_quotation(words, page) or by_noun(words)
    found = found or _by_tree(words) or _by_scan(words, page)
    if before in ("until", "till") and (verb := _held_over(words)) is not None:
        return Direction("future", f"'{verb.text}' until then looks ahead", True, verb.tag_ == "VBD")
    if before == "to" and (verb := _held_over(words)) is not None and not kinds_of(verb.lemma_).isdisjoint(("scheduled", "towards")):
        return Direction("future", f"'{verb.text} .. to' looks ahead", True, verb.tag_ == "VBD")  # "adjourned sentencing to June 14"
    if before in _DEADLINE:
        return _deadline(before, found, words)
    return found


def _deadline(before: str, found: Direction, words: list[Token]) -> Direction:
    """A limit lies ahead unless the verb is past: not of "has until Friday", not of "promised it by Friday"."""
    if found.side != "past" or found.cue.startswith("present tense"):
        return Direction("future", f"'{before}' sets a limit ahead", True, found.from_past)
    inside = {word.i for word in words}
    verb = next((word.head for word in words if word.head.i not in inside), words[0])
    for _ in range(MAX_CLIMB):
        if verb.pos_ != "NOUN" or verb.head.i == verb.i:
            break
        verb = verb.head
    near = next((word for word in reversed(verb.doc[max(words[0].i - NEAR_PROMISE, 0) : words[0].i]) if word.pos_ == "VERB"), None)
    if near is not None and near.tag_ == "VBG":
        verb = near  # "promising reform by Christmas"
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and "limit" in kinds_of(verb.head.lemma_):
        return Direction("future", f"'{verb.head.text} to {verb.text}' {before} then", True)  # "refused to leave before Saturday"
    if verb.tag_ in ("VBN", "VBD") and verb.dep_ == "xcomp" and any(child.tag_ == "MD" for child in verb.head.children):
        return Direction("future", f"'{before}' sets a limit ahead of '{verb.head.text} {verb.text}'", True)  # "will stay shut until"
    over = before in ("until", "till") and is_past_perfect(verb)  # "had got an extension until the end of January"
    if before != "before" and verb.pos_ == "VERB" and "verb" in kinds_of(verb.lemma_) and not over:
        return Direction("future", f"'{before}' sets a limit ahead of '{verb.text}'", True)
    return found


def _held_over(words: list[Token]) -> Token | None:
    """Return the verb whose "until X" lies ahead: "adjourned the case until Monday", "put off until May", "giving them until noon".

    Not that of "had been postponed until May", which may be over; a verb that also lasts ("held it until May") only as a participle.
    """
    inside = {word.i for word in words}
    node = next((word for word in words if word.head.i not in inside), words[0])
    for _ in range(MAX_CLIMB):
        node = node.head
        if node.pos_ == "VERB" and node.i not in inside:
            kind = HELD_OVER.get(node.lemma_.lower())
            lasts = kind == "lasts" and node.tag_ != "VBN"
            return None if kind is None or lasts or is_past_perfect(node) else node
    return None


def _after_quotation(first: Token, page: Page) -> Direction | None:
    """Behind the end of a quotation the verb that counts stands behind it too ("..." she told reporters late on Monday)."""
    begin = max(page.sentence(first.idx)[0], first.idx - MAX_AFTER_QUOTATION)
    closing = max(page.text.rfind("”", begin, first.idx), page.text.rfind('"', begin, first.idx))
    if closing < 0 or first.idx - closing > MAX_AFTER_QUOTATION or in_quotation(page.text, first.idx):
        return None
    between = [word for word in page.tokens(closing + 1, first.idx) if word.i < first.i]
    verb = next((word for word in reversed(between) if word.tag_ in FINITE_PAST and word.pos_ == "VERB" and word.dep_ != "amod"), None)
    own = next((word for word in first.ancestors if word.pos_ == "VERB"), None)
    if verb is None or (own is not None and own.i > verb.i and own in between):
        return None  # "said Berg of the union, which is to meet ministers on Friday": a clause of its own
    return tense(verb, 0)


def _in_quotation(words: list[Token], page: Page) -> Direction | None:
    """Inside a quotation the verb that counts stands inside it too, though the parse may hang the words on "said"."""
    first, last = words[0].idx, words[-1].idx
    if not in_quotation(page.text, first):
        return None
    floor, ceiling = max(first - MAX_QUOTATION, 0), last + MAX_QUOTATION
    begin = max(page.text.rfind("“", floor, first), page.text.rfind('"', floor, first))
    end = min((place for mark in '”"' if (place := page.text.find(mark, last, ceiling)) >= 0), default=ceiling)
    node = words[0]
    for _ in range(MAX_CLIMB):
        if node.pos_ in ("VERB", "AUX") or node.head.i == node.i:
            break
        node = node.head
    if begin <= node.idx < end:
        return None
    position = page.nearest_verb(words[0].i, words[-1].i, MAX_SCAN)
    inside = position is not None and begin <= page.doc[position].idx < end
    return tense(page.doc[position], 0) if inside and position is not None else None


def _by_neighbour(first: Token) -> Direction | None:
    """A cue word or verb right before the expression: "due Monday", "announced Monday", "scheduled for Monday"."""
    left = _left(first)
    if left is not None and left.tag_ == "DT":
        left = _left(left)
    if left is None:
        return None
    if left.tag_ == "IN" or left.pos_ == "ADP":
        previous = _left(left)
        while previous is not None and previous.tag_ in ("RB", "JJ") and not is_cue(previous, ("state",)):
            previous = _left(previous)
        if previous is not None and _announces(previous, left):
            return _plan(previous, f"'{previous.text} {left.text}'")
        if previous is not None and left.lower_ == "on" and previous.tag_ in FINITE_PAST and previous.lemma_.lower() in HELD_OVER:
            told = tense(previous, 0)
            if any(child.tag_ == "MD" for child in previous.lefts) or "to" in (child.lower_ for child in previous.lefts):
                return told  # "will be held on"
            return Direction("past", f"'{previous.text} on' that day", True)
        if previous is not None and left.lower_ in ("until", "till") and previous.lemma_ == "have" and previous.tag_ in ("VBZ", "VBP"):
            return Direction("future", f"'{previous.text} {left.text}' sets a limit ahead", True)
        if previous is not None and left.lower_ == "for" and _sets_a_date(previous):
            return Direction("future", f"'{previous.text} for' looks ahead", True)
        return tense(previous, 0) if previous is not None and left.lower_ == "on" and previous.tag_ in FINITE_PAST else None
    if is_cue(left, ("state",)):
        return Direction("future", f"'{left.text}' looks ahead", True)
    if left.pos_ == "VERB" and left.tag_ in ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG"):
        return tense(left, 0)
    return None


def _announces(word: Token, preposition: Token) -> bool:
    """Whether a word and its preposition look ahead: "due on", "set for", "postponed to", "a deadline of"."""
    scheduled = not kinds_of(word.lemma_).isdisjoint(("scheduled", "towards")) and preposition.lower_ in _TOWARDS
    noun = "noun" in kinds_of(word.text) and word.pos_ != "VERB" and preposition.lower_ in (*_TOWARDS, "of")
    moved = preposition.lower_ == "on" and word.lemma_.lower() in HELD_OVER  # "postponed on Thursday": that day it was
    return scheduled or noun or (is_cue(word, ("state",)) and not moved)


def _plan(word: Token, words: str) -> Direction:
    """A plan of now lies ahead; one of then ("had been planned for", "was due on") may be over or not: the nearest date."""
    helpers = [child for child in word.lefts if child.dep_.startswith("aux") or child.dep_ == "cop"]
    if any(helper.lower_ == "had" for helper in helpers) or (word.pos_ == "ADJ" and any(helper.tag_ == "VBD" for helper in helpers)):
        return Direction("present", f"{words} of then, the nearest", True)
    return Direction("future", f"{words} looks ahead", True)


def _sets_a_date(word: Token) -> bool:
    """Whether a word before "for" gives a day to something: a verb such as "call", or what it calls ("called a strike for Monday")."""
    verb = word.head if word.dep_ == "obj" else word
    if word.lower_ in RECORD_NOUNS or verb.pos_ != "VERB":
        return False
    lemma = verb.lemma_.lower()
    return lemma in CALLED_OFF_VERBS or lemma in ("call", "forecast") or "scheduled" in kinds_of(lemma)


def _left(token: Token) -> Token | None:
    position = token.i - 1
    while position >= 0 and token.doc[position].is_space:
        position -= 1
    if position < 0 or token.doc[position].is_punct or token.is_sent_start:
        return None
    return token.doc[position]


def _by_tree(words: list[Token]) -> Direction | None:
    inside = {word.i for word in words}
    node = next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])
    noun: Token | None = None
    for _ in range(MAX_CLIMB):
        if node.i not in inside:
            if node.pos_ in ("VERB", "AUX") or copula(node) is not None:
                return _through(noun, node)
            if is_cue(node, ("state",)):
                return Direction("future", f"'{node.text}' looks ahead", True)
            if _predicate(node):
                return _bare_predicate(node)
            noun = noun or (node if node.pos_ in ("NOUN", "PROPN") else None)
        elif copula(node) is not None:
            return tense(node, 0)
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _through(noun: Token | None, verb: Token) -> Direction:
    """The tense of a verb, reached through the noun that the expression dates; a present tense plans only what can be planned."""
    found = tense(verb, 0)
    if noun is None or not found.cue.startswith("present tense") or noun.lower_ in PLANNED_EVENTS:
        return found
    if verb.lemma_.lower() in AFTERMATH_VERBS and noun.dep_.startswith("nsubj"):
        return Direction("past", f"'{verb.text}' tells what '{noun.text}' means", False)
    return Direction("", found.cue, False) if copula(verb) is not None and noun.pos_ == "NOUN" else found


def _predicate(node: Token) -> bool:
    """Whether an adjective has a subject of its own, or shares one, without "be": mostly a verb that was taken for one ("polls close")."""
    if node.tag_ != "JJ" or node.dep_ not in ("ROOT", "conj"):
        return False
    subject = node.head if node.dep_ == "conj" else node
    return any(child.dep_ == "nsubj" and child.tag_ in ("NNS", "NNPS") for child in subject.lefts) and copula(subject) is None


def _bare_predicate(node: Token) -> Direction:
    if is_headline(node):
        return Direction("past", f"headline '{node.text}'", False)
    return Direction("future", f"present tense '{node.text}' for what is planned", False)


def _by_scan(words: list[Token], page: Page) -> Direction:
    """Take the nearest verb of the same sentence, the one before rather than the one behind."""
    position = page.nearest_verb(words[0].i, words[-1].i, MAX_SCAN)
    if position is None:
        return Direction()
    found = tense(page.doc[position], 0)
    return Direction(found.side, found.cue, False)

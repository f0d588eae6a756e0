"""Which way a sentence points at a time expression: the verb that governs it, its tense and auxiliaries, the preposition before it."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.timex.clues import in_quotation
from pipeline.timex.context import Direction
from pipeline.timex.page import Page
from pipeline.timex.timex_noun import by_noun, by_results
from pipeline.timex.words import (
    AFTERMATH_VERBS,
    CALLED_OFF_VERBS,
    FUTURE_CUES,
    FUTURE_MODALS,
    HELD_OVER,
    PLANNED_EVENTS,
    RECORD_NOUNS,
)

MAX_CLIMB = 12  # arcs from the expression to its verb; longer paths are parse errors
MAX_AFTER_QUOTATION = 80  # characters from the end of a quotation to the day of speech
NEAR_PROMISE = 6  # words from a promise to its limit
MAX_SCAN = 25  # words to each side where the nearest verb is looked for if the tree gives none

_FINITE_PAST = frozenset(("VBD", "VBN"))
_SURE = frozenset(("will", "shall", "'ll", "’ll"))
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
    if verb.pos_ == "VERB" and "verb" in _kinds(verb.lemma_):
        return Direction("future", f"'{before}' sets a limit ahead of '{verb.text}'", True)
    return found


def _held_over(words: list[Token]) -> Token | None:
    """Return the verb whose "until X" lies ahead: "adjourned the case until Monday", "put off until May", "giving them until noon".

    Not that of "had been postponed until May", which may be over; a verb that also lasts ("held the town until May") only as a participle.
    """
    inside = {word.i for word in words}
    node = next((word for word in words if word.head.i not in inside), words[0])
    for _ in range(MAX_CLIMB):
        node = node.head
        if node.pos_ == "VERB" and node.i not in inside:
            kind = HELD_OVER.get(node.lemma_.lower())
            lasts = kind == "lasts" and node.tag_ != "VBN"
            return None if kind is None or lasts or _past_perfect(node) else node
    return None


def _after_quotation(first: Token, page: Page) -> Direction | None:
    """Behind the end of a quotation the verb that counts stands behind it too ("..." she told reporters late on Monday)."""
    begin, _ = page.sentence(first.idx)
    closing = max(page.text.rfind("”", begin, first.idx), page.text.rfind('"', begin, first.idx))
    if closing < 0 or first.idx - closing > MAX_AFTER_QUOTATION or in_quotation(page.text, first.idx):
        return None
    between = [word for word in page.tokens(closing + 1, first.idx) if word.i < first.i]
    verb = next((word for word in reversed(between) if word.tag_ in _FINITE_PAST and word.pos_ == "VERB" and word.dep_ != "amod"), None)
    return _tense(verb, 0) if verb is not None else None


def _in_quotation(words: list[Token], page: Page) -> Direction | None:
    """Inside a quotation the verb that counts stands inside it too, though the parse may hang the words on "said"."""
    first, last = words[0].idx, words[-1].idx
    if not in_quotation(page.text, first):
        return None
    begin = max(page.text.rfind("“", 0, first), page.text.rfind('"', 0, first))
    ends = [place for place in (page.text.find("”", last), page.text.find('"', last)) if place >= 0]
    end = min(ends, default=len(page.text))
    node = words[0]
    for _ in range(MAX_CLIMB):
        if node.pos_ in ("VERB", "AUX") or node.head.i == node.i:
            break
        node = node.head
    if begin <= node.idx < end:
        return None
    position = page.nearest_verb(words[0].i, words[-1].i, MAX_SCAN)
    inside = position is not None and begin <= page.doc[position].idx < end
    return _tense(page.doc[position], 0) if inside and position is not None else None


def _by_neighbour(first: Token) -> Direction | None:
    """A cue word or verb right before the expression: "due Monday", "announced Monday", "scheduled for Monday"."""
    left = _left(first)
    if left is not None and left.tag_ == "DT":
        left = _left(left)
    if left is None:
        return None
    if left.tag_ == "IN" or left.pos_ == "ADP":
        previous = _left(left)
        while previous is not None and previous.tag_ in ("RB", "JJ") and not _is_cue(previous, ("state",)):
            previous = _left(previous)
        if previous is not None and _announces(previous, left):
            return _plan(previous, f"'{previous.text} {left.text}'")
        if previous is not None and left.lower_ == "on" and previous.tag_ in _FINITE_PAST and previous.lemma_.lower() in HELD_OVER:
            return Direction("past", f"'{previous.text} on' that day", True)
        if previous is not None and left.lower_ in ("until", "till") and previous.lemma_ == "have" and previous.tag_ in ("VBZ", "VBP"):
            return Direction("future", f"'{previous.text} {left.text}' sets a limit ahead", True)
        if previous is not None and left.lower_ == "for" and _sets_a_date(previous):
            return Direction("future", f"'{previous.text} for' looks ahead", True)
        return _tense(previous, 0) if previous is not None and left.lower_ == "on" and previous.tag_ in _FINITE_PAST else None
    if _is_cue(left, ("state",)):
        return Direction("future", f"'{left.text}' looks ahead", True)
    if left.pos_ == "VERB" and left.tag_ in ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG"):
        return _tense(left, 0)
    return None


def _announces(word: Token, preposition: Token) -> bool:
    """Whether a word and its preposition look ahead: "due on", "set for", "postponed to", "a deadline of"."""
    scheduled = not _kinds(word.lemma_).isdisjoint(("scheduled", "towards")) and preposition.lower_ in _TOWARDS
    noun = "noun" in _kinds(word.text) and word.pos_ != "VERB" and preposition.lower_ in (*_TOWARDS, "of")
    moved = preposition.lower_ == "on" and word.lemma_.lower() in HELD_OVER  # "postponed on Thursday": that day it was
    return scheduled or noun or (_is_cue(word, ("state",)) and not moved)


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
    return lemma in CALLED_OFF_VERBS or lemma in ("call", "forecast") or "scheduled" in _kinds(lemma)


def _left(token: Token) -> Token | None:
    position = token.i - 1
    while position >= 0 and token.doc[position].is_space:
        position -= 1
    if position < 0 or token.doc[position].is_punct or token.is_sent_start:
        return None
    return token.doc[position]


def _kinds(word: str) -> frozenset[str]:
    return FUTURE_CUES.get(word.lower(), frozenset())


def _is_cue(token: Token, kinds: tuple[str, ...]) -> bool:
    return not _kinds(token.text).isdisjoint(kinds) or (token.tag_ == "VBN" and "scheduled" in _kinds(token.lemma_))


def _has(verb: Token, lemma: str) -> bool:
    return any(child.lemma_ == lemma and child.dep_.startswith("aux") for child in verb.lefts)


def _past_perfect(verb: Token) -> bool:
    return any(child.lower_ in ("had", "'d", "’d") and child.dep_.startswith("aux") for child in verb.lefts)


def _by_tree(words: list[Token]) -> Direction | None:
    inside = {word.i for word in words}
    node = next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])
    noun: Token | None = None
    for _ in range(MAX_CLIMB):
        if node.i not in inside:
            if node.pos_ in ("VERB", "AUX") or _copula(node) is not None:
                return _through(noun, node)
            if _is_cue(node, ("state",)):
                return Direction("future", f"'{node.text}' looks ahead", True)
            if _predicate(node):
                return _bare_predicate(node)
            noun = noun or (node if node.pos_ in ("NOUN", "PROPN") else None)
        elif _copula(node) is not None:
            return _tense(node, 0)
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _through(noun: Token | None, verb: Token) -> Direction:
    """The tense of a verb, reached through the noun that the expression dates; a present tense plans only what can be planned."""
    found = _tense(verb, 0)
    if noun is None or not found.cue.startswith("present tense") or noun.lower_ in PLANNED_EVENTS:
        return found
    if verb.lemma_.lower() in AFTERMATH_VERBS and noun.dep_.startswith("nsubj"):
        return Direction("past", f"'{verb.text}' tells what '{noun.text}' means", False)
    return Direction("", found.cue, False) if _copula(verb) is not None and noun.pos_ == "NOUN" else found


def _copula(node: Token) -> Token | None:
    return next((child for child in node.lefts if child.dep_ == "cop"), None)


def _predicate(node: Token) -> bool:
    """Whether an adjective has a subject of its own, or shares one, without "be": mostly a verb that was taken for one ("polls close")."""
    if node.tag_ != "JJ" or node.dep_ not in ("ROOT", "conj"):
        return False
    subject = node.head if node.dep_ == "conj" else node
    return any(child.dep_ == "nsubj" and child.tag_ in ("NNS", "NNPS") for child in subject.lefts) and _copula(subject) is None


def _bare_predicate(node: Token) -> Direction:
    if _is_headline(node):
        return Direction("past", f"headline '{node.text}'", False)
    return Direction("future", f"present tense '{node.text}' for what is planned", False)


def _by_scan(words: list[Token], page: Page) -> Direction:
    """Take the nearest verb of the same sentence, the one before rather than the one behind."""
    position = page.nearest_verb(words[0].i, words[-1].i, MAX_SCAN)
    if position is None:
        return Direction()
    found = _tense(page.doc[position], 0)
    return Direction(found.side, found.cue, False)


def _tense(verb: Token, depth: int) -> Direction:
    """Return the direction of a predicate: its auxiliaries first, then its own form, then the verb it depends on."""
    helpers = [child for child in verb.lefts if child.dep_.startswith("aux") or child.dep_ == "cop" or child.tag_ == "MD"]
    modal = next((child for child in helpers if _is_modal(child)), None)
    if not helpers and verb.dep_ == "conj" and verb.tag_ in ("VBN", "VB") and verb.head.pos_ == "VERB" and verb.head.tag_ == verb.tag_:
        return _tense(verb.head, depth + 1) if depth < 4 else Direction()  # "must be charged or released"
    perfect = any(child.lemma_ == "have" for child in helpers)
    if modal is not None:
        if perfect and modal.lower_ not in _SURE:
            return Direction("past", f"'{modal.text} have {verb.text}'", True)
        words = " ".join(word.text for word in (*helpers, verb) if word.i >= modal.i)
        return Direction("future", f"future tense '{words}'", True, modal.lower_ == "would" and _is_reported(verb))
    lemma = verb.lemma_.lower()
    if _ahead(verb, lemma, perfect):
        return Direction("future", f"'{verb.text}' looks ahead", True)
    if perfect:
        return Direction("past", f"perfect tense '{verb.text}'", True)
    if any(child.lower_ == "to" and child.tag_ == "TO" for child in verb.lefts):
        helper = next((child for child in helpers if child.lemma_ == "be"), None)
        if helper is not None and helper.tag_ == "VBD":
            return Direction("present", f"'{helper.text} to {verb.text}' of then, the nearest", True)
        return Direction("future", f"'{helper.text} to {verb.text}'", True) if helper is not None else _infinitive(verb, depth)
    finite = next((child for child in helpers if child.tag_ in ("VBD", "VBZ", "VBP")), verb)
    return _by_form(verb, finite, depth)


def _is_modal(word: Token) -> bool:
    """Whether a word is a modal; "May" inside a sentence is a name or a month."""
    return (word.tag_ == "MD" or word.lower_ in FUTURE_MODALS) and not (word.text == "May" and not word.is_sent_start)


def _ahead(verb: Token, lemma: str, perfect: bool) -> bool:
    if perfect:
        return False
    return "state" in _kinds(verb.text) or (verb.tag_ == "VBN" and "scheduled" in _kinds(lemma))


def _is_reported(verb: Token) -> bool:
    """Whether a "would" stands in reported speech or thought, so that it looks ahead from the time of that ("said that it would")."""
    clause = verb
    while clause.dep_ == "conj" and clause.head is not clause:
        clause = clause.head
    return clause.dep_ in ("ccomp", "advcl", "acl", "parataxis") and clause.head is not clause


def _by_form(verb: Token, finite: Token, depth: int) -> Direction:
    if finite.tag_ == "VBD":
        return Direction("past", f"past tense '{verb.text if finite is verb else finite.text + ' ' + verb.text}'", True)
    if finite.tag_ in ("VBZ", "VBP"):
        return _present(verb, finite)
    if finite.tag_ == "VBN":
        if verb.dep_ == "xcomp" and "verb" in _kinds(verb.head.lemma_):
            return Direction("future", f"'{verb.head.text} ... {verb.text}'", True)
        return Direction("past", f"past participle '{verb.text}'", True)
    if depth < 4 and verb.head.i != verb.i and verb.dep_ != "root":
        return _parent(verb, depth)
    if finite.tag_ == "VB":
        return Direction("future", f"'{verb.text}' asks for it", False)
    return Direction()


def _present(verb: Token, finite: Token) -> Direction:
    if verb.tag_ == "VBN" and finite.lemma_ == "be":
        return Direction("past", f"'{finite.text} {verb.text}'", False)
    if verb._.event == "REPORTING" or _is_headline(verb):
        return Direction("past", f"present tense of news '{verb.text}'", False)
    return Direction("future", f"present tense '{finite.text}' for what is planned", finite is not verb)


def _is_headline(verb: Token) -> bool:
    words = [token for token in verb.sent if not token.is_space]
    return bool(words) and words[-1].text[-1] not in ".?!\"”'’:;," and len(words) <= 18


def _infinitive(verb: Token, depth: int) -> Direction:
    head = verb.head
    if head.i == verb.i:
        return Direction("future", f"headline 'to {verb.text}'", True)
    lemma = head.lemma_.lower()
    cue = lemma in FUTURE_CUES or head.lower_ in FUTURE_CUES
    planned = lemma == "go" or (lemma in ("be", "have") and verb.dep_ == "xcomp")
    if cue and any(child.tag_ == "VBD" and (child.dep_ == "cop" or child.dep_.startswith("aux")) for child in head.lefts):
        return Direction("present", f"'{head.text} to {verb.text}' of then, the nearest", True)
    if cue or (planned and not _has(head, "have")):
        return Direction("future", f"'{head.text} to {verb.text}'", True, head.tag_ == "VBD")
    return _parent(verb, depth)


def _parent(verb: Token, depth: int) -> Direction:
    node = verb.head
    for _ in range(MAX_CLIMB):
        if node.pos_ in ("VERB", "AUX") or _copula(node) is not None:
            return _tense(node, depth + 1) if depth < 4 else Direction()
        if node.head.i == node.i:
            break
        node = node.head
    return Direction("future", f"'to {verb.text}'", False) if verb.tag_ == "VB" else Direction()

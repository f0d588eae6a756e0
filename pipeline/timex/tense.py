"""Which way a verb points: its auxiliaries and tense, for an infinitive or participle the verb it hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.timex.context import Direction
from pipeline.timex.words import CONDITION_MARKS, FUTURE_CUES, FUTURE_MODALS

MAX_CLIMB = 12  # arcs from the expression to its verb; longer paths are parse errors
FINITE_PAST = frozenset(("VBD", "VBN"))
_SURE = frozenset(("will", "shall", "'ll", "’ll"))


def kinds_of(word: str) -> frozenset[str]:
    """Return the kinds of looking ahead that a word stands for (data/en/timex/future_cues.csv)."""
    return FUTURE_CUES.get(word.lower(), frozenset())


def is_cue(token: Token, kinds: tuple[str, ...]) -> bool:
    """Whether a word is a cue of one of the kinds, or a participle of scheduling."""
    return not kinds_of(token.text).isdisjoint(kinds) or (token.tag_ == "VBN" and "scheduled" in kinds_of(token.lemma_))


def has_helper(verb: Token, lemma: str) -> bool:
    """Whether a verb has an auxiliary of that lemma."""
    return any(child.lemma_ == lemma and child.dep_.startswith("aux") for child in verb.lefts)


_PAST_MODALS = frozenset(("would", "could", "might", "should"))  # in reported speech they look ahead from the time of that speech


def is_past_perfect(verb: Token) -> bool:
    """Whether a verb stands in the past perfect ("had left")."""
    return any(child.lower_ in ("had", "'d", "’d") and child.dep_.startswith("aux") for child in verb.lefts)


def copula(node: Token) -> Token | None:
    """Return the form of "be" that makes a noun or adjective the predicate, None without one."""
    return next((child for child in node.lefts if child.dep_ == "cop"), None)


def tense(verb: Token, depth: int) -> Direction:
    """Return the direction of a predicate: its auxiliaries first, then its own form, then the verb it depends on."""
    helpers = [child for child in verb.lefts if child.dep_.startswith("aux") or child.dep_ == "cop" or child.tag_ == "MD"]
    modal = next((child for child in helpers if _is_modal(child)), None)
    if not helpers and verb.dep_ == "conj" and verb.tag_ in ("VBN", "VB") and verb.head.pos_ == "VERB" and verb.head.tag_ == verb.tag_:
        return tense(verb.head, depth + 1) if depth < 4 else Direction()  # "must be charged or released"
    perfect = any(child.lemma_ == "have" for child in helpers)
    if modal is not None:
        if perfect and modal.lower_ not in _SURE:
            return Direction("past", f"'{modal.text} have {verb.text}'", True)
        words = " ".join(word.text for word in (*helpers, verb) if word.i >= modal.i)
        return Direction("future", f"future tense '{words}'", True, modal.lower_ in _PAST_MODALS and _is_reported(verb))
    lemma = verb.lemma_.lower()
    if _ahead(verb, lemma, perfect):
        return Direction("future", f"'{verb.text}' looks ahead", True)
    if perfect:
        return _perfect(verb)
    if any(child.lower_ == "to" and child.tag_ == "TO" for child in verb.lefts):
        helper = next((child for child in helpers if child.lemma_ == "be"), None)
        if helper is not None and helper.tag_ == "VBD":
            return Direction("present", f"'{helper.text} to {verb.text}' of then, the nearest", True)
        return Direction("future", f"'{helper.text} to {verb.text}'", True) if helper is not None else _infinitive(verb, depth)
    finite = next((child for child in helpers if child.tag_ in ("VBD", "VBZ", "VBP")), verb)
    return _by_form(verb, finite, depth)


def _perfect(verb: Token) -> Direction:
    """Past, but for a condition that is still open ("if no deal has been approved by Saturday"; not "if he had left on Saturday")."""
    if any(child.lower_ in ("has", "have", "'ve", "’ve") for child in verb.lefts) and (left_open := _left_open(verb)):
        return left_open
    return Direction("past", f"perfect tense '{verb.text}'", True)


def _left_open(verb: Token) -> Direction | None:
    """Ahead, where the clause is a condition in a present tense ("if no deal is reached by Friday"); None for any other clause."""
    mark = next((child.lower_ for child in verb.lefts if child.dep_ in ("mark", "advmod") and child.lower_ in CONDITION_MARKS), "")
    if not mark or verb.dep_ != "advcl":
        return None
    return Direction("future", f"'{mark}' before '{verb.text}' leaves it open", True)


def _is_modal(word: Token) -> bool:
    """Whether a word is a modal; "May" inside a sentence is a name or a month."""
    return (word.tag_ == "MD" or word.lower_ in FUTURE_MODALS) and not (word.text == "May" and not word.is_sent_start)


def _ahead(verb: Token, lemma: str, perfect: bool) -> bool:
    if perfect:
        return False
    return "state" in kinds_of(verb.text) or (verb.tag_ == "VBN" and "scheduled" in kinds_of(lemma))


def _is_reported(verb: Token) -> bool:
    """Whether a "would" stands in reported speech or thought, so that it looks ahead from the time of that ("said that it would")."""
    clause = verb
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head
    return clause.dep_ in ("ccomp", "advcl", "acl", "parataxis") and clause.head != clause


def _by_form(verb: Token, finite: Token, depth: int) -> Direction:
    if finite.tag_ == "VBD":
        return Direction("past", f"past tense '{verb.text if finite == verb else finite.text + ' ' + verb.text}'", True)
    if finite.tag_ in ("VBZ", "VBP"):
        return _present(verb, finite)
    if finite.tag_ == "VBN":
        if verb.dep_ == "xcomp" and "verb" in kinds_of(verb.head.lemma_):
            return Direction("future", f"'{verb.head.text} ... {verb.text}'", True)
        return Direction("past", f"past participle '{verb.text}'", True)
    if depth < 4 and verb.head.i != verb.i and verb.dep_ != "root":
        return _parent(verb, depth)
    if finite.tag_ == "VB":
        return Direction("future", f"'{verb.text}' asks for it", False)
    return Direction()


def _present(verb: Token, finite: Token) -> Direction:
    if verb.tag_ == "VBN" and finite.lemma_ == "be":
        return _left_open(verb) or Direction("past", f"'{finite.text} {verb.text}'", False)
    if verb._.event == "REPORTING" or is_headline(verb):
        return Direction("past", f"present tense of news '{verb.text}'", False)
    return Direction("future", f"present tense '{finite.text}' for what is planned", finite != verb)


def is_headline(verb: Token) -> bool:
    """Whether a verb stands in a headline: a short sentence without an end mark."""
    words = [token for token in verb.sent if not token.is_space]
    return bool(words) and words[-1].text[-1] not in ".?!\"”'’:;," and len(words) <= 18


def _infinitive(verb: Token, depth: int) -> Direction:
    head = verb.head
    if head.i == verb.i:
        return Direction("future", f"headline 'to {verb.text}'", True)
    lemma = head.lemma_.lower()
    cue = not (kinds_of(lemma) | kinds_of(head.text)) <= {"limit"}
    planned = lemma == "go" or (lemma in ("be", "have") and verb.dep_ == "xcomp")
    if cue and any(child.tag_ == "VBD" and (child.dep_ == "cop" or child.dep_.startswith("aux")) for child in head.lefts):
        return Direction("present", f"'{head.text} to {verb.text}' of then, the nearest", True)
    if cue or (planned and not has_helper(head, "have")):
        return Direction("future", f"'{head.text} to {verb.text}'", True, head.tag_ == "VBD")
    return _parent(verb, depth)


def _parent(verb: Token, depth: int) -> Direction:
    node = verb.head
    for _ in range(MAX_CLIMB if node != verb else 0):
        if node.pos_ in ("VERB", "AUX") or copula(node) is not None:
            return tense(node, depth + 1) if depth < 4 else Direction()
        if node.head.i == node.i:
            break
        node = node.head
    return Direction("future", f"'to {verb.text}'", False) if verb.tag_ == "VB" else Direction()

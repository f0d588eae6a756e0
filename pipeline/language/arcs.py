"""Arcs and tags that the parser is known to draw amiss, read as they are meant."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.data_files import read_words

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_ODD = frozenset(("appos", "dep", "vocative", "dislocated", "nmod", "flat", "compound", "obl", "obl:unmarked"))
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def raised_to(token: Token) -> Token | None:
    """Return the verb whose object the token is although the parse makes it the subject of the gerund behind it, None for any other.

    "Britain accused Vik of seizing the ship": the parser may hang "Vik" on "seizing".
    """
    gerund = token.head
    if token.dep_ != "nsubj" or gerund.tag_ != "VBG" or gerund.dep_ not in {"advcl", "xcomp", "ccomp", "obl"} or gerund.i < token.i:
        return None
    verb = gerund.head
    between = any(child.dep_ == "mark" and token.i < child.i < gerund.i for child in gerund.children)
    return (
        verb if between and verb.pos_ == "VERB" and verb.i < token.i and not any(child.dep_ == "obj" for child in verb.children) else None
    )


def is_finite(verb: Token) -> bool:
    """Whether the verb or its first auxiliary has a tense of its own."""
    return next((child for child in verb.children if child.dep_ in ("aux", "aux:pass")), verb).tag_ in FINITE


def own_subject(verb: Token) -> Token | None:
    """Return the subject that hangs on the verb itself; of several, which only a wrong parse has, the last one before the verb.

    "The watchdog | Fairtrade Norway accused", "VALLETTA - | Malta's commission ordered", "Ms | Tiernan joined". What stands behind an
    infinitive is not its subject.
    """
    found = [child for child in verb.children if child.dep_ in _SUBJECTS and not is_by_agent(child)]
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        found = [child for child in found if child.i < verb.i]
    if len(found) == 1 and found[0].pos_ == "PROPN" and _is_day(found[0]) and odd_subject(verb) is not None:
        return None  # "Ana Lind Wednesday rejected"
    nominal = [child for child in found if child.i < verb.i and child.pos_ in ("NOUN", "PROPN")]
    if len(nominal) > 1:
        return nominal[-1]
    return found[0] if found else None


def is_by_agent(token: Token) -> bool:
    """Whether the supposed subject stands behind "by" ("a petition launched by Ana Lind")."""
    return any(child.dep_ == "case" and child.lower_ == "by" for child in token.children)


def odd_subject(verb: Token) -> Token | None:
    """Return the bare name or noun on the left of a finite verb that the parser gave another label than subject.

    "Adria Gate on Thursday denied" (an oblique), "Minister Ana Lind and a group held talks" (a modifier of "talks").
    """
    finite = next((child for child in verb.children if child.dep_ in ("aux", "aux:pass")), verb)
    if finite.tag_ not in FINITE:
        return None
    odd = [child for child in verb.children if child.dep_ in _ODD]
    odd += [child for noun in verb.children if noun.dep_ == "obj" for child in noun.children if child.dep_ in ("nmod", "flat")]
    found = next((child for child in odd if child.i < finite.i and _may_be_subject(child)), None)
    return found if found is not None or verb.dep_ != "advcl" else _behind_conjunction(verb)


def _behind_conjunction(verb: Token) -> Token | None:
    """Return the noun that the parser took for the object of "after": "a day after Halden, a rival, | released a list"."""
    openers = read_words("en/actors/conjunctions.txt")
    marks = [child for child in verb.children if child.dep_ == "mark"]
    if any(mark.lower_ not in openers for mark in marks):
        return None
    for noun in reversed([child for child in verb.head.children if child.dep_ == "obl" and child.i < verb.i]):
        cases = [child for child in noun.children if child.dep_ == "case"]
        joined = any(case.lower_ in openers for case in cases) if cases else any(mark.i + 1 == noun.left_edge.i for mark in marks)
        between = verb.doc[noun.right_edge.i + 1 : verb.i]
        if joined and all(word.is_punct or word.pos_ in ("ADV", "AUX") or verb.is_ancestor(word) for word in between):
            return noun
    return None


def outer_subject(verb: Token) -> Token | None:
    """Return the subject of a clause that the parser gave to the verb slipped into it ("Lind, the report said, | shipped papers")."""
    said = verb.head
    if verb.dep_ != "ccomp" or verb.tag_ not in FINITE or said.i > verb.i:
        return None
    found = [child for child in said.children if child.dep_ in _SUBJECTS and child.i < said.i]
    return found[0] if len(found) > 1 and said.doc[said.left_edge.i : said.i].text.count(",") > 0 else None


def _may_be_subject(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or any(child.dep_ == "case" and child.tag_ != "POS" for child in token.children):
        return False
    if not token.dep_.startswith("obl"):
        return True
    return token.pos_ == "PROPN" and not _is_day(token)


def _is_day(token: Token) -> bool:
    return token.text in read_words("en/actors/never.txt")


def is_misread(token: Token) -> bool:
    """Whether a capitalised word is no modal verb or pronoun but a name ("Prime Minister May rejected", "the WHO")."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    if token.tag_ == "MD" and token.text[1:].islower() and token.text[:1].isupper():
        return after.tag_ in ("VBD", "VBZ", "MD")
    return token.tag_ in ("WP", "PRP") and token.is_upper and len(token) > 1 and token.i > 0 and token.nbor(-1).lower_ == "the"

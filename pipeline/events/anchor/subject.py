"""Who a clause is about, as far as it tells whether the story goes on: named subjects, pronouns, the occasion."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.events.anchor.words import attribution_verbs, event_nouns
from pipeline.language.data_files import read_words

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "obl:agent")
_NAME_PARTS = ("flat", "flat:name", "compound", "appos")
_OCCASION_MARKS = frozenset(("at", "during", "in"))
_COUNTS = frozenset(("once", "twice"))
_THROUGHOUT = frozenset(("during", "throughout"))
_DEFINITE = frozenset(("the", "that", "this", "same", "his", "her", "their"))
_PERSONS = frozenset(("he", "she", "they"))


def name_words(doc: Doc) -> frozenset[str]:
    """Return the words that are names somewhere in the text, so that "Jobs" is one where the tagger takes it for a plain word."""
    return frozenset(token.text for token in doc if token.text[:1].isupper() and (token.ent_type_ or token.pos_ == "PROPN"))


def subject_names(verb: Token, names: frozenset[str]) -> list[str]:
    """Return those of `names` that are the clause's subject or agent ("company CEO Ana Ruiz" -> Ana, Ruiz)."""
    return [word.text for child in _subjects(verb) for word in _name_words(child, 2) if word.text in names]


def has_pronoun_subject(verb: Token) -> bool:
    """Whether the subject is a personal pronoun that points back at the clause before."""
    return any(child.lower_ in _PERSONS for child in _subjects(verb))


def has_person_pronoun(verb: Token) -> bool:
    """Whether the subject is "he" or "she"."""
    return any(child.lower_ in ("he", "she") for child in _subjects(verb))


def subject_lemmas(verb: Token) -> set[str]:
    """Return the lemmas of the clause's subjects, lower case."""
    return {child.lemma_.lower() for child in _subjects(verb)}


def at_the_occasion(verb: Token) -> bool:
    """Whether the clause takes place at an occasion told before ("at the meeting", "during his speech")."""
    nouns = event_nouns()
    for child in verb.children:
        if child.dep_.startswith("obl") and child.lemma_ in nouns:
            words = {word.lower_ for word in child.children}
            if words & _OCCASION_MARKS and words & _DEFINITE:
                return True
    return False


def is_experience(verb: Token) -> bool:
    """Whether an adverb puts the clause at some other, unnamed time ("has twice before sued", "previously worked", "often said")."""
    words = read_words("en/anchor/other_times.txt")
    found = [child for child in verb.children if child.dep_ == "advmod" and child.lower_ in words]
    return any(child.i < verb.i or child.lower_ not in _COUNTS or verb.tag_ == "VBN" for child in found)  # "scored twice" may be one day


def comes_later(verb: Token) -> bool:
    """Whether an adverb puts the clause after what was told before it, no day said ("was later charged", "has since been sold")."""
    words = read_words("en/anchor/later_words.txt")
    before = [child for child in verb.children if child.dep_ == "advmod" and child.i < verb.i]
    return any(child.lower_ in words and all(word.tag_ == "RB" for word in child.children) for child in before)


def is_since_then(verb: Token) -> bool:
    """Whether "since then", "ever since" or a closing "since" ties a perfect to what was told before: "Soldiers have guarded it since"."""
    words = [child.lower_ for child in verb.children if child.dep_ in ("advmod", "obl", "mark", "case")]
    last = max((child.i for child in verb.children if not child.is_punct), default=verb.i)
    bare = any(child.lower_ == "since" and child.dep_ == "advmod" and child.i == last for child in verb.children)
    bare = bare or (verb.doc[last].right_edge.lower_ == "since" and verb.doc[last].right_edge.dep_ == "advmod")
    then = any(child.lower_ == "then" and child.nbor(-1).lower_ == "since" for child in verb.subtree if child.i and child.head == verb)
    return (
        then
        or bare
        or ("since" in words and verb.doc[verb.right_edge.i - 1 : verb.right_edge.i + 1].text.lower().startswith("ever since"))
        or any(child.lower_ == "since" and any(word.lower_ == "ever" for word in child.children) for child in verb.children)
    )


def is_talk(verb: Token) -> bool:
    """Whether the clause tells that something was said or published: that may be any day up to the publication."""
    if verb.lemma_ in read_words("en/anchor/finding_verbs.txt") and not any(child.dep_ == "ccomp" for child in verb.children):
        return False
    if verb._.event == "REPORTING" or verb.lemma_ in attribution_verbs():
        return True
    return any(child.dep_ in ("obj", "nsubj:pass") and child._.event == "REPORTING" for child in verb.children)


def undated_moment(verb: Token) -> bool:
    """Whether a clause with "when" ties it to another, undated moment ("When she first sang there, critics left")."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.tag_ == "VBD" and child.i < verb.i:
            return any(word.lower_ in ("when", "whenever") for word in child.children)
    return False


def _subjects(verb: Token) -> Iterator[Token]:
    """Yield the clause's subjects; a verb joined to another one without a subject of its own has that one's."""
    for _ in range(4):
        found = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if found or verb.dep_ != "conj":
            break
        verb = verb.head
    yield from found


def _name_words(token: Token, depth: int) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in _NAME_PARTS and depth:
            yield from _name_words(child, depth - 1)

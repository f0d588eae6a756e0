"""What in a clause says that it has a time of its own which the text does not name: it is neither the story's day nor the publication's."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.anchor.life import is_counted, is_of_an_early_year, is_of_another_age, tells_a_life
from pipeline.events.anchor.occasions import is_on_an_anniversary
from pipeline.events.anchor.subject import is_experience
from pipeline.events.anchor.words import event_nouns, single_units
from pipeline.language.data_files import read_words

_OCCASION_MARKS = frozenset(("at", "during", "in"))
_THROUGHOUT = frozenset(("during", "throughout"))
_DEFINITE = frozenset(("the", "that", "this", "same", "his", "her", "their"))


def is_at_some_other_time(verb: Token) -> bool:
    """Whether an adverb, an age, a count, an occasion or another event puts the clause at a time that the text does not name."""
    return any(test(verb) for test in _TESTS)


def is_apart(verb: Token) -> bool:
    """Whether the clause does not even share the time of the one it hangs on: an adverb, a numbered day or an anniversary says so."""
    return is_experience(verb) or is_on_a_numbered_day(verb) or is_on_an_anniversary(verb)


def is_during_long_occasion(verb: Token) -> bool:
    """Whether the clause lies within an occasion of many days, so that it has no day of its own: "During the trial the firm showed"."""
    words = read_words("en/anchor/long_occasions.txt")
    for child in verb.children:
        if child.dep_.startswith("obl") and (child.lemma_.lower() in words or (child.tag_ == "NNS" and child.lemma_ in event_nouns())):
            before = {word.lower_ for word in child.children}
            if before & _THROUGHOUT and before & _DEFINITE:
                return True
    return False


def is_since_another(verb: Token) -> bool:
    """Whether a perfect runs from another event on, so that it is no news of the day: "have lost a third since the attack became known"."""
    for child in verb.children:
        if child.dep_ == "advcl" or child.dep_.startswith("obl"):
            first = min((word for word in child.children if word.dep_ in ("mark", "case")), key=lambda word: word.i, default=None)
            if first is not None and first.lower_ == "since":
                return True
    return False


def is_on_a_numbered_day(verb: Token) -> bool:
    """Whether a numbered day or night of something longer says when: "On the third night he wrote a letter"."""
    for child in verb.children:
        units = single_units().keys() | read_words("en/anchor/long_units.txt")
        if not child.dep_.startswith("obl") or child.lemma_ not in units:
            continue
        words = {word.lower_ for word in child.children}
        if not words.isdisjoint(("on", "in")) and not words.isdisjoint(read_words("en/anchor/day_numbers.txt")):
            return True
    return False


def is_earlier_in(verb: Token) -> bool:
    """Whether "earlier in" or "early in" a stretch puts the clause before the story: "was banned earlier in the season"."""
    for child in verb.children:
        near = child.doc[child.i : child.i + 3].text.lower().split()
        if child.lower_ in ("earlier", "early") and near[1:] and near[1] == "in":
            return True
    return any(
        word.lower_ == "earlier" and word.i + 1 < len(word.doc) and word.nbor(1).lower_ == "in"
        for child in verb.children
        if child.dep_.startswith("obl")
        for word in child.children
    )


def is_for_long(verb: Token) -> bool:
    """Whether a length that opens the clause says how long it went on: "For 600 years the boys sang", not "jailed him for five years"."""
    for child in verb.children:
        long = child.dep_.startswith("obl") and child.i < verb.i and child.lemma_ in read_words("en/anchor/long_units.txt")
        if long and any(word.dep_ == "case" and word.lower_ in ("for", "over", "through") for word in child.children):
            return True
    return False


def is_reason(predicate: Token) -> bool:
    """Whether an event noun is only why or what something is about ("The growth is due to strong sales"): no news by itself."""
    cases = [child.lower_ for child in predicate.children if child.dep_ == "case"]
    copular = predicate.pos_ == "NOUN" and any(child.dep_ == "cop" for child in predicate.children)
    return copular and bool(cases) and _OCCASION_MARKS.isdisjoint(cases)


_TESTS = (
    is_experience,
    is_during_long_occasion,
    is_of_another_age,
    is_counted,
    is_reason,
    is_for_long,
    is_of_an_early_year,
    tells_a_life,
    is_on_a_numbered_day,
    is_earlier_in,
    is_on_an_anniversary,
    is_since_another,
)

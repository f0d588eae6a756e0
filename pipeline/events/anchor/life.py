"""Clauses that tell a life or a period, not the news of a day: ages, youth, the dead, counted repetitions, figures of a quarter."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from pipeline.events.anchor.subject import has_person_pronoun, subject_lemmas
from pipeline.language.data_files import read_words

_LEAST_AGE, _MOST_AGE = 3, 110
_LONG_UNITS = frozenset(("month", "year", "decade"))


@dataclass(slots=True)
class Lives:
    """Who has been told to have died, and who was last named as a subject, up to the clause that is read.

    >>> # "Lena Orr died on Tuesday. She won the prize in 1980 and taught in Oslo." - the teaching is not of Tuesday
    """

    dead: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)

    def note(self, verb: Token, names: list[str]) -> None:
        """Take note of a main clause with its named subjects."""
        if names and not _is_of_things(verb):
            self.named = set(names)
        if dies(verb):
            self.dead |= set(names) or (self.named if has_person_pronoun(verb) else set())

    def of_the_dead(self, verb: Token, names: list[str]) -> bool:
        """Whether the clause tells what somebody did who was told to have died: some time of their life."""
        if dies(verb):
            return False
        about = set(names) or (self.named if has_person_pronoun(verb) else set())
        return bool(about & self.dead)


def dies(verb: Token) -> bool:
    """Whether the clause tells of its subject's death: "died", "was murdered", "was found dead"."""
    words = read_words("en/anchor/deaths.txt")
    passive = any(child.dep_ in ("aux:pass", "auxpass") for child in verb.children)
    if passive:
        dead = any(child.lower_ == "dead" for child in verb.children)
        return dead or verb.lemma_ in read_words("en/anchor/killings.txt")
    return verb.lemma_ in words


def _is_of_things(verb: Token) -> bool:
    """Whether the subject is a plain thing that only names somebody ("Her first book, 'Plain Loaves', came out")."""
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    return any(child.pos_ == "NOUN" and child.lemma_.lower() not in read_words("en/events/people_nouns.txt") for child in subjects)


def is_of_another_age(verb: Token) -> bool:
    """Whether an age or a time of youth says when: "left school at 14", "at the age of 20 moved", "as a child built boats"."""
    for child in verb.children:
        if child.i > 1 and child.lemma_ in _youth() and child.doc[child.i - 2].lower_ == "as":
            return True  # however the parse reads "As a child Orr built boats"
        if not child.dep_.startswith(("obl", "advmod", "nmod")):
            continue
        case = next((word.lower_ for word in child.children if word.dep_ == "case"), "")
        if case == "at" and (_is_age(child) or child.lemma_ == "age"):
            return True
        if case in ("as", "in") and not _youth().isdisjoint((child.lower_, child.lemma_)):
            return True
    return False


def tells_a_life(verb: Token) -> bool:
    """Whether the verb tells how somebody grew up or learned a trade, or a long stay: "grew up in Dornbirn", "spent four years there"."""
    words = [verb.lemma_, *(f"{verb.lemma_} {child.lower_}" for child in verb.children if child.dep_ == "compound:prt")]
    if not read_words("en/anchor/life_verbs.txt").isdisjoint(words):
        return True
    stays = verb.lemma_ == "spend" or verb.lemma_ in read_words("en/events/lasting_in_perfect.txt")
    return stays and any(_is_long(child) for child in verb.children if child.dep_.startswith(("obl", "obj", "advmod")))


def _is_long(token: Token) -> bool:
    many = token.tag_ == "NNS" or any(child.pos_ == "NUM" for child in token.children)
    return many and token.lemma_ in _LONG_UNITS


def retells(verb: Token) -> bool:
    """Whether the clause says that a court was told something: "The court heard that he had fled", "jurors were told"."""
    listeners = read_words("en/anchor/listeners.txt")
    subjects = {child.dep_ for child in verb.children if child.dep_.startswith("nsubj") and child.lemma_.lower() in listeners}
    return (verb.lemma_ == "hear" and bool(subjects)) or (verb.lemma_ == "tell" and not subjects.isdisjoint(("nsubj:pass", "nsubjpass")))


def is_of_an_early_year(verb: Token) -> bool:
    """Whether a bare number of three digits says when, a year that the text does not make sure: "was enlarged around 940"."""
    for child in verb.children:
        if child.dep_.startswith("obl") and child.text.isdecimal() and len(child.text) == 3:
            cases = [word.lower_ for word in child.children]
            if cases and set(cases) <= {"in", "around", "about", "by", "before", "after"}:
                return True
    return False


def opens_a_background(verb: Token) -> bool:
    """Whether the clause takes its paragraph back into a life or a case: what follows in the past tense is no news of a day."""
    return retells(verb) or tells_a_life(verb) or is_of_another_age(verb) or is_of_an_early_year(verb)


def is_counted(verb: Token) -> bool:
    """Whether the clause counts how often something happened: "won the prize three times"."""
    for child in verb.children:
        if child.lower_ == "times" and child.dep_.startswith(("obl", "advmod", "npadvmod")):
            return any(word.pos_ == "NUM" for word in child.children)
    return False


def tells_a_figure(verb: Token) -> bool:
    """Whether the clause says how a figure of a period moved: "Sales slipped to 612 million", not "Shares slipped 3 percent"."""
    if verb.lemma_ not in read_words("en/anchor/changes.txt"):
        return False
    return not subject_lemmas(verb).isdisjoint(read_words("en/anchor/period_figures.txt"))


def _is_age(token: Token) -> bool:
    plain = all(word.dep_ in ("case", "punct") for word in token.children)
    behind = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return (
        plain
        and behind not in read_words("en/anchor/behind_hours.txt")
        and token.text.isdecimal()
        and _LEAST_AGE <= int(token.text) <= _MOST_AGE
    )


def _youth() -> frozenset[str]:
    return read_words("en/anchor/youth_words.txt")

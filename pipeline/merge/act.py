"""What an event is called, so that "expelling" in one article meets "the expulsion" in another, and "sacked" meets "dismissed"."""

from __future__ import annotations

from functools import cache

from pipeline.language.data_files import read_table, read_words
from pipeline.language.lemmas import lemma

_READINGS = (("VERB", "VBD"), ("NOUN", "NNS"))
_STARTING = frozenset(("begin", "start", "commence", "kick off", "get under way", "open", "launch"))


@cache
def _noun_verbs() -> dict[str, str]:
    return {row["noun"]: row["verb"] for row in read_table("en/events/event_nouns.csv", "noun", "verb") if row["verb"]}


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("en/events/event_nouns.csv", "noun", "verb"))


@cache
def _shared_acts() -> dict[str, frozenset[str]]:
    """Return word -> the acts of en/merge/acts.csv that it can stand for."""
    acts: dict[str, set[str]] = {}
    for row in read_table("en/merge/acts.csv", "act", "words"):
        for word in row["words"].split(";"):
            acts.setdefault(word.strip(), set()).add(f"{row['act']} (act)")
    return {word: frozenset(found) for word, found in acts.items()}


@cache
def names_of(trigger: str) -> frozenset[str]:
    """Return what a trigger word can be: its lemmas as a verb and as a noun, and a noun's verb.

    >>> sorted(names_of("expulsions") & names_of("expelled"))
    ['expel']
    """
    words = trigger.split()
    if not words:
        return frozenset()
    verb = lemma(words[0], "VERB", "VBD").lower()
    if len(words) > 1 and words[1].islower():
        return frozenset((" ".join([verb, *words[1:]]), verb))
    forms = {lemma(words[-1], pos, tag).lower() for pos, tag in _READINGS}
    return frozenset(_noun_verbs().get(form, form) for form in forms)


@cache
def acts_of(trigger: str) -> frozenset[str]:
    """Return the acts that a trigger word can stand for, other words for the same act included (en/merge/acts.csv).

    >>> bool(acts_of("sacked") & acts_of("dismissals")), bool(acts_of("walkout") & acts_of("bombing"))
    (True, False)
    """
    words = trigger.split()
    names = names_of(trigger)
    phrase = {" ".join([lemma(words[0], "VERB", "VBD").lower(), *words[1:]]).lower()} if len(words) > 1 else set()
    forms = {lemma(words[-1], pos, tag).lower() for pos, tag in _READINGS} if len(words) == 1 else set()
    shared = _shared_acts()
    keys = phrase if phrase & shared.keys() else names | forms
    return names.union(*(shared.get(key, frozenset()) for key in keys))


@cache
def needs_a_matter(names: frozenset[str]) -> bool:
    """Whether the act is known by what it is about ("said", "ruled out": en/merge/acts_about.txt)."""
    return not names.isdisjoint(read_words("en/merge/acts_about.txt"))


def started_acts(trigger: str, summary: str) -> frozenset[str]:
    """Return the acts of the event that a verb of beginning starts: "the stoppage is due to begin" tells the stoppage.

    Read from the summary's event nouns; empty for every other trigger.
    """
    if not names_of(trigger) & _STARTING:
        return frozenset()
    nouns = (lemma(word.strip(".,;:"), "NOUN", "NNS").lower() for word in summary.split())
    return frozenset().union(*(acts_of(noun) for noun in nouns if noun in _event_nouns()))

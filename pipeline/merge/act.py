"""What an event is called, so that "expelling" in one article meets "the expulsion" in another."""

from __future__ import annotations

from functools import cache

from pipeline.language.data_files import read_table
from pipeline.language.lemmas import lemma

_READINGS = (("VERB", "VBD"), ("NOUN", "NNS"))


@cache
def _noun_verbs() -> dict[str, str]:
    return {row["noun"]: row["verb"] for row in read_table("en/events/event_nouns.csv", "noun", "verb") if row["verb"]}


@cache
def acts_of(trigger: str) -> frozenset[str]:
    """Return the names of the act that a trigger word can stand for: its lemmas as a verb and as a noun, and a noun's verb.

    >>> sorted(acts_of("expulsions") & acts_of("expelled"))
    ['expel']
    """
    words = trigger.split()
    if not words:
        return frozenset()
    verb = lemma(words[0], "VERB", "VBD").lower()
    if len(words) > 1 and words[1].islower():
        return frozenset((" ".join([verb, *words[1:]]), verb))
    return frozenset(_noun_verbs().get(form, form) for form in (lemma(words[-1], pos, tag).lower() for pos, tag in _READINGS))

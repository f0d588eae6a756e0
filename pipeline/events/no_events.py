"""Verbs and nouns that look like events and are none: parts of names and compounds, descriptions, states."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import auxiliaries, is_passive, kid, kids, lemma_of, preposition
from pipeline.events.lexicon import pairs, words
from pipeline.events.times import Times


def in_compound(verb: Token) -> bool:
    """Whether a participle is part of a word or stands before its noun: "market-leading", "drinking water", not "drinking the water"."""
    before = verb.doc[verb.i - 1] if verb.i > 0 else verb
    if before.text in {"-", "–"} and not before.whitespace_ and verb.i > 1 and not verb.doc[verb.i - 2].whitespace_:
        return True
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if verb.tag_ != "VBG" or after.pos_ != "NOUN" or auxiliaries(verb):
        return False
    return any(child.dep_ in {"case", "det", "nmod:poss"} and child.i < verb.i for child in after.children)


def describes(verb: Token, dated: bool) -> bool:
    """Whether an undated participle or passive only describes: "the team led by Roth", "is survived by a son", "barrels filled with oil".

    "The walls, painted in 1610" and "she survived the crash" tell events.
    """
    word = lemma_of(verb)
    if is_passive(verb) and word in words("passive_states.txt"):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not dated and word in words("describing_participles.txt")


def takes_time(verb: Token, times: Times) -> bool:
    """Whether "take" only says how long something takes: "it took four minutes", "it took them until noon"."""
    subject, thing = kid(verb, "nsubj", "expl"), kid(verb, "obj")
    measured = thing is not None and (thing.i in times.tokens or thing.lemma_.lower() in words("measure_nouns.txt"))
    return verb.lemma_ == "take" and (
        measured or (subject is not None and subject.lower_ == "it" and kid(verb, "obj", "xcomp") is not None)
    )


def only_shows(verb: Token) -> bool:
    """Whether a thing shows something: "photos show debris", not "Apple showed a phone"."""
    subject = kid(verb, "nsubj")
    thing = subject is not None and subject.pos_ == "NOUN"
    return lemma_of(verb) in words("showing_verbs.txt") and thing and not auxiliaries(verb) and kid(verb, "ccomp") is None


def is_named_by_number(noun: Token) -> bool:
    """Whether the noun is the first part of a name with a number: "Flight 1914"; not "talks on 7 March"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return after.head.i == noun.i and after.dep_ in {"flat", "nummod", "nmod"} and after.text.isdigit() and after.i != noun.i


def is_thing(noun: Token) -> bool:
    """Whether a compound with the noun names a thing or a paper: "tax return", "comet probe"."""
    return any(
        (child.lemma_.lower(), noun.lemma_.lower()) in pairs("things_named.csv", "modifier", "noun")
        for child in kids(noun, "compound", "amod")
    )


def is_own_paper(noun: Token) -> bool:
    """Whether the noun is the paper or call in which something is said: "told the exchange in a filing", "said on a call"."""
    return (
        noun.dep_ == "obl"
        and preposition(noun) in {"in", "on", "by"}
        and noun.lemma_.lower() in words("papers.txt")
        and noun.head.lemma_.lower() in words("telling_verbs.txt")
    )


def stays_so(verb: Token) -> bool:
    """Whether the verb says that something stays as it is: "will stay closed"; what it stays is the event."""
    inner = kid(verb, "xcomp")
    return lemma_of(verb) in {"stay", "remain", "keep"} and inner is not None and inner.tag_ == "VBN" and inner.pos_ == "VERB"

"""Which nouns name an event that took place, or is to take place, rather than a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from pipeline.events.grammar import clause_of, kid, kids, lemma_of, preposition, to_infinitive
from pipeline.events.lexicon import EventNoun, event_noun, mapping, modifiers, noun_statuses, pairs, words
from pipeline.events.no_events import is_denied_by_prefix, is_exclaimed, is_named_by_number, is_own_paper, is_thing
from pipeline.events.raising import carrier
from pipeline.events.status_nouns import definite, goes_on, running_state
from pipeline.events.times import Times
from pipeline.events.trigger_verbs import generic, gives_way

if TYPE_CHECKING:
    from pipeline.actors import Actors

NOUN_TAGS = frozenset({"NOUN", "PROPN"})


def noun_verdict(noun: Token, actors: Actors, times: Times, headline: bool) -> bool:
    """Whether the noun is an event of its own."""
    entry = event_noun(noun.text, noun.lemma_)
    if (noun.pos_ not in NOUN_TAGS and noun.tag_ not in {"NN", "NNS"}) or noun.i in times.tokens:
        return False
    if noun.dep_ in {"compound", "flat", "appos"} and not headline and not _in_compound(noun):
        return False
    if entry is None or entry.evidence == "anaphor" or _named(noun, actors) or _gives_way(noun):
        return False
    if is_named_by_number(noun) or is_denied_by_prefix(noun) or is_thing(noun) or is_own_paper(noun, times.dated(noun.i)):
        return False
    if is_exclaimed(noun, times.dated(noun.i), headline):
        return False
    return _goes_on(noun, entry) or (
        (noun.head.lemma_, noun.lemma_) not in pairs("idioms.csv", "verb", "noun") and _is_told(noun, entry, actors, times, headline)
    )


def _goes_on(noun: Token, entry: EventNoun) -> bool:
    """Whether a predicate says that it goes on: "are in talks", "is on strike", "counting is under way"; not "is in session"."""
    told = noun.head if noun.dep_ == "nsubj" else noun
    itself = told.i == noun.i and noun.lower_ in words("running_words.txt")
    if entry.evidence == "carried" or itself:
        return False
    return running_state(told) is not None or (noun.dep_ == "nsubj" and told.pos_ == "VERB" and goes_on(told) is not None)


def _is_told(noun: Token, entry: EventNoun, actors: Actors, times: Times, headline: bool) -> bool:
    """Whether the sentence tells the event: a verb carries it, it is dated, or one occasion is meant."""
    if _only_judged(noun) and not times.dated(noun.i):
        return False
    if preposition(noun) in words("absent_prepositions.txt"):
        return False  # "left without a statement"
    if (
        noun.dep_ == "obl"
        and preposition(noun) == "with"
        and lemma_of(noun.head) in words("answering_verbs.txt")
        and not times.dated(noun.i)
    ):
        return False  # "is expected to retaliate with expulsions"
    if carried(noun):
        verb = carrier(noun)
        if lemma_of(verb) in words("everyday_verbs.txt") and generic(verb, times.dated(verb.i) or times.dated(noun.i), headline):
            return False  # "the camera has a resolution of 5 megapixels"
        return mapping("aspectual_verbs.csv", "verb", "own").get(lemma_of(verb)) != "dated" or gives_way(verb, times.dated(verb.i), times)
    measured = noun.dep_ == "nmod" and preposition(noun) == "of" and noun.head.lemma_.lower() in words("measure_nouns.txt")
    if measured and noun._.event:
        return True  # "a day of talks"
    if times.dated(noun.i) or (noun.dep_ == "compound" and not headline):
        return True
    if entry.evidence == "carried":
        return False
    if entry.evidence == "weak":
        return bool(noun._.event) and _particular(noun, not entry.verb, actors) and not topic(noun, actors)
    if (
        not noun._.event
        and not has_party(noun, actors)
        and not (noun.dep_ in {"obj", "nsubj:pass", "obl"} and kid(noun, "det") is not None)
    ):
        return False
    return not topic(noun, actors)


def _only_judged(noun: Token) -> bool:
    """Whether a present predicate only judges it: "the strike is rare", "talks are pointless"; not "another eruption is likely"."""
    word = noun.head
    present = any(cop.tag_ in {"VBZ", "VBP"} for cop in kids(word, "cop"))
    if noun.dep_ != "nsubj" or word.pos_ not in {"ADJ", "NOUN"} or not present or running_state(word) is not None:
        return False
    return (
        word.lower_ not in modifiers("adjective")
        and event_noun(word.text, word.lemma_) is None
        and kid(word, "case", "xcomp", "mark") is None
    )


def _in_compound(noun: Token) -> bool:
    """Whether a compound names the event by its first part: "the death toll", "rescue efforts", not "the election commission"."""
    head = noun.head
    if noun.dep_ != "compound" or noun.pos_ != "NOUN" or not noun._.event or head.lemma_.lower() not in words("aftermath_nouns.txt"):
        return False
    entry = event_noun(noun.text, noun.lemma_)
    return entry is not None and entry.evidence == "sure"


def _gives_way(noun: Token) -> bool:
    """Whether the noun only governs an infinitive that names the event: "the decision to expel"."""
    if noun.lemma_.lower() not in noun_statuses():
        return False
    return any(to_infinitive(child) for child in kids(noun, "acl", "acl:relcl"))


def carried(noun: Token) -> bool:
    """Whether a light, scheduling or beginning verb carries the noun: "held talks", "the hearing is listed for", "a fire broke out"."""
    verb = carrier(noun)
    if verb.pos_ != "VERB" and verb.lower_ != "due":
        return False
    word = lemma_of(verb)
    role = "object" if noun.dep_ == "obj" else "subject" if noun.dep_ in {"nsubj", "nsubj:pass"} else ""
    if not role:
        return False
    listed = (word, role) in pairs("light_verbs.csv", "verb", "role") or (
        noun.dep_ == "nsubj:pass" and (word, "object") in pairs("light_verbs.csv", "verb", "role")
    )
    waits = (role == "object" or noun.dep_ == "nsubj:pass") and (word, "object") in pairs("giving_way.csv", "word", "complement")
    return listed or waits or word in mapping("aspectual_verbs.csv", "verb", "own")


def has_party(noun: Token, actors: Actors) -> bool:
    """Whether somebody named takes part in it by the noun's own grammar: "Russia's invasion of Ukraine", "talks with Iran"."""
    return any(actors.of(child.i) is not None for child in kids(noun, "nmod:poss", "nmod", "compound", "amod"))


def has_complement(noun: Token) -> bool:
    """Whether the noun says what it is about: an of-phrase, an infinitive, a clause."""
    return kid(noun, "nmod", "acl", "acl:relcl") is not None


def topic(noun: Token, actors: Actors) -> bool:
    """Whether the noun is generic: bare and without parties, in a phrase that says what something is about ("policy on elections")."""
    if definite(noun) or has_party(noun, actors) or kid(noun, "nummod", "acl", "acl:relcl") is not None or kids(noun, "det"):
        return any(child.lower_ in {"any", "every", "each"} for child in kids(noun, "det"))
    verb = clause_of(noun)
    if (
        noun._.event
        and verb.tag_ in {"VBD", "VBN", "VBG"}
        and noun.dep_ in {"obl", "conj", "nmod"}
        and preposition(noun) not in {"about", "on", "for"}
    ):
        return False  # "the shortage led to protests"
    if noun.dep_ in {"nmod", "compound", "conj"} and preposition(noun) in {"on", "about", "for", "of", "against", "in", "to", ""}:
        return kid(noun, "amod", "nmod") is None
    return (noun.dep_ in {"obl"} and preposition(noun) in {"for", "against", "about", "of", "to", "from"}) or (
        verb.tag_ in {"VBZ", "VBP"} and verb.dep_ != "ROOT"
    )


def _particular(noun: Token, occasion: bool, actors: Actors) -> bool:
    """Whether one occasion is meant: it has a party, a number, or a determiner and something that tells it apart.

    A noun that is no verb's (`occasion`: fire, crisis, war) needs less.
    """
    if has_party(noun, actors) or kid(noun, "nummod") is not None or (occasion and kid(noun, "det", "amod", "nmod:poss") is not None):
        return True
    if occasion and noun.dep_ in {"nsubj", "nsubj:pass", "obj"} and clause_of(noun).tag_ == "VBD":
        return True  # "storms caused flooding"
    return bool(kids(noun, "det", "nmod:poss")) and (has_complement(noun) or kid(noun, "amod", "compound") is not None)


def _named(noun: Token, actors: Actors) -> bool:
    """Whether the noun is part of the name of an actor or work ("World Trade Organization Conference Hall")."""
    mention = actors.of(noun.i)
    return mention is not None and mention.how in {"name", "alias"} and mention.kind != "thing"

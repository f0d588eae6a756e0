"""The status of an event that a noun names: its adjectives, and the verb or noun it depends on."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.events.conditions import is_supposed
from pipeline.events.grammar import SUBJECTS, auxiliaries, clause_of, is_passive, kid, kids, lemma_of, preposition
from pipeline.events.lexicon import Standing, event_noun, governors, mapping, modifiers, noun_statuses, pairs, words
from pipeline.events.raising import carrier
from pipeline.events.standing import UNREAL, modified, negated, under

Look = Callable[[Token], Standing]


def noun_standing(noun: Token, look: Look) -> Standing:
    """Return the standing of an event noun; `look` gives that of the word it depends on."""
    if negated(noun):
        supposed = noun.dep_ in {"obj", *SUBJECTS} and is_supposed(noun.head)
        return "hypothetical" if supposed else "denied"  # "if no agreement is reached"
    undone = noun.dep_ in {"obj", "nsubj:pass"} and any(
        governors("object").get(lemma_of(verb)) == "denied" for verb in conjuncts_of(noun.head)
    )
    word = modified(noun, "adjective")
    if word is not None and not undone:
        return word
    if _never_came(noun):
        return "denied"
    if noun.dep_ == "appos":
        return "happened"  # "the firm denied it would move, its first comment on the dispute"
    if noun.dep_ == "conj":
        return noun_standing(noun.head, look) if noun.head.pos_ in {"NOUN", "PROPN"} else "happened"
    if noun.lemma_ == "deadline":
        return "obligation"
    verb = carrier(noun)
    if noun.dep_ in {"obj", "nsubj:pass"}:
        return _object(noun, verb, look)
    if noun.dep_ in SUBJECTS:
        return _subject(noun, verb, look)
    return _oblique(noun, verb, look)


def _never_came(noun: Token) -> bool:
    """Whether a relative clause says that it did not come about: "the meeting that did not take place", not "that did not please"."""
    return any(
        negated(verb) and (lemma_of(verb), "subject") in pairs("light_verbs.csv", "verb", "role") for verb in kids(noun, "acl:relcl")
    )


def running_state(word: Token) -> Standing | None:
    """What a predicate without a verb says of an event: "is in its third week", "are on strike", "is under way"; None for nothing.

    The word is the predicate itself; with a past copula it is over ("was under way").
    """
    cop = kid(word, "cop")
    before = preposition(word)
    if cop is None or (word.pos_ not in {"NOUN", "PROPN"} and word.lower_ not in words("running_words.txt")):
        return None
    counted = word.lemma_.lower() in words("measure_nouns.txt") and kid(word, "amod") is not None and before == "in"
    listed = word.lower_ in words("running_words.txt") and before in {"", "under", "in"}
    own = before in {"on", "in", "under", "at"} and event_noun(word.text, word.lemma_) is not None
    if not (counted or listed or own):
        return None
    return "ongoing" if cop.tag_ in {"VBZ", "VBP"} else "happened" if cop.tag_ == "VBD" else None


def conjuncts_of(verb: Token) -> list[Token]:
    """Return the verb and those coordinated with it that have no subject of their own ("was planned but was cancelled")."""
    return [verb, *(child for child in kids(verb, "conj") if child.pos_ == "VERB" and kid(child, "nsubj", "nsubj:pass") is None)]


def definite(noun: Token) -> bool:
    """Whether the noun phrase points at one event: the, this, a possessor."""
    return (
        any(child.lower_ in {"the", "this", "that", "these", "those"} for child in kids(noun, "det")) or kid(noun, "nmod:poss") is not None
    )


def _object(noun: Token, verb: Token, look: Look) -> Standing:
    outer = look(verb)
    if noun.dep_ == "nsubj:pass" and not is_passive(verb):
        return _subject(noun, verb, look)
    said = noun.lemma_.lower() in words("speech_nouns.txt")
    undoing = [] if said else [other for other in conjuncts_of(verb) if governors("object").get(lemma_of(other)) == "denied"]
    if undoing:
        return "planned" if look(undoing[0]) in UNREAL else under(look(undoing[0]), "denied")
    for complement in (lemma_of(verb),):
        given = governors("object").get(complement)
        if given and noun.lemma_.lower() in words("speech_nouns.txt"):
            return "happened"  # a rejected proposal was made
        if given:
            return under(outer, given)
    carried = noun.dep_ == "obj" and (lemma_of(verb), "object") in pairs("light_verbs.csv", "verb", "role")
    aspectual = lemma_of(verb) in mapping("aspectual_verbs.csv", "verb", "own")
    if carried or aspectual or noun.dep_ == "nsubj:pass":
        return outer
    return "happened" if definite(noun) else outer if outer in UNREAL else "happened"


def _subject(noun: Token, verb: Token, look: Look) -> Standing:
    running = running_state(verb) or goes_on(verb)
    if running is not None:
        return running  # "the inquiry is under way"
    outer = look(verb)
    if verb.pos_ == "ADJ" and kid(verb, "cop") is not None and (said := modifiers("adjective").get(verb.lower_)) is not None:
        return under(outer, said)  # "another eruption is likely"
    if outer == "denied" and lemma_of(verb) in words("ending_verbs.txt"):
        return "happened"  # "the talks had been due to end"
    occurs = (lemma_of(verb), "subject") in pairs("light_verbs.csv", "verb", "role") or lemma_of(verb) in mapping(
        "aspectual_verbs.csv", "verb", "own"
    )
    if occurs:
        return outer
    if verb.pos_ != "VERB" or is_passive(verb):
        return outer if outer in UNREAL else "happened"
    return "hypothetical" if outer == "hypothetical" and not definite(noun) else "happened"


def goes_on(verb: Token) -> Standing | None:
    """Whether the verb says that its subject is going on: "is spreading", "has lasted ten days", "shows no sign of ending"."""
    helpers = auxiliaries(verb)
    word = lemma_of(verb)
    present = any(aux.tag_ in {"VBZ", "VBP"} for aux in helpers)
    if word == "over" and present and negated(verb):
        return "ongoing"
    if word == "take" and present and any(child.lower_ in {"long", "longer"} for child in kids(verb, "obj", "advmod", "obl")):
        return "ongoing"  # "is taking longer than planned"
    if negated(verb):
        sign = kid(verb, "obj")
        return "ongoing" if word == "show" and verb.tag_ in {"VBZ", "VBP"} and sign is not None and sign.lemma_ == "sign" else None
    if verb.tag_ == "VBG" and present and word in words("drift_verbs.txt"):
        return "ongoing"
    return "ongoing" if verb.tag_ == "VBN" and present and word in words("lasting_verbs.txt") else None


def _oblique(noun: Token, head: Token, look: Look) -> Standing:
    before = preposition(noun)
    if noun.dep_ == "nmod" and head.lower_ in {"event", "case"} and preposition(head) == "in":
        return "hypothetical"  # "in the event of a leak"
    if noun.dep_ == "nmod" and head.lemma_.lower() in words("claims.txt") and lemma_of(head.head) in governors("plan"):
        return "denied" if head.dep_ == "obj" else "happened"  # "dismissed reports of a coup"
    if head.pos_ == "NOUN" and noun.dep_ in {"nmod", "compound", "nmod:poss"}:
        given = noun_statuses().get(head.lemma_.lower())
        if given and noun.dep_ == "nmod":
            return "hypothetical" if given == "obligation" else given
        told = any(verb.tag_ in {"VBD", "VBN", "VBZ"} for verb in kids(noun, "acl:relcl", "amod"))
        return "happened" if told or definite(noun) or before not in {"on", "about", "for"} else "hypothetical"
    verb = clause_of(noun)
    if verb.i == noun.i:
        return "happened"
    given = governors("object").get(f"{lemma_of(verb)} {before}")
    if given:
        return under(look(verb), given)
    if before in {"after", "since", "following", "amid", "because of", "due to", "over", "despite"}:
        return "happened"
    outer = look(verb)
    if before == "on" and noun.head.i == verb.i and verb.lemma_ in {"remain", "stay", "be"} and verb.tag_ in {"VBZ", "VBP"}:
        return "ongoing"  # "remain on strike"
    if before == "for" and governors("object").get(lemma_of(verb)) == "planned":
        return "planned"  # "booked the hall for a concert"
    if before in {"before", "ahead of", "until", "for"} and outer in UNREAL:
        return "planned" if outer != "hypothetical" else outer
    return "happened" if definite(noun) and outer not in {"planned"} else outer if outer in UNREAL else "happened"

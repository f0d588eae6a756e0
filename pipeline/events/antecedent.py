"""The occasion or thing that "it" or "they" stands for in a line: "Talks broke off. They are expected to resume" (the talks resume)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from pipeline.events.grammar import OBJECTS, SUBJECTS, is_verb, kid, kids, lemma_of, preposition
from pipeline.events.lexicon import event_noun, mapping, words
from pipeline.events.raising import carrier

if TYPE_CHECKING:
    from pipeline.actors import Actors

_PLURAL = {"it": False, "they": True}
_SENTENCES_BACK = 2
_WORDS_BACK = 60


def occasion_behind(pronoun: Token) -> Token | None:
    """Return the event noun that the pronoun stands for, None where its verb tells of no occasion or none was told just before.

    Not the subject of a clause joined to the pronoun's own: English would leave the second subject out.
    """
    plural = _PLURAL.get(pronoun.lower_)
    if plural is None or pronoun.dep_ not in SUBJECTS or not is_verb(carrier(pronoun)):
        return None
    word = lemma_of(carrier(pronoun))
    if word not in mapping("aspectual_verbs.csv", "verb", "own") and word not in words("occasion_verbs.txt"):
        return None
    if any(obj.lower_ != "place" for obj in kids(carrier(pronoun), "obj")):
        return None
    sentence = pronoun.sent
    found = [noun for noun in _occasions(sentence.doc[sentence.start : pronoun.i], plural) if noun.head.i != pronoun.head.head.i]
    for _ in range(_SENTENCES_BACK):
        if found or sentence.start == 0:
            break
        sentence = sentence.doc[sentence.start - 1].sent
        found = _occasions(sentence, plural)
    leading = [noun for noun in found if noun.dep_ in SUBJECTS and noun.head.dep_ == "ROOT"]
    return (leading or found)[-1] if found else None


def _occasions(span: Span, plural: bool) -> list[Token]:
    return [token for token in span if token.pos_ == "NOUN" and token.dep_ not in {"compound", "flat"} and _is_occasion(token, plural)]


def _is_occasion(noun: Token, plural: bool) -> bool:
    entry = event_noun(noun.text, noun.lemma_)
    return entry is not None and entry.evidence != "anaphor" and bool(noun._.event) and (noun.tag_ == "NNS") == plural


def thing_behind(pronoun: Token, actors: Actors) -> Token | None:
    """Return the thing or group that the subject "it" or "they" stands for: the only fitting subject or object told just before.

    "A stone bridge followed. It carried the road" (the bridge); not "The province put up a span. It was closed": either could be meant.
    """
    plural = _PLURAL.get(pronoun.lower_)
    if plural is None or pronoun.dep_ not in SUBJECTS or _is_empty(pronoun):
        return None
    clause = _clause_before(pronoun)
    for _ in range(_SENTENCES_BACK):
        if clause is None:
            return None
        subject = next((child for child in kids(clause, *SUBJECTS) if child.i < clause.i), None)
        if subject is None or subject.lower_ != pronoun.lower_:
            if any(other.lower_ == pronoun.lower_ and clause.is_ancestor(other) and other.i < pronoun.i for other in clause.sent):
                return None  # "The fire caused it to shut down. It was kept ...": "it" is what it was before
            if plural and any(_is_a_person(t) for t in clause.subtree if t.i < pronoun.i):
                return None  # "imposed sanctions on four settlers; they sued"
            fitting = [t for t in (subject, *kids(clause, "obj")) if t is not None and _fits(t, plural, actors)]
            return fitting[0] if len(fitting) == 1 and fitting[0].i < pronoun.i else None
        clause = _clause_before(subject)
    return None


def pair_behind(pronoun: Token, actors: Actors) -> tuple[str, ...]:
    """Return the two people that "they" stands for: whoever the clause before tells of and whom they met, "with" whom they did it.

    "In 1951 Ana Ruiz met Anders Lind. They married" (the two); not "Ana Ruiz met two players. They lost".
    """
    if pronoun.lower_ != "they" or pronoun.dep_ not in SUBJECTS:
        return ()
    clause = _clause_before(pronoun)
    for _ in range(_SENTENCES_BACK):
        if clause is None:
            return ()
        subject = next((child for child in kids(clause, *SUBJECTS) if child.i < clause.i), None)
        if subject is None or subject.lower_ != "they":
            others = [*kids(clause, "obj"), *(other for other in kids(clause, "obl") if preposition(other) == "with")]
            found = [_person(token, actors) for token in (subject, *others) if token is not None]
            return tuple(found) if len(found) == 2 and all(found) and found[0] != found[1] else ()
        clause = _clause_before(subject)
    return ()


def group_behind(pronoun: Token, actors: Actors) -> Token | None:
    """Return the people of a state or body that "they" or "them" stands for: "expelled 12 individuals of Russia's mission, accusing them".

    It is they who are accused, not Russia, whose people they are.
    """
    mention = actors.of(pronoun.i)
    if mention is None or mention.kind != "group" or not mention.actors or pronoun.tag_ != "PRP":
        return None
    for i in range(pronoun.i - 1, max(0, pronoun.i - _WORDS_BACK) - 1, -1):
        told = actors.of(i)
        if told is not None and told.head == i and told.kind == "group" and told.actors == mention.actors and pronoun.doc[i].tag_ == "NNS":
            return pronoun.doc[i]
    return None


def object_behind(pronoun: Token, actors: Actors) -> Token | None:
    """Return the thing that the object "it" or "them" stands for: the object of the verb it is joined to.

    "Tugs pulled the vessel from the bank and towed it" (the vessel); "dragged a man from his scooter and stole it" (the scooter).
    """
    plural = {"it": False, "them": True}.get(pronoun.lower_)
    verb = pronoun.head
    while verb.dep_ == "xcomp" and verb.head.i < verb.i:
        verb = verb.head
    joined = verb.dep_ == "conj" or (bool(plural) and verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i)
    if plural is None or pronoun.dep_ not in OBJECTS or not joined or verb.head.pos_ != "VERB" or kid(verb, *SUBJECTS) is not None:
        return None
    told = [noun for noun in kids(verb.head, "obj") if _fits(noun, plural, actors)]
    if not kids(verb.head, "obj") or told:
        return told[0] if len(told) == 1 else None
    beside = [noun for noun in kids(verb.head, "obl") if _fits(noun, plural, actors) and noun.ent_type_ not in {"DATE", "TIME"}]
    person = all((noun.tag_ == "NNS") != plural or _is_somebody(noun, actors) for noun in kids(verb.head, "obj"))
    return beside[0] if len(beside) == 1 and person else None


def _is_somebody(noun: Token, actors: Actors) -> bool:
    mention = actors.of(noun.i)
    return (mention is not None and mention.kind in {"person", "group"}) or noun.lemma_.lower() in words("people_nouns.txt")


def _person(token: Token, actors: Actors) -> str:
    for word in (token, *kids(token, "appos")):
        mention = actors.of(word.i)
        if mention is not None and mention.kind == "person" and len(mention.actors) == 1 and not kids(token, "conj"):
            return mention.actors[0]
    return ""


def _clause_before(pronoun: Token) -> Token | None:
    """Return the verb of the clause told before the pronoun's: the one it is joined to, else that of the sentence before."""
    verb = pronoun.head
    if verb.dep_ in {"conj", "parataxis"} and verb.head.i < pronoun.i:
        return verb.head if verb.head.pos_ == "VERB" else None
    if verb.dep_ != "ROOT" or pronoun.sent.start == 0:
        return None
    before: Token = pronoun.doc[pronoun.sent.start - 1].sent.root
    return before if before.pos_ == "VERB" else None


def _fits(noun: Token, plural: bool, actors: Actors) -> bool:
    mention = actors.of(noun.i)
    if (mention is not None and mention.kind == "person") or (not plural and noun.lemma_.lower() in words("people_nouns.txt")):
        return False
    many = noun.tag_ in {"NNS", "NNPS"} or bool(kids(noun, "conj"))
    return noun.pos_ in {"NOUN", "PROPN"} and many == plural


def _is_a_person(noun: Token) -> bool:
    """Whether it is a plural of people in a phrase, whom "they" may mean rather than the clause's things."""
    return noun.tag_ == "NNS" and noun.dep_ in {"nmod", "obl"} and noun.lemma_.lower() in words("people_nouns.txt")


def _is_empty(pronoun: Token) -> bool:
    """Whether "it" stands for nothing: "it rained", "it is likely that", "it took them until May to build"."""
    verb = pronoun.head
    if pronoun.lower_ != "it":
        return False
    told = kids(verb, "csubj", "csubj:pass") or (verb.pos_ in {"ADJ", "NOUN"} and kids(verb, "ccomp", "xcomp", "acl", "advcl", "acl:relcl"))
    return pronoun.dep_ == "expl" or bool(told) or lemma_of(verb) in words("impersonal_verbs.txt")

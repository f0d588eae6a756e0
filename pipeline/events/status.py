"""The status of an event as its grammar says it: tense, modality, negation, and the words that govern it.

Nouns are in status_nouns.py; the last word, when the time is known, has `status_at`.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.day import Day
from pipeline.events.grammar import auxiliaries, clause_of, in_relative, is_predicate, is_present, is_verb, kid, lemma_of, marks, to_infinitive
from pipeline.events.lexicon import governors, mapping, modal_table, words
from pipeline.events.standing import Standing, modified, negated, under
from pipeline.events.status_nouns import noun_standing
from pipeline.events.times import Times
from pipeline.records import Status

DEPTH = 12  # governors that are followed upwards; deeper nesting is a broken parse


def status_of(token: Token, times: Times, headline: bool = False) -> Status:
    """Return the status of the event that the token names, before its time is known."""
    standing = standing_of(token, headline)
    if standing == "obligation":
        return "deadline" if limited(token, times) else "hypothetical"
    if standing == "permission":
        return "deadline" if limited(token, times) else "hypothetical"
    return "happened" if standing == "inherit" else standing


def limited(token: Token, times: Times) -> bool:
    """Whether a limit ("by Friday") stands with the event or with the verb that governs it ("has until Friday to comply")."""
    if times.limited(token.i) or any(times.limited(child.i) for child in token.children if child.dep_ in {"obj", "obl", "xcomp"}):
        return True
    governed = token.dep_ in {"xcomp", "acl", "advcl", "ccomp", "obj", "conj", "nsubj:pass", "nsubj"}
    above = token.head.head if token.head.dep_ == "xcomp" else token.head
    return governed and (times.limited(token.head.i) or times.limited(above.i) or any(times.limited(child.i) for child in token.children))


def standing_of(token: Token, headline: bool = False, depth: int = 0) -> Standing:
    """Return the standing of a verb, predicate or noun in its sentence."""
    if depth > DEPTH:
        return "happened"
    if is_verb(token) or is_predicate(token):
        return _verb(token, headline, depth)
    return noun_standing(token, lambda other: standing_of(other, headline, depth + 1))


def _verb(verb: Token, headline: bool, depth: int) -> Standing:
    own = _own(verb, headline, depth)
    if negated(verb) and (own != "hypothetical" or any(aux.lower_ in {"could", "can", "ca"} for aux in auxiliaries(verb))):
        return "denied"
    if own in {"happened", "ongoing", "planned"} and (word := modified(verb, "adverb")) is not None and word != "ongoing":
        own = word
    if own in {"happened", "ongoing", "planned", "expected"} and (_conditional(verb) or _in_condition(verb)):
        return "hypothetical"
    if verb.dep_ == "ccomp" and verb.head.i != verb.i:
        given = governors("clause").get(lemma_of(verb.head))
        if given:
            return under("happened", given) if own in {"happened", "ongoing", "planned"} else own  # type: ignore[arg-type]
    return own


def _own(verb: Token, headline: bool, depth: int) -> Standing:
    helpers = auxiliaries(verb)
    modal = next((aux for aux in helpers if aux.tag_ == "MD"), None)
    if modal is not None:
        return _modal(verb, modal, helpers)
    if to_infinitive(verb):
        return _infinitive(verb, helpers, headline, depth)
    if not helpers and verb.dep_ == "conj" and verb.tag_ in {"VB", "VBG"} and kid(verb, "nsubj", "nsubj:pass") is None and verb.head.pos_ == "VERB":
        return standing_of(verb.head, headline, depth + 1)
    if verb.tag_ == "VBG" or verb.tag_ == "VBN" and verb.lower_.endswith("ing"):
        return _ing(verb, helpers, headline, depth)
    if verb.tag_ == "VBN" and not helpers:
        return _participle(verb, headline, depth)
    if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"} and not helpers:
        given = governors("infinitive").get(lemma_of(verb.head), "inherit")
        return under(standing_of(verb.head, headline, depth + 1), given)  # type: ignore[arg-type]
    finite = helpers[0] if helpers else verb
    if is_present(finite) and not headline and not any(aux.lemma_ == "have" for aux in helpers) and verb.pos_ == "VERB":
        finished = any(aux.dep_ == "aux:pass" for aux in helpers) and not any(aux.lower_ == "being" for aux in helpers)
        return "happened" if finished else "ongoing"
    return "happened"


def _modal(verb: Token, modal: Token, helpers: list[Token]) -> Standing:
    row = modal_table().get(modal.lower_)
    if row is None:
        return "hypothetical"
    low = row["modal"]
    if any(child.dep_ == "advcl" and marks(child) & words("conditionals.txt") - {"whether"} for child in verb.children):
        return row["conditional"]  # type: ignore[return-value]
    perfect = any(aux.lemma_ == "have" and aux.i > modal.i for aux in helpers)
    if low in {"would", "'d", "’d"} and not perfect and any(child.lower_ in {"later", "eventually", "subsequently"} for child in verb.children):
        return "happened"
    column = "perfect" if perfect else "reported" if _reported(verb) else "status"
    status = row[column]
    if low in {"may", "can"} and status == "hypothetical" and any(child.lower_ == "only" for child in verb.children):
        return "permission"
    if status == "planned" and lemma_of(verb) in words("drift_verbs.txt"):
        return "expected"
    return status  # type: ignore[return-value]


def _reported(verb: Token) -> bool:
    """Whether the clause is reported speech in the past: "said they would leave"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        clause = clause.head
    if clause.dep_ == "ccomp" and clause.head.tag_ in {"VBD", "VBN", "VBG"}:
        return True
    return kid(clause, "parataxis") is not None or clause.dep_ == "acl" and clause.head.pos_ == "NOUN"


def _infinitive(verb: Token, helpers: list[Token], headline: bool, depth: int) -> Standing:
    if any(aux.lemma_ == "be" and aux.i < verb.i and aux.tag_ in {"VBZ", "VBP", "VBD"} for aux in helpers):
        return "planned"
    governor = verb.head
    if verb.dep_ == "conj":
        return standing_of(governor, headline, depth + 1)
    if verb.dep_ == "ROOT" or headline and verb.dep_ in {"acl", "parataxis"} and governor.pos_ in {"NOUN", "PROPN"}:
        return "planned"
    if verb.dep_ == "acl":
        return _noun_governor(governor)
    if verb.dep_ == "advcl":
        return _purpose(verb, governor, headline, depth)
    outer = standing_of(governor, headline, depth + 1)
    word = lemma_of(governor)
    if governor.lower_ == "going" and outer in {"ongoing", "happened"} and kid(governor, "aux") is not None:
        return "planned"
    if governor.lemma_ == "be":
        return under(outer, "planned") if outer == "denied" else "planned"
    return under(outer, governors("infinitive").get(word, governors("infinitive").get(governor.lemma_.lower(), "hypothetical")))  # type: ignore[arg-type]


def _purpose(verb: Token, governor: Token, headline: bool, depth: int) -> Standing:
    """An infinitive that the parser hangs loosely on a verb: "has until Friday to reply", "signed a contract to buy", else an aim."""
    noun = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > 0 else verb
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in mapping("status_nouns.csv", "noun", "status"):
        return _noun_governor(noun)
    given = governors("infinitive").get(lemma_of(governor))
    return under(standing_of(governor, headline, depth + 1), given) if given else "planned"  # type: ignore[arg-type]


def _noun_governor(noun: Token) -> Standing:
    """Return what a noun gives its infinitive: "decision to expel", "refusal to sign", "the first to arrive"."""
    given = mapping("status_nouns.csv", "noun", "status").get(noun.lemma_.lower())
    if given:
        return given  # type: ignore[return-value]
    if noun.dep_ == "obj" and noun.head.lemma_ in {"have", "give", "get"}:
        return "hypothetical"
    ordinal = any(child.lower_ in {"first", "last", "only", "latest", "second", "third", "next"} for child in noun.children)
    return "happened" if ordinal or noun.lower_ in {"first", "last", "latest"} else "hypothetical"


def _ing(verb: Token, helpers: list[Token], headline: bool, depth: int) -> Standing:
    be = [aux for aux in helpers if aux.lemma_ == "be"]
    if be:
        past = any(aux.tag_ == "VBD" for aux in helpers) or any(aux.tag_ == "VBN" for aux in be) and any(aux.lower_ == "had" for aux in helpers)
        return "happened" if past else "ongoing"
    governor = verb.head
    if verb.dep_ == "ROOT":
        return "ongoing"
    mark = marks(verb)
    if mark & {"without", "than", "instead"}:
        return "denied"
    if governor.pos_ == "NOUN" and not is_predicate(governor):
        given = mapping("status_nouns.csv", "noun", "status").get(governor.lemma_.lower()) if mark else None
        return given or standing_of(clause_of(governor), headline, depth + 1)  # type: ignore[return-value]
    outer = standing_of(governor, headline, depth + 1)
    if "from" in mark and lemma_of(governor) in governors("from"):
        return under(outer, "denied")
    if verb.i == governor.i + 1 or verb.dep_ in {"xcomp", "ccomp", "obj"} or mark & {"of", "from", "for", "against"}:
        return under(outer, governors("gerund").get(lemma_of(governor), "inherit"))  # type: ignore[arg-type]
    return "happened" if outer in {"denied", "deadline", "obligation"} else outer


def _participle(verb: Token, headline: bool, depth: int) -> Standing:
    """A past participle without auxiliary: finished, unless the verb that governs it is not ("wants him arrested")."""
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ == "VERB":
        return under(standing_of(verb.head, headline, depth + 1), governors("infinitive").get(lemma_of(verb.head), "inherit"))  # type: ignore[arg-type]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not in_relative(verb):
        return standing_of(verb.head, headline, depth + 1)
    return "happened"


def _conditional(verb: Token) -> bool:
    return bool(marks(verb) & words("conditionals.txt")) and verb.dep_ in {"advcl", "ccomp", "xcomp", "acl", "csubj", "parataxis"}


def _in_condition(verb: Token) -> bool:
    """Whether the verb is coordinated with one in a condition ("if they meet and agree")."""
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _conditional(verb.head)


def status_at(status: Status, trigger_is_past: bool, first_day: Day | None, last_day: Day | None, dct: Day | None) -> Status:
    """Return the status once the time is known: what is dated after publication has not happened yet.

    `trigger_is_past` tells that the grammar says plainly that it is over (a past tense).
    """
    if dct is None or trigger_is_past:
        return status
    if status in {"happened", "ongoing"} and first_day is not None and first_day > dct:
        return "planned"
    if status == "ongoing" and last_day is not None and last_day < dct:
        return "happened"
    return status



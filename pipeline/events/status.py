"""The status of an event as its grammar says it: tense, modality, negation, and the words that govern it.

Nouns are in status_nouns.py; the last word, when the time is known, has `status_at`.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.day import Day
from pipeline.events.came_about import had_to, lies_ahead, nearly, nearly_not, only_compared, plan_undone, preferred, still_goes_on
from pipeline.events.conditions import inverted, is_subjunctive, is_supposed
from pipeline.events.grammar import (
    auxiliaries,
    is_predicate,
    is_present,
    is_verb,
    kid,
    kids,
    lemma_of,
    marks,
    preposition,
    to_infinitive,
)
from pipeline.events.lexicon import Standing, governors, modal_table, pairs, words
from pipeline.events.limits import limited
from pipeline.events.no_events import is_human
from pipeline.events.standing import modified, negated, under
from pipeline.events.status_nonfinite import Look, infinitive_standing, ing_standing, let_standing, noun_governor, participle_standing
from pipeline.events.status_nouns import noun_standing, running_state
from pipeline.events.times import Times
from pipeline.records import Status

DEPTH = 12  # governors that are followed upwards; deeper nesting is a broken parse


def status_of(token: Token, times: Times, headline: bool = False) -> Status:
    """Return the status of the event that the token names, before its time is known."""
    standing = standing_of(token, headline)
    if standing == "obligation" or standing == "permission":
        if limited(token, times) and not _otherwise(token, times):
            return "deadline"
        return "happened" if had_to(token) else "hypothetical"
    if standing in {"planned", "happened"} and _falls_due(token, times):
        return "deadline"
    if headline and standing == "happened" and not is_verb(token) and preposition(token) in {"before", "ahead of"}:
        return "planned"  # "reach deal hours before summit"
    if standing == "denied" and _until(token, times):
        return _only_until(token)
    if standing == "happened" and _still_lasts(token, times):
        return "ongoing"
    return "happened" if standing == "inherit" else standing


def _falls_due(token: Token, times: Times) -> bool:
    """Whether something must be done up to a day by a predicate of duty: "payment is due by 31 March", "the tax is payable by 5 April"."""
    word = token.head if token.dep_ == "nsubj" else token
    if word.lower_ not in words("duty_predicates.txt") or not any(cop.tag_ in {"VBZ", "VBP"} for cop in kids(word, "cop")):
        return False
    return times.limited(word.i)


def _otherwise(token: Token, times: Times) -> bool:
    """Whether it is what follows if the limit passes: "must repay it by 22 January or serve two more years"."""
    return (
        token.dep_ == "conj" and any(child.lower_ == "or" for child in token.children if child.dep_ == "cc") and not times.limited(token.i)
    )


def _still_lasts(token: Token, times: Times) -> bool:
    """Whether the present perfect of a lasting verb tells what goes on: "has governed since 2004", "have lived there for ten years"."""
    perfect = any(aux.lemma_ == "have" and aux.tag_ in {"VBZ", "VBP"} for aux in auxiliaries(token))
    if not perfect or lemma_of(token) not in words("lasting_in_perfect.txt"):
        return False
    return any(link.preposition in {"since", "for"} for link in times.by_head.get(token.i, ()))


def _only_until(token: Token) -> Status:
    """Return the status of what is denied only up to a time: it happens then, as a plan or as somebody expects."""
    if is_verb(token) and any(aux.tag_ == "VBD" and aux.lemma_ == "do" for aux in auxiliaries(token)):
        return "happened"
    return "expected" if _governor(token) and lemma_of(token.head) in words("expecting_verbs.txt") else "planned"


def _governor(token: Token) -> bool:
    """Whether the word above says how the event stands: "is not expected to open", "the verdict is not expected"."""
    waits = (lemma_of(token.head), "object") in pairs("giving_way.csv", "word", "complement")
    return token.dep_ == "xcomp" or (waits and not is_verb(token) and token.dep_ in {"nsubj:pass", "nsubj"})


def _until(token: Token, times: Times) -> bool:
    """Whether it is denied only up to a time: "not due to operate again until March", "a verdict is not expected before May"."""
    if not is_verb(token) and not _governor(token):
        return False
    links = (*times.by_head.get(token.i, ()), *(times.by_head.get(token.head.i, ()) if _governor(token) else ()))
    return any(link.preposition in {"until", "till", "before"} for link in links)


def standing_of(token: Token, headline: bool = False, depth: int = 0) -> Standing:
    """Return the standing of a verb, predicate or noun in its sentence."""
    if depth > DEPTH:
        return "happened"
    if not is_verb(token) and is_predicate(token) and (running := running_state(token)) is not None and not negated(token):
        return running
    if is_verb(token) or is_predicate(token):
        return _verb(token, headline, depth)
    return noun_standing(token, lambda other: standing_of(other, headline, depth + 1))


def _verb(verb: Token, headline: bool, depth: int) -> Standing:
    own = _own(verb, headline, depth)
    if negated(verb) and is_supposed(verb) and own != "denied":
        return "hypothetical"  # "if no deal is approved"
    if negated(verb) and own == "happened" and nearly_not(verb):
        return "happened"
    if negated(verb) and (own != "hypothetical" or any(aux.lower_ in {"could", "can", "ca"} for aux in auxiliaries(verb))):
        return "denied"
    if own == "happened" and nearly(verb):
        return "denied"
    if own in {"happened", "ongoing"} and lies_ahead(verb):
        return "expected" if lemma_of(verb) in words("drift_verbs.txt") else "planned"
    if own in {"happened", "ongoing", "planned"} and (word := modified(verb, "adverb")) is not None and word != "ongoing":
        own = word
    if own in {"happened", "ongoing", "planned", "expected"} and is_supposed(verb):
        return "hypothetical"
    if (verb.dep_ == "acl" and own == "happened" and verb.tag_ not in {"VBG", "VBN"}) or (verb.dep_ == "acl" and "that" in marks(verb)):
        given = noun_governor(verb.head)
        own = given if given == "denied" or verb.head.lemma_ in {"rumour", "rumor", "allegation", "suspicion"} else own
    if own in {"ongoing", "planned", "expected"} and _runs_out(verb):
        return "deadline"
    if own == "planned" and plan_undone(verb):
        return "denied"
    return _as_told(verb, own)


def _as_told(verb: Token, own: Standing) -> Standing:
    """What the verb that reports a clause makes of its standing: "fears that they left", "think it will sign"."""
    if verb.dep_ in {"ccomp", "csubj"} and verb.head.i < verb.i and not _is_relative(verb):
        if verb.head.lemma_ == "believe" and negated(verb.head) and any(aux.tag_ == "MD" for aux in auxiliaries(verb.head)):
            return own  # "can't believe they sacked him"
        reported = governors("clause").get(lemma_of(verb.head))
        if own in {"planned", "expected"} and lemma_of(verb.head) in words("opinion_verbs.txt"):
            wish = any(aux.lower_ in {"should", "ought"} for aux in auxiliaries(verb))
            return "hypothetical" if wish else "expected"  # "argued it should pay", "think it will sign"
        if reported:
            return under("happened", reported) if own in {"happened", "ongoing", "planned"} else own
    return own


def _runs_out(verb: Token) -> bool:
    """Whether a limit ends then: "the offer expires", "applications close"."""
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    subject = kid(verb, "nsubj")
    shut = lemma_of(verb) == "close" and subject is not None and subject.lemma_.lower() in words("closing_lists.txt")
    return shut or bool({lemma_of(verb), f"{verb.lemma_.lower()} {after}"} & words("deadline_verbs.txt"))


def _is_relative(verb: Token) -> bool:
    """Whether a clause that the parser took for reported speech is a relative one: ", whose shares rose"."""
    return any(word.tag_ in {"WP$", "WDT"} for word in verb.doc[verb.left_edge.i : min(verb.left_edge.i + 2, verb.i)])


def _own(verb: Token, headline: bool, depth: int) -> Standing:
    helpers = auxiliaries(verb)

    def look(other: Token) -> Standing:
        return standing_of(other, headline, depth + 1)

    if verb.lemma_ in {"expect", "forecast"} and kid(verb, "xcomp", "ccomp") is None and not any(aux.tag_ == "VBD" for aux in helpers):
        return "expected"
    if inverted(verb):
        return "hypothetical"
    modal = next((aux for aux in helpers if aux.tag_ == "MD"), None)
    if helpers and helpers[0].head.i != verb.i and verb.head.pos_ == "VERB" and depth <= DEPTH:
        # shared with the verb before: "if all goes well it will land and send a picture"; its negation is counted by the caller
        return look(verb.head) if modal is None else _own(verb.head, headline, depth + 1)
    if modal is not None:
        return "hypothetical" if preferred(verb, modal) else _modal(verb, modal, helpers)
    if only_compared(verb):
        return "denied" if _settled(verb) else "hypothetical"
    if is_subjunctive(verb, helpers):
        return "obligation"
    if to_infinitive(verb):
        return infinitive_standing(verb, helpers, headline, look)
    if not helpers and _is_continued(verb):
        return look(verb.head)
    own = _participle(verb, helpers, look)
    return own or ("happened" if headline else _finite(verb, helpers))


def _participle(verb: Token, helpers: list[Token], look: Look) -> Standing | None:
    """The standing of a participle or a bare infinitive, None for a finite form."""
    if still_goes_on(verb):
        return "ongoing"
    if verb.tag_ == "VBG" or (verb.tag_ == "VBN" and verb.lower_.endswith("ing")):
        return ing_standing(verb, helpers, look)
    if verb.tag_ == "VBN" and (not helpers or (helpers[0].lower_ == "being" and verb.dep_ in {"xcomp", "ccomp"})):
        return participle_standing(verb, look)
    if verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"} and not helpers:
        return let_standing(verb.head, look)
    return None


def _is_continued(verb: Token) -> bool:
    """Whether the verb goes on what the one before it began: "will meet the crew and [brief] them"."""
    joined = verb.dep_ == "conj" and verb.tag_ in {"VB", "VBG"} and verb.head.pos_ == "VERB"
    return joined and kid(verb, "nsubj", "nsubj:pass") is None


def _finite(verb: Token, helpers: list[Token]) -> Standing:
    """The standing of a finite form without a modal: a present is going on, unless a passive or a perfect tells the result."""
    if verb.lower_ == "due" and verb.pos_ == "ADJ":
        return "planned"  # "the results are due on 1 August"
    finite = helpers[0] if helpers else verb
    if is_present(finite) and not any(aux.lemma_ == "have" for aux in helpers) and verb.pos_ == "VERB":
        finished = any(aux.dep_ == "aux:pass" for aux in helpers) and not any(aux.lower_ == "being" for aux in helpers)
        return "happened" if finished else "ongoing"
    return "happened"


def _refused(verb: Token, modal: Token) -> bool:
    """Whether "would not" tells that somebody refused: "they would not let me sail", not "it would not help", "would not go if"."""
    subject = kid(verb, "nsubj")
    person = subject is not None and (subject.lower_ in {"he", "she", "they", "we", "i"} or subject.pos_ == "PROPN")
    return modal.lower_ in {"would", "'d", "’d"} and person and negated(verb) and not _reported(verb)


def _settled(verb: Token) -> bool:
    """Whether what was done instead has happened: "Rather than fight, they left", "left rather than betray or sell them"."""
    while verb.dep_ == "conj" and verb.head.tag_ in {"VB", "VBP"} and verb.head.i != verb.i:
        verb = verb.head
    return bool(verb.head.tag_ == "VBD" and verb.head.i != verb.i)


def _modal(verb: Token, modal: Token, helpers: list[Token]) -> Standing:
    row = modal_table().get(modal.lower_)
    if row is None:
        return "hypothetical"
    low = row["modal"]
    if any(
        child.dep_ == "advcl" and (marks(child) & words("conditionals.txt") - {"whether"} or inverted(child)) for child in verb.children
    ) or (low in {"would", "'d", "’d"} and any(token.lower_ in {"if", "unless"} for token in verb.sent)):
        return row["conditional"]
    perfect = any(aux.lemma_ == "have" and aux.i > modal.i for aux in helpers)
    if (
        low in {"would", "'d", "’d"}
        and not perfect
        and any(child.lower_ in {"later", "eventually", "subsequently"} and not child.n_lefts for child in verb.children)  # "no later than"
    ):
        return "happened"
    if not perfect and _refused(verb, modal):
        return "happened"
    column = "perfect" if perfect else "reported" if _reported(verb) else "status"
    status = row[column]
    only = any(word.lower_ == "only" for child in verb.children for word in (child, *child.children) if word.i > modal.i)
    if low in {"may", "can"} and status == "hypothetical" and (only or _may_until(verb)):
        return "permission"
    if status == "planned" and lemma_of(verb) in words("drift_verbs.txt"):
        return "expected"
    return status


def _may_until(verb: Token) -> bool:
    """Whether people are let do it up to a time: "authors may enter until 30 November", not "the strike may last until Friday"."""
    subject = kid(verb, "nsubj")
    people = subject is not None and subject.pos_ == "NOUN" and is_human(subject)
    return people and any(preposition(child) in {"until", "till"} for child in kids(verb, "obl"))


def _reported(verb: Token) -> bool:
    """Whether the clause is reported speech in the past: "said they would leave"."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        clause = clause.head
    if _in_own_words(clause):
        return False  # "I would swap every penny," she said
    if clause.dep_ in {"ccomp", "csubj", "csubj:pass"} and clause.head.tag_ in {"VBD", "VBN", "VBG"}:
        return True
    return kid(clause, "parataxis") is not None or (clause.dep_ == "acl" and clause.head.pos_ == "NOUN")


def _in_own_words(clause: Token) -> bool:
    """Whether the clause begins with a quotation mark: what is quoted keeps the speaker's tense."""
    edge = clause.left_edge
    return edge.text in {"“", '"', "``"} or (edge.i > 0 and edge.nbor(-1).text in {"“", '"', "``"})


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

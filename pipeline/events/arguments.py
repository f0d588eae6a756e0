"""Who does it and to whom, as grammar says it: the tokens that head the subject, the objects and the oblique phrases of an event.

Names come later (participants.py); here everything is a token. Control and ellipsis are undone: in "promised to leave" the subject
of "leave" is that of "promised", in "forced X to lower" it is X, in "was asked to leave" the one who was asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.actors.reading import role_of
from pipeline.events.grammar import (
    OBJECTS,
    SUBJECTS,
    conjuncts,
    in_relative,
    is_passive,
    is_predicate,
    is_verb,
    kid,
    kids,
    lemma_of,
    marks,
    preposition,
    to_infinitive,
)
from pipeline.events.lexicon import event_noun, governors, words
from pipeline.events.objects import is_object_of_its_clause, mislabelled, shared_object
from pipeline.language.arcs import is_by_agent, is_finite, odd_subject, outer_subject, own_subject

DEPTH = 8


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head tokens by role: `agents` do it, `patients` have it done to them, `obliques` are (preposition, token)."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    obliques: tuple[tuple[str, Token], ...] = ()


def arguments_of(trigger: Token) -> Arguments:
    """Return the arguments of a verb, predicate adjective or event noun."""
    if is_verb(trigger):
        return _verb(trigger)
    entry = event_noun(trigger.text, trigger.lemma_)
    if entry is not None and trigger.pos_ in {"NOUN", "PROPN"}:
        return _noun(trigger, entry.possessor, entry.of_phrase)
    if trigger.pos_ in {"NOUN", "PROPN"}:
        return _noun(trigger, "source", "target")
    holder = kid(trigger, *SUBJECTS) or (trigger.head if trigger.dep_ in {"acl", "amod", "xcomp"} else None)
    if holder is not None and holder.pos_ == "VERB":
        holder = kid(holder, "obj") or kid(holder, "nsubj:pass", "nsubj")
    return Arguments(patients=tuple(conjuncts(holder)) if holder is not None else (), obliques=_obliques(trigger))


def _verb(verb: Token) -> Arguments:
    if verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.head.i > verb.i and verb.head.pos_ == "PROPN":
        return Arguments(patients=tuple(conjuncts(verb.head)))  # "the recently announced Orrin 7"
    agent = next(
        (child for child in kids(verb, "obl", "obl:agent", "nsubj") if preposition(child) == "by" and child.ent_type_ != "DATE"), None
    )
    objects = [token for child in [*kids(verb, *OBJECTS), *mislabelled(verb)] for token in conjuncts(_resolved(child))]
    if not objects and (shared := shared_object(verb)) is not None:
        objects = conjuncts(_resolved(shared))
    above = subject_of(verb)
    subjects = conjuncts(_resolved(above)) if above is not None else []
    if verb.dep_ == "acl:relcl" and any(token.i == verb.head.i for token in subjects):
        subjects = [token for token in subjects if token.i < verb.i]  # "Lind, who left Oslo, and Voss": only Lind left
    misread = agent is not None and is_by_agent(agent) and agent.dep_ == "nsubj" and not objects  # "a petition launched by Ana Lind has"
    if is_passive(verb) or misread:
        agent = agent or _next_by(verb) or _agent_below(verb)
        if agent is None and verb.lower_ in words("stative_participles.txt"):
            return Arguments(tuple(subjects), tuple(objects), _obliques(verb))
        agents = conjuncts(agent) if agent is not None else []
        return Arguments(tuple(agents), tuple(subjects + objects), _obliques(verb))
    if not objects and is_object_of_its_clause(verb):
        objects = conjuncts(verb.head)
    return Arguments(tuple(subjects), tuple(objects), _obliques(verb))


def _next_by(verb: Token) -> Token | None:
    """Return the agent behind a participle although its phrase hangs elsewhere ("figures published by Eurostat cheered")."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return after.head if after.lower_ == "by" and after.dep_ == "case" and after.head.i > after.i else None


def _agent_below(verb: Token) -> Token | None:
    """Return the agent of a passive that the parse hung on its infinitive ("was ordered to withdraw | by the speaker")."""
    steps = [child for child in kids(verb, "xcomp") if to_infinitive(child) and not is_passive(child) and kid(child, "obj") is None]
    return next((obl for step in steps for obl in kids(step, "obl", "obl:agent") if is_by_agent(obl) and obl.ent_type_ != "DATE"), None)


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the verb's (surface) subject, through coordination, control and relative clauses; None if nobody is said."""
    own = own_subject(verb) or odd_subject(verb) or _lost_subject(verb) or outer_subject(verb)
    if own is not None:
        return own
    if depth > DEPTH or verb.head.i == verb.i:
        return None
    head = verb.head
    if verb.dep_ == "conj" and head.dep_ == "xcomp" and head.pos_ == "ADJ" and verb.tag_ in {"VBD", "VBZ", "VBN"} and is_finite(verb):
        return subject_of(head.head, depth + 1)  # "left rates unchanged and is expected"
    if verb.dep_ == "conj":
        return subject_of(head, depth + 1) if head.pos_ in {"VERB", "ADJ", "NOUN"} else None
    if verb.dep_ in {"acl", "acl:relcl"} and not is_predicate(head):
        return _of_modified(verb, head, depth)
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "parataxis", "obl", "acl"}:
        return _controlled(verb, head, depth)
    return None


def _lost_subject(verb: Token) -> Token | None:
    """Return the name that stands between "and" and a finite verb for which the parser found no subject.

    "... and Lind the mayor of Vik has confirmed that": a finite verb behind its own noun phrase does not share the first verb's subject.
    """
    finite = next((child for child in verb.children if child.dep_ in {"aux", "aux:pass"}), verb)
    if any(child.dep_ == "mark" for child in verb.children):
        return None
    if verb.dep_ not in {"conj", "parataxis", "ccomp", "advcl"} or finite.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        return None
    for i in range(finite.i - 1, max(verb.sent.start, finite.i - 15), -1):
        token = verb.doc[i]
        if token.dep_ == "cc" or token.lower_ in {"and", "but"}:
            between = [word for word in verb.doc[i + 1 : finite.i] if word.pos_ == "PROPN"]
            return (
                between[0]
                if between and between[0].i - i <= 3 and not any(w.dep_ in {"case", "mark"} for w in verb.doc[i + 1 : between[0].i])
                else None
            )
        if token.pos_ in {"VERB", "PUNCT"}:
            return None
    return None


def _of_modified(verb: Token, noun: Token, depth: int) -> Token | None:
    """The subject of a participle or infinitive beside a noun: the noun, or for "decision to expel" whoever decides."""
    if verb.tag_ == "VB" or (verb.tag_ == "VBG" and marks(verb) & {"of", "for", "to"}):
        holder = kid(noun, "nmod:poss")
        if noun.head.lemma_ in words("accusing_verbs.txt") and noun.dep_ in {"obj", "nsubj:pass"} and "of" in marks(verb):
            return noun  # "accused the firm of bribing rivals"
        if holder is not None:
            return holder
        receiver = kid(noun.head, "iobj") if noun.head.lemma_ == "give" else None  # "gave envoys a day to leave"
        return (receiver or subject_of(noun.head, depth + 1)) if noun.dep_ == "obj" and noun.head.pos_ == "VERB" else None
    told = noun.lemma_.lower() in words("documents.txt") and verb.dep_ == "acl"
    edge = verb.left_edge.i
    loose = verb.tag_ == "VBG" and verb.dep_ == "acl" and "," in (verb.doc[edge].text, verb.doc[max(0, edge - 1)].text)
    if (told or loose) and noun.dep_ in {"obj", "obl"} and noun.head.pos_ == "VERB" and verb.tag_ == "VBG":
        return subject_of(noun.head, depth + 1) or noun
    return noun


def _controlled(verb: Token, head: Token, depth: int) -> Token | None:
    """The subject of a clause without one of its own."""
    if verb.dep_ == "parataxis":
        headline = to_infinitive(verb) and head.dep_ == "ROOT" and head.pos_ in {"NOUN", "PROPN"} and head.i < verb.i
        return head if headline and head.right_edge.i >= verb.i and verb.left_edge.i == head.i + 1 else None  # "Vik to pay 5 million"
    if head.pos_ in {"NOUN", "PROPN"} and not is_predicate(head):
        return head if head.dep_ == "ROOT" and verb.i > head.i else kid(head, "nmod:poss")
    objected = kid(head, "obj", "iobj")
    if objected is not None and head.lemma_ == "have" and to_infinitive(verb):
        objected = None  # "had eight months to act": whoever had them acts
    if objected is not None and objected.tag_ in {"WDT", "WP"} and governors("infinitive").get(lemma_of(head)) == "planned":
        objected = None  # "a rival, which Vik agreed to acquire": Vik acquires
    object_controls = (
        verb.dep_ in {"xcomp", "ccomp"}
        or (head.lemma_ == "give" and to_infinitive(verb))
        or (bool(marks(verb) & {"of", "for", "from", "into"}) and verb.tag_ == "VBG")
    )
    perceived = verb.tag_ == "VBG" and verb.dep_ == "advcl" and head.lemma_ in words("perceived_verbs.txt") and not marks(verb)
    if perceived and objected is not None and objected.right_edge.i == verb.left_edge.i - 1:
        return objected  # "follows Japan pledging aid"
    if objected is not None and objected.i < verb.i and object_controls and head.lemma_ not in words("subject_control.txt"):
        return objected
    if to_infinitive(verb) and head.lemma_ in words("asking_through.txt"):
        asked = [child for child in kids(head, "obl") if preposition(child) in {"on", "upon", "to", "for"} and child.i < verb.i]
        if asked:
            return asked[0]  # "called on Minsk to free them"
    if is_passive(head) and verb.dep_ == "advcl" and not marks(verb) & {"of", "for", "from"}:
        agent = next((child for child in kids(head, "obl", "obl:agent") if preposition(child) == "by"), None)
        return agent or subject_of(head, depth + 1)
    return subject_of(head, depth + 1)


def _resolved(token: Token) -> Token:
    """Return the noun a relative pronoun stands for; any other token itself."""
    if token.lower_ not in words("relative_subjects.txt") or token.tag_ not in {"WDT", "WP", "IN", "DT"}:
        return token
    for head in (token.head, *token.head.ancestors):
        if in_relative(head) and head.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            return head.head
    return _before(token) or token


def _before(pronoun: Token) -> Token | None:
    """Return the noun right before a relative pronoun whose clause the parser hung elsewhere ("Anna Berg, who founded ...")."""
    i = pronoun.i - 1
    while i > pronoun.sent.start and pronoun.doc[i].is_punct:
        i -= 1
    noun = pronoun.doc[i] if pronoun.i > pronoun.sent.start else pronoun
    while noun.dep_ in {"flat", "compound", "case"} and noun.head.i != noun.i:
        noun = noun.head
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def _obliques(head: Token) -> tuple[tuple[str, Token], ...]:
    found = []
    for child in kids(head, "obl", "nmod", "obl:unmarked"):
        word = preposition(child)
        if word == "with" and child.pos_ == "PROPN" and any(below.tag_ == "VBG" and below.i > child.i for below in kids(child, "acl")):
            continue  # "reacted, with Ana Lind rejecting it"
        if word == "of" and child.left_edge.i and child.nbor(child.left_edge.i - child.i - 1).pos_ == "PROPN":
            continue  # "shared by Ana Lind | of the University of Vik"
        if word and word != "by" and not any(case.lower_ == "according" for case in kids(child, "case")):
            found += [(word, token) for token in conjuncts(child)]
    return tuple(found)


def _noun(noun: Token, possessor: str, of_phrase: str) -> Arguments:
    sides: dict[str, list[Token]] = {"source": [], "target": []}
    subject = kid(noun, "nsubj")
    if subject is not None:
        return Arguments(tuple(conjuncts(_resolved(subject))), (), _obliques(noun))
    of = next((child for child in kids(noun, "nmod") if preposition(child) == "of"), None)
    owner = next((child for child in kids(noun, "nmod:poss") if child.lower_ not in words("time_owners.txt")), None)
    if of is not None:
        sides[of_phrase] += conjuncts(of)
    if owner is not None:
        sides["source" if of is not None and of_phrase == "target" else possessor] += conjuncts(owner)
    for child in kids(noun, "nmod"):
        word = preposition(child)
        if word == "by" or word in {"between", "among"}:
            sides["source"] += conjuncts(child)
            hung = [below for below in kids(child, "nmod") if preposition(below) in {"against", "on", "with"}]
            sides["target"] += [token for below in hung if word == "by" for token in conjuncts(below)]  # "a raid by Vik | on Tal"
        elif word in {"against", "on", "with", "at", "to", "from"} and child is not of:
            sides["target"] += conjuncts(child)
    for child in kids(noun, "compound", "amod"):
        role = role_of(child)
        if not (child.text[:1].isupper() or (role is not None and role.kind in {"official", "organ", "body"})):
            continue  # "a hunger strike", "an official protest", "a drone attack": the word does not say whose it is
        side = "target" if possessor == "target" and of is None else "source"
        if not (side == "source" and owner is not None):
            sides[side].append(child)
    return Arguments(tuple(sides["source"]), tuple(sides["target"]), _obliques(noun))


def carrier(noun: Token) -> Token | None:
    """Return the verb that carries the event noun ("held talks", "announced the closure"), None if there is none."""
    verb = noun.head
    return verb if noun.dep_ in {"obj", "nsubj", "nsubj:pass"} and verb.pos_ == "VERB" and lemma_of(verb) else None

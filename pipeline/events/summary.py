"""The one readable line of an event: who does what to whom, in the historical present, at most 110 characters.

A line keeps the article's words and their order; names stand in full, times are left to the date columns. Events to come read
"X to do Y", expected ones "X expected to do Y", possible ones as the article has it ("X could do Y"), deadlines "X must do Y".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from spacy.tokens import Doc, Token

from pipeline.events.arguments import Arguments, arguments_of
from pipeline.events.clause_line import Parts, extract, verb_line
from pipeline.events.grammar import SUBJECTS, clause_of, is_predicate, is_verb, kid, kids, lemma_of, preposition
from pipeline.events.lexicon import event_adjectives, governors, words
from pipeline.events.participants import Participants
from pipeline.events.phrases import listed
from pipeline.events.status import standing_of
from pipeline.events.trigger import Trigger
from pipeline.events.wording import Wording, articled_names
from pipeline.records import Status

if TYPE_CHECKING:
    from pipeline.actors import Actors

LONGEST = 110
ENOUGH = 3  # words: a shorter line tells too little
DEPTHS = (4, 3, 2, 1)
LEADING = ("the ", "a ", "an ")


def wording_for(doc: Doc, actors: Actors, skip: frozenset[int]) -> Wording:
    """Return how the article's phrases are worded; make one for the article and hand it to `summary_of`."""
    return Wording(actors, skip, articled_names(doc, actors.mentions))


def summary_of(doc: Doc, trigger: Trigger, people: Participants, wording: Wording) -> str:
    """Return the event's line: the fullest of its lines that is short enough."""
    wording = replace(wording, bound=people.sources)
    for depth in DEPTHS:
        parts = _parts(doc[trigger.head], people, trigger.status, wording, depth)
        if len(parts.text) <= LONGEST:
            break
    return finished(parts)


def finished(parts: Parts) -> str:
    """Put the pieces together: no leading article, a capital first, no longer than LONGEST, never cut inside a word."""
    extras = list(parts.extras)
    while extras and len(replace(parts, extras=tuple(extras)).text) > LONGEST:
        extras.pop()
    line = replace(parts, extras=tuple(extras)).text
    opener, _, rest = line.partition(" ")
    if opener.lower().rstrip(",") in words("connectives.txt") and " " in rest:
        line = rest
    for article in LEADING:
        if line.lower().startswith(article):
            line = line[len(article) :]
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
    first = line.split(" ", 1)[0]
    own_case = first[:1].islower() and any(letter.isupper() for letter in first[1:])  # "iPhone", "eBay"
    return line if own_case else line[:1].upper() + line[1:]


def _parts(token: Token, people: Participants, status: Status, wording: Wording, depth: int) -> Parts:
    before_noun = token.lower_ in event_adjectives() and (token.dep_ == "amod" or token.lower_ == "missing")
    if before_noun or not (is_verb(token) or token.pos_ in {"NOUN", "PROPN"}):
        parts = _adjective_line(token, people.arguments, wording, depth)
    elif is_verb(token):
        parts = verb_line(token, people.arguments, status, wording, depth)
    else:
        parts = _noun_line(token, people, status, wording, depth)
    if len(parts.text.split()) >= ENOUGH and parts.whole:
        return parts
    wider = extract(token, wording, depth)
    if len(wider.text.split()) > len(parts.text.split()):
        return wider
    return parts if parts.text else Parts(token.sent.text.strip())


def _noun_line(noun: Token, people: Participants, status: Status, wording: Wording, depth: int) -> Parts:
    """Return a noun's own phrase where it names its parties, else the line of the clause it stands in."""
    own = replace(wording, bound=())
    subject = kid(noun, *SUBJECTS)
    if subject is not None:
        return extract(noun, own, depth)
    text = own.phrase(noun, depth)
    verb = clause_of(noun)
    if is_verb(verb) and _hangs_on(noun, verb):
        undone = status == "denied" and governors("object").get(lemma_of(verb)) == "denied"
        if undone or noun.dep_ in {"obj", *SUBJECTS} or not _tells(text, people):
            line = verb_line(verb, arguments_of(verb), "happened" if undone else _status_of(verb), wording, depth)
            if line.whole and noun.lower_ in line.text.lower():
                return line
    if not _tells(text, people):
        wider = extract(noun, own, depth)
        if noun.lower_ in wider.text.lower():
            return wider
    if is_predicate(noun):
        return Parts(text, whole=_tells(text, people))
    before = {"planned": "planned", "expected": "expected", "hypothetical": "possible", "denied": "no"}.get(status, "")
    lower = text.lower()
    fits = before and not any(word in lower.split() for word in (before, "possible", "alleged", "suspected", "no", "proposed"))
    return Parts(f"{before} {_bare(text)}" if fits else text, whole=_tells(text, people))


def _bare(text: str) -> str:
    return next((text[len(article) :] for article in LEADING if text.lower().startswith(article)), text)


def _hangs_on(noun: Token, verb: Token) -> bool:
    """Whether the noun is the verb's own subject, object or oblique phrase."""
    return noun.head.i == verb.i and (noun.dep_ in {"obj", *SUBJECTS} or (noun.dep_ == "obl" and preposition(noun) != ""))


def _status_of(verb: Token) -> Status:
    standing = standing_of(verb)
    return standing if standing in get_args(Status) else "hypothetical"  # type: ignore[return-value]


def _tells(text: str, people: Participants) -> bool:
    """Whether a noun phrase by itself says who or what: it names somebody and is no mere pair of words."""
    lower = text.lower()
    return len(text.split()) > ENOUGH and any(name.lower() in lower for name in (*people.actors, *people.names))


def _adjective_line(token: Token, found: Arguments, wording: Wording, depth: int) -> Parts:
    holders = [text for patient in found.patients if (text := wording.phrase(patient, depth, alone=True))]
    if not holders:
        holders = [text for child in kids(token, *SUBJECTS) if (text := wording.phrase(child, depth))]
    rest = [text for child in kids(token, "obl") if child.i > token.i and (text := wording.with_preposition(child, depth))]
    return Parts(f"{listed(holders[:3])} {token.text.lower()}".strip(), tuple(rest), bool(holders))

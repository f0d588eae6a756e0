"""The one readable line of an event: who does what to whom, in the historical present, at most 110 characters.

A line keeps the article's words and their order; names stand in full, times are left to the date columns. Events to come read
"X to do Y", expected ones "X expected to do Y", possible ones as the article has it ("X could do Y"), deadlines "X must do Y".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from spacy.tokens import Doc, Token

from pipeline.events.arguments import Arguments, arguments_of
from pipeline.events.attribution import is_attribution
from pipeline.events.clause_line import Parts, extract, is_of_an_unnamed, verb_line, without_subject
from pipeline.events.grammar import (
    SUBJECTS,
    auxiliaries,
    clause_of,
    first_conjunct,
    is_predicate,
    is_verb,
    kid,
    kids,
    lemma_of,
    marks,
    preposition,
    to_infinitive,
)
from pipeline.events.joining import unquoted
from pipeline.events.lexicon import event_adjectives, governors, words
from pipeline.events.line_faults import WEIGHT, holds, opens_with_pronoun, undoubled, weight
from pipeline.events.name_use import articled_names, leading_names, rates
from pipeline.events.noun_lines import LEADING, bare, prefix, told_apart
from pipeline.events.participants import Participants
from pipeline.events.phrases import listed
from pipeline.events.shortening import ENOUGH, LONGEST, shortened
from pipeline.events.standing import negated
from pipeline.events.status import standing_of
from pipeline.events.trigger import Trigger
from pipeline.events.verb_forms import says_how
from pipeline.events.wording import ANYBODY, Wording
from pipeline.records import Status

if TYPE_CHECKING:
    from pipeline.actors import Actors

DEPTHS = (4, 3, 2, 1)
_LEFT_BY_A_TIME = re.compile(
    r",? (?:(?:to|by|until|from|in|on|at) )?(?:as (?:early|late|soon|recently)(?: as)?|at (?:least|most|the(?: latest| earliest)?))$"
)
"""What is left of "to as early as January" where the time is not shown."""
_EMPTY = frozenset({"it", "this", "that"})


def wording_for(doc: Doc, actors: Actors, skip: frozenset[int], told: frozenset[int] = frozenset()) -> Wording:
    """Return how the article's phrases are worded; make one for the article and hand it to `summary_of`.

    `skip` are tokens that never show (times), `told` the words whose events have rows of their own.
    """
    skip = skip - rates(doc, skip)
    return Wording(actors, skip, articled_names(doc, actors.mentions), told=told, leading=leading_names(actors.mentions))


def summary_of(doc: Doc, trigger: Trigger, people: Participants, wording: Wording, speaker: str = "") -> str:
    """Return the event's line: the fullest of its lines that is short enough; `speaker` is who says it, where it is quoted."""
    token, wording = doc[trigger.head], replace(wording, quoted=trigger.quoted)
    for depth in DEPTHS:
        parts = _parts(token, people, trigger.status, wording, depth)
        if len(parts.text) <= LONGEST:
            break
    line = finished(parts, token)
    sentence = token.sent.text.strip().rstrip(".")
    if (trigger.headline and weight(line, token)) or (weight(line, token) > 1 and not weight(sentence, token) and not trigger.quoted):
        line = finished(Parts(unquoted(sentence)), token) if len(sentence) <= LONGEST else line
    if trigger.quoted and speaker and opens_with_pronoun(line, token):
        return finished(Parts(f"{speaker}: “{line}”"), token)  # "We won": whoever says it is named before it
    if not trigger.quoted and line.startswith(("I ", "We ")) and " said " not in line and (sayer := _sayer_below(token, wording)):
        return finished(Parts(f"{sayer}: “{line}”"), token)
    return line


def _sayer_below(token: Token, wording: Wording) -> str:
    """Return whom a closing "said" without quotation marks names: "I told him I would score, said the striker"; "" without one."""
    for verb in token.sent:
        sayer = kid(verb, "nsubj") if verb.dep_ in {"parataxis", "ROOT"} and is_attribution(verb) else None
        if sayer is not None and sayer.lower_ not in {"i", "we"}:
            return wording.phrase(sayer, 1, alone=True)
    return ""


def finished(parts: Parts, token: Token) -> str:
    """Put the pieces together: no leading article, a capital first, no longer than LONGEST, never cut inside a word."""
    extras = list(parts.extras)
    while extras and len(replace(parts, extras=tuple(extras)).text) > LONGEST:
        extras.pop()
    line = undoubled(replace(parts, extras=tuple(extras)).text, token)
    opener, _, rest = line.partition(" ")
    if (opener.lower().rstrip(",") in words("connectives.txt") or opener.lower() in words("openers_with_comma.txt")) and " " in rest:
        line = rest
    line = line.removeprefix("In addition, ").removeprefix("In fact, ")
    for article in LEADING:
        if line.lower().startswith(article):
            line = line[len(article) :]
    if line.lower().startswith("that ") and any(word.lower_ == "that" and word.dep_ == "mark" for word in token.sent):
        line = line[5:]
    line = shortened(_LEFT_BY_A_TIME.sub("", line).removesuffix(" since").removesuffix(" local time"), token)
    first = line.split(" ", 1)[0]
    own_case = first[:1].islower() and "-" not in first and any(letter.isupper() for letter in first[1:])  # "iPhone", "eBay"
    return line if own_case else line[:1].upper() + line[1:]


def _parts(token: Token, people: Participants, status: Status, wording: Wording, depth: int) -> Parts:
    before_noun = token.lower_ in event_adjectives() and (token.dep_ == "amod" or token.lower_ == "missing")
    if before_noun or not (is_verb(token) or token.pos_ in {"NOUN", "PROPN"}):
        parts = _adjective_line(token, people.arguments, wording, depth)
    elif is_verb(token):
        parts = _verb_parts(token, people, status, wording, depth)
    else:
        parts = _noun_line(token, people, status, wording, depth)
    turned = parts.turned and not is_of_an_unnamed(token, wording)
    wrong = weight(parts.text, token) + (0 if parts.whole else WEIGHT["subjectless"]) + (WEIGHT["turned"] if turned else 0)
    if parts.turned and any(child.lower_.endswith(("self", "selves")) for child in token.children):
        wrong += WEIGHT["subjectless"]  # "taught herself mathematics": herself can be no passive's subject
    if parts.text and not wrong:
        return parts
    wider = extract(token, wording, depth)
    worse = weight(wider.text, token) + (0 if holds(wider.text, token) else WEIGHT["astray"])
    if wider.text and (not parts.text or worse < wrong or (worse == wrong and _fuller(wider, parts))):
        return wider
    return parts if parts.text else Parts(token.sent.text.strip())


def _fuller(wider: Parts, parts: Parts) -> bool:
    return len(wider.text.split()) > len(parts.text.split())


def _verb_parts(verb: Token, people: Participants, status: Status, wording: Wording, depth: int) -> Parts:
    """Return the line of the verb; where what it hangs on says how the event stands, that of the clause which does."""
    above = _above(verb)
    if above is not None and any(word.lower_ == "yet" for word in verb.doc[above.i : verb.i]):
        return extract(verb, wording, depth)  # "has yet to be passed"
    if verb.tag_ == "VBG" and verb.head.pos_ == "ADJ" and marks(verb) & {"of", "from"}:
        return extract(verb, wording, depth)  # "incapable of detecting the hormone"
    if verb.tag_ == "VB" and to_infinitive(verb) and kid(verb, "cop") is not None and status in {"denied", "happened", "ongoing"}:
        return extract(verb, wording, depth, verb.head if status == "denied" else None)  # "denied that her knee was to blame"
    if verb.tag_ == "VBG" and above is not None and verb.dep_ == "xcomp" and lemma_of(above) in words("stopping_verbs.txt"):
        return verb_line(above, arguments_of(above), _status_of(above), wording, depth)  # "stopped offering the device"
    if verb.dep_ == "advcl" and (result := _result_line(verb, status, wording)) is not None:
        return result
    if status == "hypothetical" and not says_how(verb):
        return _told_above(verb, above, wording, depth)
    if status != "denied" or negated(verb):
        return verb_line(verb, people.arguments, status, wording, depth)
    denial = _denial_above(verb)
    if denial is not None:
        return extract(verb, wording, depth, denial)  # a party denies it: that it did not happen is not the article's word
    if verb.dep_ == "acl":
        return extract(verb, wording, depth, verb.head)  # "denied a rumour that the wall had cracked", not "the wall does not crack"
    if above is not None and above.pos_ == "VERB" and verb.dep_ == "xcomp" and governors("infinitive").get(lemma_of(above)) != "denied":
        return _told_above(verb, above, wording, depth)  # "was meant to last", "would not let her sail"; not "refused to leave"
    return verb_line(verb, people.arguments, status, wording, depth)


def _result_line(verb: Token, status: Status, wording: Wording) -> Parts | None:
    """Return the main clause with what it brought about: "Ukraine reports its first deaths, prompting the government to close schools".

    Where both are too long, what was brought about by itself, in the passive: the main clause's subject did not do it.
    """
    above, told = verb.head, kid(verb, "obj", "iobj")
    brought = verb.tag_ == "VBG" and verb.lemma_ in words("result_participles.txt") and verb.i > above.i and verb.nbor(-1).text == ","
    if not brought or above.pos_ != "VERB" or kid(verb, *SUBJECTS, "mark", "case") is not None:
        return None
    for depth in DEPTHS:
        main = verb_line(above, arguments_of(above), _status_of(above), wording, depth)
        result = replace(wording, bound=ANYBODY).clause(verb, depth)
        whole = main.whole and not main.turned and not weight(main.core, above) and len(result.split()) > 1
        if whole and len(main.core) + len(result) + 2 <= LONGEST:
            return Parts(f"{main.core}, {result}")
    if (
        told is None
        or told.dep_ != "obj"
        or told.i in wording.skip
        or kid(told, "acl", "acl:relcl") is not None
        or kid(verb, "ccomp", "xcomp") is not None
    ):
        return None
    return replace(without_subject(verb, told, status, wording, DEPTHS[1]), turned=False)


def _told_above(verb: Token, above: Token | None, wording: Wording, depth: int) -> Parts:
    """Return the line of the verb that the event's clause hangs on, if that line holds the event; else the clause as it stands."""
    if above is not None and above.pos_ == "VERB":
        said = verb_line(above, arguments_of(above), _status_of(above), wording, depth)
        if said.whole and len(said.core) <= LONGEST and holds(said.core, verb) and not weight(said.text, above):
            return said
    return extract(verb, wording, depth, above)


def _denial_above(verb: Token) -> Token | None:
    """Return the verb that denies the clause the event stands in: "denied | that it planned to move"."""
    for token in (verb, *verb.ancestors):
        if token.dep_ not in {"ccomp", "xcomp", "conj"}:
            return None
        if token.dep_ == "ccomp":
            return token.head if governors("clause").get(lemma_of(token.head)) == "denied" else None
    return None


def _above(verb: Token) -> Token | None:
    """Return the word that a clause hangs on and that says how it stands: "advised | to put off travel", "concerned | it will change"."""
    verb = first_conjunct(verb)
    if verb.dep_ not in {"xcomp", "ccomp", "advcl", "acl", "csubj"} or (verb.head.i > verb.i and verb.dep_ != "csubj"):
        return None
    above = verb.head
    if above.lemma_ == "go" and above.tag_ == "VBG":
        return None  # "going to" is no verb of its own
    return above.head if above.pos_ in {"NOUN", "PROPN"} and above.dep_ == "obj" else above


def _noun_line(noun: Token, people: Participants, status: Status, wording: Wording, depth: int) -> Parts:
    """Return a noun's own phrase where it names its parties, else the line of the clause it stands in."""
    own = replace(wording, bound=())
    subject = kid(noun, *SUBJECTS)
    text = own.phrase(noun, depth)
    empty = subject is not None and (subject.lower_ == "it" or (subject.lower_ in _EMPTY and not own.phrase(subject, depth)))
    if empty and is_predicate(noun) and len(bare(text).split()) >= ENOUGH:
        return Parts(text)  # "It was the worst accident in the channel"
    if subject is not None:
        return extract(noun, own, depth)
    verb = clause_of(noun)
    if verb.i in wording.told and noun.dep_ == "obj" and (apart := told_apart(noun, verb, text, own, depth)):
        return Parts(apart)  # "announced the closure of its embassy": two rows, two lines
    if status == "denied" and is_verb(verb) and noun.dep_ in SUBJECTS and not any(c.lower_ == "no" for c in kids(noun, "det")):
        said = verb_line(verb, arguments_of(verb), _status_of(verb), wording, depth)
        if said.whole and holds(said.text, noun) and not weight(said.text, noun):
            return said
        return extract(noun, own, depth)
    if is_verb(verb) and _hangs_on(noun, verb):
        undone = status == "denied" and governors("object").get(lemma_of(verb)) == "denied"
        if undone or noun.dep_ in {"obj", *SUBJECTS} or not _tells(text, people):
            line = verb_line(verb, arguments_of(verb), "happened" if undone else _status_of(verb), wording, depth)
            if line.whole and holds(line.text, noun):
                return line
    if not _tells(text, people):
        wider = extract(noun, own, depth)
        if holds(wider.text, noun):
            return wider
    if is_predicate(noun):
        return Parts(text, whole=_tells(text, people))
    before = prefix(noun, status, text, people)
    return Parts(f"{before} {bare(text)}".strip() if before else text, whole=_tells(text, people))


def _hangs_on(noun: Token, verb: Token) -> bool:
    """Whether the noun is the verb's own subject, object or oblique phrase."""
    return noun.head.i == verb.i and (noun.dep_ in {"obj", *SUBJECTS} or (noun.dep_ == "obl" and preposition(noun) != ""))


def _status_of(verb: Token) -> Status:
    standing = standing_of(verb)
    if standing == "obligation" and any(aux.lower_ in {"must", "shall"} for aux in auxiliaries(verb)):
        return "deadline"  # "must file a report"
    return standing if standing in get_args(Status) else "hypothetical"  # type: ignore[return-value]


def _tells(text: str, people: Participants) -> bool:
    """Whether a noun phrase by itself says who or what: it names somebody and is no mere pair of words."""
    lower = text.lower()
    return len(text.split()) > ENOUGH and any(name.lower() in lower for name in (*people.actors, *people.names))


def _adjective_line(token: Token, found: Arguments, wording: Wording, depth: int) -> Parts:
    above = token.head
    if token.dep_ == "xcomp" and above.pos_ == "VERB" and kid(above, "obj", "iobj") is None and kid(token, "nummod", "nsubj") is not None:
        return verb_line(above, arguments_of(above), _status_of(above), wording, depth)  # "leaves five dead"
    feared = above.pos_ == "VERB" and {governors("clause").get(lemma_of(above)), governors("infinitive").get(lemma_of(above))}
    if feared and feared & {"expected", "hypothetical"}:
        return extract(token, wording, depth, above)  # "feared dead"
    holders = [text for patient in found.patients if (text := wording.phrase(patient, depth, alone=True))]
    if not holders:
        holders = [text for child in kids(token, *SUBJECTS) if (text := wording.phrase(child, depth))]
    rest = [text for child in kids(token, "obl") if child.i > token.i and (text := wording.with_preposition(child, depth))]
    return Parts(f"{listed(holders[:3])} {token.text.lower()}".strip(), tuple(rest), bool(holders))

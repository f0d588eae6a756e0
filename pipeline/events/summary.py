"""The one readable line of an event: who does what to whom, in the historical present, at most 110 characters.

Events to come read "X to do Y", expected ones "X expected to do Y", possible ones "X may do Y", deadlines "X must do Y".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.arguments import Arguments, arguments_of, carrier
from pipeline.events.grammar import CLAUSES, is_passive, is_predicate, is_verb, kid, kids, lemma_of, marks, preposition, to_infinitive
from pipeline.events.inflection import inflected
from pipeline.events.lexicon import governors
from pipeline.events.participants import Participants
from pipeline.events.phrases import NO_QUOTES, Writer, listed
from pipeline.events.trigger import Trigger
from pipeline.records import Status

if TYPE_CHECKING:
    from pipeline.actors import Actors

LONGEST = 110
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a line: `core` always stays, `extras` are dropped from the end until the line is short enough."""

    core: str
    extras: tuple[str, ...] = ()


def summary_of(doc: Doc, trigger: Trigger, people: Participants, actors: Actors, skip: frozenset[int]) -> str:
    """Return the event's line."""
    token = doc[trigger.head]
    writer = Writer(actors, skip, people.sources)
    if is_verb(token):
        parts = verb_line(token, people.arguments, trigger.status, replace(writer, without=token.i))
    elif token.pos_ in {"NOUN", "PROPN"}:
        parts = _noun_line(token, people, trigger.status, Writer(actors, skip))
    else:
        parts = _adjective_line(token, people.arguments, writer)
    return finished(parts)


def finished(parts: Parts) -> str:
    """Put the pieces together: capital first, no longer than LONGEST, never cut inside a word."""
    extras = list(parts.extras)
    line = " ".join([parts.core, *extras])
    while extras and len(line) > LONGEST:
        extras.pop()
        line = " ".join([parts.core, *extras])
    line = " ".join(line.split())
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
    return line[:1].upper() + line[1:]


def verb_line(verb: Token, found: Arguments, status: Status, writer: Writer) -> Parts:
    """Return the line of a verb: subject, verb in the form its status asks for, object, and what else fits."""
    passive = is_passive(verb)
    actives = [text for token in found.agents if (text := writer.phrase(token, 2, alone=len(found.agents) > 1))]
    objects = _object_texts(verb, found, passive, writer)
    particle = lemma_of(verb)
    extras = [*_complements(verb, writer), *_oblique_texts(verb, found, writer)]
    if passive or (not actives and objects):
        core = f"{' '.join(objects[:2])} {_passive_form(particle, verb, status)}"
        if passive and actives:
            extras.insert(0, f"by {listed(actives[:3])}")
        return Parts(core.strip(), tuple(extras))
    if not actives:
        return Parts(f"{_gerund_form(particle, status)} {' '.join(objects[:2])}".strip(), tuple(extras))
    plural = len(actives) > 1 or (bool(found.agents) and found.agents[0].tag_ in PLURAL_TAGS and not _one_name(found.agents[0], writer))
    core = f"{listed(actives[:3])} {_active_form(particle, status, plural)} {' '.join(objects[:2])}".strip()
    return Parts(core, tuple(extras))


def _object_texts(verb: Token, found: Arguments, passive: bool, writer: Writer) -> list[str]:
    """Return one text for each object; those that are coordinated are one ("gives the town a grant", "arrests A and B")."""
    groups: list[list[Token]] = []
    for token in found.patients:
        if token.i in writer.skip:
            continue
        if (token.dep_ == "conj" and groups and not passive) or (groups and token.head.i == groups[-1][-1].i):
            groups[-1].append(token)
        else:
            groups.append([token])
    texts = [listed([text for token in group[:3] if (text := _member(token, group, writer))]) for group in groups]
    return [text for text in texts if text]


def _member(token: Token, group: list[Token], writer: Writer) -> str:
    return writer.phrase(token, 3, alone=len(group) > 1)


def _one_name(token: Token, writer: Writer) -> bool:
    mention = writer.actors.of(token.i)
    return mention is not None and mention.kind in {"state", "organisation", "person"} and mention.how not in {"demonym", "group"}


def _active_form(lemma: str, status: Status, plural: bool) -> str:
    if status == "planned":
        return f"to {lemma}"
    if status == "expected":
        return f"expected to {lemma}"
    if status == "deadline":
        return f"must {lemma}"
    if status == "hypothetical":
        return f"may {lemma}"
    if status == "denied":
        return f"{'do' if plural else 'does'} not {lemma}"
    return lemma if plural else inflected(lemma, "VBZ")


def _passive_form(lemma: str, verb: Token, status: Status) -> str:
    done = f"{verb.text.lower()} {lemma.partition(' ')[2]}".strip() if verb.tag_ == "VBN" else inflected(lemma, "VBN")
    before = {"planned": "to be ", "expected": "expected to be ", "deadline": "must be ", "hypothetical": "may be ", "denied": "not "}
    return before.get(status, "") + done


def _gerund_form(lemma: str, status: Status) -> str:
    doing = inflected(lemma, "VBG")
    before = {"planned": "planned ", "expected": "expected ", "deadline": "required ", "hypothetical": "possible ", "denied": "no "}
    return before.get(status, "") + doing


def _complements(verb: Token, writer: Writer) -> list[str]:
    """Return the infinitive or the reported clause of the verb, as text."""
    found = []
    for child in kids(verb, "xcomp", "ccomp"):
        if child.dep_ == "xcomp" and (child.pos_ == "VERB" or to_infinitive(child)):
            found.append(_clause_text(child, writer))
        elif child.dep_ == "xcomp":
            found.append(writer.phrase(child, 2))
        elif child.i > verb.i and not _in_quotes(child):
            found.append(_clause_text(child, writer))
    for child in kids(verb, "advcl", "xcomp", "obl"):
        opener = next(iter(marks(child) & {"of", "from", "for"}), "")
        if opener and child.tag_ == "VBG" and child.i > verb.i and child.dep_ == "advcl":
            found.insert(0, _clause_text(child, writer))
    return [text for text in found if text]


def _in_quotes(child: Token) -> bool:
    return child.left_edge.i > 0 and child.doc[child.left_edge.i].text in {"“", '"', "‘"}


def _clause_text(clause: Token, writer: Writer) -> str:
    """Return the clause's words as they stand, without asides and times; pronouns of others than the speaker are named."""
    words = []
    for token in clause.subtree:
        timed = token.i in writer.skip or (token.dep_ in {"case", "advmod"} and token.head.i in writer.skip)
        if not timed and not token.is_space and not _within_aside(token, clause):
            words.append(token)
    while words and (words[0].is_punct or (words[0].lower_ == "that" and words[0].dep_ == "mark")):
        words.pop(0)
    while words and (words[-1].is_punct or words[-1].dep_ in {"case", "cc", "mark"}):
        words.pop()
    text = "".join(
        word.text + (" " if word.whitespace_ or (n + 1 < len(words) and words[n + 1].i > word.i + 1) else "")
        for n, word in enumerate(words)
    )
    return text.translate(NO_QUOTES).strip()


def _within_aside(token: Token, top: Token) -> bool:
    while token.i != top.i:
        if token.dep_ in {"acl:relcl", "parataxis", "appos"} or (token.dep_ in {"advcl", "conj"} and token.pos_ == "VERB"):
            return True
        token = token.head
    return False


def _oblique_texts(verb: Token, found: Arguments, writer: Writer) -> list[str]:
    texts = []
    shown = {token.i for token in (*found.agents, *found.patients)}
    for child in kids(verb, "obl", "nmod"):
        word = preposition(child)
        if (
            not word
            or child.i in writer.skip
            or child.i in shown
            or child.i < verb.i
            or word in {"according to", "as", "by", "after", "before", "since", "until"}
        ):
            continue
        text = writer.phrase(child, 2)
        if text:
            texts.append(text if text.lower().startswith(word + " ") else f"{word} {text}")
    return texts


def _noun_line(noun: Token, people: Participants, status: Status, writer: Writer) -> Parts:
    subject = kid(noun, "nsubj")
    if subject is not None:
        told = " ".join(part for part in (writer.phrase(subject, 2), preposition(noun), writer.phrase(noun, 2)) if part)
        return Parts(told)
    verb = carrier(noun)
    text = writer.phrase(noun, 3)
    shown = _shown(text, people)
    thin = len(text.split()) < 2 or not shown
    if verb is not None and status == "denied" and governors("object").get(lemma_of(verb)) == "denied":
        return verb_line(verb, arguments_of(verb), "happened", writer)
    if verb is not None and (thin or noun.dep_ == "obj") and lemma_of(verb) not in {"be", "have"} and _tells(verb):
        line = verb_line(verb, arguments_of(verb), status, writer)
        if line.core and noun.lemma_.lower() in line.core.lower():
            return line
    if not is_predicate(noun):
        missing = [name for name in people.sources if name.lower() not in text.lower()]
        if missing and thin:
            return Parts(f"{missing[0]}: {text}")
    before = {"planned": "planned", "expected": "expected", "hypothetical": "possible", "denied": "no"}.get(status, "")
    if (thin and noun.dep_ not in {"obj", "nsubj", "nsubj:pass"}) or not text:
        return Parts(f"{before} {text}".strip(), _around(noun, writer))
    return Parts(f"{before} {text}".strip() if before and before not in text.lower() else text)


def _around(noun: Token, writer: Writer) -> tuple[str, ...]:
    """Return the clause around a bare noun in brackets: "Election (Lind named winner)"."""
    head = noun
    while head.head.i != head.i and not (head.pos_ == "VERB" and head.dep_ not in {"amod", "acl"}):
        head = head.head
    if head.pos_ != "VERB":
        return ()
    line = verb_line(head, arguments_of(head), "happened", writer).core
    return (f"({line})",) if line and len(line.split()) > 1 else ()


def _shown(text: str, people: Participants) -> bool:
    return any(name.lower() in text.lower() for name in (*people.actors, *people.names))


def _tells(verb: Token) -> bool:
    return verb.dep_ not in CLAUSES - {"conj", "ccomp", "parataxis", "advcl", "acl:relcl"} or kid(verb, "nsubj") is not None


def _adjective_line(token: Token, found: Arguments, writer: Writer) -> Parts:
    objects = [text for patient in found.patients if (text := writer.phrase(patient, 2))]
    return Parts(f"{listed(objects[:2])} {token.text.lower()}".strip())

"""Which state, body or group "it", "its", "they" and "both" take up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from pipeline.actors.candidates import Candidates
from pipeline.actors.pronoun_words import pronoun_sort
from pipeline.actors.reading import role_of
from pipeline.language.arcs import odd_subject, own_subject
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention

_BODIES = frozenset(("state", "organisation"))
_SUBJECTS = ("nsubj", "nsubj:pass")


def collective(token: Token, candidates: Candidates, kinds: frozenset[str]) -> ActorMention | None:
    """Return the subject of the nearest clause above, if it is a body or group; an unnamed subject of the same number blocks the search."""
    by_head = {c.mention.head: c.mention for c in reversed(candidates.near)}
    excluded: ActorMention | None = None
    if pronoun_sort(token.lower_) == "plural" and _tells_of_others(token, by_head):
        return None
    if token.lower_ == "them":
        if _counts_the_subject(token):
            return None
        kinds = frozenset(("group",))
    is_object = token.dep_ in ("obj", "iobj", "obl", "nmod") and token.tag_ != "PRP$"
    for subject in _subjects_above(token):
        found = by_head.get(subject.i)
        if is_object and excluded is None:
            excluded = found
            is_object = False
            if found is None and subject.pos_ == "NOUN":
                return _nearest_group(token, candidates, None)
            continue
        if found is not None and excluded is not None and found.actors == excluded.actors:
            continue
        together = _together(subject, by_head) if pronoun_sort(token.lower_) == "plural" else None
        if together is not None:
            return together
        if found is not None:
            return found if _fits(token, found, kinds) else None
        if subject.pos_ in ("NOUN", "PROPN") and _agrees(token, subject):
            return None
    if excluded is not None or (token.lower_ == "them" and token.dep_ in ("obj", "iobj")):
        return _nearest_group(token, candidates, excluded)
    return _previous_subject(token, candidates, kinds)


def _fits(token: Token, found: ActorMention, kinds: frozenset[str]) -> bool:
    """Whether the pronoun can take it up: an acting body, or for "it" a thing (no row counts it as an actor); not "Israeli settlers".

    "They" are then the settlers, for whom a line could only say "Israel".
    """
    if found.how == "people" or _is_rivalled(token, found):
        return False
    return (found.kind in kinds and found.role == "actor") or (found.kind == "thing" and pronoun_sort(token.lower_) == "singular")


def _together(subject: Token, by_head: Mapping[int, ActorMention]) -> ActorMention | None:
    """Return everybody named of a coordinated subject as one group: "Lind and Marsh left; they", "Lind and two aides left; they"."""
    tokens = [subject, *(child for child in subject.children if child.dep_ == "conj")]
    found = [by_head[token.i] for token in tokens if token.i in by_head and by_head[token.i].role == "actor"]
    if len(tokens) < 2 or not found or found[0] is not by_head.get(subject.i):
        return None
    return replace(found[0], actors=tuple(dict.fromkeys(name for m in found for name in m.actors)), kind="group")


def _tells_of_others(token: Token, by_head: Mapping[int, ActorMention]) -> bool:
    """Whether the pronoun takes up an unnamed plural: the one that its clause describes ("protesters on the square where they | sat"),
    or the object before its clause ("dismissed the 14 operators after they | refused")."""
    verb = token.head
    noun = verb.head
    if verb.dep_ == "advcl" and pronoun_sort(token.lower_) != "singular":
        objects = [child for child in noun.children if child.dep_ == "obj" and child.i < token.i]
        return any(child.tag_ in ("NNS", "NNPS") and child.i not in by_head for child in objects)
    return verb.dep_ == "acl:relcl" and noun.tag_ in ("NNS", "NNPS") and noun.i not in by_head


def dealt_with(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return whose act is the reason: "sanctions on Russia over its invasion" (Russia's); not "sued Vik over its shares"."""
    noun = token.head
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    if token.lower_ != "its" or token.dep_ != "nmod:poss" or not noun._.event or not cases & {"over", "for"}:
        return None
    verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    here = [c for c in candidates.near if c.sentences == 0 and c.mention.kind in _BODIES and c.mention.role == "actor"]
    dealt = (c for c in here if not c.is_subject and verb.is_ancestor(token.doc[c.mention.head]) and c.mention.head > verb.i)
    return next((c.mention for c in dealt if token.doc[c.mention.head].dep_ in ("obj", "iobj", "obl", "nmod")), None)


def _counts_the_subject(token: Token) -> bool:
    """Whether "them" takes up the unnamed subject that it counts out of: "25 people were hurt, eight of them by fire"."""
    counted = token.dep_ == "nmod" and token.head.pos_ in ("NUM", "DET", "PRON", "ADJ", "NOUN")
    return counted and any(child.lower_ in ("of", "among") for child in token.children if child.dep_ == "case")


def _is_rivalled(token: Token, found: ActorMention) -> bool:
    """Whether people told after a single body may be "they" as well: "Vik fined four traders; they have sued" (the traders)."""
    if found.kind not in _BODIES or token.lower_ not in ("they", "their"):
        return False
    between = token.doc[found.end : token.i]
    people = read_words("en/actors/sided_people.txt") | read_words("en/events/people_nouns.txt")
    others = (word for word in between if word.tag_ == "NNS" and word.dep_ in ("obj", "iobj", "obl", "nmod"))
    return any(role_of(word) is not None or word.lemma_.lower() in people for word in others)


def _agrees(token: Token, noun: Token) -> bool:
    return pronoun_sort(token.lower_) == "singular" or noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.children)


def _subjects_above(token: Token) -> Iterator[Token]:
    for verb in token.ancestors:
        controlled = verb.dep_ == "xcomp" and any(child.tag_ == "TO" for child in verb.children)
        for child in verb.head.children if controlled else ():
            if child.dep_ in ("obj", "iobj") and child.i < verb.i:
                yield child
        own = own_subject(verb) or odd_subject(verb)
        if own is not None and own.i < token.i:
            yield own
        for clause in verb.children:  # "X has made no decision, it said"
            told = own_subject(clause) if clause.dep_ == "ccomp" and clause.i < token.i else None
            if told is not None and own is not None and own.i == token.i:
                yield told


def _nearest_group(token: Token, candidates: Candidates, excluded: ActorMention | None) -> ActorMention | None:
    if pronoun_sort(token.lower_) == "singular":
        return None
    for candidate in candidates.near:
        if candidate.sentences > 1:
            return None
        if (
            candidate.mention.kind == "group"
            and candidate.mention.how != "people"
            and (excluded is None or candidate.mention.actors != excluded.actors)
        ):
            return candidate.mention
    return None


def previous_pair(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the two of a coordinated subject of the sentence before for "Both"."""
    if token.sent.start == 0:
        return None
    before = token.doc[token.sent.start - 1].sent.root
    subject = own_subject(before) or odd_subject(before)
    if subject is None or sum(child.dep_ == "conj" for child in subject.children) != 1:
        return None
    by_head = {c.mention.head: c.mention for c in reversed(candidates.near)}
    named = all(child.i in by_head for child in subject.children if child.dep_ == "conj")
    return _together(subject, by_head) if named else None


def _previous_subject(token: Token, candidates: Candidates, kinds: frozenset[str]) -> ActorMention | None:
    """Return the subject of the sentence before, if it is a fitting body and the pronoun is its sentence's first subject."""
    start = token.sent.start
    if start == 0 or (token.dep_ not in (*_SUBJECTS, "nmod:poss")):
        return None
    before = token.doc[start - 1].sent.root
    subject = own_subject(before) or odd_subject(before)
    if subject is None:
        return None
    if pronoun_sort(token.lower_) == "plural":
        together = _together(subject, {c.mention.head: c.mention for c in reversed(candidates.near)})
        if together is not None:
            return together
    fitting = next((c.mention for c in candidates.near if c.mention.head == subject.i), None)
    return fitting if fitting is not None and _fits(token, fitting, kinds) else None

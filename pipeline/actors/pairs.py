"""The two of a sort that "the two countries", "both sides" or "the two ministers" take up."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from pipeline.actors.candidates import SENTENCES_BACK, Candidate, Candidates
from pipeline.actors.identify import Kind
from pipeline.actors.reading import role_of
from pipeline.actors.taking_up import may_be_company, sorts, states_of, taken_up
from pipeline.actors.world import load_world
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention


def pair(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the last two of a sort for "the two X" and "both X", if the sentences before name exactly two."""
    role, sort = role_of(token), sorts().get(token.lemma_.lower(), "")
    if token.lower_ in read_words("en/actors/pair_nouns.txt"):
        wanted: Kind = "person"
    elif sort == "state" or token.lemma_ in read_words("en/actors/state_pairs.txt"):
        wanted = "state"
    elif sort in ("company", "organisation"):
        wanted = "organisation"
    elif role is not None and role.kind in ("official", "executive", "private"):
        wanted = "person"
    else:
        return None
    for reach in range(SENTENCES_BACK + 1):
        names: dict[str, None] = {}
        for candidate in candidates.near:
            near = candidate.sentences == reach if token.lemma_ == "side" else candidate.sentences <= reach
            if near and candidate.mention.role == "actor" and not _speaks_to(token, candidate) and not _is_compared(candidate, token.doc):
                own = states_of(candidate) if wanted == "state" else _own(candidate, wanted)
                own = own or (_own(candidate, "organisation") if token.lemma_ == "side" else ())  # Israel and Hezbollah
                names.update((name, None) for name in own if sort != "company" or may_be_company(name))
        if len(names) == 2:
            if token.lemma_ == "side" and not set(names) & set(load_world().states.values()):
                return None  # which two of the firms named bargain is not sure
            if wanted == "person":
                return taken_up(token, _with_states(list(reversed(names)), candidates), "group")
            return taken_up(token, reversed(names), wanted)
        if len(names) > 2:
            return None
    return None


def _is_compared(candidate: Candidate, doc: Doc) -> bool:
    """Whether the person is only named for comparison: "only the second leader to do so after Pakistan's Benazir Bhutto", "unlike Lind"."""
    root = doc[candidate.mention.head]
    while root.dep_ in ("flat", "appos", "conj"):
        root = root.head
    words = {child.lower_ for child in root.children if child.dep_ in ("case", "mark")}
    if words & read_words("en/actors/comparing.txt"):
        return True
    above = {token.lower_ for token in (root.head, *root.head.children, root.head.head, *root.head.head.children)}
    return "after" in words and bool(above & read_words("en/actors/firsts.txt"))


def _speaks_to(pair: Token, candidate: Candidate) -> bool:
    """Whether the candidate deals with the two and so is none of them: "UNIFIL urged both sides", "U.N. peacekeepers urged both sides"."""
    if candidate.sentences or pair.dep_ not in ("obj", "iobj", "obl"):
        return False
    named = pair.doc[candidate.mention.head]
    subjects = [child for child in pair.head.children if child.dep_ in ("nsubj", "nsubj:pass")]
    return candidate.is_subject or any(named == subject or subject.is_ancestor(named) for subject in subjects)


def _with_states(people: Sequence[str], candidates: Candidates) -> list[str]:
    """Return the people and then the states they act for ("the two ministers")."""
    known = (candidates.people.get(name) for name in people)
    return [*people, *(state for facts in known if facts is not None for state in facts.states)]


def _own(candidate: Candidate, kind: Kind) -> tuple[str, ...]:
    armed = kind == "organisation" and candidate.mention.how == "description"  # "the militants"
    return candidate.mention.actors[:1] if candidate.mention.kind == kind or armed else ()

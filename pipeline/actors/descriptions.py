"""Descriptions that take up an actor named before: "the company", "the minister", "the two countries", "those diplomats"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Token

from pipeline.actors.candidates import SENTENCES_BACK, Candidate, Candidates
from pipeline.actors.identify import Kind
from pipeline.actors.mentions import RoleName, mention
from pipeline.actors.reading import portfolio, role_of
from pipeline.actors.standing import cases
from pipeline.actors.things import thing_described
from pipeline.actors.world import load_world
from pipeline.language.arcs import own_subject
from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import cells
from pipeline.records import ActorMention

_PLURAL_TAGS = frozenset(("NNS", "NNPS"))
STEM = 6  # letters by which "delegates" and "delegation" are one family


@cache
def _nouns() -> dict[str, str]:
    return {row["noun"]: row["stands_for"] for row in read_table("en/actors/descriptions.csv", "noun", "stands_for")}


@cache
def _kin() -> dict[str, frozenset[str]]:
    rows = read_table("en/actors/description_kin.csv", "noun", "words")
    return {row["noun"]: frozenset(cells(row["words"])) for row in rows}


def is_spoken_for(token: Token) -> bool:
    """Whether the noun stands bare before somebody who speaks or acts for it ("a company spokesman", "union leaders")."""
    if token.dep_ != "compound" or _nouns().get(token.lemma_.lower()) not in ("company", "organisation"):
        return False
    role = role_of(token.head)
    return role is not None and role.kind in ("official", "executive")


def described(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the mention of a definite description with whom or what it takes up, or None where it is unsure or takes up nothing."""
    return _actor(token, candidates) or thing_described(token, candidates)


def _actor(token: Token, candidates: Candidates) -> ActorMention | None:
    mine = _land_of(token, candidates) or _own_body(token, candidates)
    if mine is not None:
        return mine
    marks = {child.lower_ for child in token.lefts if child.dep_ in ("det", "nummod", "det:predet")}
    if any(child.dep_ in ("appos", "flat") and child.pos_ == "PROPN" and child.i > token.i for child in token.children):
        return None  # "the retailer Rodabem" is named
    bare = is_spoken_for(token)
    if not bare and (not marks & read_words("en/actors/definites.txt") or _is_owned(token)):
        return None
    if marks & read_words("en/actors/number_pairs.txt") or token.lower_ in read_words("en/actors/pair_nouns.txt"):
        return _pair(token, candidates)
    sort = _nouns().get(token.lemma_.lower(), "")
    if token.tag_ in _PLURAL_TAGS:
        return _pair(token, candidates) if sort == "company" else None if sort else _people(token, candidates)
    if sort == "state":
        return _state(token, candidates)
    if sort in ("company", "organisation", "bloc"):
        return _body(token, candidates, sort)
    return _government(token, candidates) or _office_holder(token, candidates) or _by_its_last_word(token, candidates)


def _land_of(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the state of "his country", "their government" by whom the pronoun stands for."""
    owner = next((child for child in token.lefts if child.dep_ == "nmod:poss" and child.tag_ == "PRP$"), None)
    role = role_of(token)
    if owner is None or not (_nouns().get(token.lemma_.lower()) == "state" or (role is not None and role.kind == "organ")):
        return None
    holder = next((c for c in candidates.near if c.mention.head == owner.i), None)
    states = _states_of(holder) if holder is not None else ()
    return _make(token, states, "state" if token.tag_ not in _PLURAL_TAGS else "group") if states else None


def _own_body(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the one body before "their union" whose name makes it such a one."""
    owned = any(child.dep_ == "nmod:poss" and child.tag_ == "PRP$" for child in token.lefts)
    noun = token.lemma_.lower()
    if not owned or token.tag_ in _PLURAL_TAGS or noun not in _kin() or any(child.dep_ in ("amod", "compound") for child in token.lefts):
        return None
    bodies = [(c, c.mention.actors[0]) for c in candidates.near if c.mention.kind == "organisation" and c.mention.role != "thing"]
    kin = _of_kin(noun, bodies)
    return _make(token, (kin,), "organisation") if kin else None


def _is_owned(token: Token) -> bool:
    """Whether a phrase of its own says whose it is ("the ministry of finance", "the court in Lyon"), or it modifies another noun."""
    if token.dep_ == "compound":
        return True
    return any(
        child.dep_ in ("nmod", "nmod:poss", "acl:relcl") and child.lower_ != "that" and child.dep_ != "acl:relcl"
        for child in token.children
    )


def _make(token: Token, actors: Iterable[str], kind: Kind) -> ActorMention:
    where = any(case.lower_ in read_words("en/actors/place_prepositions.txt") for case in cases(token))
    role: RoleName = "place" if where and kind == "state" else "actor"
    start = min((child.i for child in token.lefts if child.dep_ in ("det", "amod", "nummod", "compound", "det:predet")), default=token.i)
    return mention(token.doc, (start, token.i + 1, token.i), tuple(actors), (kind, role, "description"))


def _states_of(candidate: Candidate) -> tuple[str, ...]:
    known = load_world().states
    return tuple(name for name in candidate.mention.actors if name in known.values())


def _pair(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the last two of a sort for "the two X" and "both X", if the sentences before name exactly two."""
    role, sort = role_of(token), _nouns().get(token.lemma_.lower(), "")
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
            if candidate.sentences <= reach and candidate.mention.role == "actor" and not _speaks_to(token, candidate):
                own = _states_of(candidate) if wanted == "state" else _own(candidate, wanted)
                own = own or (_own(candidate, "organisation") if token.lemma_ == "side" else ())  # Israel and Hezbollah
                names.update((name, None) for name in own if sort != "company" or _may_be_company(name))
        if len(names) == 2:
            if token.lemma_ == "side" and not set(names) & set(load_world().states.values()):
                return None  # which two of the firms named bargain is not sure
            if wanted == "person":
                return _make(token, _with_states(list(reversed(names)), candidates), "group")
            return _make(token, reversed(names), wanted)
        if len(names) > 2:
            return None
    return None


def _speaks_to(pair: Token, candidate: Candidate) -> bool:
    """Whether the candidate deals with the two and so is none of them: "UNIFIL urged both sides", "U.N. peacekeepers urged both sides"."""
    if candidate.sentences or pair.dep_ not in ("obj", "iobj", "obl"):
        return False
    subject = own_subject(pair.head)
    named = pair.doc[candidate.mention.head]
    return candidate.is_subject or (subject is not None and (named == subject or subject.is_ancestor(named)))


def _with_states(people: Sequence[str], candidates: Candidates) -> list[str]:
    """Return the people and then the states they act for ("the two ministers")."""
    known = (candidates.people.get(name) for name in people)
    return [*people, *(state for facts in known if facts is not None for state in facts.states)]


def _own(candidate: Candidate, kind: Kind) -> tuple[str, ...]:
    return candidate.mention.actors[:1] if candidate.mention.kind == kind else ()


def _choose(found: Sequence[tuple[Candidate, str]]) -> str:
    """Return the one name of the nearest sentence that has any, or its subject's, or "" where several compete."""
    for distance in range(SENTENCES_BACK + 1):
        here = [(candidate, name) for candidate, name in found if candidate.sentences == distance]
        names = {name for _candidate, name in here}
        subjects = {name for candidate, name in here if candidate.is_subject}
        if len(names) == 1:
            return names.pop()
        if names:
            return subjects.pop() if len(subjects) == 1 else ""
    return ""


def _state(token: Token, candidates: Candidates) -> ActorMention | None:
    bloc = next((load_world().blocs[child.text] for child in token.lefts if child.text in load_world().blocs), None)
    found = [
        (candidate, name)
        for candidate in candidates.near
        for name in _states_of(candidate)
        if (bloc is None or name in bloc) and candidate.mention.end <= token.i
    ]
    chosen = _choose(found)
    return _make(token, (chosen,), "state") if chosen else None


def _government(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the state of "the government": whose government the article named last, else the one state that it names before."""
    if token.lemma_.lower() not in read_words("en/actors/governments.txt"):
        return None
    states = [(c, names) for c in candidates.near if (names := _states_of(c))]
    same = next((names for c, names in states if token.doc[c.mention.head].lemma_.lower() == token.lemma_.lower()), ())
    only = {name for _c, names in states for name in names}
    found = same or (tuple(only) if len(only) == 1 else () if only else tuple(candidates.lands))
    return _make(token, found, "state") if len(found) == 1 else None


def _body(token: Token, candidates: Candidates, sort: str) -> ActorMention | None:
    noun = token.lemma_.lower()
    bodies = [(c, c.mention.actors[0]) for c in candidates.near if c.mention.kind == "organisation" and c.mention.role != "thing"]
    barred = {name for c, name in bodies if _bars(token.doc[c.mention.head], token)}
    bodies = [(c, name) for c, name in bodies if name not in barred]
    same_noun = [name for _c, name in bodies if _says(_c, noun)]
    if same_noun:
        return _make(token, same_noun[:1], "organisation")
    kin = _of_kin(noun, bodies)
    if kin or sort == "organisation":
        return _make(token, (kin,), "organisation") if kin else None
    if sort == "bloc":
        chosen = _choose([(c, name) for c, name in bodies if _kind(name) == "international"])
    else:
        companies = [(c, name) for c, name in bodies if _may_be_company(name)]
        several = len({name for _c, name in companies}) > 1
        is_qualified = any(
            child.dep_ in ("amod", "compound") and child.lower_ != "based" for child in token.lefts
        )  # "the Leeds-based firm"
        chosen = companies[0][1] if companies and not several else "" if is_qualified else _choose(companies)
    return _make(token, (chosen,), "organisation") if chosen else None


def _by_its_last_word(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the one body before "the forum" whose name ends in the word (Nubian Rights Forum); not for "the new forum"."""
    if any(child.dep_ in ("amod", "compound", "nummod") for child in token.lefts):
        return None
    word = token.lemma_.lower()
    named = (c.mention for c in candidates.near if c.mention.kind == "organisation" and c.mention.role != "thing")
    found = {m.actors[0] for m in named if m.how in ("name", "alias") and len(m.actors[0].split()) > 1}
    fitting = [name for name in found if name.split()[-1].lower() == word]
    return _make(token, fitting, "organisation") if len(fitting) == 1 else None


def _bars(subject: Token, noun: Token) -> bool:
    """Whether the noun cannot mean the subject of its own clause: "Microsoft, which owns half of the company", "Ford sued the company"."""
    clause = next((token for token in noun.ancestors if token.pos_ == "VERB"), None)
    if clause is None or subject.sent.start != noun.sent.start or noun.dep_ in ("nsubj", "nsubj:pass"):
        return False
    own = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubj:pass")), None)
    if own is not None and own.tag_ in ("WDT", "WP") and clause.dep_ == "acl:relcl":
        return bool(clause.head == subject)
    return own is not None and own == subject


def _of_kin(noun: str, bodies: Sequence[tuple[Candidate, str]]) -> str:
    """Return the one body before the word whose own name makes it such a one ("the union": Federation of Adriatic Dockers), or ""."""
    words = _kin().get(noun, frozenset())
    fitting = {name for _candidate, name in bodies if not words.isdisjoint(name.split())}
    return fitting.pop() if len(fitting) == 1 else ""


def _says(candidate: Candidate, noun: str) -> bool:
    """Whether the body's own name holds the noun ("the commission": European Commission)."""
    found = candidate.mention
    spoken = found.text if found.how == "metonym" else f"{found.text} {found.actors[0]}"
    return noun in spoken.lower().split()


def _may_be_company(name: str) -> bool:
    return _kind(name) not in read_words("en/actors/not_company_kinds.txt") and not any(
        word.capitalize() in read_words("en/actors/not_companies.txt") for word in name.split()
    )


def _kind(name: str) -> str:
    body = load_world().body(name)
    return body.kind if body is not None else ""


def _office_holder(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the person whom the article gave this very office ("the minister")."""
    noun = token.lemma_.lower()
    found = []
    for candidate in candidates.near:
        facts = candidates.people.get(candidate.mention.actors[0]) if candidate.mention.kind == "person" else None
        if facts is not None and noun in facts.roles and _same_portfolio(token, facts.roles):
            found.append((candidate, candidate.mention))
    names = {m.actors[0] for _c, m in found}
    if not names:
        return None
    chosen = names.pop() if len(names) == 1 else _choose([(c, m.actors[0]) for c, m in found])
    person = next((m for _c, m in found if m.actors[0] == chosen), None)
    return _make(token, person.actors, "person") if person is not None else None


def _same_portfolio(token: Token, roles: frozenset[str]) -> bool:
    """Whether the words before the office do not tell another one ("the interior minister" is no prime minister)."""
    noun = token.lemma_.lower()
    told = {role for role in roles if role.endswith(" " + noun)}
    mine = portfolio(token)
    return mine == noun or not told or mine in told


def _people(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return whom "the delegates" or "those diplomats" act for: the last group of that family, else of officials."""
    role = role_of(token)
    if role is None or role.kind not in ("official", "organ"):
        return None
    groups = [
        c
        for c in candidates.near
        if c.mention.kind in ("group", "state", "organisation") and c.mention.how in ("office", "demonym", "description")
    ]
    stem = token.lower_[:STEM]
    family = [c for c in groups if token.doc[c.mention.head].lower_.startswith(stem)]
    chosen = family[:1] or [c for c in groups if c.mention.kind == "group" and c.sentences <= 2][:1]
    return _make(token, chosen[0].mention.actors, "group") if chosen else None

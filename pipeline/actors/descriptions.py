"""Descriptions that take up an actor named before: "the company", "the minister", "the two countries", "those diplomats"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.actors.candidates import SENTENCES_BACK, Candidate, Candidates
from pipeline.actors.pairs import pair
from pipeline.actors.reading import portfolio, role_of
from pipeline.actors.taking_up import kind_of, may_be_company, sorts, states_of, taken_up
from pipeline.actors.things import thing_described
from pipeline.actors.world import load_world
from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import cells
from pipeline.records import ActorMention

_PLURAL_TAGS = frozenset(("NNS", "NNPS"))
STEM = 6  # letters by which "delegates" and "delegation" are one family


@cache
def _kin() -> dict[str, frozenset[str]]:
    rows = read_table("en/actors/description_kin.csv", "noun", "words")
    return {row["noun"]: frozenset(cells(row["words"])) for row in rows}


def is_spoken_for(token: Token) -> bool:
    """Whether the noun stands bare before somebody who speaks or acts for it ("a company spokesman", "union leaders")."""
    if token.dep_ != "compound" or sorts().get(token.lemma_.lower()) not in ("company", "organisation"):
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
        return pair(token, candidates)
    sort = sorts().get(token.lemma_.lower(), "")
    if token.tag_ in _PLURAL_TAGS:
        return pair(token, candidates) if sort == "company" else None if sort else _people(token, candidates)
    if sort == "state":
        return _state(token, candidates)
    if sort in ("company", "organisation", "bloc"):
        return _body(token, candidates, sort)
    return _government(token, candidates) or _office_holder(token, candidates) or _by_its_last_word(token, candidates)


def _land_of(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the state of "his country", "their government" by whom the pronoun stands for."""
    owner = next((child for child in token.lefts if child.dep_ == "nmod:poss" and child.tag_ == "PRP$"), None)
    role = role_of(token)
    if owner is None or not (sorts().get(token.lemma_.lower()) == "state" or (role is not None and role.kind == "organ")):
        return None
    holder = next((c for c in candidates.near if c.mention.head == owner.i), None)
    states = states_of(holder) if holder is not None else ()
    return taken_up(token, states, "state" if token.tag_ not in _PLURAL_TAGS else "group") if states else None


def _own_body(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the one body before "their union" whose name makes it such a one."""
    owned = any(child.dep_ == "nmod:poss" and child.tag_ == "PRP$" for child in token.lefts)
    noun = token.lemma_.lower()
    if not owned or token.tag_ in _PLURAL_TAGS or noun not in _kin() or any(child.dep_ in ("amod", "compound") for child in token.lefts):
        return None
    bodies = [(c, c.mention.actors[0]) for c in candidates.near if c.mention.kind == "organisation" and c.mention.role != "thing"]
    kin = _of_kin(noun, bodies)
    return taken_up(token, (kin,), "organisation") if kin else None


def _is_owned(token: Token) -> bool:
    """Whether a phrase of its own says whose it is ("the ministry of finance", "the court in Lyon"), or it modifies another noun."""
    pointed_at = any(child.dep_ == "det" and child.lower_ in ("this", "that", "these", "those") for child in token.lefts)
    if token.dep_ == "compound" or (not pointed_at and any(_tells_which(child) for child in token.rights)):
        return True  # "those diplomats that were asked to leave" are the ones told of before
    return any(
        child.dep_ in ("nmod", "nmod:poss", "acl:relcl") and child.lower_ != "that" and child.dep_ != "acl:relcl"
        for child in token.children
    )


def _tells_which(clause: Token) -> bool:
    """Whether a clause with "that" tells which one is meant ("the bank that lent him the money"); "the bank, which lent" does not."""
    first = clause.left_edge
    return bool(clause.dep_ == "acl:relcl" and first.lower_ == "that" and first.i == clause.head.i + 1)


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
        for name in states_of(candidate)
        if (bloc is None or name in bloc) and candidate.mention.end <= token.i and not _of_a_former(token.doc[candidate.mention.head])
    ]
    chosen = _choose(found)
    return taken_up(token, (chosen,), "state") if chosen else None


def _of_a_former(word: Token) -> bool:
    """Whether the nationality is only that of one who held its office ("former Nigerian President NAME")."""
    before = word.doc[word.i - 1].lower_ if word.i else ""
    return word.dep_ in ("amod", "compound") and before in read_words("en/actors/ended.txt")


def _government(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the state of "the government": whose government the article named last, else the one state that it names before."""
    if token.lemma_.lower() not in read_words("en/actors/governments.txt"):
        return None
    states = [(c, names) for c in candidates.near if (names := states_of(c))]
    same = next((names for c, names in states if token.doc[c.mention.head].lemma_.lower() == token.lemma_.lower()), ())
    only = {name for _c, names in states for name in names}
    found = same or (tuple(only) if len(only) == 1 else () if only else tuple(candidates.lands))
    return taken_up(token, found, "state") if len(found) == 1 else None


def _body(token: Token, candidates: Candidates, sort: str) -> ActorMention | None:
    noun = token.lemma_.lower()
    bodies = [(c, c.mention.actors[0]) for c in candidates.near if c.mention.kind == "organisation" and c.mention.role != "thing"]
    barred = {name for c, name in bodies if _bars(token.doc[c.mention.head], token)}
    bodies = [(c, name) for c, name in bodies if name not in barred]
    plain = not any(child.dep_ in ("amod", "compound", "nummod") for child in token.lefts)  # not "the Vik chain"
    spoken = [(c, n) for c, n in bodies if _says(c, noun)]
    same_noun = [(c, n) for c, n in spoken if c.mention.how != "description" or (plain and len(c.mention.text.split()) == 2)]
    if not plain:
        same_noun = [(c, n) for c, n in bodies if c.mention.how in ("name", "alias") and _is_told_so(token, c.mention)] or same_noun
    else:
        same_noun += [(c, n) for c, n in bodies if kind_of(n).split(" ")[-1] == noun or _is_called(token.doc, c.mention, noun)]
    if same_noun:
        chosen = _choose([(c, name) for c, name in same_noun if c.sentences <= SENTENCES_BACK])
        return taken_up(token, (chosen or same_noun[0][1],), "organisation")
    kin = _of_kin(noun, bodies)
    if kin or sort == "organisation":
        return taken_up(token, (kin,), "organisation") if kin else None
    if sort == "bloc":
        chosen = _choose([(c, name) for c, name in bodies if kind_of(name) == "international"])
    else:
        companies = [(c, name) for c, name in bodies if may_be_company(name)]
        several = len({name for _c, name in companies}) > 1
        is_qualified = any(
            child.dep_ in ("amod", "compound") and child.lower_ != "based" for child in token.lefts
        )  # "the Leeds-based firm"
        chosen = companies[0][1] if companies and not several else "" if is_qualified else _choose(companies)
    return taken_up(token, (chosen,), "organisation") if chosen else None


def _by_its_last_word(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the one body before "the forum" whose name ends in the word (Nubian Rights Forum); not for "the new forum"."""
    if any(child.dep_ in ("amod", "compound", "nummod") for child in token.lefts):
        return None
    word = token.lemma_.lower()
    named = (c.mention for c in candidates.near if c.mention.kind == "organisation" and c.mention.role != "thing")
    found = {m.actors[0] for m in named if m.how in ("name", "alias") and len(m.actors[0].split()) > 1}
    fitting = [name for name in found if name.split()[-1].lower() == word]
    return taken_up(token, fitting, "organisation") if len(fitting) == 1 else None


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


def _is_told_so(noun: Token, found: ActorMention) -> bool:
    """Whether the noun and its words stood right before the name or behind it ("the truck maker Skandia", "Skandia, a truck maker")."""
    first = min((child.i for child in noun.lefts if child.dep_ in ("amod", "compound", "nummod")), default=noun.i)
    words = [token.lower_ for token in noun.doc[first : noun.i + 1]]
    before = [token.lower_ for token in noun.doc[max(0, found.start - len(words)) : found.start]]
    behind = [token.lower_ for token in noun.doc[found.end : found.end + len(words) + 2]]
    return before == words or (behind[:1] == [","] and behind[2:] == words)


def _is_called(doc: Doc, found: ActorMention, noun: str) -> bool:
    """Whether the article says right beside the name that it is such a one: "the EU border agency Frontex", "Frontex, the EU agency"."""
    root = doc[found.head]
    before = doc[found.start - 1] if found.start else root
    beside = [*(child for child in root.children if child.dep_ == "appos"), *([root.head] if root.dep_ == "appos" else [])]
    return any(word.lemma_.lower() == noun and word.pos_ == "NOUN" for word in (before, *beside))


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
    return taken_up(token, person.actors, "person") if person is not None else None


def _same_portfolio(token: Token, roles: frozenset[str]) -> bool:
    """Whether the words before the office do not tell another one ("the interior minister" is no prime minister)."""
    noun = token.lemma_.lower()
    told = {role for role in roles if role.endswith(" " + noun)}
    mine = portfolio(token)
    return mine == noun or not told or mine in told


def _people(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return whom "the delegates" or "those diplomats" act for: the last group of that family, else of officials."""
    role = role_of(token)
    if token.lemma_.lower() in read_words("en/actors/armed_people.txt"):
        bodies = [(c, c.mention.actors[0]) for c in candidates.near if c.mention.kind == "organisation"]
        armed = _choose([(c, name) for c, name in bodies if kind_of(name) == "armed group"])
        return taken_up(token, (armed,), "group") if armed else None
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
    return taken_up(token, chosen[0].mention.actors, "group") if chosen else None

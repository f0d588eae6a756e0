"""Phrases that stand for an actor: "Russian officials", "Russia's delegation", "members of its delegation", "British invasion"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipeline.actors.identify import Kind
from pipeline.actors.mentions import mention
from pipeline.actors.reading import Owner, Reading, Role, long_demonyms, owners_of, role_of
from pipeline.actors.state_bodies import adjective_of
from pipeline.actors.world import load_world
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention

_PLURAL_TAGS = frozenset(("NNS", "NNPS"))
MANY = 20  # from here on they are counted as a people, not one by one


def role_phrases(reading: Reading, taken: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Return the phrases whose head is a role noun with an owner; `taken` are the mentions found before (their heads are left alone)."""
    heads = {found.head for found in taken}
    inside = {i for found in taken if found.how != "office" for i in range(found.start, found.end)}
    out = []
    for token in reading.doc:
        sided = _is_sided(token)
        role = _role(token)
        if role is None or token.i in heads or token.i in inside or _is_modifier(token):
            continue
        owners = [owner for owner in owners_of(reading, token) if _acts_for(role.kind, owner) or (sided and owner.is_state)]
        owners = owners or _lands_behind(reading, token)
        if owners:
            out.append(_phrase(reading, token, owners, role.kind))
    return tuple(out)


def _role(token: Token) -> Role | None:
    """Return whom the noun stands for: an office or organ, the organ before it ("embassy staff"), else people of a land."""
    own = role_of(token)
    if own is not None and own.kind != "private":
        return own
    return _organ_before(token) or own or (Role("private", "") if _is_sided(token) or token.lemma_.lower() in _at_home() else None)


def _is_sided(noun: Token) -> bool:
    """Whether the noun in the plural tells of people who fight, protest or suffer as those of a land ("Israeli settlers").

    Not one of them ("a Syrian refugee won the race"), not who only travels or plays ("Russian tourists").
    """
    return noun.tag_ in _PLURAL_TAGS and noun.lemma_.lower() in read_words("en/actors/sided_people.txt")


def _at_home() -> frozenset[str]:
    return read_words("en/actors/people_at_home.txt")


def _lands_behind(reading: Reading, noun: Token) -> list[Owner]:
    """Return the land in which people are at home: "rebels in the Ivory Coast", "police in Kenya"; not "soldiers in Iraq"."""
    if noun.lemma_.lower() not in _at_home() or (noun.tag_ not in _PLURAL_TAGS and noun.lower_ != "police"):
        return []
    lands = [child for child in noun.rights if child.dep_ == "nmod" and any(c.lower_ == "in" for c in child.children if c.dep_ == "case")]
    found = [reading.owners[child.i] for land in lands for child in (land, *land.rights) if child.i in reading.owners]
    return list(dict.fromkeys(owner for owner in found if owner.is_state))


def _organ_before(token: Token) -> Role | None:
    """Return the organ whose means do it: "Israeli army bulldozers demolished"; not "wore Israeli army boots", where nobody acts."""
    staff = token.lemma_.lower() in read_words("en/actors/generic_people.txt") and token.dep_ in ("obj", "iobj", "nsubj:pass")
    acts = staff or token.dep_ == "nsubj" or (token.dep_ in ("obl", "obl:agent") and any(child.lower_ == "by" for child in token.children))
    named = any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in token.rights)  # "a former navy diver, Saman Kunan,"
    organs = (role_of(child) for child in token.lefts if child.dep_ == "compound") if acts and token.pos_ == "NOUN" and not named else ()
    return next((role for role in organs if role is not None and role.kind == "organ"), None)


def _is_modifier(token: Token) -> bool:
    return token.dep_ in ("compound", "amod") and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")


def _acts_for(kind: str, owner: Owner) -> bool:
    if kind in ("official", "organ"):
        return True
    if kind == "executive":
        return not owner.is_state
    return kind in ("body", "means") and owner.is_state


def _phrase(reading: Reading, noun: Token, owners: Sequence[Owner], role_kind: str) -> ActorMention:
    start = _phrase_start(reading, noun, owners)
    names = tuple(owner.name for owner in owners)
    plural = noun.tag_ in _PLURAL_TAGS
    kind: Kind = (
        "group" if plural and role_kind in ("official", "executive", "private") else "state" if owners[0].is_state else "organisation"
    )
    if role_kind == "body":
        words = [
            child.text
            for child in noun.lefts
            if (child.i not in reading.owners and child.dep_ == "compound")
            or (child.dep_ == "amod" and child.lower_ in read_words("en/actors/body_adjectives.txt"))
        ]
        body_noun = noun.lower_ if noun.is_sent_start and noun.pos_ == "NOUN" else noun.text
        spelled = (" ".join([adjective_of(owner.name), *words, body_noun]) for owner in owners)
        names = tuple(body.name if (body := load_world().body(name)) is not None else name for name in spelled)
        kind = "organisation"
    if role_kind == "private":
        return mention(reading.doc, (start, noun.i + 1, noun.i), names, (kind, "actor", "people"))
    how = "demonym" if any(reading.doc[i].i not in reading.by_token and i in reading.owners for i in range(start, noun.i)) else "office"
    return mention(reading.doc, (start, noun.i + 1, noun.i), names, (kind, "actor", how))


def _phrase_start(reading: Reading, noun: Token, owners: Sequence[Owner]) -> int:
    start = int(noun.i)
    for child in noun.lefts:
        if child.dep_ in ("det", "amod", "compound", "nmod:poss", "nummod") and child.left_edge.i < start:
            start = min(start, child.left_edge.i)
            break
    while start > 0 and start - 1 in reading.owners and reading.owners[start - 1] in owners:
        start -= 1
    return start


def generic_phrases(reading: Reading, taken: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Return "12 individuals from Russia's delegation": people who belong to an organ of a state, which stands for it."""
    by_head = {found.head: found for found in taken}
    out = []
    for token in reading.doc:
        if token.lemma_.lower() not in read_words("en/actors/generic_people.txt") or token.i in by_head:
            continue
        for child in token.rights:
            inner = by_head.get(child.i)
            if child.dep_ != "nmod" or inner is None or inner.how not in ("office", "demonym") or inner.kind not in ("state", "group"):
                continue
            if {case.lower_ for case in child.children if case.dep_ == "case"} & {"of", "from"}:
                out.append(mention(reading.doc, (token.left_edge.i, inner.end, token.i), inner.actors, ("group", "actor", "description")))
    return tuple(out)


def demonym_mentions(reading: Reading) -> Iterator[ActorMention]:
    """Yield the demonyms that name a state as one who acts: before an event or an organ, or as its people.

    The nationality of a private person, a language or a dish says nothing of the state and yields nothing.
    """
    starts = {last: first for first, last, _state in long_demonyms(reading.doc)}
    for i, owner in sorted(reading.owners.items()):
        token = reading.doc[i]
        if i in reading.by_token:
            continue
        if token.text in _peoples() or (token.tag_ in _PLURAL_TAGS):
            if _acting_people(token):
                yield mention(reading.doc, (starts.get(i, i), i + 1, i), (owner.name,), ("group", "actor", "demonym"))
        elif _before_acting_noun(token):
            yield mention(reading.doc, (starts.get(i, i), i + 1, i), (owner.name,), ("state", "actor", "demonym"))


def _peoples() -> frozenset[str]:
    return frozenset(load_world().people)


def _acting_people(token: Token) -> bool:
    """Whether a people stands for its state: with "the", bare of number and description, and doing something."""
    children = {child.dep_ for child in token.children}
    lemma = token.head.lemma_.lower()
    if token.dep_ in ("obj", "nsubj:pass") and lemma in read_words("en/actors/done_to_peoples.txt"):
        return not _is_a_few(token)
    if token.dep_ == "nmod" and lemma in read_words("en/actors/dealings_with_peoples.txt"):
        return any(child.lower_ in ("to", "on", "against") for child in token.children if child.dep_ == "case")
    if token.dep_ == "nsubj" and lemma in read_words("en/actors/done_by_peoples.txt"):
        return True
    has_the = any(child.lower_ == "the" for child in token.children)
    subject = token.head if token.dep_ == "conj" else token
    if not has_the:
        acts = subject.head.lemma_.lower() in read_words("en/actors/government_verbs.txt") or _two_peoples(subject)
        return acts and subject.dep_ == "nsubj" and not children - {"cc", "conj", "punct"}
    return not children & {"nummod", "acl:relcl", "amod", "acl"} and token.dep_ in ("nsubj", "obl", "conj")


def _is_a_few(people: Token) -> bool:
    """Whether they are counted as single persons ("arrested two Britons"), not as a people ("arrested 100 Palestinians")."""
    count = next((child for child in people.children if child.dep_ == "nummod"), None)
    return count is not None and not (count.text.replace(",", "").isdigit() and int(count.text.replace(",", "")) >= MANY)


def _two_peoples(subject: Token) -> bool:
    """Whether two peoples do it together or fail to ("Palestinians and Israelis met")."""
    others = [child for child in subject.children if child.dep_ == "conj"]
    return bool(others) and all(load_world().demonym(other.text) for other in (subject, *others))


def _before_acting_noun(token: Token) -> bool:
    noun = token.head if token.dep_ in ("amod", "compound", "conj", "nmod") else None
    if noun is None and token.i + 1 < len(token.doc):
        noun = token.nbor()
    if noun is not None and token.dep_ == "conj" and noun.pos_ != "NOUN":
        noun = noun.head
    if noun is None or noun.i < token.i or (token.dep_ == "conj" and noun.pos_ not in ("NOUN", "PROPN")):
        return False
    role = role_of(noun)
    return role.kind in ("official", "organ", "means") if role is not None else bool(noun._.event)

"""Which offices the article gives a person ("Chile's ambassador to Rome, Ana Rojas"), and so for which state the person acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.actors.home import home_state, is_state_office, state_of_head
from pipeline.actors.identify import Known
from pipeline.actors.people import gender
from pipeline.actors.reading import Owner, Reading, owners_of, portfolio, role_of
from pipeline.language.data_files import read_table, read_words
from pipeline.language.name_cues import is_title, is_title_modifier, title_gender, title_kind
from pipeline.records import ActorMention

REACH = 9  # tokens that a title phrase before a name, or an apposition behind it, may take
_DASHES = frozenset((",", "-", "–", "—", "--", "("))
_LOOSE = frozenset(("appos", "conj", "nsubj", "nsubj:pass", "flat", "dep", "parataxis"))  # arcs a parser gives a name between commas
_ENDED = "en/actors/ended.txt"


@dataclass(frozen=True, slots=True)
class Description:
    """What one place of the article says of a person: the role noun (token index) and its owner; `ended` = "former" and the like."""

    person: str
    role: int
    owners: tuple[Owner, ...]
    ended: bool
    start: int


@dataclass(frozen=True, slots=True)
class Person:
    """What the article tells of a person: gender (f, m, ""), the states acted for, the body spoken for, and the role nouns used."""

    name: str
    gender: str
    states: tuple[str, ...]
    bodies: tuple[str, ...]
    roles: frozenset[str]


def describe_people(reading: Reading) -> tuple[Description, ...]:
    """Return the descriptions of all named people, in the order of the article."""
    found = []
    for known in reading.known:
        if known.kind == "person":
            found += [*_before(reading, known), *_behind(reading, known), *_by_parse(reading, known)]
    return tuple(found)


def _before(reading: Reading, known: Known) -> Iterator[Description]:
    """Read the title phrase that ends right before the name ("Russian Foreign Minister Sergei Lavrov", "President of Chile Ana Rojas")."""
    doc, i, role = reading.doc, known.name.start - 1, -1
    start, owners, ended = known.name.start, [], False
    while i >= 0 and known.name.start - i <= REACH:
        token = doc[i]
        noun = role_of(token)
        if noun is not None and (role < 0 or noun.kind == "official"):
            held = role_of(doc[role]) if role >= 0 else None
            role = i if held is None or held.kind != "official" else role
        elif i in reading.owners and (role >= 0 or is_title(doc[known.name.start - 1].text) or doc[max(0, i - 1)].lower_ == "of"):
            owners.append(reading.owners[i])
        elif token.lower_ in read_words(_ENDED):
            ended = True
        elif not _in_title(reading, token, role, owners):
            break
        start = start if token.pos_ in ("PUNCT", "SYM", "CCONJ", "ADP") else i
        i -= 1
    if role >= 0:
        owners += _owner_behind(reading, known)
        owners += _office_owner(" ".join(token.text for token in doc[start : known.name.start]))
        yield Description(known.canonical, role, tuple(dict.fromkeys(owners)), ended, start)


def _in_title(reading: Reading, token: Token, role: int, owners: list[Owner]) -> bool:
    if (
        is_title(token.text)
        or is_title_modifier(token.text)
        or (token.i in reading.by_token and reading.by_token[token.i].kind in ("state", "organisation"))
    ):
        return True
    if token.lower_ == "of" or (token.lower_ == "the" and token.i > 0 and reading.doc[token.i - 1].lower_ == "of"):
        return bool(owners) or role >= 0 or is_title_modifier(reading.doc[token.i + 1].text)
    return role >= 0 and (token.tag_ == "POS" or token.pos_ in ("NOUN", "ADJ") or token.text == "-" or _joins_portfolios(reading, token))


def _owner_behind(reading: Reading, known: Known) -> list[Owner]:
    """Return the state behind a name with its title before it ("President Ana Rojas of Chile")."""
    doc, i = reading.doc, known.name.end
    if i + 1 >= len(doc) or doc[i].lower_ != "of":
        return []
    i += 1 + (doc[i + 1].lower_ == "the")
    name = reading.by_token.get(i)
    return [Owner(name.canonical, True)] if name is not None and name.kind == "state" else []


def _joins_portfolios(reading: Reading, token: Token) -> bool:
    """Whether "and" joins two parts of one title ("Health and Care Minister"), not two people."""
    before = reading.doc[token.i - 1] if token.i else None
    return token.lower_ == "and" and before is not None and before.i not in reading.by_token and role_of(before) is None


def _office_owner(title: str) -> list[Owner]:
    """Return the state of an office that exists in one state only ("Secretary of State")."""
    for row in read_table("en/actors/offices.csv", "office", "state"):
        if row["state"] and row["office"] in title:
            return [Owner(row["state"], True)]
    return []


def _behind(reading: Reading, known: Known) -> Iterator[Description]:
    """Read the apposition behind the name, with or without its comma ("Anatoly Antonov - Russia's ambassador to Washington")."""
    doc, i = reading.doc, known.name.end
    if i < len(doc) and doc[i].text in _DASHES:
        i += 1
    elif not (i < len(doc) and doc[i].lower_ in ("the", "a", "an")):
        return
    start, ended = i, False
    while i < min(len(doc), start + REACH):
        token = doc[i]
        ended = ended or token.lower_ in read_words(_ENDED)
        noun = role_of(token)
        if noun is not None and not _noun_follows(doc[i + 1] if i + 1 < len(doc) else None):
            yield Description(known.canonical, i, owners_of(reading, token), ended, start)
            return
        inside = i in reading.by_token and reading.by_token[i].kind in ("state", "organisation", "place")
        if not (inside or token.pos_ in ("DET", "ADJ", "NOUN", "NUM", "PROPN") or token.tag_ in ("POS", "HYPH", "PRP$") or token.is_quote):
            return
        i += 1


def _noun_follows(token: Token | None) -> bool:
    return token is not None and token.pos_ in ("NOUN", "PROPN", "ADJ") and role_of(token) is not None


def _by_parse(reading: Reading, known: Known) -> Iterator[Description]:
    """Read the noun that the name is an apposition of ("Its director, Ana Rojas, said")."""
    root = reading.doc[known.head]
    between_commas = _noun_before_comma(reading, known)
    noun = between_commas or root.head
    if not (noun.i < known.name.start and role_of(noun) is not None and noun.i not in reading.by_token):
        return
    next_to = noun.i == known.name.start - 1
    if between_commas is not None or root.dep_ == "appos" or (next_to and root.dep_ in ("flat", "nmod:desc")):
        ended = any(child.lower_ in read_words(_ENDED) for child in noun.children)
        start = min((child.left_edge.i for child in noun.lefts if child.dep_ != "case"), default=noun.i)
        yield Description(known.canonical, noun.i, owners_of(reading, noun), ended, start)
        outer = noun.head
        if noun.dep_ == "appos" and role_of(outer) is not None and outer.i < noun.i and outer.i not in reading.by_token:
            start = min((child.left_edge.i for child in outer.lefts if child.dep_ != "case"), default=outer.i)
            yield Description(known.canonical, outer.i, owners_of(reading, outer), False, start)  # "a mediator, the judge NAME"


def _noun_before_comma(reading: Reading, known: Known) -> Token | None:
    """Return the role noun of "India's ambassador to Japan, NAME," where the parse hangs the name on a nearer word."""
    doc, start = reading.doc, known.name.start
    closed = known.name.end < len(doc) and doc[known.name.end].text in (",", ")", "–", "—", "-")
    in_list = any(child.dep_ == "cc" for child in doc[known.head].children) or doc[known.name.end + 1 : known.name.end + 2].text in (
        "and",
        "or",
    )
    if start < 2 or doc[start - 1].text != "," or not closed or in_list or doc[known.head].dep_ not in _LOOSE:
        return None
    for i in range(start - 2, max(start - REACH, -1), -1):
        role = role_of(doc[i])
        if role is not None and role.kind != "private" and i not in reading.by_token:
            return doc[i]
        if not (i in reading.by_token or doc[i].pos_ in ("ADP", "DET")):
            return None
    return None


def gather_people(reading: Reading, descriptions: tuple[Description, ...]) -> dict[str, Person]:
    """Return canonical name -> what the whole article tells of the person."""
    people: dict[str, Person] = {}
    home = home_state(reading)
    for known in reading.known:
        if known.kind != "person" or known.canonical in people:
            continue
        mine = [d for d in descriptions if d.person == known.canonical]
        holders = [d for d in mine if not d.ended and _acts(reading, d)]
        states = dict.fromkeys(owner.name for d in holders for owner in d.owners if owner.is_state)
        bodies = dict.fromkeys(owner.name for d in mine if not d.ended for owner in d.owners if not owner.is_state)
        if (
            not states
            and not bodies
            and not any(d.ended for d in mine)
            and any(is_state_office(reading.doc[d.role]) and not d.owners for d in mine)
        ):
            states = dict.fromkeys(state for state in (state_of_head(known.canonical) or home,) if state)
        nouns = [reading.doc[d.role] for d in mine]
        roles = frozenset(role for noun in nouns for role in (noun.lemma_.lower(), portfolio(noun)))
        people[known.canonical] = Person(known.canonical, _gender(reading, known.canonical, mine), tuple(states), tuple(bodies), roles)
    return people


def with_pronoun_owners(
    reading: Reading, people: dict[str, Person], descriptions: tuple[Description, ...], mentions: Sequence[ActorMention]
) -> dict[str, Person]:
    """Return the people with the states and bodies of "its envoy, NAME", now that it is known whom the pronoun means."""
    by_head = {found.head: found for found in mentions if found.how == "pronoun"}
    out = dict(people)
    for description in descriptions:
        noun = reading.doc[description.role]
        owner = next((by_head[child.i] for child in noun.lefts if child.tag_ == "PRP$" and child.i in by_head), None)
        person = out.get(description.person)
        if owner is None or person is None or description.ended or not _acts(reading, description):
            continue
        if owner.kind in ("state", "group"):
            out[person.name] = replace(person, states=tuple(dict.fromkeys((*person.states, *owner.actors))))
        elif owner.kind == "organisation":
            out[person.name] = replace(person, bodies=tuple(dict.fromkeys((*person.bodies, *owner.actors))))
    return out


def _acts(reading: Reading, description: Description) -> bool:
    role = role_of(reading.doc[description.role])
    return role is not None and role.kind in ("official", "organ", "executive")


def _gender(reading: Reading, person: str, descriptions: list[Description]) -> str:
    for description in descriptions:
        role = role_of(reading.doc[description.role])
        if role is not None and role.gender:
            return role.gender
    for known in reading.known:
        before = reading.doc[known.name.start - 1].text if known.name.start else ""
        if known.canonical == person and known.kind == "person" and title_kind(before) and title_gender(before):
            return title_gender(before)
    return gender(person)

"""Labels and extents by the article's other mentions: one spelling one label, a body's beginning is the body, a surname its person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.language.arcs import is_misread
from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import Label, load_gazetteer
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_first_name, is_title
from pipeline.language.name_evidence import CLEAR, Evidence, evidence_of

_STRONG = ("table", "title", "cue")
_SMALL = frozenset(("of", "for", "and", "&", "the", "in", "on", "at"))
ENOUGH = 2  # faint signs in different sentences that together make a body


@dataclass(frozen=True, slots=True)
class _Article:
    """What all names together say: `surnames` of people; `openings`: beginnings of bodies' names that stand for the body; `votes`."""

    surnames: frozenset[str]
    openings: frozenset[str]
    votes: dict[str, Counter[Label]]


def by_article(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Let the article's other mentions decide: a surname alone is its person, a body's beginning is the body, one spelling one label."""
    surnames = frozenset(doc[name.end - 1].text for name in names if name.label == "PERSON" and (name.length > 1 or name.how == "title"))
    signs = _signs(doc, names)
    names = [_with_sign(doc, name, signs) for name in names]
    openings = frozenset(_openings(doc, names)) - surnames
    known = _Article(surnames, openings, _votes(doc, names))
    settled = [_settled(doc, name, known) for name in names]
    in_full = {text for text in openings if " " in text} | _bodies(doc, settled)
    settled = _in_full(doc, settled, in_full)
    found = sorted([*settled, *_overlooked(doc, settled, surnames)], key=lambda name: name.start)
    return _with_first_names(doc, found)


def _signs(doc: Doc, names: Sequence[Name]) -> dict[str, Evidence]:
    """Spelling -> the signs of all its mentions together."""
    found: dict[str, Evidence] = {}
    for name in names:
        text, here = name.text(doc), evidence_of(doc, name)
        before = found.get(text, Evidence(0, 0, 0, 0))
        found[text] = Evidence(*(old + new for old, new in zip(before, here, strict=True)))
    return found


def _with_sign(doc: Doc, name: Name, signs: dict[str, Evidence]) -> Name:
    """Return a name that no table and no title settles as a body, where enough in the article says so."""
    text = name.text(doc)
    body, person, place, thing = signs[text]
    if thing > body and name.label != "THING" and name.how not in _STRONG and load_gazetteer().label(text) is None:
        return replace(name, label="THING", how="evidence")
    if person and name.label in ("LOC", "ORG") and name.how == "model" and _reads_as_a_person(doc, name):
        return replace(name, label="PERSON", how="evidence")
    if name.label not in ("PERSON", "LOC") or name.how in _STRONG or person or load_gazetteer().label(text) is not None:
        return name
    if text.isupper() and load_gazetteer().label(text.title()) == "LOC":
        return name
    if cue_label(doc[name.end - 1].text, doc[name.start].text) == "LOC":
        return name
    if place and name.label == "PERSON" and name.length == 1 and not is_first_name(text):
        return replace(name, label="LOC", how="evidence")
    looks_personal = name.label == "PERSON" and (name.length == 1 or is_first_name(doc[name.start].text))
    enough = CLEAR if looks_personal else ENOUGH
    return replace(name, label="ORG", how="evidence") if body >= enough else name


def _reads_as_a_person(doc: Doc, name: Name) -> bool:
    """Whether a name that no table knows is a first name with one or two words behind it that mark nothing else."""
    known = load_gazetteer().label(name.text(doc)) is not None
    return not known and 1 < name.length <= 3 and is_first_name(doc[name.start].text) and cue_label(doc[name.end - 1].text) is None


def _openings(doc: Doc, names: Sequence[Name]) -> Iterator[str]:
    """Yield the beginnings of bodies' names by which the article may call them; "Bristol" of "Bristol City Council" is no such one."""
    for name in names:
        by_cue = cue_label(doc[name.end - 1].text) == "ORG"
        if name.label != "ORG" or name.length == 1 or not (by_cue or name.how in ("evidence", "cue")):
            continue
        words = [token.text for token in doc[name.start : name.end]]
        for cut in range(1, len(words)):
            rest = words[cut:]
            if (cut == 1 and not by_cue) or words[cut - 1].lower() in _SMALL or is_public(rest):
                continue
            if load_gazetteer().label(" ".join(words[:cut])) is None:
                yield name.text(doc).rsplit(" ", len(rest))[0]


def is_public(rest: Sequence[str]) -> bool:
    """Whether what follows a short name tells another thing of that name: "Bristol | City Council", "Bank | of England".

    >>> is_public(["Terminals"]), is_public(["City", "Council"])
    (False, True)
    """
    return any(word.lower() in _SMALL or word in read_words("en/actors/not_companies.txt") or cue_label(word) == "LOC" for word in rest)


def _bodies(doc: Doc, names: Sequence[Name]) -> set[str]:
    """Return the names of two words and more that are surely bodies."""
    return {name.text(doc) for name in names if name.label == "ORG" and name.length > 1 and name.how in ("evidence", "cue", "article")}


def _votes(doc: Doc, names: Sequence[Name]) -> dict[str, Counter[Label]]:
    votes: dict[str, Counter[Label]] = {}
    alone = {name.text(doc) for name in names if name.label == "PERSON" and name.length == 1}
    for name in names:
        count = votes.setdefault(name.text(doc), Counter())
        count[name.label] += 3 if name.how in (*_STRONG, "evidence") else 1
        if 1 < name.length <= 3 and is_first_name(doc[name.start].text) and name.how not in (*_STRONG, "evidence"):
            count["PERSON"] += 2 if doc[name.end - 1].text in alone else bool(count["PERSON"])
    return votes


def _with_first_names(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Join a first name with the surname behind it that the article's other mentions have shown ("Aoife | Tiernan")."""
    out: list[Name] = []
    for name in names:
        last = out[-1] if out else None
        if last is not None and last.end == name.start and name.how in ("surname", "title") and _is_first_name_alone(doc, last):
            out[-1] = Name(last.start, name.end, "PERSON", "surname")
        else:
            out.append(name)
    return out


def _is_first_name_alone(doc: Doc, name: Name) -> bool:
    word = doc[name.start].text
    return name.length == 1 and name.how not in _STRONG and is_first_name(word) and not is_title(word) and bool(doc[name.start].whitespace_)


def _settled(doc: Doc, name: Name, known: _Article) -> Name:
    text = name.text(doc)
    if name.how == "table" and load_gazetteer().label(text) is not None:
        return name
    if name.length == 1 and text in known.surnames and (name.how == "title" or _is_no_month(doc[name.start])):
        return replace(name, label="PERSON", how="surname")
    if text in known.openings and name.label != "THING" and name.how not in ("title", "table"):
        return replace(name, label="ORG", how="article")
    votes = known.votes[text]
    best, most = votes.most_common(1)[0]
    return name if most <= votes[name.label] else replace(name, label=best, how="article")


def _in_full(doc: Doc, names: Sequence[Name], openings: set[str]) -> list[Name]:
    """Return the names with those widened that the model cut short ("Calder" of "Calder Vale")."""
    by_first_word: dict[str, list[str]] = {}
    for text in sorted(openings, key=lambda text: (-len(text), text)):
        by_first_word.setdefault(text.split()[0], []).append(text)
    out: list[Name] = []
    for name in names:
        for full in by_first_word.get(doc[name.start].text, ()) if name.label != "THING" else ():
            end = name.start + len(full.split())
            if name.end < end <= len(doc) and " ".join(token.text for token in doc[name.start : end]) == full:
                name = Name(name.start, end, "ORG", "article")
                break
        if not out or out[-1].end <= name.start:
            out.append(name)
    return out


def _acts_alone(token: Token) -> bool:
    """Whether a bare word that opens its sentence does something by itself, as one person and no plural does ("Jobs announced")."""
    verb = token.head
    forms = {verb.tag_, *(child.tag_ for child in verb.children if child.dep_.startswith("aux"))}
    bare = not any(child.dep_ in ("det", "amod", "nummod", "nmod") for child in token.children)
    plural = any(word.lower_ in ("were", "are", "have") for word in (verb, *verb.children))
    return token.dep_ == "nsubj" and bare and not plural and bool(forms & {"VBD", "VBZ"})


def _overlooked(doc: Doc, names: Sequence[Name], surnames: frozenset[str]) -> list[Name]:
    """Return surnames of the article's people that stand alone and that the model took for plain words ("Jobs")."""
    taken = {i for name in names for i in range(name.start, name.end)}
    written = {word for word in surnames if word[:1].isupper() and len(word) > 2}
    firm = written - read_words("en/actors/never.txt")
    return [
        Name(token.i, token.i + 1, "PERSON", "surname")
        for token in doc
        if token.i not in taken and token.text in written and not is_title(token.text) and _reads_as_a_surname(token, firm)
    ]


def _is_no_month(token: Token) -> bool:
    """Whether a surname is no month's name, or does here what no month does ("May resigned", but not "May saw record sales")."""
    if token.text not in read_words("en/actors/never.txt"):
        return True
    return is_misread(token) or (_acts_alone(token) and token.head.lemma_.lower() not in read_words("en/timex/month_verbs.txt"))


def _reads_as_a_surname(token: Token, firm: set[str]) -> bool:
    """Whether a word that is a person's surname stands for the person here; a month's name only where it can be no month."""
    if token.text not in firm:
        return _is_no_month(token)
    return token.pos_ == "PROPN" or not token.is_sent_start or _acts_alone(token)

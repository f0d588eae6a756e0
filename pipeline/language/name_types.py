"""Which label a name has, by its own words, by the title before it, and by the article's other mentions of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import Label, load_gazetteer
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_first_name, is_title, role_nouns

_MODEL_NUMBER = re.compile(r"[A-Z]{0,4}-?\d{1,4}[A-Za-z]{0,3}")
_TYPE_NUMBER = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,3}|7\d7")
_REGNAL = re.compile(r"[IVX]{2,5}|V|X")
_STRONG = ("table", "title", "cue")


def retyped(doc: Doc, name: Name) -> Name:
    """Return the name with the label its own words or the title before it call for."""
    last, first = doc[name.end - 1], doc[name.start]
    if name.label == "THING" or (name.length == 1 and name.how == "table" and _product(doc, name)):
        return _with_model(doc, name)
    if name.start and doc[name.start - 1].text in read_words("en/actors/event_openers.txt"):
        return Name(name.start - 1, name.end, "THING", "cue")
    made = _type_of_maker(doc, name)
    if made is not None:
        return made
    if name.how == "table":
        return name
    if name.label == "ORG" and name.length > 1 and _MODEL_NUMBER.fullmatch(last.text) and any(c.isdigit() for c in last.text):
        return replace(name, label="THING", how="cue")
    if _after_title(doc, name.start) and name.length <= 4 and cue_label(last.text) is None:
        return replace(name, label="PERSON", how="title")
    if name.label == "LOC" and name.length <= 3 and name.length > 1 and _REGNAL.fullmatch(last.text):
        return replace(name, label="PERSON", how="cue")
    if name.label in ("LOC", "PERSON") and _acts_like_a_body(doc, name):
        return replace(name, label="ORG", how="cue")
    label = _cue(doc, name)
    if label is not None and not (name.label == "PERSON" and is_first_name(first.text) and label == "LOC"):
        return replace(name, label=label, how="cue")
    if name.label == "PERSON" and name.length == 1 and _is_acronym(first.text) and not _is_headline_word(doc, name):
        return replace(name, label="ORG", how="cue")
    return name


def _product(doc: Doc, name: Name) -> bool:
    return load_gazetteer().label(name.text(doc)) == "THING"


def _with_model(doc: Doc, name: Name) -> Name:
    """Take in a product's number or version ("iPhone | 4", "Windows | Vista")."""
    after = doc[name.end] if name.end < len(doc) else None
    if name.label != "THING" or after is None or not doc[name.end - 1].whitespace_:
        return name
    number = after.text.rstrip(".")
    if not (_MODEL_NUMBER.fullmatch(number) and any(c.isdigit() for c in number) and len(number) <= 4):
        return name
    end = name.end + 1
    if not after.whitespace_ and end < len(doc) and doc[end].text.rstrip(".").isalnum() and len(doc[end]) <= 3:
        end += 1
    return replace(name, end=end)


def _type_of_maker(doc: Doc, name: Name) -> Name | None:
    """Return a maker's name with a type number behind it as the thing it makes ("Airbus | A380"), else None."""
    after = doc[name.end] if name.end < len(doc) else None
    if (
        name.label != "ORG"
        or name.length > 2
        or after is None
        or not _TYPE_NUMBER.fullmatch(after.text)
        or not doc[name.end - 1].whitespace_
    ):
        return None
    return Name(name.start, name.end + 1, "THING", "cue")


def _after_title(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].text[:1].isupper() and is_title(doc[start - 1].text)


def _acts_like_a_body(doc: Doc, name: Name) -> bool:
    """Whether a name that no table knows has officers, or, as a supposed place, speaks: it is a body ("Adria Gate's managing director")."""
    root = doc[name.start : name.end].root
    if load_gazetteer().label(name.text(doc)) is not None or cue_label(doc[name.end - 1].text, doc[name.start].text) == "LOC":
        return False
    if (
        root.dep_ == "nmod:poss"
        and root.head.lemma_.lower() in role_nouns("executive")
        and (name.label == "LOC" or not is_first_name(doc[name.start].text))
    ):
        return True
    return bool(name.label == "LOC" and root.dep_ == "nsubj" and root.head._.event == "REPORTING")


def _cue(doc: Doc, name: Name) -> Label | None:
    if name.length == 1:
        return None
    small = next((token.i for token in doc[name.start : name.end] if token.lower_ in ("of", "for")), None)
    before_small = cue_label(doc[small - 1].text) if small is not None and small > name.start else None
    return before_small or cue_label(doc[name.end - 1].text.capitalize(), doc[name.start].text)


def _is_acronym(word: str) -> bool:
    return (
        word.isupper() and 2 <= len(word) <= 4 and word.isalpha() and not _REGNAL.fullmatch(word) and not is_first_name(word.capitalize())
    )


def _is_headline_word(doc: Doc, name: Name) -> bool:
    near = [token for token in doc[max(0, name.start - 4) : name.end + 4] if token.is_alpha and len(token) > 1]
    return bool(sum(token.is_upper for token in near) > 0.5 * len(near))


def by_article(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Let the article's other mentions decide: a surname alone is its person, a body's beginning is the body, one spelling one label."""
    surnames = {doc[name.end - 1].text for name in names if name.label == "PERSON" and name.length > 1}
    bodies = [name for name in names if name.label == "ORG" and name.length > 1 and cue_label(doc[name.end - 1].text) == "ORG"]
    openings = {name.text(doc).rsplit(" ", cut)[0] for name in bodies for cut in range(1, name.length)} - surnames
    votes: dict[str, Counter[Label]] = {}
    alone = {name.text(doc) for name in names if name.label == "PERSON" and name.length == 1}
    for name in names:
        count = votes.setdefault(name.text(doc), Counter())
        count[name.label] += 3 if name.how in _STRONG else 1
        if 1 < name.length <= 3 and is_first_name(doc[name.start].text) and name.how not in _STRONG:
            count["PERSON"] += 2 if doc[name.end - 1].text in alone else bool(count["PERSON"])
    settled = [_settled(doc, name, votes[name.text(doc)], surnames, openings) for name in names]
    settled = _in_full(doc, settled, {text for text in openings if " " in text})
    return sorted([*settled, *_overlooked(doc, settled, surnames)], key=lambda name: name.start)


def _in_full(doc: Doc, names: Sequence[Name], openings: set[str]) -> list[Name]:
    """Return the names with those widened that the model cut short ("Calder" of "Calder Vale")."""
    first_words = {text.split()[0]: text for text in sorted(openings)}
    out: list[Name] = []
    for name in names:
        full = first_words.get(doc[name.start].text, "")
        end = name.start + len(full.split())
        if name.label != "THING" and name.end < end <= len(doc) and " ".join(token.text for token in doc[name.start : end]) == full:
            name = Name(name.start, end, "ORG", "article")
        if not out or out[-1].end <= name.start:
            out.append(name)
    return out


def _overlooked(doc: Doc, names: Sequence[Name], surnames: set[str]) -> list[Name]:
    """Return surnames of the article's people that stand alone and that the model took for plain words ("Jobs")."""
    taken = {i for name in names for i in range(name.start, name.end)}
    firm = {word for word in surnames if word[:1].isupper() and len(word) > 2} - read_words("en/actors/never.txt")
    return [
        Name(token.i, token.i + 1, "PERSON", "surname")
        for token in doc
        if token.i not in taken and token.text in firm and (token.pos_ == "PROPN" or not token.is_sent_start) and not is_title(token.text)
    ]


def _settled(doc: Doc, name: Name, votes: Counter[Label], surnames: set[str], openings: set[str]) -> Name:
    text = name.text(doc)
    if name.how == "table" and load_gazetteer().label(text) is not None:
        return name
    if name.length == 1 and text in surnames and (text not in read_words("en/actors/never.txt") or name.how == "title"):
        return replace(name, label="PERSON", how="surname")
    if text in openings and name.label in ("PERSON", "LOC") and name.how not in ("title", "table"):
        return replace(name, label="ORG", how="article")
    best, most = votes.most_common(1)[0]
    return name if most <= votes[name.label] else replace(name, label=best, how="article")

"""Which label a name has, by its own words and by the title before it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import Label, load_gazetteer
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_first_name, is_title, role_nouns

_MODEL_NUMBER = re.compile(r"[A-Z]{0,4}-?\d{1,4}[A-Za-z]{0,3}")
_TYPE_NUMBER = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,3}|7\d7")
VERSION = re.compile(r"\d{1,2}[A-Z]{1,3}")
_SMALL_NUMBER = re.compile(r"[1-9]\d?")
_LARGE_NUMBER = re.compile(r"[1-9]\d{2}")
_REGNAL = re.compile(r"[IVX]{2,5}|V|X")


def retyped(doc: Doc, name: Name) -> Name:
    """Return the name with the label its own words or the title before it call for."""
    last, first = doc[name.end - 1], doc[name.start]
    if name.label == "THING" or (name.length == 1 and name.how == "table" and _product(doc, name)):
        return _with_model(doc, name)
    made = _opened(doc, name) or _type_of_maker(doc, name) or _numbered_product(doc, name)
    if made is not None:
        return made
    if name.how == "table":
        return name
    if name.label == "ORG" and name.length > 1 and _MODEL_NUMBER.fullmatch(last.text) and any(c.isdigit() for c in last.text):
        return replace(name, label="THING", how="cue")
    if _after_title(doc, name.start) and name.length <= 4 and cue_label(last.text) is None:
        return replace(name, label="PERSON", how="title")
    if name.length == 2 and cue_label(first.text) == "LOC" and _REGNAL.fullmatch(last.text):
        return replace(name, label="LOC", how="cue")
    if name.label == "LOC" and name.length <= 3 and name.length > 1 and _REGNAL.fullmatch(last.text) and is_first_name(first.text):
        return replace(name, label="PERSON", how="cue")
    if name.label in ("LOC", "PERSON") and _acts_like_a_body(doc, name):
        return replace(name, label="ORG", how="cue")
    label = _cue(doc, name)
    if label is not None and not (name.label == "PERSON" and is_first_name(first.text) and label == "LOC"):
        return replace(name, label=label, how="cue")
    if name.label == "PERSON" and name.length == 1 and _is_acronym(first.text) and not _is_headline_word(doc, name):
        return replace(name, label="ORG", how="cue")
    return name


def _opened(doc: Doc, name: Name) -> Name | None:
    """Return a storm, operation or vessel, whether or not the word that opens its name was taken in ("Hurricane | Ida", "USS Orrin")."""
    openers = read_words("en/actors/event_openers.txt")
    if name.start and doc[name.start - 1].text in openers:
        return Name(name.start - 1, name.end, "THING", "cue")
    return replace(name, label="THING", how="cue") if doc[name.start].text in openers and name.length > 1 else None


def _product(doc: Doc, name: Name) -> bool:
    return load_gazetteer().label(name.text(doc)) == "THING"


def _with_model(doc: Doc, name: Name) -> Name:
    """Take in a product's number or version ("iPhone | 4", "Windows | Vista")."""
    after = doc[name.end] if name.end < len(doc) else None
    name = _with_model_before(doc, name)
    if name.label != "THING" or after is None or not doc[name.end - 1].whitespace_:
        return name
    number = after.text.rstrip(".")
    if not (_MODEL_NUMBER.fullmatch(number) and any(c.isdigit() for c in number) and len(number) <= 4):
        return name
    end = name.end + 1
    if not after.whitespace_ and end < len(doc) and doc[end].text.rstrip(".").isalnum() and len(doc[end]) <= 3:
        end += 1
    return replace(name, end=end)


def _with_model_before(doc: Doc, name: Name) -> Name:
    """Take in a version of digits and letters right before a known product ("3G | iPhone")."""
    start = name.start
    while start > 0 and name.start - start < 2 and doc[start - 1].text.isalnum():
        if (start < name.start) == bool(doc[start - 1].whitespace_):
            break
        start -= 1
    version = "".join(token.text for token in doc[start : name.start])
    known = name.length == 1 and _product(doc, name)
    return replace(name, start=start) if known and VERSION.fullmatch(version) else name


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


def _numbered_product(doc: Doc, name: Name) -> Name | None:
    """Return a name with its determiner and a number right behind it as a product ("the Orrin | 7", "its Orrin | 6 headphones")."""
    if name.how == "table" or name.start == 0 or name.end >= len(doc) or name.length > 2 or not doc[name.end - 1].whitespace_:
        return None
    before, number = doc[name.start - 1], doc[name.end]
    if (
        not (before.pos_ == "DET" or before.tag_ == "PRP$")
        or not (_SMALL_NUMBER.fullmatch(number.text) or (_LARGE_NUMBER.fullmatch(number.text) and number.dep_ == "flat"))
        or doc[name.end - 1].text.endswith("s")
    ):
        return None
    after = doc[name.end + 1] if name.end + 1 < len(doc) else None
    counted = number.dep_ == "nummod" and number.head.i == number.i + 1 and number.head.tag_ == "NNS" and before.tag_ != "PRP$"
    if counted or (after is not None and after.text in ("-", "–", ":", "%")):
        return None
    return Name(name.start, name.end + 1, "THING", "cue")


def _after_title(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].text[:1].isupper() and is_title(doc[start - 1].text)


def _acts_like_a_body(doc: Doc, name: Name) -> bool:
    """Whether a name that no table knows has officers, or, as a supposed place, speaks: it is a body ("Adria Gate's managing director")."""
    root = doc[name.start : name.end].root
    text = name.text(doc)
    if (load_gazetteer().label(text) or load_gazetteer().label(text.title())) is not None or cue_label(
        doc[name.end - 1].text, doc[name.start].text
    ) == "LOC":
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

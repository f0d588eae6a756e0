"""Names that the model gave no label at all, found by what the article says of them."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import Label, demonyms
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_title, is_title_modifier
from pipeline.language.name_evidence import CLEAR, evidence_of
from pipeline.language.name_runs import is_headline

_CAMEL = re.compile(r"([A-Z][a-z]+)[A-Z][a-z]+")
_ACTS = ("nsubj", "nsubj:pass", "obl:agent")


def is_firm_in_one_word(token: Token) -> bool:
    """Whether two capitalised words are written as one ("HealthSouth", "BlackRock"; not "McKenzie", "USAF")."""
    parts = _CAMEL.fullmatch(token.text)
    return parts is not None and parts[1] not in read_words("en/actors/surname_openers.txt")


def with_unlabelled(doc: Doc, names: list[Name]) -> list[Name]:
    """Add proper nouns that no name touches: those labelled elsewhere in the article, and those that a clear sign makes a body or person.

    "Zelmont" of "the takeover of Zelmont"; "Brightwater, a unit of Hartwell Foods,". Not "Spring" of "the takeover of Spring Lane".
    """
    taken = {i for name in names for i in range(name.start, name.end)}
    known = {name.text(doc): name for name in names if name.label in ("ORG", "PERSON")}
    firms = [name for name in names if name.label == "ORG" and name.length == 2 and cue_label(doc[name.end - 1].text) == "ORG"]
    known = {**{doc[name.start].text: name for name in firms}, **known}  # "United" of "United Airlines"
    out = list(names)
    for token in doc:
        if token.i in taken or not _opens(doc, token, taken):
            continue
        end = token.i + 1
        while end < len(doc) and end not in taken and _is_proper(doc[end]) and doc[end - 1].whitespace_:
            end += 1
        if end in taken:
            continue
        found = _labelled(doc, token.i - _adjective_opens(doc, token, taken), end, known) or _labelled(doc, token.i, end, known)
        if found is not None:
            out.append(found)
            taken.update(range(found.start, found.end))
    return sorted(out, key=lambda name: name.start)


def _opens(doc: Doc, token: Token, taken: set[int]) -> bool:
    before = doc[token.i - 1] if token.i else None
    inside = before is not None and (before.i in taken or _is_proper(before)) and bool(before.whitespace_)
    return _is_proper(token) and not inside and not is_headline(token)


def _adjective_opens(doc: Doc, token: Token, taken: set[int]) -> bool:
    """Whether a capitalised adjective in mid-sentence begins the name ("devoted herself to Clean | Roof"; not "British | Rail")."""
    before = doc[token.i - 1] if token.i else None
    if before is None or before.i in taken or before.is_sent_start or is_headline(before) or not before.whitespace_:
        return False
    own = before.dep_ in ("amod", "compound") and before.head.i >= token.i and before.tag_ in ("NNP", "VB") and before.pos_ != "PROPN"
    plain = before.text in demonyms() or before.text in read_words("en/actors/never.txt") or is_title_modifier(before.text)
    return own and before.text.istitle() and not plain and not is_title(before.text)


def _is_proper(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and (token.text[1:].islower() or is_firm_in_one_word(token))
        and token.text not in read_words("en/actors/never.txt")
        and not is_title(token.text)
        and not is_title_modifier(token.text)
    )


def _labelled(doc: Doc, start: int, end: int, known: dict[str, Name]) -> Name | None:
    text = doc[start:end].text
    if text in known:
        return Name(start, end, known[text].label, "article")
    signs = evidence_of(doc, Name(start, end, "ORG", "evidence"))
    label: Label | None = None
    if signs.thing:
        label = "THING"
    elif signs.body >= CLEAR or (end - start == 1 and is_firm_in_one_word(doc[start]) and doc[start].dep_ in _ACTS):
        label = "ORG"
    elif signs.person >= CLEAR and end - start > 1:
        label = "PERSON"
    return Name(start, end, label, "evidence") if label is not None and not signs.place else None

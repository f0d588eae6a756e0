"""The words beside a name that belong to it: first names, numbers of kings, legal forms, "Kingdom of"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import Label, demonyms
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_first_name, is_title, legal_forms

_REGNAL = re.compile(r"[IVX]{1,5}")


def extended(doc: Doc, names: list[Name]) -> list[Name]:
    """Take in the words beside a name that belong to it and to no other ("Neo- | Assyrian Empire", "Kingdom of | Hungary")."""
    out: list[Name] = []
    for name in names:
        floor = out[-1].end if out else 0
        start, label = _left(doc, name, floor)
        end = _behind_legal_form(doc, name)
        if end < len(doc) and label == "PERSON" and _REGNAL.fullmatch(doc[end].text) and doc[end].text != "I":
            end += 1
        changed = (start, end) != (name.start, name.end)
        if end > name.end and doc[end - 1].text in legal_forms():
            label = "ORG"
        out.append(Name(start, end, label, "extended") if changed else name)
    return out


def _behind_legal_form(doc: Doc, name: Name) -> int:
    """Return the token behind the name and a legal form after it ("Harrow Mining | plc", "Brightwater | , Inc.")."""
    at = name.end + (name.end < len(doc) and doc[name.end].text == ",")
    if name.label in ("ORG", "PERSON") and at < len(doc) and doc[at].text in legal_forms():
        return at + 1
    return name.end


def _left(doc: Doc, name: Name, floor: int) -> tuple[int, Label]:
    """Return the name's first token and label once the words to its left are taken in; none before token `floor`."""
    start, label = name.start, name.label
    if (
        start - 2 >= floor
        and doc[start - 1].text == "-"
        and not doc[start - 1].whitespace_
        and not doc[start - 2].whitespace_
        and doc[start - 2].text[:1].isupper()
    ):
        start -= 2
    before = doc[start - 1] if start - 1 >= floor and start else None
    if before is None:
        return start, label
    if label == "PERSON" and name.length <= 2 and is_first_name(before.text) and not is_title(before.text) and before.whitespace_:
        if (
            (not before.is_sent_start or (name.length == 2 and before.pos_ == "PROPN"))
            and before.text not in read_words("en/actors/never.txt")
            and before.text[:1].isupper()
        ):
            start -= 1
    elif cue_label(doc[name.end - 1].text) in ("ORG", "LOC") or cue_label(doc[start].text) == "ORG":
        generic = all(cue_label(token.text) or _opens_name(token) or token.text.islower() for token in doc[start : name.end])
        while start - 1 >= floor and _opens_name(doc[start - 1]) and (generic or doc[start - 1].text not in demonyms()):
            start -= 1
    elif label in ("LOC", "ORG"):
        words = [token.lower_ for token in doc[max(floor, start - 2) : start]]
        at = start - 2 if words[-1:] == ["of"] else start - 3 if words == ["of", "the"] else -1
        opener = _of_starts().get(doc[at].text) if at >= floor and at >= 0 else None
        if opener is not None:
            return at, opener
    return start, label


def _opens_name(token: Token) -> bool:
    return not token.is_sent_start and (
        token.text in read_words("en/actors/name_openers.txt") or (token.text in demonyms() and token.text[:1].isupper())
    )


@cache
def _of_starts() -> dict[str, Label]:
    found: dict[str, Label] = {}
    for row in read_table("en/actors/of_starts.csv", "word", "label"):
        found[row["word"]] = "LOC" if row["label"] == "LOC" else "ORG"
    return found

"""The words beside a name that belong to it: first names, numbers of kings, legal forms, "Kingdom of"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import Label, demonyms, is_known
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_first_name, is_title, is_title_modifier, legal_forms, role_nouns
from pipeline.language.name_runs import is_headline
from pipeline.language.name_table import PREFIXES_FILE

OFFICERS = "en/actors/bureau_officers.txt"
LONGEST_NUMBER = 3  # digits; four are a year
_NUMBER_GOES_ON = frozenset(("-", "–", ":", "/", "%"))
_REGNAL = re.compile(r"[IVX]{1,5}")


def extended(doc: Doc, names: list[Name]) -> list[Name]:
    """Take in the words beside a name that belong to it and to no other ("Neo- | Assyrian Empire", "Kingdom of | Hungary")."""
    out: list[Name] = []
    for name, following in zip(names, [*(other.start for other in names[1:]), len(doc)], strict=False):
        floor = out[-1].end if out else 0
        start, label = _left(doc, name, floor)
        end = _behind_hyphens(doc, _behind_legal_form(doc, name), label)
        cue_end = _behind_cue_words(doc, name, following)
        cue_end = max(cue_end, _behind_officer(doc, name, following))
        if cue_end > end:
            end, label = cue_end, cue_label(doc[cue_end - 1].text) or "ORG"
        elif name.label != "THING":
            end = max(end, _behind_run(doc, name, following))
        if label == "PERSON":
            end = _behind_byname(doc, start, end)
        if label in ("ORG", "THING") and end == name.end and end < following:
            end += _is_its_number(doc, start, end)
        changed = (start, end) != (name.start, name.end)
        if end > name.end and (doc[end - 1].text in legal_forms() or (label == "PERSON" and doc[end - 1].pos_ == "NOUN")):
            label = "ORG"
        out.append(Name(start, end, label, "extended") if changed else name)
    return out


def _is_its_number(doc: Doc, start: int, end: int) -> bool:
    """Whether the number right behind is the name's own ("Charter | 77", "Galaxy Note | 7"); not a score ("Rovers 2, Albion 1")."""
    number = doc[end]
    own = number.dep_ == "flat" and start <= number.head.i < end and bool(doc[end - 1].whitespace_)
    if not (own and number.text.isdigit() and len(number) <= LONGEST_NUMBER):
        return False
    numbers = [token for token in number.sent if token.dep_ == "flat" and token.text.isdigit() and len(token) <= LONGEST_NUMBER]
    behind = doc[end + 1] if end + 1 < len(doc) else None
    return len(numbers) == 1 and not (behind is not None and (behind.text in _NUMBER_GOES_ON or behind.pos_ == "PROPN" or behind.like_num))


def _behind_byname(doc: Doc, start: int, end: int) -> int:
    """Return the token behind a king's number or a byname ("Ramesses | II", "Louis | the German"); "Anna, I said" keeps to Anna."""
    behind = [token.text for token in doc[end : end + 2]]
    if behind[:1] and _REGNAL.fullmatch(behind[0]) and (behind[0] != "I" or _is_the_first(doc, start, end)):
        return end + 1
    byname = len(behind) == 2 and behind[0] == "the" and behind[1] in read_words("en/actors/epithets.txt")
    return end + 2 if byname else end


def _is_the_first(doc: Doc, start: int, end: int) -> bool:
    """Whether the "I" behind a single name is a king's number: the parse makes both one subject, or ties it to the name."""
    name, number = doc[start], doc[end]
    both = number.dep_ == name.dep_ == "nsubj" and number.head == name.head
    return end - start == 1 and bool(name.whitespace_) and (both or number.head == name)


def _behind_cue_words(doc: Doc, name: Name, following: int) -> int:
    """Return the token behind the capitalised words up to a body's or law's cue word ("Harbour | Post"), before token `following`."""
    end = name.end
    if name.label == "THING" or not doc[name.end - 1].whitespace_:
        return end
    for i in range(name.end, min(name.end + 3, following)):
        is_cue = cue_label(doc[i].text) in ("ORG", "THING") and doc[i].text not in read_words("en/actors/never.txt")
        if not doc[i].text[:1].isupper() or is_title(doc[i].text):
            break
        if doc[i].pos_ != "PROPN" and not (is_cue and doc[i].pos_ == "NOUN" and not is_headline(doc[i])):
            break
        end = i + 1 if is_cue else end
    return end


def _behind_officer(doc: Doc, name: Name, following: int) -> int:
    """Return the token behind an officer's bureau ("Orrin County | Sheriff's Department", "Ohio | Attorney General's Office")."""
    i = name.end
    while i < min(name.end + 3, following) and doc[i].text[:1].isupper() and (is_title(doc[i].text) or doc[i].text in read_words(OFFICERS)):
        i += 1
    if name.end < i < following - 1 and doc[i].tag_ == "POS" and cue_label(doc[i + 1].text) == "ORG":
        return i + 2
    return name.end


def _behind_run(doc: Doc, name: Name, following: int) -> int:
    """Return the token behind the capitalised words that the parse ties to the name ("Adria | Gate"), before token `following`."""
    end = name.end
    while end < following and doc[end - 1].whitespace_ and _continues(doc, name, end):
        end += 1
    return end


def _continues(doc: Doc, name: Name, i: int) -> bool:
    token, before = doc[i], doc[i - 1]
    common = token.pos_ == "NOUN" and before.dep_ == "compound" and name.label in ("PERSON", "ORG") and token.lower_ not in role_nouns()
    if (token.pos_ != "PROPN" and not common) or not token.text[1:].islower() or not token.text[:1].isupper() or is_title(token.text):
        return False
    if token.text in read_words("en/actors/never.txt") or is_known(token.text) or is_headline(token):
        return False
    if is_title_modifier(token.text) and i + 1 < len(doc) and is_title(doc[i + 1].text):
        return False
    tied = (before.dep_ in ("compound", "flat") and before.head == token) or (token.dep_ == "flat" and name.start <= token.head.i < i)
    return bool(tied)


def _behind_hyphens(doc: Doc, end: int, label: Label) -> int:
    """Return the token behind the words that hyphens tie to a person's or body's name ("Fazl | -ur-Rehman", "Anti | -Corruption")."""
    while label in ("PERSON", "ORG") and end + 1 < len(doc) and _is_tight_hyphen(doc, end):
        if label == "PERSON" and doc[end + 1].text.islower() and is_first_name(doc[end - 1 : end + 2].text) and doc[end - 1].dep_ == "flat":
            end += 2  # "Moon Jae | -in"
            continue
        again = end + 2 < len(doc) and _is_tight_hyphen(doc, end + 2)
        if not (doc[end + 1].text[:1].isupper() or again) or is_known(doc[end + 1].text):
            break
        end += 2
    return end


def _is_tight_hyphen(doc: Doc, i: int) -> bool:
    return doc[i].text == "-" and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def _behind_legal_form(doc: Doc, name: Name) -> int:
    """Return the token behind the name and a legal form after it ("Harrow Mining | plc", "Brightwater | , Inc.")."""
    at = name.end + (name.end < len(doc) and doc[name.end].text == ",")
    if name.label in ("ORG", "PERSON") and at < len(doc) and doc[at].text in legal_forms():
        return at + 1
    return name.end


def _left(doc: Doc, name: Name, floor: int) -> tuple[int, Label]:
    """Return the name's first token and label once the words to its left are taken in; none before token `floor`."""
    start, label = name.start, name.label
    before = doc[start - 2].text if start - 2 >= floor and _is_tight_hyphen(doc, start - 1) else ""
    if before[:1].isupper() and not is_known(before) and not (name.how == "table" and before in read_words(PREFIXES_FILE)):
        start -= 2
    if start <= floor or start == 0:
        return start, label
    if label == "PERSON" and name.length <= 2 and _is_first_name_of(doc[start - 1], name):
        return start - 1, label
    if cue_label(doc[name.end - 1].text) in ("ORG", "LOC") or cue_label(doc[start].text) == "ORG":
        generic = all(cue_label(token.text) or _opens_name(token) or token.text.islower() for token in doc[start : name.end])
        while start - 1 >= floor and _opens_name(doc[start - 1]) and (generic or doc[start - 1].text not in demonyms()):
            start -= 1
        return start, label
    words = [token.lower_ for token in doc[max(floor, start - 2) : start]]
    at = start - 2 if words[-1:] == ["of"] else start - 3 if words == ["of", "the"] else -1
    opener = _of_starts().get(doc[at].text) if at >= max(floor, 0) and label in ("LOC", "ORG") else None
    return (at, opener) if opener is not None else (start, label)


def _is_first_name_of(before: Token, name: Name) -> bool:
    if not (is_first_name(before.text) and before.text[:1].isupper() and before.whitespace_) or is_title(before.text):
        return False
    if before.text in read_words("en/actors/never.txt"):
        return False
    return not before.is_sent_start or (name.length == 2 and before.pos_ == "PROPN")


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

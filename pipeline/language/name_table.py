"""Names from the tables: exact matches take the tables' label, and those the model missed are added."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from pipeline.language.arcs import is_misread
from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import is_known, key, load_gazetteer
from pipeline.language.name import Name
from pipeline.language.name_cues import gender_of, is_title, title_kind

PREFIXES_FILE = "en/actors/hyphen_prefixes.txt"
_HYPHENS = frozenset(("-", "–"))
_YEAR = re.compile(r"\d{4}")


def with_table(doc: Doc, names: list[Name]) -> list[Name]:
    """Give exact matches with the tables their label, and add those the model missed; a longer name keeps what lies inside it."""
    kept = list(names)
    for start, end, label in load_gazetteer().matches(doc):
        touching = [name for name in kept if name.start < end and start < name.end]
        if any(name.start <= start and end <= name.end and name.length > end - start for name in touching):
            continue
        if any(name.start < start or name.end > end for name in touching):
            continue
        if len(touching) == 1 and _is_person_here(doc, touching[0], start, end, names):
            continue
        if not touching and not _stands_alone(doc, start, end):
            continue
        kept = [name for name in kept if name not in touching] + [Name(start, end, label, "table")]
    return sorted(kept, key=lambda name: name.start)


def _is_person_here(doc: Doc, name: Name, start: int, end: int, names: list[Name]) -> bool:
    """Whether a person stands here against the table: by a title ("Lord Halifax", whatever the model says of a mere city), or
    as the model's PERSON that is part of another person's name or shares its name with a mere city."""
    if end - start > 1:
        return False
    word = doc[start].text
    title = doc[start - 1].text if start > 0 and doc[start - 1].text[:1].isupper() and is_title(doc[start - 1].text) else ""
    if title and (name.label == "PERSON" or (title_kind(title) == "honorific" and key(word) not in load_gazetteer().weighty)):
        return True
    if name.label != "PERSON":
        return False
    if any(word in (doc[other.start].text, doc[other.end - 1].text) for other in names if other.label == "PERSON" and other.length > 1):
        return True
    return bool(gender_of(word)) and key(word) not in load_gazetteer().weighty


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether a match without support from the model is a name: no common word, no part of a longer run or of an election's name."""
    before, after = (doc[start - 1] if start else None), (doc[end] if end < len(doc) else None)
    if (end < len(doc) and doc[end].text.startswith("$")) or names_a_vote(doc, start, end) or _is_hyphened(doc, start, end):
        return False
    if end - start == 1 and not _is_name_word(doc[start]):
        return False
    if doc[start].text[:1].isupper() and before is not None and before.whitespace_ and _is_named(before):
        return False
    if before is not None and before.lower_ == "of":
        return True
    return not (after is not None and end - start == 1 and doc[start].whitespace_ and _is_named(after) and after.dep_ == "flat")


def names_a_vote(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand in the name of an event of a year ("the 1990 United States Senate election"), where they name no actor."""
    i = start - 1
    while (
        i >= 0 and start - i <= 6 and (doc[i].text[:1].isupper() or doc[i].pos_ in ("ADJ", "NOUN") or doc[i].lower_ in ("of", "for", "the"))
    ):
        i -= 1
    return i >= 0 and start - i <= 6 and bool(_YEAR.fullmatch(doc[i].text)) and any(token.pos_ == "NOUN" for token in doc[end : end + 5])


def _is_hyphened(doc: Doc, start: int, end: int) -> bool:
    before, after = (doc[start - 1] if start else None), (doc[end] if end < len(doc) else None)
    if before is not None and before.text in _HYPHENS and not before.whitespace_:
        return not (start > 1 and (is_known(doc[start - 2].text) or doc[start - 2].text in read_words(PREFIXES_FILE)))
    if after is not None and after.text in _HYPHENS and not doc[end - 1].whitespace_:
        behind = doc[end + 1].text if end + 1 < len(doc) else ""
        return not (is_known(behind) or (behind[:1].islower() and is_known(doc[start:end].text)))  # "EU-China", "U.S.-led"
    return False


def _is_name_word(word: Token) -> bool:
    if word.text == "US":
        return not _is_shouted_pronoun(word)
    if word.pos_ == "PRON":
        return is_misread(word)
    inner_capital = any(letter.isupper() for letter in word.text[1:])
    return word.pos_ == "PROPN" or "." in word.text or inner_capital


def _is_named(token: Token) -> bool:
    return bool(token.pos_ == "PROPN" and token.text[:1].isupper() and not is_title(token.text) and token.ent_type_ in ("PERSON", "ORG"))


def _is_shouted_pronoun(word: Token) -> bool:
    near = [token for token in word.sent if token.is_alpha and len(token) > 1]
    return word.tag_ == "PRP" or (len(near) > 3 and sum(token.is_upper for token in near) > 0.6 * len(near))

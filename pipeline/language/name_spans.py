"""Where names begin and end: the model's spans trimmed, joined, extended, and completed from the tables and from capitalised runs."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import Label, cells, key, load_gazetteer
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, gender_of, is_first_name, is_title, is_title_modifier

_FROM_MODEL: dict[str, Label] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
    "PRODUCT": "THING", "WORK_OF_ART": "THING", "LAW": "THING", "EVENT": "THING",
}  # fmt: skip
_EDGES = frozenset("\"'“”‘’`.,;:!?()[]-–—…/") | {"``", "''", "'s", "’s", "--"}
_ARTICLES = frozenset(("the", "a", "an"))
_REGNAL = re.compile(r"[IVX]{1,5}")
_YEAR = re.compile(r"\d{4}")


def from_model(doc: Doc) -> list[Name]:
    """Return the model's names without quotes, articles, possessive endings, titles and small words at their edges; demonyms are no names."""
    found = (_trimmed(doc, entity.start, entity.end, _FROM_MODEL.get(entity.label_)) for entity in doc.ents)
    return [name for name in found if name is not None]


def _trimmed(doc: Doc, start: int, end: int, label: Label | None) -> Name | None:
    if label is None:
        return None
    while start < end and (_is_edge(doc[start]) or _is_plain(doc[start])):
        start += 1
    while end > start and (_is_edge(doc[end - 1]) or (_is_plain(doc[end - 1]) and not (label == "ORG" and _is_body_word(doc[end - 1])))):
        end -= 1
    titled = False
    while label == "PERSON" and end - start > 1 and _title_at(doc, start, end):
        start += 1
        titled = True
    while titled and start < end and (_is_plain(doc[start]) or _is_edge(doc[start])):
        start += 1
    if start == end or not any(token.text != token.text.lower() for token in doc[start:end]):
        return None
    if label == "PERSON" and all(is_title(token.text) or is_title_modifier(token.text) for token in doc[start:end]):
        if not (end - start == 1 and is_first_name(doc[start].text)):
            return None
    if end - start == 1 and doc[start].text in _demonyms() and key(doc[start].text) not in load_gazetteer().labels:
        return None
    return Name(start, end, label)


def _is_edge(token: Token) -> bool:
    return token.text in _EDGES or token.is_space or token.lower_ in _ARTICLES


def _is_plain(token: Token) -> bool:
    """Whether the word is a common one in small letters ("northern", "city"), not the particle or brand that a name may begin with."""
    return bool(token.text.islower() and token.is_alpha and token.pos_ in ("NOUN", "ADJ", "VERB", "ADV", "DET", "ADP", "CCONJ", "PRON") and token.text != "al")


def _is_body_word(token: Token) -> bool:
    return cue_label(token.text.capitalize()) == "ORG"


@cache
def _demonyms() -> frozenset[str]:
    rows = read_table("world/countries.csv", "adjectives", "people")
    return frozenset(word for row in rows for word in (*cells(row["adjectives"]), *cells(row["people"])))


def _title_at(doc: Doc, start: int, end: int) -> bool:
    word = doc[start].text
    if word in _demonyms() and _title_at(doc, start + 1, end):
        return True
    if is_title(word):
        return not (is_first_name(word) and start + 2 == end)
    if start and doc[start - 1].lower_ == "of" and is_title_modifier(word):
        return True
    return is_title_modifier(word) and start + 2 < end and (is_title(doc[start + 1].text) or is_title_modifier(doc[start + 1].text))


def joined(doc: Doc, names: list[Name]) -> list[Name]:
    """Join the halves of a name that the model broke at "of", "&" or a hyphen ("Bank | of | England", "Wal | - | Mart")."""
    out: list[Name] = []
    for name in names:
        last = out[-1] if out else None
        if last is not None and _belong_together(doc, last, name):
            label = last.label if last.label != "PERSON" or name.label == "PERSON" else name.label
            out[-1] = Name(last.start, name.end, label, "joined")
        else:
            out.append(name)
    return out


def _belong_together(doc: Doc, left: Name, right: Name) -> bool:
    gap = [token for token in doc[left.end : right.start] if not token.is_space]
    words = [token.lower_ for token in gap]
    if words in (["of"], ["of", "the"], ["for"]):
        return left.label == "ORG" and right.label in ("LOC", "ORG") and cue_label(doc[left.end - 1].text) == "ORG"
    if words in (["-"], ["–"]):
        tight = not doc[left.end - 1].whitespace_ and not gap[0].whitespace_
        return left.label == right.label and tight and left.label != "LOC"
    return words == ["&"] and left.label == right.label == "ORG"


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
    """Whether the model's PERSON stands against the table: it has a title, or is part of another person's name, or is a city's name only."""
    if name.label != "PERSON" or end - start > 1:
        return False
    word = doc[start].text
    if start > 0 and doc[start - 1].text[:1].isupper() and is_title(doc[start - 1].text):
        return True
    if any(word in (doc[other.start].text, doc[other.end - 1].text) for other in names if other.label == "PERSON" and other.length > 1):
        return True
    return bool(gender_of(word)) and key(word) not in load_gazetteer().weighty


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether a match without support from the model is a name: not a common word, not part of a longer capitalised run, not an election's name."""
    before, after = (doc[start - 1] if start else None), (doc[end] if end < len(doc) else None)
    if end < len(doc) and doc[end].text.startswith("$") or _names_a_vote(doc, start, end) or _is_hyphened(doc, start, end):
        return False
    if end - start == 1 and not _is_name_word(doc[start]):
        return False
    if doc[start].text[:1].isupper() and before is not None and before.whitespace_ and _is_named(before):
        return False
    return not (after is not None and end - start == 1 and doc[start].whitespace_ and _is_named(after) and after.dep_ == "flat")


def _names_a_vote(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand in the name of an event of a year ("the 1990 United States Senate election"), where they name no actor."""
    i = start - 1
    while i >= 0 and start - i <= 6 and (doc[i].pos_ in ("PROPN", "ADJ", "NOUN") or doc[i].lower_ in ("of", "for", "the")):
        i -= 1
    return i >= 0 and start - i <= 6 and bool(_YEAR.fullmatch(doc[i].text)) and any(token.pos_ == "NOUN" for token in doc[end : end + 5])


def _is_hyphened(doc: Doc, start: int, end: int) -> bool:
    before, after = (doc[start - 1] if start else None), (doc[end] if end < len(doc) else None)
    left = before is not None and before.text == "-" and not before.whitespace_
    return left or (after is not None and after.text == "-" and not doc[end - 1].whitespace_)


def _is_name_word(word: Token) -> bool:
    if word.text == "US":
        return not _is_shouted_pronoun(word)
    if word.pos_ == "PRON":
        return False
    return word.pos_ == "PROPN" or "." in word.text or (word.text.isupper() and len(word.text) > 1)


def _is_named(token: Token) -> bool:
    return bool(token.pos_ == "PROPN" and token.text[:1].isupper() and not is_title(token.text) and token.ent_type_ in ("PERSON", "ORG"))


def _is_shouted_pronoun(word: Token) -> bool:
    near = [token for token in word.sent if token.is_alpha and len(token) > 1]
    return word.tag_ == "PRP" or (len(near) > 3 and sum(token.is_upper for token in near) > 0.6 * len(near))


def extended(doc: Doc, names: list[Name]) -> list[Name]:
    """Take in the words beside a name that belong to it and to no other: "Vassily | Nebenzia", "Neo- | Assyrian Empire", "Charles | II", "Kingdom of | Hungary"."""
    out: list[Name] = []
    for name in names:
        floor = out[-1].end if out else 0
        start, label = _left(doc, name, floor)
        end = name.end
        if end < len(doc) and label == "PERSON" and _REGNAL.fullmatch(doc[end].text) and doc[end].text != "I":
            end += 1
        changed = (start, end) != (name.start, name.end)
        out.append(Name(start, end, label, "extended") if changed else name)
    return out


def _left(doc: Doc, name: Name, floor: int) -> tuple[int, Label]:
    """Return the name's first token and label once the words to its left are taken in; none before token `floor`."""
    start, label = name.start, name.label
    if start - 2 >= floor and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_ and doc[start - 2].text[:1].isupper():
        start -= 2
    before = doc[start - 1] if start - 1 >= floor and start else None
    if before is None:
        return start, label
    if label == "PERSON" and name.length <= 2 and is_first_name(before.text) and not is_title(before.text) and before.whitespace_:
        if (not before.is_sent_start or (name.length == 2 and before.pos_ == "PROPN")) and before.text not in read_words("en/actors/never.txt") and before.text[:1].isupper():
            start -= 1
    elif cue_label(doc[name.end - 1].text) in ("ORG", "LOC") or cue_label(doc[start].text) == "ORG":
        generic = all(cue_label(token.text) or _opens_name(token) or token.text.islower() for token in doc[start : name.end])
        while start - 1 >= floor and _opens_name(doc[start - 1]) and (generic or doc[start - 1].text not in _demonyms()):
            start -= 1
    elif label in ("LOC", "ORG"):
        words = [token.lower_ for token in doc[max(floor, start - 2) : start]]
        at = start - 2 if words[-1:] == ["of"] else start - 3 if words == ["of", "the"] else -1
        opener = _of_starts().get(doc[at].text) if at >= floor and at >= 0 else None
        if opener is not None:
            return at, opener
    return start, label


def _opens_name(token: Token) -> bool:
    return not token.is_sent_start and (token.text in read_words("en/actors/name_openers.txt") or (token.text in _demonyms() and token.text[:1].isupper()))


@cache
def _of_starts() -> dict[str, Label]:
    found: dict[str, Label] = {}
    for row in read_table("en/actors/of_starts.csv", "word", "label"):
        found[row["word"]] = "LOC" if row["label"] == "LOC" else "ORG"
    return found


def with_runs(doc: Doc, names: list[Name]) -> list[Name]:
    """Add capitalised runs that no name touches and that end in an organisation's cue word ("Russian Foreign Ministry", "Coastal Rescue Service")."""
    taken = {i for name in names for i in range(name.start, name.end)}
    out = list(names)
    for token in doc:
        if token.i in taken or cue_label(token.text) != "ORG" or not token.text[:1].isupper() or token.pos_ != "PROPN":
            continue
        if token.text in read_words("en/actors/never.txt"):
            continue
        start = token.i
        while start > 0 and start - 1 not in taken and doc[start - 1].text[:1].isupper() and doc[start - 1].pos_ in ("PROPN", "ADJ", "NOUN") and not is_title(doc[start - 1].text):
            start -= 1
        alone = not (start and start - 1 in taken) and not (token.i + 1 < len(doc) and token.i + 1 in taken)
        if token.i - start >= 1 and alone and not _is_headline(token) and not _names_a_vote(doc, start, token.i + 1):
            out.append(Name(start, token.i + 1, "ORG", "cue"))
            taken.update(range(start, token.i + 1))
    return sorted(out, key=lambda name: name.start)


def _is_headline(token: Token) -> bool:
    """Whether the sentence capitalises most of its words, so that capitals prove nothing."""
    words = [word for word in token.sent if word.is_alpha and len(word) > 3]
    return len(words) > 3 and sum(word.text[:1].isupper() for word in words) > 0.7 * len(words)

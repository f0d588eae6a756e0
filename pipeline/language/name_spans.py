"""Where the model's names begin and end: trimmed of what is no part of them, broken halves joined."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_table, read_words
from pipeline.language.gazetteer import Label, demonyms, is_known, key, load_gazetteer
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_first_name, is_title, is_title_modifier, role_nouns, title_kind

_FROM_MODEL: dict[str, Label] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
    "PRODUCT": "THING", "WORK_OF_ART": "THING", "LAW": "THING", "EVENT": "THING",
}  # fmt: skip
_EDGES = frozenset("\"'“”‘’`.,;:!?()[]-–—…/") | {"``", "''", "'s", "’s", "--"}
LOOSE_LETTERS = 3  # letters without a stop that make a name the head of a table ("P W D L Pts")
_LETTERS_WITH_STOPS = re.compile(r"(?:[A-Z]\.){2,}")
_ARTICLES = frozenset(("the", "a", "an"))


def from_model(doc: Doc) -> list[Name]:
    """Return the model's names without quotes, articles, titles and small words at their edges; demonyms are no names."""
    found = (_trimmed(doc, entity.start, entity.end, _FROM_MODEL.get(entity.label_)) for entity in doc.ents)
    return [_without_owner(doc, part) for name in found if name is not None for part in _parted(doc, name)]


def _parted(doc: Doc, name: Name) -> list[Name]:
    """Return the two names that the model took for one: opponents ("Rovers v Albion"), a city and its land
    ("CORK, Ireland"), a land and its officer ("Jubaland President Omar Ali")."""
    for i in range(name.start + 1, name.end - 1):
        if doc[i].text in read_words("en/actors/versus.txt"):
            return [Name(name.start, i, name.label), Name(i + 1, name.end, name.label)]
        if doc[i].text == "," and load_gazetteer().label(doc[i + 1 : name.end].text) == "LOC":
            return [Name(name.start, i, "LOC"), Name(i + 1, name.end, "LOC")]
        if name.label == "PERSON" and title_kind(doc[i].text) == "office" and not is_first_name(doc[i].text):
            land = next((j for j in range(name.start, i) if is_title_modifier(doc[j].text) or is_title(doc[j].text)), i)
            if land > name.start and not is_first_name(doc[name.start].text):
                return [Name(name.start, land, "LOC"), Name(i + 1, name.end, "PERSON")]
    return [name]


def _without_owner(doc: Doc, name: Name) -> Name:
    """Return a firm's name without the owner that the model took into it ("The Wrens' | Larch Records"); "Women's Tennis Association"
    keeps its first word, which is no owner's name."""
    mark = next((i for i in range(name.start + 1, name.end - 2) if doc[i].tag_ == "POS"), None)
    if name.label != "ORG" or mark is None or doc[mark - 1].text in read_words("en/actors/owning_people.txt"):
        return name
    rest = [token.text for token in doc[mark + 1 : name.end]]
    is_firm = (
        cue_label(rest[-1]) == "ORG"
        and cue_label(rest[0]) is None
        and not any(w in read_words("en/actors/not_companies.txt") for w in rest)
    )
    return Name(mark + 1, name.end, "ORG") if is_firm else name


def _ends_an_office(doc: Doc, i: int) -> bool:
    """Whether the word is the field of an office ("Secretary of | State Antony Blinken"), which the parse hangs on the office's word."""
    return doc[i].dep_ == "nmod" and doc[i].head.i < i - 1 and is_title(doc[i].head.text)


def _trimmed(doc: Doc, start: int, end: int, label: Label | None) -> Name | None:
    if label is None:
        return None
    end = next((i for i in range(start + 1, end) if doc[i].is_space and doc[i].text.count("\n") > 1), end)
    start, end = _without_edges(doc, start, end, label)
    if sum(len(token) == 1 and token.is_upper for token in doc[start:end]) >= LOOSE_LETTERS:
        return None
    titled = False
    if (
        label == "PERSON"
        and end - start > 2
        and start
        and doc[start - 1].lower_ == "of"
        and (key(doc[start].text) in load_gazetteer().weighty or _ends_an_office(doc, start))
    ):
        start += 1
    start, end = _without_country_or_office(doc, start, end, label)
    while label == "PERSON" and end - start > 1 and _title_at(doc, start, end):
        start += 1
        titled = True
    while titled and start < end and (_is_plain(doc[start]) or _is_edge(doc[start])):
        start += 1
    if titled and end - start > 1 and start and doc[start - 1].lower_ in ("of", "the", "for") and _ends_an_office(doc, start):
        start += 1
    lettered = [token for token in doc[start:end] if token.is_alpha or _LETTERS_WITH_STOPS.fullmatch(token.text)]
    if start == end or all(token.text.islower() and token.pos_ != "PROPN" for token in lettered):
        return None
    bare_title = label == "PERSON" and all(is_title(token.text) or is_title_modifier(token.text) for token in doc[start:end])
    if bare_title and not (end - start == 1 and is_first_name(doc[start].text)):
        return None
    if end - start == 1 and doc[start].text.islower() and (_is_no_known_place(doc[start], label) or _is_no_first_name(doc[start], label)):
        return None
    if end - start == 1 and doc[start].text in read_words("en/actors/place_heads.txt"):
        return None  # "the state of | Texas"
    if _is_demonym(doc, start, end) or (end - start == 1 and (doc[start].text in _bare_nouns() or _is_capital_by_place(doc[start]))):
        return None
    return Name(start, end, label)


def _without_edges(doc: Doc, start: int, end: int, label: Label) -> tuple[int, int]:
    while start < end and (_is_edge(doc[start]) or _is_plain(doc[start])):
        start += 1
    while end > start and (_is_edge(doc[end - 1]) or (_is_plain(doc[end - 1]) and not (label == "ORG" and _is_body_word(doc[end - 1])))):
        if label == "PERSON" and end - start > 3 and is_first_name(doc[end - 3 : end].text):
            break  # "Moon Jae-in"
        end -= 1
    while end - start > 1 and doc[start].text.islower() and doc[start].text in _bare_nouns():
        start += 1  # "the union | Unite"
    while end - start > 2 and label == "PERSON" and doc[end - 1].text in read_words("en/actors/never.txt"):
        end -= 1  # "Ana Lind Monday rejected"
    return start, end


def _is_no_known_place(token: Token, label: Label) -> bool:
    """Whether a word in small letters is no place: no table knows it, or nobody goes or stays there ("to chicago", "the china")."""
    there = token.i and token.nbor(-1).tag_ in ("IN", "TO") and load_gazetteer().label(token.text.capitalize()) == "LOC"
    return label == "LOC" and not there


def _is_no_first_name(token: Token, label: Label) -> bool:
    return label == "PERSON" and not is_first_name(token.text.capitalize())


def _without_country_or_office(doc: Doc, start: int, end: int, label: Label) -> tuple[int, int]:
    """Return the span without a state before a title ("US | Secretary Blinken") or a title's first word ("U.S. | District Judge")."""
    if label == "PERSON" and end - start > 2 and key(doc[start].text) in load_gazetteer().weighty and _title_at(doc, start + 1, end):
        return start + 1, end
    if end < len(doc) and end - start > 1 and is_title(doc[end].text) and is_title_modifier(doc[end - 1].text):
        return start, end - 1
    return start, end


@cache
def _bare_nouns() -> frozenset[str]:
    return role_nouns() | frozenset(row["noun"] for row in read_table("en/actors/descriptions.csv", "noun", "stands_for"))


def _is_capital_by_place(token: Token) -> bool:
    """Whether the word has its capital from opening its sentence only: a common noun for people, bodies or places ("Dockers", "Union")."""
    opens = token.is_sent_start or token.nbor(-1).text in ("-", "–", "—", "--")
    if not opens or key(token.text) in load_gazetteer().labels or is_first_name(token.text):
        return False
    word = token.lower_
    plural = word.endswith("s") and (word[:-1] in _bare_nouns() or word.endswith(("ers", "ors", "ists")))
    return word in _bare_nouns() or plural or (cue_label(token.text) is not None and bool(token.whitespace_))


def _is_demonym(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a demonym or the beginning of one ("Sri" of "Sri Lankan"), or stand before a title ("Serbian Minister")."""
    text = doc[start:end].text
    if key(text) in load_gazetteer().labels:
        return False
    following = doc[end].text if end < len(doc) else ""
    return text in demonyms() or f"{text} {following}" in demonyms() or (doc[start].text in demonyms() and is_title(following))


def _is_edge(token: Token) -> bool:
    return token.text in _EDGES or token.is_space or token.lower_ in _ARTICLES


def _is_plain(token: Token) -> bool:
    """Whether the word is a common one in small letters ("northern", "city"), not the particle or brand that a name may begin with."""
    return bool(
        token.text.islower()
        and token.is_alpha
        and token.pos_ in ("NOUN", "ADJ", "VERB", "ADV", "DET", "ADP", "CCONJ", "PRON")
        and token.text != "al"
    )


def _is_body_word(token: Token) -> bool:
    return cue_label(token.text.capitalize()) == "ORG" and token.lower_ not in role_nouns()


def _title_at(doc: Doc, start: int, end: int) -> bool:
    word = doc[start].text
    if word in demonyms() and _title_at(doc, start + 1, end):
        return True
    if is_title(word):
        return not (is_first_name(word) and start + 2 == end)
    if start and doc[start - 1].lower_ in ("of", "for") and is_title_modifier(word):
        return True
    return is_title_modifier(word) and start + 2 < end and (is_title(doc[start + 1].text) or is_title_modifier(doc[start + 1].text))


def joined(doc: Doc, names: list[Name]) -> list[Name]:
    """Join the halves of a name that the model broke at "of", "&" or a hyphen ("Bank | of | England", "Wal | - | Mart")."""
    out: list[Name] = []
    for name in names:
        if len(out) > 1 and _belong_together(doc, out[-2], name) and out[-2].end + 1 == out[-1].start:
            del out[-1]  # a nickname that the model took for a name of its own
        last = out[-1] if out else None
        if last is not None and _belong_together(doc, last, name):
            label = last.label if last.label != "PERSON" or name.label == "PERSON" else name.label
            label = "ORG" if doc[name.start - 1].text == "&" or last.end == name.start else label
            out[-1] = Name(last.start, name.end, label, "joined")
        else:
            out.append(name)
    return out


def _is_nickname(words: list[str]) -> bool:
    """Whether a word or two stand between quotation marks, as between a first name and a surname: "Joaquín “El Chapo” Guzmán"."""
    quotes = ("“", '"', "‘", "'", "”", "’", "``", "''")
    return 3 <= len(words) <= 4 and words[0] in quotes and words[-1] in quotes and all(word[:1].isupper() for word in words[1:-1])


def _belong_together(doc: Doc, left: Name, right: Name) -> bool:
    gap = [token for token in doc[left.end : right.start] if not token.is_space]
    words = [token.lower_ for token in gap]
    if _is_nickname([token.text for token in gap]) and left.label == "PERSON" and left.length == 1 and right.length <= 2:
        return True
    if not words and left.label == "PERSON" and left.length == 1 and right.label == "ORG" and right.length > 1:
        return cue_label(doc[right.end - 1].text) == "ORG" and bool(doc[left.start].whitespace_)
    if not words and left.label == "LOC" and right.label != "PERSON" and cue_label(doc[right.end - 1].text) == "ORG":
        tied = right.start <= doc[left.end - 1].head.i < right.end and doc[left.end - 1].dep_ == "compound"
        return tied and bool(doc[left.end - 1].whitespace_) and key(left.text(doc)) not in load_gazetteer().weighty  # "Leeds | Crown Court"
    if words in (["of"], ["of", "the"], ["for"]):
        return left.label == "ORG" and right.label in ("LOC", "ORG") and cue_label(doc[left.end - 1].text) == "ORG"
    if words in (["-"], ["–"]):
        tight = not doc[left.end - 1].whitespace_ and not gap[0].whitespace_
        return left.label == right.label and tight and left.label != "LOC" and not is_known(doc[right.start].text)
    return words == ["&"] and (left.label == right.label == "ORG" or left.length == right.length == 1)

"""Names of a Doc, corrected: the model finds most spans and errs on their types, so tables, titles, cue words and the article itself overrule it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import Label, load_gazetteer
from pipeline.language.name_cues import cue_label, gender_of, is_first_name, is_title, is_title_modifier

_FROM_MODEL: dict[str, Label] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC",
    "PRODUCT": "THING", "WORK_OF_ART": "THING", "LAW": "THING", "EVENT": "THING",
}  # fmt: skip
_EDGES = frozenset("\"'“”‘’`.,;:!?()[]-–—…") | {"``", "''", "'s", "’s", "--"}
_JOINS = frozenset(("of", "for", "&", "and", "-", "–", "de", "del", "der", "von", "van", "bin", "al", "el", "la", "du", "da", "di"))
_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Name:
    """A named stretch: tokens `start` to `end` (exclusive), its label, and whether it rests on a table ("table"), a cue or the model."""

    start: int
    end: int
    label: Label
    how: str = "model"

    def text(self, doc: Doc) -> str:
        """Return its words as the article writes them, line ends as blanks."""
        return " ".join(str(doc[self.start : self.end].text).split())


def correct_names(doc: Doc, blocked: Iterable[tuple[int, int]] = ()) -> tuple[Name, ...]:
    """Return the Doc's names in order, without overlaps; `blocked` are (start_char, end_char) stretches that are no names, such as time expressions."""
    stretches = list(blocked)
    names = [name for entity in doc.ents if (name := _trimmed(doc, entity.start, entity.end, _FROM_MODEL.get(entity.label_))) is not None]
    names = _joined(doc, names)
    names = _with_table(doc, names)
    names = [_retyped(doc, name) for name in names]
    names = _by_article(doc, names)
    return tuple(name for name in names if not _is_blocked(doc, name, stretches))


def _trimmed(doc: Doc, start: int, end: int, label: Label | None) -> Name | None:
    """Return the name without quotes, articles, possessive endings and titles at its edges; None if nothing is left."""
    if label is None:
        return None
    while start < end and (doc[start].text in _EDGES or doc[start].is_space or doc[start].lower_ in _ARTICLES):
        start += 1
    while end > start and (doc[end - 1].text in _EDGES or doc[end - 1].is_space or doc[end - 1].lower_ in _ARTICLES):
        end -= 1
    titled = False
    while label == "PERSON" and end - start > 1 and _title_at(doc, start, end):
        start += 1
        titled = True
    if start == end or (label == "PERSON" and not titled and end - start == 1 and is_title(doc[start].text)):
        return None
    return Name(start, end, label)


def _title_at(doc: Doc, start: int, end: int) -> bool:
    word = doc[start].text
    if is_title(word):
        return not (is_first_name(word) and start + 2 == end)
    return is_title_modifier(word) and start + 2 < end and (is_title(doc[start + 1].text) or is_title_modifier(doc[start + 1].text))


def _joined(doc: Doc, names: list[Name]) -> list[Name]:
    """Join the halves of a name that the model broke at "of", "&" or a hyphen ("Bank | of | England", "Wal | - | Mart")."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and _belong_together(doc, last, name):
            label = last.label if last.label != "PERSON" or name.label == "PERSON" else name.label
            joined[-1] = Name(last.start, name.end, label, "joined")
        else:
            joined.append(name)
    return joined


def _belong_together(doc: Doc, left: Name, right: Name) -> bool:
    gap = [token for token in doc[left.end : right.start] if not token.is_space]
    words = [token.lower_ for token in gap]
    if words in (["of"], ["of", "the"], ["for"]):
        return left.label == "ORG" and right.label in ("LOC", "ORG") and cue_label(doc[left.end - 1].text) == "ORG"
    if words in (["-"], ["–"]):
        tight = not doc[left.end - 1].whitespace_ and not gap[0].whitespace_
        return left.label == right.label and tight and left.label != "LOC"
    return words == ["&"] and left.label == right.label == "ORG"


def _with_table(doc: Doc, names: list[Name]) -> list[Name]:
    """Give exact matches with the tables their label, and add those the model missed; a longer name keeps what lies inside it."""
    gazetteer = load_gazetteer()
    kept = list(names)
    for start, end, label in gazetteer.matches(doc):
        touching = [name for name in kept if name.start < end and start < name.end]
        if any(name.start <= start and end <= name.end and name.end - name.start > end - start for name in touching):
            continue
        if touching and any(name.start < start or name.end > end for name in touching):
            continue
        if touching and len(touching) == 1 and _is_person_here(doc, touching[0], start, end):
            continue
        if not touching and not _stands_alone(doc, start, end):
            continue
        kept = [name for name in kept if name not in touching] + [Name(start, end, label, "table")]
    return sorted(kept, key=lambda name: name.start)


def _is_person_here(doc: Doc, name: Name, start: int, end: int) -> bool:
    """Whether the model's PERSON stands against the table's place or body: a bare first name or one with a title."""
    if name.label != "PERSON" or end - start > 1:
        return False
    return _after_title(doc, start) or bool(gender_of(doc[start].text))


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether a match without support from the model is a name: not a common word, not part of a longer capitalised run."""
    words = doc[start:end]
    if end - start == 1:
        word = doc[start]
        if word.pos_ == "PRON" and word.text != "US":
            return False
        if word.text == "US" and _shouting(word):
            return False
        dotted = "." in word.text or (word.text.isupper() and len(word.text) > 1)
        if not dotted and word.pos_ != "PROPN":
            return False
    before, after = (doc[start - 1] if start else None), (doc[end] if end < len(doc) else None)
    if words[0].text[:1].isupper() and before is not None and _continues(before) and before.whitespace_:
        return False
    return not (after is not None and _continues(after) and words[-1].whitespace_ and end - start == 1 and words[0].pos_ == "PROPN" and after.dep_ == "flat")


def _continues(token: Token) -> bool:
    return bool(token.pos_ == "PROPN" and token.text[:1].isupper() and not is_title(token.text) and token.ent_type_ in ("PERSON", "ORG"))


def _shouting(word: Token) -> bool:
    near = [token for token in word.sent if token.is_alpha and len(token) > 1]
    return word.tag_ == "PRP" or (len(near) > 3 and sum(token.is_upper for token in near) > 0.6 * len(near))


def _after_title(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].text[:1].isupper() and is_title(doc[start - 1].text)


def _retyped(doc: Doc, name: Name) -> Name:
    """Return the name with the label its own words or the title before it call for."""
    if name.how == "table":
        return name
    last, first = doc[name.end - 1], doc[name.start]
    if _after_title(doc, name.start) and name.end - name.start <= 4 and cue_label(last.text) is None:
        return replace(name, label="PERSON", how="title")
    label = cue_label(last.text, first.text) if name.end - name.start > 1 else None
    if label is None and any(token.lower_ in ("of", "for") for token in doc[name.start : name.end]):
        label = next((cue for token in doc[name.start : name.end] if (cue := cue_label(token.text)) is not None and token.i < name.end - 1), None)
    if label is not None and not (name.label == "PERSON" and is_first_name(first.text) and label == "LOC"):
        return replace(name, label=label, how="cue")
    if name.label != "PERSON" and 2 <= name.end - name.start <= 3 and _looks_like_person(doc, name):
        return replace(name, label="PERSON", how="cue")
    return name


def _looks_like_person(doc: Doc, name: Name) -> bool:
    """Whether a body's or place's name is a person's: a first name that is rarely anything else, then words in capital letters."""
    words = [token.text for token in doc[name.start : name.end]]
    known = load_gazetteer()
    return name.label == "ORG" and is_first_name(words[0]) and all(word[:1].isupper() and word.isalpha() for word in words) and known.label(words[0]) is None and not _followed_by_noun(doc, name)


def _followed_by_noun(doc: Doc, name: Name) -> bool:
    return bool(doc[name.start : name.end].root.dep_ in ("compound", "amod"))


def _by_article(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Let the article's other mentions decide: a surname alone is its person, and one spelling has one label."""
    surnames = Counter(
        doc[name.end - 1].text for name in names if name.label == "PERSON" and name.end - name.start > 1 and name.how != "table"
    )
    spellings: dict[str, Counter[Label]] = {}
    for name in names:
        spellings.setdefault(name.text(doc), Counter())[name.label] += 3 if name.how in ("table", "title", "cue") else 1
    out = []
    for name in names:
        text = name.text(doc)
        if name.end - name.start == 1 and surnames[text] and (name.how != "table" or load_gazetteer().label(text) is None):
            out.append(replace(name, label="PERSON", how="surname"))
        else:
            best, votes = spellings[text].most_common(1)[0]
            out.append(name if votes <= spellings[text][name.label] else replace(name, label=best, how="article"))
    return out


def _is_blocked(doc: Doc, name: Name, stretches: list[tuple[int, int]]) -> bool:
    """Whether the name is a day, a month or lies in a blocked stretch (a longer name may hold one: "Sunday Times")."""
    words = [token.text.rstrip(".") for token in doc[name.start : name.end]]
    never = read_words("en/actors/never.txt")
    if all(word in never for word in words):
        return not (name.label == "PERSON" and (name.how in ("title", "surname") or len(words) > 1))
    first, last = doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])
    return any(start <= first and last <= end for start, end in stretches)

"""Names that only their capitals and a cue word or title give away ("Russian Foreign Ministry", "Prime Minister May")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.language.arcs import is_misread
from pipeline.language.data_files import read_words
from pipeline.language.name import Name
from pipeline.language.name_cues import cue_label, is_title, is_title_modifier
from pipeline.language.name_table import names_a_vote


def with_runs(doc: Doc, names: list[Name]) -> list[Name]:
    """Add capitalised runs that no name touches and that end in a cue word ("Clean Water Act"), and single words behind a title."""
    taken = {i for name in names for i in range(name.start, name.end)}
    out = list(names)
    for token in doc:
        if token.i in taken or not (token.pos_ == "PROPN" or is_misread(token) or _ends_a_firm(token)) or not token.text[:1].isupper():
            continue
        found = _run(doc, token, taken) or _titled_word(doc, token) or _opened_event(doc, token)
        if found is not None:
            out.append(found)
            taken.update(range(found.start, found.end))
    return sorted(out, key=lambda name: name.start)


def _run(doc: Doc, token: Token, taken: set[int]) -> Name | None:
    """Return the capitalised run that ends in this cue word, if it stands alone."""
    label = cue_label(token.text)
    if label not in ("ORG", "THING") or token.text in read_words("en/actors/never.txt") or is_headline(token):
        return None
    start = token.i
    while start > 0 and start - 1 not in taken and _may_belong(doc[start - 1]):
        start -= 1
    alone = not (start and start - 1 in taken) and not (token.i + 1 < len(doc) and token.i + 1 in taken)
    if start == token.i or not alone or names_a_vote(doc, start, token.i + 1):
        return None
    return Name(start, token.i + 1, label, "cue")


def _ends_a_firm(token: Token) -> bool:
    """Whether a capitalised plural, no proper noun to the tagger, ends a firm's name: "Kestrel Biosciences"."""
    before = token.nbor(-1) if token.i else token
    return token.tag_ == "NNS" and before.pos_ == "PROPN" and before.head.i == token.i and cue_label(token.text) == "ORG"


def _may_belong(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN") and not is_title(token.text)


def _titled_word(doc: Doc, token: Token) -> Name | None:
    """Return the word as a person if a title stands right before it ("Prime Minister May") and it is no title itself."""
    before = doc[token.i - 1] if token.i else None
    if before is None or not is_title(before.text) or not before.text[:1].isupper() or (before.is_sent_start and len(before) < 4):
        return None
    if is_title(token.text) or is_title_modifier(token.text) or not token.is_alpha or len(token) < 3:
        return None
    return Name(token.i, token.i + 1, "PERSON", "title")


def _opened_event(doc: Doc, token: Token) -> Name | None:
    """Return a storm, operation or vessel by the word that opens its name ("Hurricane Ida"), where the model saw no name at all."""
    before = doc[token.i - 1] if token.i else None
    if before is None or before.text not in read_words("en/actors/event_openers.txt") or not token.text[1:].islower():
        return None
    return Name(token.i - 1, token.i + 1, "THING", "cue") if before.whitespace_ and not is_headline(token) else None


def is_headline(token: Token) -> bool:
    """Whether the sentence capitalises most of its words, so that capitals prove nothing."""
    words = [word for word in token.sent if word.is_alpha and len(word) > 3]
    return len(words) > 4 and sum(word.text[:1].isupper() for word in words) > 0.7 * len(words)

"""One canonical name for each organisation of an article: legal forms dropped, acronyms and short forms traced to the full name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.actors.world import load_world
from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import load_gazetteer
from pipeline.language.name_article import is_public
from pipeline.language.name_cues import cue_label, legal_forms

_ACRONYM = re.compile(r"(?:[A-Z][A-Za-z]{0,2}&?){2,}\.?|(?:[A-Z]\.){2,}")
_SMALL = "en/actors/small_words.txt"
MAX_FULL_NAME = 10  # tokens looked at before "(ABC)"


def without_legal_form(name: str) -> str:
    """Return a firm's name without "Inc.", "plc" and the like, and without a leading "the".

    >>> without_legal_form("the Hartwell Group, Inc."), without_legal_form("Ford Motor Co")
    ('Hartwell Group', 'Ford Motor')
    """
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    while len(words) > 1 and (words[-1] in legal_forms() or words[-1].rstrip(".") in legal_forms()):
        words = words[:-1]
    if len(words) > 1 and words[-1] == "&":
        words = words[:-1]
    return " ".join(words).rstrip(",")


def introduced_acronyms(doc: Doc) -> dict[str, str]:
    """Return acronym -> full name for those introduced in brackets: "Nordic Data Agency (NDA)" or "NDA (Nordic Data Agency)"."""
    found: dict[str, str] = {}
    for i in range(1, len(doc) - 2):
        if doc[i].text != "(" or not doc[i + 1].text[:1].isalpha():
            continue
        close = next((j for j in range(i + 2, min(i + 2 + MAX_FULL_NAME, len(doc))) if doc[j].text == ")"), None)
        if close is None:
            continue
        inside, before = doc[i + 1 : close].text, doc[i - 1].text
        if close == i + 2 and _ACRONYM.fullmatch(inside):
            full = _full_name([token.text for token in doc[max(0, i - MAX_FULL_NAME) : i]], inside)
            if full:
                found[inside] = full
        elif _ACRONYM.fullmatch(before) and _full_name(inside.split(), before) == inside:
            found[before] = inside
    return found


def spelled_out(doc: Doc, acronyms: Collection[str]) -> dict[str, str]:
    """Return acronym -> the run of capitalised words in the text whose initials it is ("RSF": Rapid Support Forces), before the tables."""
    found: dict[str, str] = {}
    wanted = {text.replace(".", ""): text for text in acronyms if len(text.replace(".", "")) > 2 and text.replace(".", "").isupper()}
    openers = {letters[0] for letters in wanted}
    for token in doc if wanted else ():
        if token.text[0] not in openers or not token.text[1:].islower():
            continue
        for letters, text in wanted.items():
            run = doc[token.i : token.i + len(letters)]
            if text not in found and [word.text[0] for word in run] == list(letters) and all(word.text[1:].islower() for word in run):
                found[text] = run.text
    return found


def _full_name(words: Sequence[str], acronym: str) -> str:
    """Return the last words whose capitals spell the acronym, or ""."""
    letters = [letter for letter in acronym if letter.isalpha() and letter.isupper()]
    j = len(words)
    for letter in reversed(letters):
        j -= 1
        while j >= 0 and words[j].lower() in read_words(_SMALL) and words[j][:1].upper() != letter:
            j -= 1
        if j < 0 or words[j][:1].upper() != letter:
            return ""
    return " ".join(words[j:]) if len(words) - j >= len(letters) > 1 and words[j][:1].isupper() else ""


def canonical_bodies(texts: Sequence[str], acronyms: Mapping[str, str], taken: Collection[str] = ()) -> dict[str, str]:
    """Return spelling -> canonical name for the organisations of one article.

    A short form or the initials go to the one longer name that they stand for, in any order of appearance ("Hartwell" -> "Hartwell
    Industries", "AGT" -> "Adria Gate Terminals"), unless they are `taken`: the name of a place or a person of the article.
    """
    world = load_world()
    bare = {text: without_legal_form(acronyms.get(text, text)) for text in texts}
    known = {}
    for text in texts:  # what the article itself spells out wins over the tables
        body = world.body(bare[text]) if text in acronyms else world.body(text) or world.body(bare[text])
        if body is not None:
            known[text] = body.name
    full = sorted({name for name in bare.values() if " " in name}, key=lambda name: (-len(name), name))
    out = {}
    clubs = {name.rsplit(" ", 1)[0]: name for name in full if name.split()[-1] in read_words("en/actors/club_words.txt")}
    for text in texts:
        if text in clubs and len([name for name in full if name.startswith(text + " ")]) == 1:
            out[text] = clubs[text]
            continue
        if text in known:
            out[text] = known[text]
            continue
        longer = [] if bare[text] in taken else [name for name in full if _stands_for(bare[text], name)]
        chosen = longer[0] if len(longer) == 1 or _is_chain(longer) else bare[text]
        body = world.body(chosen)
        out[text] = body.name if body is not None else _with_usual_state(chosen)
    return out


def _stands_for(short: str, full: str) -> bool:
    """Whether the short form is the beginning, the initials or, for a club, the last word of the full name."""
    half = short in read_words("en/actors/club_words.txt") and full.endswith(" " + short)
    return half or _begins(short, full) or _is_initials(short, full)


def _is_chain(names: Sequence[str]) -> bool:
    """Whether each name, longest first, begins with the next: they are one body ("Adria Gate Terminals", "Adria Gate")."""
    return bool(names) and all(_begins(short, full) for full, short in pairwise(names))


def _with_usual_state(name: str) -> str:
    """Return a body's name with its state's usual short form ("US Navy" and "United States Navy" -> "U.S. Navy")."""
    words = name.split()
    for length in (2, 1):
        state = load_world().state(" ".join(words[:length])) if len(words) > length else ""
        short = load_world().short_forms.get(state)
        if short:
            return " ".join([short, *words[length:]])
    return name


def _begins(short: str, full: str) -> bool:
    """Whether the short form is the beginning of the full name, whole words, and the rest tells no other body of that name.

    >>> _begins("Adria Gate", "Adria Gate Terminals"), _begins("Bristol City", "Bristol City Council")
    (True, False)
    """
    if not full.startswith(short + " ") or load_gazetteer().label(short) is not None:
        return False
    rest = full[len(short) :].split()
    if rest[0] in ("&", "and"):
        return all(word in ("&", "and") or cue_label(word) == "ORG" or word in read_words("en/actors/firm_tails.txt") for word in rest)
    return not is_public(rest)


def _is_initials(short: str, full: str) -> bool:
    """Whether a word of three capitals or more is made of the first letters of the full name's words ("AGT")."""
    letters = short.replace(".", "")
    words = [word for word in full.replace("-", " ").split() if word.lower() not in read_words(_SMALL)]
    return len(letters) > 2 and letters.isupper() and letters == "".join(word[0] for word in words)

"""Whether a name in its sentence acts, says where, or is only cited: Moscow decides, the talks are in Moscow, Reuters reported."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.actors.identify import Known
from pipeline.actors.reading import Reading, role_of
from pipeline.actors.world import load_world
from pipeline.language.arcs import raised_to
from pipeline.language.data_files import read_words

_DASHES = frozenset(("-", "–", "—", "--", "("))


def cases(token: Token) -> list[Token]:
    """Return the prepositions of a noun, those it shares as a conjunct included ("between Moscow and Kyiv")."""
    own = [child for child in token.children if child.dep_ == "case" and child.pos_ in ("ADP", "SCONJ", "ADV")]
    if not own and token.dep_ == "conj" and token.head.i < token.i:
        return cases(token.head)
    return own


def is_where(reading: Reading, known: Known) -> bool:
    """Whether a state's or body's name only says where: behind "in", "near" and the like, or the goal of a movement."""
    root = reading.doc[known.head]
    if is_dateline(reading, known) or _names_a_venue(known, root):
        return True
    behind = [token.lower_ for token in reading.doc[known.name.end : known.name.end + 2]]
    if len(behind) == 2 and behind[0] == "-" and behind[1] in read_words("en/actors/hyphen_places.txt"):
        return True
    for case in cases(root):
        word = case.lower_
        if word in read_words("en/actors/place_prepositions.txt") and not (word == "in" and _takes_in(root)):
            return known.kind == "state" or word in ("at", "near", "outside", "inside")
        if (
            word in ("to", "from")
            and known.kind == "state"
            and _governor(root).lemma_.lower() in read_words("en/actors/movement_verbs.txt")
        ):
            return True
    return False


def _names_a_venue(known: Known, root: Token) -> bool:
    """Whether a state's name only tells where a contest or meeting is held ("the Luxembourg event")."""
    return known.kind == "state" and root.dep_ == "compound" and root.head.lemma_.lower() in read_words("en/actors/venue_nouns.txt")


def is_dateline_agency(reading: Reading, known: Known) -> bool:
    """Whether the name stands in a dateline's brackets, where the news agency is named ("LYON (Meridian Wire) -")."""
    doc, start, end = reading.doc, known.name.start, known.name.end
    if not (start > 0 and end + 1 < len(doc) and doc[start - 1].text == "(" and doc[end].text == ")"):
        return False
    return doc[end + 1].text in _DASHES and start - doc[start].sent.start < 12


def _governor(root: Token) -> Token:
    return root.head.head if root.dep_ == "conj" else root.head


def _takes_in(root: Token) -> bool:
    return any(
        token.lemma_.lower() in read_words("en/actors/in_takers.txt") or token.lower_ in read_words("en/actors/in_takers.txt")
        for token in _near(root)
    )


def _near(root: Token) -> Iterator[Token]:
    governor = _governor(root)
    yield governor
    case = next(iter(cases(root)), None)
    if case is not None and case.i > 0:
        yield root.doc[case.i - 1]


def is_dateline(reading: Reading, known: Known) -> bool:
    """Whether the name opens a paragraph as a dateline ("MOSCOW (Reuters) -", "GENEVA, March 3 -")."""
    doc, start = reading.doc, known.name.start
    if not (doc[start].is_sent_start or start == 0 or doc[start - 1].is_space):
        return False
    after = [token for token in doc[known.name.end : known.name.end + 12] if not token.is_space]
    if known.kind not in ("place", "state"):
        return False
    if after and after[0].text in _DASHES:
        return after[0].text != "(" or any(t.text in _DASHES and t.text != "(" for t in after[2:6])
    return (
        bool(after)
        and after[0].text == ","
        and any(t.text in ("–", "—", "--", "-") and t.whitespace_ for t in after[1:8])
        and not any(t.pos_ in ("VERB", "AUX") for t in after[:4])
    )


def is_metonym(reading: Reading, known: Known) -> bool:
    """Whether a capital or seat of power acts for its state here, rather than being a place."""
    root = reading.doc[known.head]
    seat = load_world().is_seat(known.text)
    if is_dateline(reading, known) or any(case.lower_ in read_words("en/actors/place_prepositions.txt") for case in cases(root)):
        return bool(seat and any(case.lower_ == "within" for case in cases(root)))
    if seat:
        return not _is_building(reading, known)
    return _acts(reading, known, root if root.dep_ != "conj" else root.head)


def _is_building(reading: Reading, known: Known) -> bool:
    root = reading.doc[known.head]
    if root.dep_ == "obj":
        return _governor(root).lemma_.lower() in read_words("en/actors/reaching_verbs.txt")
    moves = read_words("en/actors/movement_verbs.txt") | read_words("en/actors/taking_verbs.txt")
    return bool(cases(root)) and root.dep_ == "obl" and _governor(root).lemma_.lower() in moves


def _acts(reading: Reading, known: Known, root: Token) -> bool:
    """Whether a capital does what only a government does; a capital whose state is never named needs the clearest sign: it speaks."""
    raised = raised_to(root)
    governor = raised or root.head
    named = any(other.kind == "state" and other.canonical == known.stands_for for other in reading.known) or any(
        owner.is_state and owner.name == known.stands_for for owner in reading.owners.values()
    )
    named = named or _beside_an_actor(reading, root)
    if raised is not None or root.dep_ in ("obj", "iobj"):
        return governor._.event in ("REPORTING", "I_ACTION") or governor.lemma_ in read_words("en/actors/acted_on.txt")
    if root.dep_ == "nsubj":
        return _subject_acts(governor, named)
    if root.dep_ in ("nsubj:pass", "csubj"):
        return governor.lemma_.lower() in read_words("en/actors/acted_on.txt")
    if root.dep_ == "nmod:poss":
        return (bool(governor._.event) and role_of(governor) is None) or known.head in reading.owners
    words = {case.lower_ for case in cases(root)}
    if root.dep_ in ("obl", "nmod", "obl:agent") and words & read_words("en/actors/metonym_prepositions.txt"):
        role = role_of(governor)
        if words & {"to"} and role is not None and role.kind == "official":
            return True
        aims = read_words("en/actors/toward_state.txt")
        if words & {"between", "with", "against", "towards", "toward", "on"}:
            objects = [child for child in governor.children if child.dep_ in ("obj", "nsubj:pass")]
            return any(token.lemma_.lower() in aims for token in (governor, *objects)) or (
                bool(governor._.event) and bool(words & {"with", "against"})
            )
        if "by" in words and root.dep_ == "nmod":
            return bool(governor._.event)
        return "by" in words and root.dep_ in ("obl", "obl:agent") and any(child.dep_ == "aux:pass" for child in governor.children)
    return False


def _beside_an_actor(reading: Reading, root: Token) -> bool:
    """Whether it is coordinated with a state or a body ("Washington and the European Union called")."""
    others = (child.i for child in root.children if child.dep_ == "conj")
    return any(i in reading.by_token and reading.by_token[i].kind in ("state", "organisation") for i in (*others, root.i) if i != root.i)


def _subject_acts(governor: Token, named: bool) -> bool:
    lemma = governor.lemma_.lower()
    if governor.pos_ != "VERB":
        return lemma in read_words("en/actors/acted_on.txt") or governor.lower_ in read_words("en/actors/acted_on.txt")
    if lemma in read_words("en/actors/receiving_verbs.txt") and any(
        (role := role_of(child)) is not None and role.kind == "official" for child in governor.children if child.dep_ == "obj"
    ):
        return True
    if lemma in read_words("en/actors/receiving_verbs.txt") and any(
        _is_an_act(child) for child in governor.children if child.dep_ == "obj"
    ):
        return True  # "welcomed the deal"; not "welcomed visitors"
    if lemma in read_words("en/actors/place_subject_verbs.txt"):
        return False
    return named or governor._.event in ("REPORTING", "I_ACTION") or lemma in read_words("en/actors/government_verbs.txt")


def _is_an_act(token: Token) -> bool:
    """Whether the word names what somebody did or said, not who or what comes ("the deal", "the decision"; not "the festival")."""
    return token._.event in ("OCCURRENCE", "I_ACTION", "REPORTING") and token.lemma_.lower() not in read_words(
        "en/actors/hosted_events.txt"
    )


def is_cited_source(reading: Reading, known: Known) -> bool:
    """Whether a newspaper or broadcaster is only cited ("Reuters reported", "told the BBC", "according to The Register")."""
    root = reading.doc[known.head]
    if known.name.start and reading.doc[known.name.start - 1].text == "(" and (known.body_kind == "media" or known.name.start < 12):
        return True
    verbs = read_words("en/actors/source_phrases.txt")
    governor = _governor(root)
    if root.dep_ in ("nsubj", "obj", "iobj", "obl", "nmod", "nmod:poss", "conj", "parataxis", "obl:unmarked"):
        return governor.lemma_.lower() in verbs or governor.lower_ in verbs or any(c.lower_ == "according" for c in root.children)
    before = reading.doc[max(0, known.name.start - 3) : known.name.start]
    return any(token.lower_ == "according" for token in before) or root.dep_ in ("compound", "ROOT", "dep")

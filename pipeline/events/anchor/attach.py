"""Which predicate or event noun a time expression belongs to: by the parse, with safety nets (`nets`) where its arcs are often wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.events.anchor.asides import (
    asked_for,
    on_this_side,
    participle_of_aside,
    since_noun,
    verb_ahead,
    verb_behind_aside,
    verb_of_afterthought,
)
from pipeline.events.anchor.clause import clause_time
from pipeline.events.anchor.nets import (
    SUBJECTS,
    conjunct,
    governor_of_that_time,
    main_clause_of_opening,
    noun_before,
    puts_off,
    reporting_verb_before,
    rescheduled_noun,
    right_before,
    saying_in_a_document,
    scheduled_noun,
)
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said
from pipeline.events.anchor.relation import denied_before
from pipeline.events.anchor.words import giving_way
from pipeline.events.times import time_granted_for
from pipeline.language.data_files import read_words

_INSIDE_NOUN = ("nmod:poss", "poss", "compound", "amod", "nummod", "nmod:tmod", "nmod:unmarked", "npadvmod")


_SUPERLATIVE = ("JJS", "RBS")
_RECORD = 6  # words in which the record stands before "since"
_ORDINALS = ("first", "second", "third", "only", "last")
_NETS = (
    right_before,
    on_this_side,
    participle_of_aside,
    verb_behind_aside,
    verb_ahead,
    verb_of_afterthought,
    asked_for,
    since_noun,
)  # the nearest first


@dataclass(frozen=True, slots=True)
class TimeLink:
    """`said` belongs to the node at token index `node`; `certain` is 0 to 1. `inside_noun`: it stands inside that noun's phrase."""

    said: Said
    node: int
    certain: float
    inside_noun: bool = False


def attach(doc: Doc, nodes: dict[int, Node], said: Said) -> TimeLink | None:
    """Return the link of one statement of time to its node, or None if it dates nothing that is an event."""
    if said.kind == "none":
        return None
    top = _top(said)
    said = _around_noun(said, top)
    if said.kind == "since" and top.dep_ in _INSIDE_NOUN and top.head.i > top.i and top.head.i in nodes:
        return TimeLink(replace(said, kind=""), top.head.i, 0.9, True)  # "the worst defeat since the [1967] war": the war's year
    if _is_part_of_name_or_habit(said, top):
        return None
    if said.kind == "due" and (due := _what_is_due(said, nodes)) is not None:
        return TimeLink(said, due, 0.85)
    if said.kind in ("to", "until") and puts_off(top.head, said.kind):
        moved = rescheduled_noun(top, nodes)
        if moved is not None or said.kind == "to" or not clause_time(top.head).passive:
            return TimeLink(replace(said, kind="to"), moved, 0.75) if moved is not None else None
    if top.dep_ in ("obj", "dobj") and any(child.dep_ == "xcomp" and child.pos_ == "NOUN" for child in top.head.children):
        return None  # "declared [Friday] a day of mourning"
    granted = time_granted_for(top) if said.timex.type == "DURATION" else None
    if granted is not None and granted.i in nodes:
        return TimeLink(replace(said, kind="within"), granted.i, 0.9)
    predicate = _as_predicate(top, nodes)
    if predicate is not None:
        return TimeLink(said, predicate, 0.9)
    before_clause = reporting_verb_before(doc, said, nodes)
    owner, certain, inside = _climb(top, nodes, said)
    if before_clause is not None and not inside and (owner is None or owner >= said.span.end):
        return TimeLink(said, before_clause, 0.9)
    opening = main_clause_of_opening(said, nodes, owner)
    if opening is not None:
        return TimeLink(said, opening, 0.8)
    return _chosen(said, top, nodes, (owner, certain, inside))


def _what_is_due(said: Said, nodes: dict[int, Node]) -> int | None:
    """Return the event noun before "due", or "due" itself where that is the clause: "the results are due on 1 August"."""
    noun = noun_before(said.first_word, nodes)
    return noun if noun is not None else said.first_word if said.first_word in nodes else None


def _chosen(said: Said, top: Token, nodes: dict[int, Node], climbed: tuple[int | None, float, bool]) -> TimeLink | None:
    """Return the link to what the nets choose, else to what the parse gave: the node, how sure, and whether inside its phrase."""
    owner, certain, inside = climbed
    closer = next((found for net in _NETS if (found := net(said, nodes, owner)) is not None), None)
    if owner is None and closer is None:
        return _called_off(said, top, nodes) if inside else _nearest(said, nodes)
    if closer is None and inside and owner is not None and owner >= said.span.end:
        return TimeLink(replace(said, kind=""), owner, certain, True)  # "after [Sunday]'s vote": the vote is on Sunday
    chosen = closer if closer is not None else conjunct(said, nodes, owner or 0)
    fitting = scheduled_noun(nodes, chosen)
    if fitting is None:
        fitting = _called_off_plan(nodes[chosen].token, nodes)
    if fitting is None:
        fitting = saying_in_a_document(nodes, chosen)
    if fitting is None:
        fitting = governor_of_that_time(said, nodes, chosen)
    return TimeLink(said, fitting, certain if fitting == owner else 0.8, inside and fitting == owner)


def relation_of(doc: Doc, link: TimeLink) -> Said:
    """Return the link's statement with the verb's negation taken in ("will not open until Monday" opens on Monday)."""
    kind = denied_before(doc, link.said.first_word, link.said.kind, link.node)
    return replace(link.said, kind=kind)


def _top(said: Said) -> Token:
    """Return the word that ties the expression to the sentence; of several, the one whose governor stands nearest before it."""
    tops = [token for token in said.span if token.head.i not in range(said.span.start, said.span.end)]
    before = [token for token in tops if token.head.i < said.first_word]
    return max(before, key=lambda token: token.head.i) if before and len(tops) > 1 else said.span.root


def _around_noun(said: Said, top: Token) -> Said:
    """Return "after" a noun that is only known by its year as some time in or after that year ("rebuilt after the [2016] disaster")."""
    inside = top.dep_ in _INSIDE_NOUN and top.head.i > top.i and said.timex.granularity in ("month", "quarter", "year")
    return replace(said, kind="not_before") if inside and said.kind == "after" else said


def _is_part_of_name_or_habit(said: Said, top: Token) -> bool:
    """Whether the expression only describes a noun: "the Expo 2010", "the annual meeting", "the worst since 1990"."""
    if said.timex.type == "SET" and top.dep_ in _INSIDE_NOUN and top.head.i > top.i:
        return True
    if _is_numbered(said):
        return True
    if said.kind == "since" and (_is_superlative(top.head) or _ends_a_record(said)):
        return True
    bare_year = said.timex.granularity == "year" and said.kind == "" and len(said.span) == 1
    before = said.span.doc[said.span.start - 1] if said.span.start > said.span.sent.start else None
    return bare_year and before is not None and before.pos_ == "PROPN" and not _names_a_day(before)


def _is_numbered(said: Said) -> bool:
    """Whether a season or weekday is counted within something longer: "was killed in the second [winter]"."""
    before = said.span.doc[said.span.start - 1].lower_ if said.span.start else ""
    return len(said.span) == 1 and before in read_words("en/anchor/day_numbers.txt") - {"last"}


def _names_a_day(word: Token) -> bool:
    """Whether the name before a year is that of a day: "on Midsummer Eve [1959]", not "at the Expo 2010"."""
    while word.i > word.sent.start and word.pos_ == "PROPN":
        word = word.nbor(-1)
    return bool(word.lower_ == "on")


def _is_superlative(word: Token) -> bool:
    """Whether "since" measures a record ("the highest since 2008", "the worst flood since 1990")."""
    return word.tag_ in _SUPERLATIVE or any(child.tag_ in _SUPERLATIVE for child in word.children if child.dep_ in ("amod", "advmod"))


def _ends_a_record(said: Said) -> bool:
    """Whether a record stands right before the expression, wherever the parse hung it: "reached their first cup final since 1981"."""
    for word in reversed(said.span.doc[max(said.span.sent.start, said.first_word - _RECORD) : said.first_word]):
        if word.tag_ in _SUPERLATIVE or word.lower_ in _ORDINALS:
            return True
        if word.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "PART"):
            return False
    return False


def _as_predicate(top: Token, nodes: dict[int, Node]) -> int | None:
    """Return the event that the sentence says is at this time: "The hearing is on Monday" -> hearing."""
    if not any(child.dep_ == "cop" for child in top.children):
        return None
    for child in top.children:
        if child.dep_ in SUBJECTS:
            return child.i if child.i in nodes else None
    return None


def _called_off_plan(participle: Token, nodes: dict[int, Node]) -> int | None:
    """Return the verb that calls off what was planned for the day: "the curfew planned [for January] has been dropped"."""
    noun = participle.head
    planned = participle.dep_ == "acl" and participle.lemma_ in giving_way() and noun.dep_ in ("nsubj:pass", "nsubjpass")
    off = planned and noun.head.lemma_ in read_words("en/anchor/coming_off.txt") and noun.i not in nodes
    return noun.head.i if off and noun.head.i in nodes else None


def _called_off(said: Said, top: Token, nodes: dict[int, Node]) -> TimeLink | None:
    """Return the link of a plain noun's day to the verb that calls it off or takes part: "[Wednesday]'s performance is cancelled"."""
    verb = top.head.head
    if verb.i not in nodes:
        return None
    off = top.head.dep_ in ("nsubj:pass", "nsubjpass") and verb.lemma_ in read_words("en/anchor/coming_off.txt")
    part = top.head.dep_ in ("obj", "dobj") and verb.lemma_ in read_words("en/anchor/taking_part.txt")
    return TimeLink(replace(said, kind=""), verb.i, 0.75) if off or part else None


def _climb(top: Token, nodes: dict[int, Node], said: Said) -> tuple[int | None, float, bool]:
    """Return the first node above, how sure that is, and whether the expression stands inside a noun phrase."""
    certain, word = 0.95, top
    for _ in range(12):
        dep, up = word.dep_, word.head
        if up.i == word.i:
            return None, 0.0, False
        owned = dep in ("nmod:poss", "poss")  # the preposition before it is then the noun's
        within = word.i == top.i and dep in _INSIDE_NOUN and up.i > word.i and (owned or said.kind in ("", "for"))
        if up.i in nodes and not (said.first_word <= up.i < said.span.end):
            noun = nodes[up.i].is_noun
            bare = said.kind == "" and said.span.doc[said.first_word - 1].pos_ != "ADP"
            if noun and not within and bare and up.i < top.i and up.dep_.startswith(("obl", "nmod")):
                certain, word = certain - 0.1, up  # "... at the congress in Rome [two weeks ago]": the clause's time
                continue
            return up.i, certain if not noun or within else certain - 0.1, noun
        if up.pos_ == "ADJ" and up.dep_ in ("amod", "acl", "appos") and up.i < top.i and up.lemma_ not in giving_way():
            return None, 0.0, True  # "a line, idle [since October], will stay shut"
        if up.i < top.i and _is_aside_of_subject(up, top):
            return None, 0.0, True  # "Rovers, unbeaten [since August], took the lead", "Vik, leader [since May], told"
        if within and up.pos_ in ("NOUN", "PROPN") and not _is_setting(up):
            return None, 0.0, True
        if dep in ("appos", "conj", "list") or up.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            certain -= 0.1
        word = up
    return None, 0.0, False


def _is_aside_of_subject(word: Token, time: Token) -> bool:
    """Whether what the time belongs to only says between commas who or what the subject is; its verb stands behind the time."""
    if word.pos_ == "ADJ" and word.dep_ == "advcl":
        verb = word.head
    elif word.pos_ in ("NOUN", "PROPN") and word.dep_ == "appos" and word.head.dep_ in SUBJECTS:
        verb = word.head.head
    else:
        return False
    first = word.left_edge.i
    marks = [word.doc[i].text for i in (first - 1, first) if i >= word.sent.start]
    return verb.i > time.i and "," in marks


def _is_setting(noun: Token) -> bool:
    """Whether the noun is where the clause takes place: "in a Wednesday interview", "at Sunday's final"."""
    first = noun.left_edge.i
    if noun.pos_ == "PROPN" and first and noun.doc[first - 1].lemma_ in read_words("en/anchor/printed_works.txt"):
        return False  # "denied a report in [Sunday]'s Ledger"
    return noun.dep_.startswith("obl") and any(child.dep_ == "case" and child.lower_ in ("in", "at", "during") for child in noun.children)


def _nearest(said: Said, nodes: dict[int, Node]) -> TimeLink | None:
    """Return a weak link to the nearest node of the sentence, the one before the expression first."""
    sentence = said.span.sent
    before = [i for i in range(said.first_word - 1, sentence.start - 1, -1) if i in nodes]
    after = [i for i in range(said.span.end, sentence.end) if i in nodes]
    near = before[:1] or after[:1]
    return TimeLink(said, near[0], 0.5) if near else None

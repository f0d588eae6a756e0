"""Which predicate or event noun a time expression belongs to: by the parse, with safety nets for arcs that are often wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said
from pipeline.events.anchor.relation import denied_before
from pipeline.events.anchor.words import attribution_verbs, complement_times, giving_way

_INSIDE_NOUN = ("nmod:poss", "poss", "compound", "amod", "nummod", "nmod:tmod", "nmod:unmarked", "npadvmod")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj")


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
    top = said.span.root
    if _is_part_of_name_or_habit(said, top):
        return None
    if said.kind == "due" and (noun := _noun_before(said.first_word, nodes)) is not None:
        return TimeLink(said, noun, 0.85)
    predicate = _as_predicate(top, nodes)
    if predicate is not None:
        return TimeLink(said, predicate, 0.9)
    before_clause = _reporting_verb_before(doc, said, nodes, top)
    owner, certain, inside = _climb(top, nodes, said)
    if before_clause is not None and (owner is None or owner > said.span.end):
        return TimeLink(said, before_clause, 0.9)
    if owner is None:
        return None if inside else _nearest(said, nodes)
    closer = _main_clause_of_opening(said, nodes, owner)
    if closer is not None:
        return TimeLink(said, closer, 0.8)
    closer = _subject_or_gerund_before(said, nodes, owner)
    if closer is not None:
        return TimeLink(said, closer, 0.8, nodes[closer].is_noun)
    if inside and owner >= said.span.end:
        return TimeLink(replace(said, kind=""), owner, certain, True)  # "after [Sunday]'s vote": the vote is on Sunday
    scheduled = _scheduled_noun(nodes, owner)
    if scheduled is not None:
        return TimeLink(said, scheduled, 0.85)
    fitting = _governor_of_that_time(said, nodes, owner)
    return TimeLink(said, owner, certain, inside) if fitting == owner else TimeLink(said, fitting, 0.8)


def _scheduled_noun(nodes: dict[int, Node], owner: int) -> int | None:
    """Return the event noun that a participle schedules: "a trip to Vienna planned [for Thursday]", "the vote, first set [for 5 April]"."""
    node = nodes[owner]
    if node.token.tag_ != "VBN" or node.token.lemma_ not in giving_way() or node.token.dep_ not in ("acl", "acl:relcl", "amod"):
        return None
    return _noun_before(owner, nodes)


def _governor_of_that_time(said: Said, nodes: dict[int, Node], owner: int) -> int:
    """Return the owner, or the clause above it whose tense fits the expression where the owner's does not.

    "agreed to buy it [last May]": agreeing is past, buying lies ahead. "plans to clear what is left [by the end of next year]".
    """
    node = nodes[owner]
    if said.timex.direction == "past" and node.time.tense == "infinitive" and node.token.dep_ == "xcomp" and node.parent is not None:
        above = nodes[node.parent]
        later = complement_times().get(above.token.lemma_, "later") == "later"
        return node.parent if later and above.time.looks_back and said.kind in ("", "at", "during") else owner
    if said.kind == "by" and said.timex.direction == "future" and node.time.tense in ("present", "participle") and not node.is_noun:
        for _ in range(4):
            if node.parent is None:
                return owner
            node = nodes[node.parent]
            if node.time.tense == "infinitive" or node.time.looks_ahead:
                return int(node.token.i)
    return owner


def relation_of(doc: Doc, link: TimeLink) -> Said:
    """Return the link's statement with the verb's negation taken in ("will not open until Monday" opens on Monday)."""
    kind = denied_before(doc, link.said.first_word, link.said.kind, link.node)
    said = link.said
    return said if kind == said.kind else Said(said.timex, said.span, kind, said.first_word, said.last)


def _is_part_of_name_or_habit(said: Said, top: Token) -> bool:
    """Whether the expression only describes a noun: a year at the end of a name ("the Expo 2010"), "the annual meeting"."""
    if said.timex.type == "SET" and top.dep_ in _INSIDE_NOUN and top.head.i > top.i:
        return True
    bare_year = said.timex.granularity == "year" and said.kind == "" and len(said.span) == 1
    before = said.span.doc[said.span.start - 1] if said.span.start > said.span.sent.start else None
    return bare_year and before is not None and before.pos_ == "PROPN"


def _noun_before(place: int, nodes: dict[int, Node]) -> int | None:
    """Return the nearest event noun before the token in its sentence, up to a verb other than the noun's own auxiliaries."""
    if not nodes:
        return None
    doc = next(iter(nodes.values())).token.doc
    for i in range(place - 1, doc[place].sent.start - 1, -1):
        if i in nodes:
            return i if nodes[i].is_noun else None
        if doc[i].pos_ == "VERB":
            return None
    return None


def _as_predicate(top: Token, nodes: dict[int, Node]) -> int | None:
    """Return the event that the sentence says is at this time: "The hearing is on Monday" -> hearing."""
    if not any(child.dep_ == "cop" for child in top.children):
        return None
    for child in top.children:
        if child.dep_ in _SUBJECTS:
            return child.i if child.i in nodes else None
    return None


def _climb(top: Token, nodes: dict[int, Node], said: Said) -> tuple[int | None, float, bool]:
    """Return the first node above, how sure that is, and whether the expression stands inside a noun phrase."""
    certain, word = 0.95, top
    for _ in range(12):
        dep, up = word.dep_, word.head
        if up.i == word.i:
            return None, 0.0, False
        within = word.i == top.i and dep in _INSIDE_NOUN and up.i > word.i and said.kind in ("", "for")
        if up.i in nodes and not (said.first_word <= up.i < said.span.end):
            noun = nodes[up.i].is_noun
            if noun and not within and said.kind == "" and up.i < top.i and up.dep_.startswith(("obl", "nmod")):
                certain, word = certain - 0.1, up  # "... at the congress in Rome [two weeks ago]": the clause's time
                continue
            return up.i, certain if not noun or within else certain - 0.1, noun
        if within and up.pos_ in ("NOUN", "PROPN") and not _is_setting(up):
            return None, 0.0, True
        if dep in ("appos", "conj", "list") or up.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            certain -= 0.1
        word = up
    return None, 0.0, False


def _subject_or_gerund_before(said: Said, nodes: dict[int, Node], owner: int) -> int | None:
    """Return the event right before the expression where the parse overshot it.

    An event noun that is the subject of what follows ("the concert [on Friday] was cancelled"), a participle behind its noun, or an
    -ing clause of another time ("rest before sailing [on Friday]").
    """
    before = said.first_word - 1
    node = nodes.get(before)
    if node is None or before == owner:
        return None
    if node.is_noun:
        subject = owner > said.span.end and (node.token.dep_ in _SUBJECTS or said.kind == "")
        return before if subject and said.kind in ("", "at", "during") else None
    if node.token.tag_ == "VBN" and node.time.tense == "participle":
        return before  # "a levee promised [in 2011] was never built", "a strike planned [for Thursday]"
    other_time = node.mark in ("before", "after", "since") and node.token.tag_ == "VBG"
    return before if other_time and node.parent == owner else None


def _main_clause_of_opening(said: Said, nodes: dict[int, Node], owner: int) -> int | None:
    """Return the sentence's main predicate for an opening phrase that the parse hung on a subordinate clause behind its comma.

    "On 1 July, prisoners captured at Rabaul left" - the day is that of leaving.
    """
    doc, sentence = said.span.doc, said.span.sent
    opens = all(token.is_space or token.is_punct or token.pos_ in ("CCONJ", "ADV") for token in doc[sentence.start : said.first_word])
    behind = doc[said.span.end] if said.span.end < sentence.end else None
    if not opens or behind is None or owner <= said.span.end or doc[owner].dep_ not in ("acl", "acl:relcl"):
        return None
    word = doc[owner]
    while word.dep_ != "ROOT" and word.head.i != word.i:
        word = word.head
    return word.i if word.i in nodes else None


def _is_setting(noun: Token) -> bool:
    """Whether the noun is where the clause takes place: "in a Wednesday interview", "at Sunday's final"."""
    return noun.dep_.startswith("obl") and any(child.dep_ == "case" and child.lower_ in ("in", "at", "during") for child in noun.children)


def _reporting_verb_before(doc: Doc, said: Said, nodes: dict[int, Node], top: Token) -> int | None:
    """Return the verb of saying that stands right before the expression ("announced [Monday] it is expelling"), its object skipped."""
    if said.kind not in ("", "at"):
        return None
    i = said.first_word - 1
    start = said.span.sent.start
    sayers = attribution_verbs()
    for _ in range(4):
        if i < start or doc[i].is_punct:
            return None
        if i in nodes and not nodes[i].is_noun:
            return i if doc[i].lemma_ in sayers or doc[i]._.event == "REPORTING" else None
        if doc[i].dep_ in _SUBJECTS or doc[i].pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "PART", "ADP"):
            return None
        i -= 1
    return None


def _nearest(said: Said, nodes: dict[int, Node]) -> TimeLink | None:
    """Return a weak link to the nearest node of the sentence, the one before the expression first."""
    sentence = said.span.sent
    before = [i for i in range(said.first_word - 1, sentence.start - 1, -1) if i in nodes]
    after = [i for i in range(said.span.end, sentence.end) if i in nodes]
    near = before[:1] or after[:1]
    return TimeLink(said, near[0], 0.5) if near else None

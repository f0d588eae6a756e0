"""Safety nets for arcs that a parser often gets wrong: where the words around a time expression say more than the tree."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said
from pipeline.events.anchor.words import attribution_verbs, complement_times, giving_way
from pipeline.events.grammar import lemma_of
from pipeline.events.lexicon import pairs
from pipeline.language.data_files import read_words

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj")


def conjunct(said: Said, nodes: dict[int, Node], owner: int) -> int:
    """Return the verb joined to the owner that the expression stands with: the last one before it, or the one whose clause it opens."""
    joined: list[int] = [
        child.i for child in nodes[owner].token.children if child.dep_ == "conj" and child.i in nodes and not nodes[child.i].is_noun
    ]
    first = said.first_word
    if first > owner and said.span.doc[first - 1].dep_ == "cc" and (behind := [i for i in joined if i >= said.span.end]):
        return behind[0]
    if first > owner and said.span.doc[first - 1].text in (";", "—", "–"):
        behind = [i for i in nodes if i >= said.span.end and nodes[i].token.dep_ == "parataxis" and i < said.span.sent.end]
        if behind:
            return behind[0]
    before = [i for i in joined if owner < i < first]
    return before[-1] if before else owner


def scheduled_noun(nodes: dict[int, Node], owner: int) -> int | None:
    """Return the event noun that a participle schedules: "a trip to Vienna planned [for Thursday]", "the vote, first set [for 5 April]".

    Or of which a relative clause only says that it took place: "the accident, which occurred [yesterday]".
    """
    node = nodes[owner]
    if (
        node.token.dep_ == "acl:relcl"
        and node.token.head.i in nodes
        and (lemma_of(node.token), "subject") in pairs("light_verbs.csv", "verb", "role")
    ):
        return int(node.token.head.i) if any(child.tag_ == "WDT" and child.dep_ in SUBJECTS for child in node.token.children) else None
    bare = node.token.dep_ == "xcomp" and not any(child.dep_.startswith("aux") for child in node.token.children)
    attached = (bare or node.token.dep_ in ("acl", "acl:relcl", "amod", "appos", "advcl")) and node.token.tag_ in ("VBN", "VBD")
    active = _subject_of(node) and not node.time.passive
    if not attached or active or node.token.lemma_ not in giving_way():
        return None
    for child in node.token.children:
        if child.dep_ in SUBJECTS and child.dep_ != "nsubj:outer" and child.pos_ == "NOUN" and child.i < owner:
            return child.i if child.i in nodes else None  # "an inquiry whose first findings are expected within ten days"
    return noun_before(owner, nodes)


def saying_in_a_document(nodes: dict[int, Node], owner: int) -> int | None:
    """Return the verb whose document a date belongs to: "In a memo dated [July 6], an engineer warned"."""
    node = nodes[owner]
    if node.token.lemma_ != "date" or node.token.dep_ != "acl":
        return None
    above = node.parent
    while above is not None and nodes[above].is_noun:
        above = nodes[above].parent
    return above if above is not None and node.token.head.dep_.startswith("obl") else None


def puts_off(verb: Token, kind: str) -> bool:
    """Whether the verb gives its object the new time behind it: "moved the hearing to May", "put off repairs until next year"."""
    if verb.lemma_ not in read_words("en/anchor/rescheduling.txt"):
        return False
    off = any(child.lower_ in ("off", "back") for child in verb.children)
    return kind == "to" or off or verb.lemma_ in read_words("en/anchor/putting_off.txt")


def rescheduled_noun(top: Token, nodes: dict[int, Node]) -> int | None:
    """Return the event that got a new date: "the [hearing] was adjourned to 25 November"; the adjourning itself was not then."""
    for child in top.head.children:
        if child.dep_ in (*SUBJECTS, "obj", "dobj") and child.i in nodes and nodes[child.i].is_noun:
            return int(child.i)
    return None


def governor_of_that_time(said: Said, nodes: dict[int, Node], owner: int) -> int:
    """Return the owner, or the clause above it whose tense fits the expression where the owner's does not.

    "agreed to buy it [last May]": agreeing is past, buying lies ahead. "plans to clear what is left [by the end of next year]".
    """
    node = nodes[owner]
    if said.timex.direction == "past" and node.time.tense == "infinitive" and node.token.dep_ == "xcomp" and node.parent is not None:
        above = nodes[node.parent]
        if above.token.lemma_ in giving_way():
            return owner  # "was supposed to leave a year ago"
        later = complement_times().get(above.token.lemma_, "later") == "later"
        return node.parent if later and above.time.looks_back and said.kind in ("", "at", "during") else owner
    if said.timex.direction == "past" and node.time.tense == "infinitive" and node.token.dep_ == "advcl" and node.parent is not None:
        giving = nodes[node.parent].token.lemma_ in read_words("en/anchor/granting_verbs.txt")
        return node.parent if giving and said.kind in ("", "at", "during") else owner  # "gave them 72 hours to leave [on Monday]"
    if said.timex.direction == "past" and node.time.tense == "infinitive" and node.token.dep_ == "acl":
        told = [i for i in nodes if owner < i < said.first_word and nodes[i].token.tag_ == "VBN" and not _subject_of(nodes[i])]
        return told[-1] if told and said.kind in ("", "at", "during") else owner  # "a plan to close it, reported [last month]"
    if said.kind == "by" and said.timex.direction == "future" and node.time.tense in ("present", "participle") and not node.is_noun:
        for _ in range(4):
            if node.parent is None:
                return owner
            node = nodes[node.parent]
            if node.time.tense == "infinitive" or node.time.looks_ahead:
                return int(node.token.i)
    return owner


def noun_before(place: int, nodes: dict[int, Node]) -> int | None:
    """Return the nearest event noun before the token in its sentence, up to a verb other than the noun's own auxiliaries."""
    if not nodes:
        return None
    doc = next(iter(nodes.values())).token.doc
    for i in range(place - 1, doc[place].sent.start - 1, -1):
        if i in nodes:
            if not nodes[i].is_noun:
                return None
            return _whole_phrase(i, nodes) if doc[place - 1].text == "," else i
        if doc[i].pos_ == "VERB":
            return None
    return None


def _whole_phrase(noun: int, nodes: dict[int, Node]) -> int:
    """Return the event noun that the whole phrase names: behind a comma "a vote on the design, due on Tuesday" tells of the vote."""
    while nodes[noun].token.dep_ == "nmod" and (above := nodes[noun].token.head.i) in nodes and nodes[above].is_noun:
        noun = above
    return noun


def reporting_verb_before(doc: Doc, said: Said, nodes: dict[int, Node]) -> int | None:
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
        if doc[i].dep_ in SUBJECTS or doc[i].pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "PART", "ADP"):
            return None
        i -= 1
    return None


def right_before(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the event right before the expression where the parse overshot it.

    An event noun that is the subject of what follows ("the concert [on Friday] was cancelled"), a participle behind its noun ("a levee
    promised [in 2011] was never built"), or an -ing clause of another time ("rest before sailing [on Friday]").
    """
    before = said.first_word - 1
    node = nodes.get(before)
    if node is None or before == owner:
        return None
    ahead = owner is None or owner >= said.span.end
    if node.is_noun:
        subject = ahead and (node.token.dep_ in SUBJECTS or said.kind == "")
        return before if subject and said.kind in ("", "at", "during") else None
    behind = said.span.doc[said.span.end] if said.span.end < said.span.sent.end else None
    if ahead and owner is not None and behind is not None and behind.pos_ == "AUX" and behind.head.i == owner:
        return before
    if node.token.tag_ in ("VBN", "VBD") and node.token.dep_ in ("acl", "amod", "advcl", "appos", "parataxis") and not _subject_of(node):
        return before
    other_time = node.mark in ("before", "after", "since") and node.token.tag_ == "VBG"
    return before if other_time and node.parent == owner else None


def _subject_of(node: Node) -> bool:
    return any(child.dep_ in SUBJECTS for child in node.token.children)


def main_clause_of_opening(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the sentence's main predicate for an opening phrase that the parse hung on a subordinate clause behind its comma.

    "On 1 July, prisoners captured at Rabaul left" - the day is that of leaving.
    """
    doc, sentence = said.span.doc, said.span.sent
    opens = all(token.is_space or token.is_punct or token.pos_ in ("CCONJ", "ADV") for token in doc[sentence.start : said.first_word])
    behind = doc[said.span.end] if said.span.end < sentence.end else None
    if not opens or owner is None or behind is None or owner <= said.span.end or doc[owner].dep_ not in ("acl", "acl:relcl"):
        return None
    word = doc[owner]
    while word.dep_ != "ROOT" and word.head.i != word.i:
        word = word.head
    return word.i if word.i in nodes else None

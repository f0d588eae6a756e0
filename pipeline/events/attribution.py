"""Who says it: attribution verbs, what they report, and whose claim an event is."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from pipeline.events.grammar import SUBJECTS, climb, kid, kids, lemma_of
from pipeline.events.lexicon import attribution_verbs, words


def is_attribution(verb: Token) -> bool:
    """Whether the verb can report speech."""
    return verb.pos_ == "VERB" and (lemma_of(verb) in attribution_verbs() or verb.lemma_.lower() in attribution_verbs())


def asks_for(verb: Token) -> bool:
    """Whether "ask" is a request for something and reports nothing: "asks the Union for help"."""
    behind = any(child.lower_ == "for" for noun in kids(verb, "obl") for child in kids(noun, "case"))
    return verb.lemma_ == "ask" and behind and kid(verb, "ccomp") is None


def speech_row(verb: Token) -> str:
    """Return when an attribution verb is a row: never, body or always."""
    table = attribution_verbs()
    return table.get(lemma_of(verb)) or table.get(verb.lemma_.lower(), "always")


def reports(verb: Token, quoted: frozenset[int]) -> bool:
    """Whether the verb reports something: it has a clause, stands beside a quotation, or is itself slipped into one."""
    told = kid(verb, "nsubj:pass")  # "the suspect is at large; he has not been found" reports nothing
    edge = verb.left_edge if verb.left_edge.is_punct else verb.doc[max(0, verb.left_edge.i - 1)]
    if verb.dep_ == "parataxis" and edge.text == ";" and kid(verb, "obj") is not None and kid(verb, "ccomp") is None:
        return False  # "the van was stolen; its owner reported the theft"
    if kid(verb, "ccomp", "parataxis") is not None or (verb.dep_ == "parataxis" and (told is None or told.lower_ == "it")):
        return True
    if verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text in {"”", '"', "''"}:
        return True
    edges = (verb.left_edge.i - 1, verb.i + 1, verb.right_edge.i + 1)
    return any(place in quoted or place + 1 in quoted for place in edges) or any(
        child.i in quoted for child in kids(verb, "obj", "xcomp", "obl")
    )


def to_a_body(verb: Token) -> bool:
    """Whether it is said formally before a body: "told the Security Council", "told the regulator"."""
    hearers = [
        *kids(verb, "iobj", "obj"),
        *(child for child in kids(verb, "obl") if any(c.lower_ in {"to", "before"} for c in kids(child, "case"))),
    ]
    return any(hearer.lemma_.lower() in words("bodies.txt") for hearer in hearers)


def reported_by(token: Token) -> Token | None:
    """Return the attribution verb that reports the clause the token stands in, None if nobody does.

    "The dam broke, officials said": said is a parataxis of broke. "Officials said the dam broke": broke is said's ccomp.
    """
    below = token
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i > token.sent.start else token
    if (
        token.pos_ == "VERB"
        and before.i != token.i
        and is_attribution(before)
        and kid(before, "ccomp", "obj", "xcomp") is None
        and before.tag_ != "VBN"
    ):
        return before  # "a statement alleging the men stole it": the clause right behind the verb, whatever the parser made of it
    seen = _aside(below)
    if seen is not None:
        return seen
    for head in climb(token):
        if _sets_apart(below):
            return None
        if is_attribution(head) and below.dep_ in {"acl", "advcl"} and _told_behind(below, head):
            return head
        if (
            is_attribution(head)
            and below.dep_ in {"ccomp", "xcomp", "parataxis", "obj"}
            and (below.dep_ not in {"xcomp", "obj"} or below.tag_ == "VBG")
        ):
            return head
        if (head.pos_ == "NOUN" and below.dep_ == "acl" and head.lemma_ in words("claims.txt")) and below.tag_ != "VBG":
            return head
        if (aside := _aside(head)) is not None and aside.i != below.i:
            return aside
        below = head
    return None


def _sets_apart(clause: Token) -> bool:
    """Whether the clause sets a story of its own beside what is said: "Peru said it agreed, while Chile recalled its envoy"."""
    apart = clause.dep_ == "advcl" and any(mark.lower_ in words("contrast_marks.txt") for mark in kids(clause, "mark"))
    first = clause.left_edge
    comma = "," in (first.text, clause.doc[max(0, first.i - 1)].text)
    return apart and comma and kid(clause, *SUBJECTS) is not None


def _told_behind(clause: Token, verb: Token) -> bool:
    """Whether the verb stands behind the whole clause with a subject of its own: "The quake killed forty, officials said"."""
    subject = kid(verb, *SUBJECTS)
    return clause.i < verb.i and subject is not None and clause.i < subject.i and kid(clause, "mark") is None


def _aside(clause: Token) -> Token | None:
    """Return the attribution verb that is slipped in beside the clause (", officials said")."""
    for child in clause.children:
        if (
            child.dep_ == "parataxis"
            and is_attribution(child)
            and any(c.dep_ in SUBJECTS for c in child.children)
            and child.i > clause.left_edge.i
            and child.doc[max(child.left_edge.i - 1, 0)].text != ";"  # "Two suits were filed; the city declined to comment"
            and child.left_edge.text != ";"
        ):
            return child
    return None


def according_to(token: Token) -> Token | None:
    """Return the source of an "according to" that stands in the token's clause or above it."""
    for head in (token, *climb(token)):
        for child in head.children:
            cases = [c for c in child.children if c.lower_ == "according"]
            if cases and child.pos_ != "VERB":
                return child
            if child.lower_ == "according":
                source = kid(child, "obl", "obj", "nmod", "pobj")
                if source is not None:
                    return source
    return None


def speakers_of_quotes(doc: Doc, quoted: frozenset[int]) -> dict[int, Token]:
    """Return, for each token of a sentence that is wholly a quotation, the attribution verb of its paragraph.

    The verb of the sentence before, else of the one behind, within the same paragraph.
    """
    found: dict[int, Token] = {}
    sentences = list(doc.sents)
    verbs = [_speech_verb(doc, sentence.start, sentence.end, quoted) for sentence in sentences]
    contents = [[token.i for token in sentence if not token.is_punct and not token.is_space] for sentence in sentences]
    for order in (range(len(sentences)), range(len(sentences) - 1, -1, -1)):
        for n in order:
            if verbs[n] is not None or not contents[n] or any(i not in quoted for i in contents[n]):
                continue
            verbs[n] = _neighbour(sentences, verbs, n)
            if (verb := verbs[n]) is not None:
                found.update((i, verb) for i in contents[n])
    return found


def _neighbour(sentences: list[Span], verbs: list[Token | None], n: int) -> Token | None:
    """Return the attribution verb of the sentence before, else of the one behind, in the same paragraph."""
    if n and verbs[n - 1] is not None and "\n" not in sentences[n - 1].text[-3:]:
        return verbs[n - 1]
    if n + 1 < len(sentences) and "\n" not in sentences[n].text[-3:]:
        return verbs[n + 1]
    return None


def _speech_verb(doc: Doc, start: int, end: int, quoted: frozenset[int]) -> Token | None:
    for i in range(start, end):
        if i not in quoted and doc[i].pos_ == "VERB" and is_attribution(doc[i]) and reports(doc[i], quoted):
            return doc[i]
    return None

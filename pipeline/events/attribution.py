"""Who says it: attribution verbs, what they report, and whose claim an event is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.events.grammar import SUBJECTS, climb, kid, kids, lemma_of
from pipeline.events.lexicon import attribution_verbs, words


def is_attribution(verb: Token) -> bool:
    """Whether the verb can report speech."""
    return verb.pos_ == "VERB" and (lemma_of(verb) in attribution_verbs() or verb.lemma_.lower() in attribution_verbs())


def speech_row(verb: Token) -> str:
    """Return when an attribution verb is a row: never, body or always."""
    table = attribution_verbs()
    return table.get(lemma_of(verb)) or table.get(verb.lemma_.lower(), "always")


def reports(verb: Token, quoted: frozenset[int]) -> bool:
    """Whether the verb reports something: it has a clause, stands beside a quotation, or is itself slipped into one."""
    if kid(verb, "ccomp", "parataxis") is not None or verb.dep_ == "parataxis":
        return True
    edges = (verb.left_edge.i - 1, verb.i + 1, verb.right_edge.i + 1)
    return any(place in quoted or place + 1 in quoted for place in edges) or any(child.i in quoted for child in kids(verb, "obj", "xcomp", "obl"))


def to_a_body(verb: Token) -> bool:
    """Whether it is said formally before a body: "told the Security Council", "told the regulator"."""
    hearers = [*kids(verb, "iobj", "obj"), *(child for child in kids(verb, "obl") if any(c.lower_ in {"to", "before"} for c in kids(child, "case")))]
    return any(hearer.lemma_.lower() in words("bodies.txt") for hearer in hearers)


def reported_by(token: Token) -> Token | None:
    """Return the attribution verb that reports the clause the token stands in, None if nobody does.

    "The dam broke, officials said": said is a parataxis of broke. "Officials said the dam broke": broke is said's ccomp.
    """
    below = token
    seen = _aside(below)
    if seen is not None:
        return seen
    for head in climb(token):
        if is_attribution(head) and below.dep_ in {"ccomp", "xcomp", "parataxis", "obj"} and (below.dep_ not in {"xcomp", "obj"} or below.tag_ == "VBG"):
            return head
        if (head.pos_ == "NOUN" and below.dep_ == "acl" and head.lemma_ in {"claim", "allegation", "statement", "report"}) and below.tag_ != "VBG":
            return head
        if (aside := _aside(head)) is not None and aside.i != below.i:
            return aside
        below = head
    return None


def _aside(clause: Token) -> Token | None:
    """Return the attribution verb that is slipped in beside the clause (", officials said")."""
    for child in clause.children:
        if child.dep_ == "parataxis" and is_attribution(child) and any(c.dep_ in SUBJECTS for c in child.children) and child.i > clause.left_edge.i:
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
    for n, sentence in enumerate(sentences):
        content = [token.i for token in sentence if not token.is_punct and not token.is_space]
        if not content or verbs[n] is not None or any(i not in quoted for i in content):
            continue
        verb = None
        if n and verbs[n - 1] is not None and "\n" not in sentences[n - 1].text[-3:]:
            verb = verbs[n - 1]
        elif n + 1 < len(sentences) and verbs[n + 1] is not None and "\n" not in sentence.text[-3:]:
            verb = verbs[n + 1]
        if verb is not None:
            verbs[n] = verb  # a quotation of several sentences
            found.update((i, verb) for i in content)
    return found


def _speech_verb(doc: Doc, start: int, end: int, quoted: frozenset[int]) -> Token | None:
    for i in range(start, end):
        if i not in quoted and doc[i].pos_ == "VERB" and is_attribution(doc[i]) and reports(doc[i], quoted):
            return doc[i]
    return None

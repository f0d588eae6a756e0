"""Safety nets for expressions that the parse hung across a comma or on a verb whose tense they cannot fit."""

from __future__ import annotations

from pipeline.day import Day
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.ranges import Said
from pipeline.events.anchor.words import giving_way
from pipeline.language.data_files import read_words

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj")
_INSIDE_CLAUSES = ("acl", "acl:relcl", "advcl", "appos")
_MOST_STEPS = 6
_ADDED = ("RB", "RBR", "RBS", "IN", "CC")


def participle_of_aside(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the participle that opens the aside which the expression closes: "A plan, reported in the press [last month], was denied"."""
    doc, sentence = said.span.doc, said.span.sent
    if said.span.end >= sentence.end or doc[said.span.end].text not in (",", ")") or owner is None:
        return None
    start = next((i for i in range(said.first_word - 1, sentence.start, -1) if doc[i].text in (",", "(")), None)
    if start is None or start <= owner < said.span.end:
        return None
    first = start + 1
    while first < said.first_word and doc[first].tag_ in _ADDED:
        first += 1
    node = nodes.get(first)
    opens = node is not None and node.token.tag_ in ("VBN", "VBD", "VBG") and not any(c.dep_ in _SUBJECTS for c in node.token.children)
    return first if opens else None


def verb_behind_aside(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the main verb right behind the expression that an aside before it took: "Vik, which reports next week, [on Tuesday] cut"."""
    doc = said.span.doc
    node = nodes.get(said.span.end)
    if node is None or node.is_noun or owner is None or owner >= said.first_word or said.kind not in ("", "at"):
        return None
    inside = nodes[owner].token.dep_ in _INSIDE_CLAUSES and doc[said.first_word - 1].text in (",", "-", "–", "—")
    finite = node.token.dep_ == "ROOT" or (node.token.tag_ in ("VBD", "VBZ", "VBP", "MD") and node.token.dep_ not in _INSIDE_CLAUSES)
    return said.span.end if inside and finite else None


def verb_ahead(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the verb that looks ahead where a coming day at its end hangs on a noun of another noun or of an object with a preposition.

    "will hear arguments on the request for an injunction [on March 21]", "is to decide on the merger [by mid-April]". A day behind
    a plain object ("will attend the summit [on Friday]") or at an occasion stays with the noun, which hands it on.
    """
    if owner is None or not nodes[owner].is_noun or said.timex.direction != "future" or owner >= said.first_word:
        return None
    noun = nodes[owner]
    limit = said.kind in ("by", "before", "until")
    if said.kind not in ("at", "by", "before", "until") or noun.parent is None or _has_participle(noun, said):
        return None
    behind_object = len(noun.path) == 1 and noun.path[0] in ("obj", "dobj", "nsubj", "nsubj:pass")
    occasion = noun.path[0].startswith("obl") and noun.mark in ("in", "at", "during", "for", "ahead of", "before", "after")
    if (behind_object and not limit) or occasion:
        return None
    verb, steps = nodes[noun.parent], 0
    while verb.is_noun and verb.parent is not None and steps < _MOST_STEPS:
        verb, steps = nodes[verb.parent], steps + 1
    between = said.span.doc[owner : said.first_word]
    plain = verb.token.i < owner and not any(token.is_punct for token in between)
    return verb.token.i if plain and (verb.time.looks_ahead or verb.time.tense == "infinitive") else None


def verb_of_afterthought(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the coming main verb of a guess behind a comma: "will be moved once doctors allow it, probably [early next week]"."""
    doc, sentence = said.span.doc, said.span.sent
    if owner is None or owner >= said.first_word or nodes[owner].is_noun or nodes[owner].token.dep_ != "advcl" or said.first_word < 2:
        return None
    guess = said.first_word - 1
    behind_comma = doc[guess].lower_ in read_words("en/anchor/guesses.txt") and doc[guess - 1].text in (",", "–", "—")
    main = nodes.get(sentence.root.i)
    return main.token.i if behind_comma and main is not None and main.time.looks_ahead and main.token.i < owner else None


def since_noun(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the event that a perfect runs from where its day hangs on the verb: "had worn it since the trial [on July 9]"."""
    if (
        owner is None
        or owner >= said.first_word
        or nodes[owner].time.tense not in ("perfect", "pluperfect")
        or said.kind not in ("at", "during")
    ):
        return None
    since = [i for i in nodes if owner < i < said.first_word and nodes[i].is_noun and nodes[i].mark == "since" and nodes[i].parent == owner]
    return since[-1] if since else None


def on_this_side(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the verb on the expression's own side of a semicolon that the parse crossed: "gave her a degree [in 2001]; she arrived"."""
    doc, sentence = said.span.doc, said.span.sent
    if owner is None or said.first_word <= owner < said.span.end:
        return None
    ahead = owner >= said.span.end
    between = doc[said.span.end : owner] if ahead else doc[owner : said.first_word]
    if not any(token.text == ";" for token in between):
        return None
    marks = [i for i in range(sentence.start, sentence.end) if doc[i].text == ";"]
    start = max((i for i in marks if i < said.first_word), default=sentence.start)
    end = min((i for i in marks if i >= said.span.end), default=sentence.end)
    verbs = [i for i in nodes if start <= i < end and not nodes[i].is_noun and nodes[i].token.dep_ not in ("acl", "acl:relcl")]
    verbs = verbs or [i for i in nodes if start <= i < end and not nodes[i].is_noun]
    before = [i for i in verbs if i < said.first_word]
    return (before[-1] if before else verbs[0]) if verbs else None


def asked_for(said: Said, nodes: dict[int, Node], owner: int | None) -> int | None:
    """Return the past verb that asks for the noun which took its day: "applied for an injunction [on January 3]"."""
    if (
        owner is None
        or not nodes[owner].is_noun
        or said.kind not in ("at", "during")
        or said.timex.direction == "future"
        or owner >= said.first_word
    ):
        return None
    noun = nodes[owner]
    verb = nodes[noun.parent] if noun.parent is not None else None
    if verb is None or verb.is_noun or not _asks(verb, noun.mark) or len(noun.path) != 1 or not noun.path[0].startswith("obl"):
        return None
    plain = verb.time.looks_back and not any(child.dep_ in ("obj", "dobj", "nsubj:pass") for child in verb.token.children)
    return verb.token.i if plain and not _has_participle(noun, said) else None


def _asks(verb: Node, mark: str) -> bool:
    return mark == "for" or (mark == "of" and verb.token.lemma_ in read_words("en/anchor/learning_verbs.txt"))


def _has_participle(noun: Node, said: Said) -> bool:
    return any(child.dep_ in _INSIDE_CLAUSES and child.i < said.first_word for child in noun.token.children)


def cannot_be(said: Said, node: Node, told: Day | None) -> bool:
    """Whether a past clause is said to be on a day after the publication: the day is that of something else in the sentence.

    "declared a dividend, payable [on March 15]" in February. What was only planned ("was due [on Friday]") can be.
    """
    day = said.timex.first_day
    if told is None or day is None or day <= told or said.kind not in ("", "at", "during") or node.is_noun:
        return False
    if node.time.passive and node.token.lemma_ in read_words("en/anchor/coming_off.txt"):
        return False  # "Saturday's has been called off" is dated at the original time
    plain = node.time.tense in ("past", "perfect", "pluperfect") and node.token.pos_ == "VERB" and not node.time.progressive
    scheduled = node.time.passive or any(child.dep_ == "xcomp" for child in node.token.children)
    return plain and not (scheduled and node.token.lemma_ in giving_way())

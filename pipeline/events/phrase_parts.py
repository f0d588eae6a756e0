"""What of a noun's phrase belongs to a line, what only adds to it, and what the parser hung on it by mistake."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import SUBJECTS, kid, preposition
from pipeline.events.lexicon import words
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention

LONGEST_ADJUNCT = 9  # words of a participle clause that still belongs to its noun, the subject
LONGEST_OF_OBJECT = 16  # the same behind the verb, where it delays nothing
LEADING = frozenset({"case", "cc", "mark", "cop", "aux", "aux:pass"})
DASHES = frozenset({"—", "–", "-", "--", ":"})


def only_counts_to(unit: Token) -> bool:
    """Whether a bare "days" only counts to what follows: "laws about its military days [after the invasion]"."""
    behind = unit.nbor(1).lower_ if unit.i + 1 < len(unit.doc) else ""
    bare = unit.tag_ == "NNS" and unit.dep_ in {"nmod:unmarked", "obl:unmarked"} and next(unit.children, None) is None
    return bare and behind in {"after", "before"} and unit.lower_ in words("units_of_time.txt")


def belongs_to_it(clause: Token, head: Token) -> bool:
    """Whether a noun says nothing without its relative clause: "activities that broke the law", "anyone who bought one"."""
    edge = clause.left_edge
    return head.lower_ in words("needs_its_clause.txt") and edge.i == head.i + 1 and edge.text != ","


def names_it(name: Token, head: Token) -> bool:
    """Whether a name stands right behind the thing it names: "the journal Marine Ecology", "the steamer Arbutus"."""
    near = name.dep_ == "appos" and name.pos_ == "PROPN" and head.pos_ == "NOUN"
    return near and all(word.pos_ == "PROPN" or word.dep_ in {"amod", "compound", "flat"} for word in name.doc[head.i + 1 : name.i])


def says_when(adverb: Token, head: Token) -> bool:
    """Whether an adverb before a noun's article belongs to the clause: "formerly an executive"; not "nearly a third"."""
    article = kid(head, "det")
    before = article is not None and adverb.i < article.i and adverb.lower_.endswith("ly")
    return before and adverb.lower_ not in read_words("en/anchor/approximators.txt") | {"only"}


def opens_a_name(word: Token, head: Token, thing: bool) -> bool:
    """Whether a word before a name stays with it: its own preposition or "and", the article of a `thing` ("an iPad").

    Not the "of" in "President of Ukraine Ivan Maly".
    """
    own = word.head.i == head.i or (word.head.head.i == head.i and word.dep_ == "fixed")
    return own and (word.dep_ in {"case", "cc", "fixed"} or (thing and word.lower_ in {"a", "an"}))


def opens_its_phrase(owner: Token) -> bool:
    """Whether a possessive opens a phrase, so that it can go: "[Its] currency falls"; not "a third of its value"."""
    before = owner.nbor(-1) if owner.i > owner.sent.start else None
    return before is None or not (before.dep_ == "case" or before.pos_ in {"VERB", "NOUN", "PROPN", "NUM"})


def dashed(child: Token, head: Token) -> bool:
    """Whether a dash stands between a word and its head behind it."""
    return any(word.text in DASHES and word.nbor(-1).whitespace_ for word in head.doc[child.i + 1 : head.i])


def torn(child: Token, head: Token) -> bool:
    """Whether a word of another phrase stands between a noun and what the parser hung on it ("drilled a core | from Lake | Yanawiqu")."""
    if child.dep_ not in {"nmod", "flat", "appos", "conj", "nmod:unmarked", "nummod", "amod"} or abs(child.i - head.i) < 2:
        return False
    if child.dep_ == "conj" and kid(child, "cc") is not None:
        return False  # "80 millimetres by Friday and a break in the rain"
    low, high = sorted((child.i, head.i))
    between = head.doc[low + 1 : high]
    return any(not (head.is_ancestor(word) or word.is_punct or word.dep_ in LEADING) for word in between)


def bracketed(child: Token, head: Token) -> bool:
    """Whether a comma parts a noun from what only adds to it: "The dam, built in 1973, is watched", "A line, idle since May, stays"."""
    if child.i < head.i or child.dep_ not in {"acl", "amod", "advmod"} or head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return False
    edge = child.left_edge
    return bool(edge.text == "," or (edge.i > head.i and edge.nbor(-1).text == ","))


def is_bare_or_long(participle: Token, head: Token, skip: frozenset[int]) -> bool:
    """Whether a participle behind its noun says nothing without its time, or delays the line's verb for too long."""
    told = [token for token in participle.subtree if token.i not in skip and token.dep_ not in {"case", "punct", "det", "mark"}]
    return len(told) == 1 or len(told) > (LONGEST_ADJUNCT if head.dep_ in SUBJECTS else LONGEST_OF_OBJECT)


def is_of_a_state(mention: ActorMention, head: Token) -> bool:
    """Whether the words say more than the state's name: its people ("soldiers"), or a house of its where something is ("to the Palace")."""
    people = mention.kind == "group" and mention.how == "office" and head.pos_ == "NOUN"
    place = mention.how == "metonym" and preposition(head) in {"to", "in", "at", "from", "near", "outside"}
    return people or (place and head.text not in mention.actors and head.dep_ in {"obl", "nmod"} and mention.end - mention.start > 1)

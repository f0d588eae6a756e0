"""A clause told in the article's own words, in the historical present that all lines are told in.

"The ministers held talks as protesters gathered" becomes "The ministers hold talks as protesters gather". What is only reported keeps
its tense where it may lie before the speech ("says the road was closed"); what was ahead, done or going on then is told from there
("said it would close" becomes "says it will close").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.events.clause_subject import is_name
from pipeline.events.grammar import AUXILIARIES, SUBJECTS, kid, kids, marks
from pipeline.events.inflection import inflected
from pipeline.events.lexicon import words
from pipeline.events.verb_forms import is_plural
from pipeline.events.wording import Wording

_SINGULAR = {"was": "is", "were": "are", "had": "has", "did": "does"}
_PLURAL = {"was": "is", "were": "are", "had": "have", "did": "do"}
_QUOTES = frozenset({"“", '"', "‘", "``"})
_OPEN = frozenset({"if", "unless", "though", "although", "because", "than", "like", "since"})
"""Marks behind which a past form may be no past ("if it was asked to"), or tells what was so before."""


def in_present(head: Token, wording: Wording) -> dict[int, str]:
    """Return the present forms of the clause's past verbs, and of those joined to it, by their place in the article."""
    forms: dict[int, str] = {}
    for verb in _joined(head):
        forms |= _form(verb, wording)
        for said in kids(verb, "ccomp"):
            if said.left_edge.i and any(word.text in _QUOTES for word in said.doc[said.left_edge.i - 1 : said.left_edge.i + 1]):
                continue  # a quotation's words stay as they are
            forms |= as_reported(said, wording)
    return forms


def as_reported(head: Token, wording: Wording) -> dict[int, str]:
    """Return the forms of what is said, told from the speech: "would" is "will", "had left" "has left", "was leaving" "is leaving"."""
    if marks(head) & {"if", "unless"} or any(marks(clause) & {"if", "unless"} for clause in kids(head, "advcl")):
        return {}
    forms: dict[int, str] = {}
    for verb in (head, *kids(head, "conj")):
        finite = _finite(verb)
        if finite is None:
            continue
        if finite.lower_ == "would" and finite.i != verb.i:
            forms[finite.i] = "will"
        elif (finite.lower_ == "had" and finite.i != verb.i and verb.tag_ == "VBN") or _goes_on(verb, finite) or _is_in_mind(verb, finite):
            forms |= _form(verb, wording)
    return forms


def _joined(head: Token) -> Iterator[Token]:
    """Yield the clause's predicate, those coordinated with it, and those of its adverbial clauses."""
    yield head
    for child in kids(head, "conj", "advcl", "parataxis"):
        if not (child.dep_ == "advcl" and marks(child) & _OPEN):
            yield from _joined(child)


def _finite(verb: Token) -> Token | None:
    """Return the word that carries the clause's tense: its first auxiliary or copula, else the verb itself if it is a past form."""
    helpers = [child for child in verb.children if child.dep_ in AUXILIARIES and child.i < verb.i]
    if helpers:
        return helpers[0]
    return verb if verb.tag_ == "VBD" and verb.pos_ in {"VERB", "AUX"} else None


def _form(verb: Token, wording: Wording) -> dict[int, str]:
    finite, above, subject = _finite(verb), verb, kid(verb, *SUBJECTS)
    while subject is None and above.dep_ == "conj":
        above = above.head
        subject = kid(above, *SUBJECTS)
    if (
        finite is None
        or subject is None
        or _is_inverted(subject)
        or (verb.dep_ == "advcl" and above.i == verb.i and verb.i == finite.i and kid(verb, "obl:agent"))
    ):
        return {}
    stays = subject.lower_ in {"i", "you"} or (subject.lower_ == "they" and wording.is_told_already(subject))
    if subject.lower_ == "i" and finite.lower_ == "was":
        return {finite.i: "am"}
    plural = stays or is_plural(above, (subject,), is_name(subject, wording))
    if finite.lower_ in {"has", "have"} and subject.lower_ != "i" and finite.i == verb.i - 1 and verb.tag_ == "VBN":
        return {finite.i: "", verb.i: verb.lemma_.lower() if plural else inflected(verb.lemma_.lower(), "VBZ")}  # "have called off"
    if finite.i != verb.i or finite.lower_ in {"was", "were"}:
        form = (_PLURAL if plural else _SINGULAR).get(finite.lower_)
        return {finite.i: form} if form else {}
    return {verb.i: verb.lemma_.lower() if plural else inflected(verb.lemma_.lower(), "VBZ")}


def _is_inverted(subject: Token) -> bool:
    """Whether the clause is a condition without "if": "Had she lost, she would have gone home"."""
    return subject.left_edge.i > 0 and subject.left_edge.nbor(-1).lower_ in {"had", "were", "should"}


def _goes_on(verb: Token, finite: Token) -> bool:
    return verb.tag_ == "VBG" and finite.lower_ in {"was", "were"}


def _is_in_mind(verb: Token, finite: Token) -> bool:
    """Whether the verb says what somebody has in mind, not what they did: "intended to automate its stations"."""
    return finite.i == verb.i and verb.lemma_.lower() in words("minded_verbs.txt")

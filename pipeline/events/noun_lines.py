"""What the line of a noun adds to its phrase: how the event stands, whose it is where the clause around it has a line of its own."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.arguments import arguments_of
from pipeline.events.grammar import is_passive, kid, kids, lemma_of
from pipeline.events.lexicon import words
from pipeline.events.participants import Participants
from pipeline.events.shortening import ENOUGH
from pipeline.events.verb_forms import says_how
from pipeline.events.wording import Wording
from pipeline.records import Status

LEADING = ("the ", "a ", "an ")


def prefix(noun: Token, status: Status, text: str, people: Participants) -> str:
    """Return the word that says how a noun's event stands: "possible strike at the port of Genoa".

    None before a name ("Vik's first comment"), a definite thing, or what a clause behind it tells as done ("a dispute that has unsettled").
    """
    before = {"planned": "planned", "expected": "expected", "hypothetical": "possible"}.get(status, "")
    if status == "denied" and any(child.lower_ == "no" for child in kids(noun, "det")):
        before = "no"
    lower = text.lower()
    owned = kid(noun, "nmod:poss") is not None or any(child.lower_ in {"the", "this", "that"} for child in kids(noun, "det"))
    done = any(not says_how(clause) for clause in kids(noun, "acl:relcl"))
    named = noun.pos_ == "PROPN" or any(lower.startswith(name.lower()) for name in (*people.actors, *people.names))
    said = any(word in lower.split() for word in (before, "possible", "alleged", "suspected", "no", "proposed"))
    return "" if owned or done or named or said else before


def told_apart(noun: Token, verb: Token, text: str, wording: Wording, depth: int) -> str:
    """Return the own line of a noun whose verb has another, "" where its phrase says too little.

    "Failed a safety inspection": a safety inspection of whoever failed it.
    """
    if len(bare(text).split()) > ENOUGH and _own_business(noun, verb):
        return text
    if len(bare(text).split()) > ENOUGH and noun.lemma_.lower() in words("checking_nouns.txt"):
        return text
    checked = noun.lemma_.lower() in words("checking_nouns.txt") and kid(noun, "nmod", "nmod:poss", "acl") is None
    if not checked or is_passive(verb) or lemma_of(verb) not in words("checked_verbs.txt"):
        return ""
    whose = next((wording.phrase(agent, depth, alone=True) for agent in arguments_of(verb).agents[:1]), "")
    return f"{bare(text)} of {_within(whose)}" if whose else ""


def _within(text: str) -> str:
    """Return a phrase as it stands inside a line: "the vessel", not "The vessel"."""
    return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text


def _own_business(noun: Token, verb: Token) -> bool:
    """Whether the noun names an event apart from that of the verb it hangs on: what is announced, not what is held."""
    return lemma_of(verb) in words("announcing_verbs.txt") and kid(noun, "nmod", "nmod:poss", "acl") is not None


def bare(text: str) -> str:
    """Return the phrase without its leading article."""
    return next((text[len(article) :] for article in LEADING if text.lower().startswith(article)), text)

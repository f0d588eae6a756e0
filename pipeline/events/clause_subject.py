"""A line's subject and the objects that stand outside its clause, worded."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.actors.world import load_world
from pipeline.events.grammar import kid, kids
from pipeline.events.phrases import listed
from pipeline.events.wording import Wording
from pipeline.language.lemmas import is_common_plural

DASHES = frozenset({"—", "–", "-", "--"})
DATELINE = 6  # words that a dateline may have before its dash


def subject_text(verb: Token, tokens: tuple[Token, ...], wording: Wording, depth: int) -> str:
    """Return the subject of a line, of several tokens as an enumeration, "" where nobody stands behind it."""
    free = replace(wording, bound=())
    tokens = tuple(token for token in tokens if not _inside_a_name(token, tokens, wording))
    if len(tokens) > 1 and any(sign.text == "&" for token in tokens for sign in kids(token, "cc")):
        return " & ".join(text for token in tokens if (text := free.phrase(token, depth, alone=True)))  # "Larder & Sons": one name
    shown = [token for token in tokens[:3] if token.i not in wording.skip and not before_dash(token, verb)]
    return listed([text for token in shown if (text := free.phrase(token, depth, len(shown) > 1))])


def without_roles(tokens: tuple[Token, ...], wording: Wording) -> tuple[Token, ...]:
    """Leave out what the named person is: "Study co-author and geochemist Seth John says" is one who speaks."""
    if len(tokens) < 2:
        return tokens
    known = {person.name for person in wording.actors.people}
    people = {token.i: name for token in tokens if (name := wording.phrase(token, 1, alone=True)) in known}
    roles = {token.i for token in tokens if token.tag_ == "NN" and kid(token, "det", "nummod", "nmod:poss") is None}
    told: set[str] = set()
    left = []
    for token in tokens:
        name = people.get(token.i, "")
        if (token.i in roles - people.keys() and people) or (name and name in told):
            continue
        told.add(name)
        left.append(token)
    return tuple(left)


def is_team_name(name: str) -> bool:
    """Whether a name that "they" stands for is many, as a team's is: "the Lakers"; not "the Philippines", "the Board of Producers"."""
    known = name.removeprefix("the ") in load_world().states.values()
    return name.startswith("the ") and name.endswith("s") and " of " not in name and not known


def inside(text: str, token: Token) -> str:
    """Return a phrase that opened its sentence as it stands inside a line: "the village"."""
    article, _, rest = text.partition(" ")
    return f"{article.lower()} {rest}" if article in {"The", "A", "An"} and token.left_edge.i == token.sent.start else text


def names_of(tokens: tuple[Token, ...], wording: Wording) -> list[str]:
    """Return the names that the subject stands for, though the line has "the union": its "its" is understood."""
    mentions = [mention for token in tokens if (mention := wording.actors.of(token.i)) is not None and mention.head == token.i]
    return [name for mention in mentions for name in mention.actors[:1]]


def _inside_a_name(token: Token, others: tuple[Token, ...], wording: Wording) -> bool:
    """Whether the token is part of the name of another ("Larder & Sons")."""
    mentions = [mention for other in others if other.i != token.i and (mention := wording.actors.of(other.i)) is not None]
    return any(mention.start <= token.i < mention.end and mention.head != token.i for mention in mentions)


def may_show(token: Token, verb: Token, wording: Wording) -> bool:
    """Whether an object outside the clause may be told: it is no time and no dateline."""
    dateline = token.i < verb.i and token.i - token.sent.start < DATELINE and before_dash(token, verb)
    return token.i not in wording.skip and not dateline


def with_object(text: str, step: Token, objects: list[str]) -> str:
    """Put the object of a relative clause behind the verb it belongs to: "agreed to acquire | Harmon | for $640 million"."""
    opening = f"to {step.text}"
    return f"{opening} {' and '.join(objects)}{text[len(opening) :]}" if text.startswith(opening) else text


def before_dash(token: Token, verb: Token) -> bool:
    """Whether a dash parts the token from the verb behind it at the start of a sentence: the place of a dateline ("ROME — Police ...")."""
    between = token.doc[token.i + 1 : verb.i]
    return token.i - token.sent.start < DATELINE and any(word.text in DASHES and word.nbor(-1).whitespace_ for word in between)


def is_name(token: Token, wording: Wording) -> bool:
    """Whether one canonical name stands for the token's phrase in the line."""
    mention = wording.actors.of(token.i)
    if mention is None or mention.head != token.i or mention.kind == "group" or not wording.replaces(mention, token):
        return False
    alone = mention.end - mention.start == 1 and token.i == token.sent.start and mention.kind != "person"
    return not (alone and is_common_plural(token.text))  # "Vandals damaged ..." at the head of a sentence

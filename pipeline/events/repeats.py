"""Mentions of one event in an article share a story_id: a noun that repeats a verb, a headline and the sentence that tells it again.

Two mentions are one event when they are made of the same verb, nothing in their parties or dates contradicts, and either they share a
party or the later one points back ("the expulsion"). The first full mention leads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.day import Day
from pipeline.events.arguments import Arguments
from pipeline.events.grammar import lemma_of
from pipeline.events.lexicon import event_adjectives, event_noun, words
from pipeline.events.no_events import hyphenated
from pipeline.events.status_nouns import definite
from pipeline.events.trigger import Dating, Trigger
from pipeline.records import Status

MOST_STORIES = 60
"""How many stories of one act a mention is held against, the latest; so that an article of any length is read in linear time."""
LONG_AGO_DAYS = 60
REAL = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Mention:
    """What is compared: the event word's verb, its parties, the heads of its phrases, when and how it stands."""

    trigger: Trigger
    key: str
    sources: frozenset[str]
    targets: frozenset[str]
    heads: frozenset[str]
    things: frozenset[str]
    dating: Dating
    status: Status
    points_back: bool
    long_ago: bool | None = None
    marked: frozenset[str] = frozenset()


def mention_of(
    doc: Doc,
    trigger: Trigger,
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    arguments: Arguments,
    when: tuple[Dating, Status, Day | None],
) -> Mention:
    """Gather what repeats are told by; `sides` are the sources and the targets, `when` the dating, the final status and the publication."""
    dating, status, dct = when
    token = doc[trigger.head]
    things = {word.lemma_.lower() for word in arguments.patients if word.pos_ in {"NOUN", "PROPN"}}
    heads = things | {word.lemma_.lower() for word in arguments.agents if word.pos_ in {"NOUN", "PROPN"}}
    named = token.text[:1].isupper() and token.i > token.sent.start + 1 and not token.text.isupper()  # "the Black Death"
    record = any(child.tag_ in ("JJS", "RBS") for child in token.children)  # "its biggest loss since 1987"
    back = (token.pos_ == "NOUN" and definite(token) and not named and not record) or _defined_above(token)
    return Mention(
        trigger,
        base_verb(token),
        frozenset(sides[0]),
        frozenset(sides[1]),
        frozenset(heads),
        frozenset(things),
        dating,
        status,
        back,
        _long_ago(dating, dct),
        _marks_apart(token, arguments),
    )


def _marks_apart(token: Token, arguments: Arguments) -> frozenset[str]:
    """Return the words that set it apart from one told before: "a second quake", "arrested a third protester"."""
    own = {child.lower_ for child in token.children if child.lower_ in words("telling_apart.txt")}
    sides = (*arguments.agents, *arguments.patients) if token.pos_ == "VERB" else ()
    return frozenset(own | {child.lower_ for noun in sides for child in noun.children if child.lower_ in words("ordinals_apart.txt")})


def _long_ago(dating: Dating, dct: Day | None) -> bool | None:
    """Whether it lies long before the publication, None where no day is known: "the strike of 1998" is not the strike of the day."""
    day = dating.last_day or dating.first_day
    return None if day is None or dct is None else dct.ordinal - day.ordinal > LONG_AGO_DAYS


def _defined_above(token: Token) -> bool:
    """Whether a verb stands in a phrase that points back: "the decision to expel", "the officials who were expelled"."""
    if token.pos_ != "VERB" or token.dep_ not in {"acl", "acl:relcl"}:
        return False
    helpers = {child.lemma_: child.dep_ for child in token.children if child.dep_.startswith("aux")}
    if "have" in helpers and "aux:pass" not in helpers.values():
        return False  # "The striker, who has missed three of his last four"
    noun = token.head
    return noun.pos_ == "NOUN" and any(child.lower_ in {"the", "this", "these", "those", "that"} for child in noun.children)


def base_verb(token: Token) -> str:
    """Return the verb an event word stands for: "expulsion" and "expelled" -> "expel"; a noun without a verb stands for itself."""
    if token.pos_ == "VERB":
        return lemma_of(token)
    if token.pos_ == "ADJ":
        return event_adjectives().get(token.lemma_.lower(), token.lemma_.lower())
    whole = hyphenated(token)
    entry = event_noun(whole, whole) or event_noun(token.text, token.lemma_)
    return entry.verb or entry.noun if entry is not None else token.lemma_.lower()


def leaders(mentions: Sequence[Mention]) -> list[int]:
    """Return, for each mention, the position of the mention that leads its story (its own if it is told once)."""
    groups: list[list[int]] = []
    by_key: dict[str, list[int]] = {}
    for n, mention in enumerate(mentions):
        known = by_key.setdefault(mention.key, [])
        fitting = [group for group in known[-MOST_STORIES:] if _same(mention, [mentions[i] for i in groups[group]])]
        if fitting:
            best = max(fitting, key=lambda group: (_closeness(mention, [mentions[i] for i in groups[group]]), group))
            groups[best].append(n)
        else:
            known.append(len(groups))
            groups.append([n])
    found = list(range(len(mentions)))
    for members in groups:
        lead = max(members, key=lambda i: (_fullness(mentions[i]), -i))
        for member in members:
            found[member] = lead
    return found


def _closeness(mention: Mention, group: Sequence[Mention]) -> int:
    """How well a mention that could tell several earlier events fits one: same word, same parties, the article's main event."""
    word = any(other.trigger.lemma == mention.trigger.lemma for other in group)
    party = any(mention.sources & other.sources or mention.targets & other.targets for other in group)
    return 4 * party + 2 * word + any(other.trigger.headline for other in group)


def _fullness(mention: Mention) -> int:
    """A mention in the article's text with a date and parties tells more than a headline or a bare noun."""
    parties = bool(mention.sources) + bool(mention.targets)
    return 4 * (mention.status in REAL) + 2 * (mention.dating.basis in {"explicit", "relative"}) + parties - mention.trigger.headline


def _same(mention: Mention, group: Sequence[Mention]) -> bool:
    if any(_contradict(mention, other) for other in group):
        return False
    if mention.points_back and (mention.dating.timex is None or any(other.dating.first_day for other in group)):
        return True
    return any(_alike(mention, other) for other in group)


def _alike(mention: Mention, other: Mention) -> bool:
    """Whether two mentions share a party and what is done, or the head of a phrase where one of them is the headline."""
    if mention.heads & other.heads and mention.trigger.headline != other.trigger.headline:
        return True
    if mention.targets & other.targets:
        return True
    if not mention.sources & other.sources:
        return False
    return bool(mention.things & other.things) or (_nearly(mention, other) and not (mention.things and other.things))


def _nearly(mention: Mention, other: Mention) -> bool:
    """One of the two is the headline, or a noun for the other's verb."""
    return mention.trigger.headline != other.trigger.headline or mention.trigger.kind != other.trigger.kind


def _contradict(mention: Mention, other: Mention) -> bool:
    if mention.trigger.sentence == other.trigger.sentence and mention.trigger.kind == other.trigger.kind and not mention.points_back:
        return True
    if {mention.status, other.status} & {"denied"} and mention.status != other.status:
        return True
    if mention.marked - other.marked and not (other.trigger.headline and not other.marked):
        return True  # "a second quake", "another strike": not the one told before
    if mention.long_ago is not None and other.long_ago is not None and mention.long_ago != other.long_ago:
        return True
    for mine, theirs in ((mention.sources, other.sources), (mention.targets, other.targets)):
        if mine and theirs and not mine & theirs:
            return True
    return _apart(mention.dating, other.dating)


def _apart(mine: Dating, theirs: Dating) -> bool:
    """Whether two dates that the text itself gives do not overlap."""
    if mine.timex is None or theirs.timex is None:
        return False
    ends = [(d.first_day, d.last_day) for d in (mine, theirs)]
    (first, last), (first2, last2) = ends
    return bool((last and first2 and last < first2) or (last2 and first and last2 < first))

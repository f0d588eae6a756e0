"""What a search for a name finds an event by: canonical names, the words of the text, and what its clause describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.actors.bodies import without_legal_form
from pipeline.actors.identify import tidy
from pipeline.events.grammar import kids
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

_WRITTEN = frozenset(("name", "alias", "metonym"))


def search_names(doc: Doc, mentions: Iterable[ActorMention]) -> Iterator[str]:
    """Yield each mention's canonical names, then its own words where a search for the canonical name would miss them.

    "iTunes Music Store" beside "iTunes Store", "Moscow" beside "Russia", "Beatles' Apple Corps" beside "Apple Corps"; not "Dalton"
    beside "Olivia Dalton" nor "Apple Inc." beside "Apple".
    """
    for mention in mentions:
        yield from mention.actors
        if mention.how not in _WRITTEN or not mention.actors:
            continue
        words = without_legal_form(tidy(mention.text))
        if not set(words.split()) <= set(" ".join(mention.actors).split()):
            yield words
        owner = _owner_before(doc, mention)
        if owner:
            yield f"{owner} {words}"


def _owner_before(doc: Doc, mention: ActorMention) -> str:
    """Return the body's name that stands right before a body's as its owner ("Beatles'" of "Beatles' Apple Corps"), or ""."""
    i = mention.start - 1
    if mention.kind != "organisation" or i < 1 or doc[i].text not in ("'", "’", "'s", "’s") or not doc[i - 1].ent_type_:
        return ""
    first = i - 1
    while first > 0 and doc[first - 1].ent_type_ and doc[first].ent_iob_ == "I":
        first -= 1
    return str(doc[first : i + 1].text)


def described_noun(token: Token, actors: Actors) -> Iterator[ActorMention]:
    """Yield what the noun is named that a relative clause tells of ("an iPod player, which is made by ...": iPod)."""
    verb = token
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ not in ("acl:relcl", "acl", "amod"):
        return
    for word in (verb.head, *kids(verb.head, "compound", "appos", "flat", "nmod:poss")):
        mention = actors.of(word.i)
        if mention is not None and mention.how in _WRITTEN:
            yield mention

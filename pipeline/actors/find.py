"""The actor stage: names -> canonical actors -> what each stretch of the article stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from pipeline.actors.aliases import read_aliases
from pipeline.actors.identify import identify
from pipeline.actors.mentions import named_mentions
from pipeline.actors.phrases import demonym_mentions, generic_phrases, role_phrases
from pipeline.actors.reading import Reading, read
from pipeline.actors.resolve import resolve
from pipeline.actors.titles import Description, Person, describe_people, gather_people, with_pronoun_owners
from pipeline.language.names import correct_names
from pipeline.records import ActorMention, Article, Timex


@dataclass(frozen=True, slots=True)
class Actors:
    """The actor mentions of one article, in order of their first character, the widest phrase first; they may be nested."""

    mentions: tuple[ActorMention, ...]
    people: tuple[Person, ...] = ()
    _by_head: dict[int, ActorMention] = field(default_factory=dict, repr=False, compare=False)
    _by_token: dict[int, ActorMention] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of_mentions(cls, mentions: Sequence[ActorMention], people: Sequence[Person] = ()) -> Actors:
        """Return the actors of these mentions, sorted, without duplicates."""
        unique = {(m.start, m.end, m.head): m for m in sorted(mentions, key=_order)}
        ordered = tuple(unique.values())
        heads: dict[int, ActorMention] = {}
        tokens: dict[int, ActorMention] = {}
        for found in ordered:
            heads.setdefault(found.head, found)
            for i in range(found.start, found.end):
                if found.how in ("name", "alias", "metonym", "demonym") and (
                    i not in tokens or tokens[i].end - tokens[i].start > found.end - found.start
                ):
                    tokens[i] = found
        return cls(ordered, tuple(people), heads, tokens)

    def of(self, i: int) -> ActorMention | None:
        """Return the widest mention whose head is token i, else the mention that covers it as part of its name, else None."""
        return self._by_head.get(i) or self._by_token.get(i)

    def within(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """Return the mentions that lie in tokens `start` to `end` (exclusive)."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        found = []
        for m in self.mentions[first:]:
            if m.start >= end:
                break
            if m.end <= end:
                found.append(m)
        return tuple(found)


def _order(m: ActorMention) -> tuple[int, int, int]:
    return (m.start_char, -m.end_char, m.head)


def find_actors(article: Article, doc: Doc, timexes: Sequence[Timex], aliases: Path) -> Actors:
    """Read an article's Doc and time expressions (no actor lies in one); return its actor mentions.

    `aliases` is the reader's own table (name,canonical), which wins over everything; a missing file counts as empty.
    """
    blocked = [(timex.start_char, timex.end_char) for timex in timexes]
    if article.body_start:
        blocked.append((0, article.body_start))
    names = correct_names(doc, blocked)
    reading = read(doc, identify(doc, names, read_aliases(aliases)))
    descriptions = describe_people(reading)
    people = gather_people(reading, descriptions)
    found = _all_mentions(reading, people, descriptions)
    more = with_pronoun_owners(reading, people, descriptions, found)
    if more != people:
        people, found = more, _all_mentions(reading, more, descriptions)
    return Actors.of_mentions(found, tuple(people.values()))


def _all_mentions(reading: Reading, people: Mapping[str, Person], descriptions: tuple[Description, ...]) -> list[ActorMention]:
    found = list(named_mentions(reading, people, descriptions))
    found += role_phrases(reading, found)
    found += generic_phrases(reading, found)
    found += demonym_mentions(reading)
    found += resolve(reading, found, people)
    return found

"""What one article tells of one event: its mentions under one story_id, seen together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.day import Day
from pipeline.language.data_files import read_words
from pipeline.merge.act import acts_of, names_of, started_acts
from pipeline.records import Event

_WORD = re.compile(r"\w+")
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_SHORTEST, _STEM = 4, 5
INHERITED_SLACK = 1
"""Days by which an inherited date may be off: the story went on, but the text does not say that it was the same day."""
_FIRM = ("explicit", "relative", "event", "inherited")


@dataclass(frozen=True, slots=True)
class Telling:
    """The mentions that share a story_id in one article.

    `called` are the lead's possible names, `acts` these and other words for the same act; `first`, `last` the inclusive days as ordinals
    (None = open or unknown) and `firm` whether the text dates it (not the publication day); `unplaced` says that nothing dates it, not
    even its being news. `published` is the publication day as an ordinal, or None. `words` are the content words of the sentences that
    tell it, names and triggers left out, `counts` the numbers in them that are no years; `cast` are the names of the whole article.
    """

    article_id: str
    story_id: str
    place_in_text: int
    called: frozenset[str]
    acts: frozenset[str]
    actors: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    names: frozenset[str]
    place: str
    statuses: frozenset[str]
    first: int | None
    last: int | None
    firm: bool
    day_exact: bool
    unplaced: bool
    published: int | None
    words: frozenset[str]
    counts: frozenset[str]
    cast: frozenset[str]

    @property
    def key(self) -> tuple[int, str, int]:
        """A sort key that does not depend on the order in which articles were read: earliest published first."""
        return (self.published if self.published is not None else 10**9, self.article_id, self.place_in_text)


def tellings(events: Iterable[Event]) -> list[Telling]:
    """Return one telling for each article and story, sorted by key."""
    groups: dict[tuple[str, str], list[Event]] = {}
    casts: dict[str, set[str]] = {}
    for event in events:
        groups.setdefault((event.article_id, event.story_id or event.event_id), []).append(event)
        casts.setdefault(event.article_id, set()).update(_folded((*event.names, *event.actors)))
    cast_of = {article: frozenset(names) for article, names in casts.items()}
    return sorted((_telling(mentions, cast_of[article]) for (article, _), mentions in groups.items()), key=lambda telling: telling.key)


def _telling(mentions: list[Event], cast: frozenset[str]) -> Telling:
    mentions = sorted(mentions, key=lambda event: event.trigger_start)
    story = mentions[0].story_id or mentions[0].event_id
    lead = next((event for event in mentions if event.event_id == story), mentions[0])
    dated = lead if lead.date_basis in _FIRM else next((event for event in mentions if event.date_basis in _FIRM), lead)
    published = None if lead.published is None else Day.from_date(lead.published).ordinal
    first, last = dated.first_day, dated.last_day
    slack = INHERITED_SLACK if dated.date_basis == "inherited" else 0
    words = frozenset(word for event in mentions for word in content_words(event.sentence))
    known = content_words(" ".join(part for event in mentions for part in (event.trigger, *event.names, *event.actors)))
    return Telling(
        article_id=lead.article_id,
        story_id=story,
        place_in_text=lead.trigger_start,
        called=names_of(lead.trigger),
        acts=acts_of(_with_particle(lead)) | acts_of(lead.trigger) | started_acts(lead.trigger, lead.summary),
        actors=frozenset(_folded(name for event in mentions for name in event.actors)),
        sources=_naming(lead.source_actors),
        targets=_naming(lead.target_actors),
        names=frozenset(_folded(name for event in mentions for name in (*event.names, *event.actors))),
        place=lead.place.casefold(),
        statuses=frozenset(event.status for event in mentions),
        first=first.ordinal - slack if first else None,
        last=last.ordinal + slack if last else None,
        firm=dated.date_basis in _FIRM and (first is not None or last is not None),
        day_exact=first is not None and first == last and not slack,
        unplaced=all(event.date_basis == "none" for event in mentions),
        published=published,
        words=words - known,
        counts=frozenset(word for word in words if word.isdigit() and not _YEAR.fullmatch(word)),
        cast=cast,
    )


def _with_particle(event: Event) -> str:
    """Return the trigger and the word behind it, which may belong to it ("walk out", "runs out")."""
    behind = event.sentence[event.trigger_end - event.sentence_start :]
    particle = _NEXT_WORD.match(behind)
    return f"{event.trigger} {particle[1]}" if particle and " " not in event.trigger else event.trigger


def content_words(sentence: str) -> set[str]:
    """Return the words of a sentence that say what it is about: longer ones and numbers, cut to their stem-like beginning.

    >>> sorted(content_words("The firm sacked 40 workers on Monday."))
    ['40', 'firm', 'monda', 'sacke', 'worke']
    """
    return {word[:_STEM] for word in _WORD.findall(sentence.casefold()) if len(word) >= _SHORTEST or word.isdigit()}


def _folded(names: Iterable[str]) -> Iterable[str]:
    return (name.casefold() for name in names)


def _naming(doers: Iterable[str]) -> frozenset[str]:
    """Return the doers without plain words ("union"), which name nobody and so contradict no name."""
    return frozenset(_folded(doers)) - read_words("en/merge/plain_doers.txt")

"""The merge stage: events of many articles in, the same events out, with one story_id for what several articles tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.merge.same import ENOUGH, contradict, evidence
from pipeline.merge.telling import Telling, tellings
from pipeline.records import Event

_NEIGHBOURS = 60
"""With how many tellings of the same act and actor, next in time, one is compared: keeps the work linear in large collections."""


def merge_stories(events: Sequence[Event]) -> tuple[Event, ...]:
    """Set `story_id` and `n_articles`; the order of the events is kept, that of the articles does not matter.

    Mentions that share a story_id within an article stay together. A story takes the id of the telling published first.
    """
    told = tellings(events)
    story_of: dict[tuple[str, str], tuple[str, int]] = {}
    for cluster in _clusters(told):
        lead = min(cluster, key=lambda telling: telling.key)
        articles = len({telling.article_id for telling in cluster})
        for telling in cluster:
            story_of[telling.article_id, telling.story_id] = (lead.story_id, articles)
    merged = []
    for event in events:
        story, articles = story_of[event.article_id, event.story_id or event.event_id]
        merged.append(replace(event, story_id=story, n_articles=articles))
    return tuple(merged)


def _clusters(told: Sequence[Telling]) -> Iterable[list[Telling]]:
    """Join the best matching pairs first; two clusters join only if no member contradicts a member of the other."""
    pairs = sorted(_pairs(told), key=lambda pair: (-pair[0], told[pair[1]].key, told[pair[2]].key))
    home = {number: [number] for number in range(len(told))}
    for _, left, right in pairs:
        ours, theirs = home[left], home[right]
        if ours is theirs or any(contradict(told[a], told[b]) for a in ours for b in theirs):
            continue
        ours.extend(theirs)
        for number in theirs:
            home[number] = ours
    seen: set[int] = set()
    for cluster in home.values():
        if cluster[0] not in seen:
            seen.update(cluster)
            yield [told[number] for number in cluster]


def _pairs(told: Sequence[Telling]) -> Iterable[tuple[float, int, int]]:
    blocks: dict[tuple[str, str], list[int]] = {}
    for number, telling in enumerate(told):
        for act in telling.acts:
            for name in telling.names | telling.words:
                blocks.setdefault((act, name), []).append(number)
    done: set[tuple[int, int]] = set()
    for members in blocks.values():
        members.sort(key=lambda number: (_when(told[number]), told[number].key))
        for position, left in enumerate(members):
            for right in members[position + 1 : position + 1 + _NEIGHBOURS]:
                pair = (min(left, right), max(left, right))
                if pair in done:
                    continue
                done.add(pair)
                score = evidence(told[left], told[right])
                if score >= ENOUGH:
                    yield score, *pair


def _when(telling: Telling) -> int:
    """The day to sort by: the event's own, else its publication."""
    day = telling.first if telling.first is not None else telling.last
    if day is None:
        day = telling.published
    return day if day is not None else 10**9

"""The article that the story of `fixture_table` is read from, and the making of an event in one of its sentences."""

from __future__ import annotations

import datetime as dt

from pipeline.day import Day
from pipeline.records import Article, Event

TEXT_PARTS = (
    "The United States announced Monday it is expelling 12 Russian diplomats from New York.",
    "The expulsion had been in the works for several months.",
    "The delegates must leave by the 7th of March.",
    "The United States closed its embassy in Minsk on Monday and let its staff in Moscow return home.",
    "It accused the diplomats of espionage.",
    "Russia ordered a deputy envoy out of Moscow in mid-February.",
    "The invasion of Ukraine has gone on since Thursday.",
    "On 25 February Russia vetoed a resolution of the Security Council.",
    "Vassily Nebenzia told reporters of the order on Monday.",
    "The Russian ambassador called it a hostile move.",
    "Moscow is likely to retaliate.",
    "An emergency session of the General Assembly began on Monday and is to last until Wednesday.",
    "The host-country committee will take up the case in March.",
    "Russia denied that its envoys had broken any law on Sunday.",
    "Kyiv could ask for a new vote next week.",
    "The delegation had lost its former head before 2021.",
    "Belarus protested.",
    "Talks were held at the border on Monday at 14:00.",
    "A first round of expulsions took place in 2018.",
)
SEED = Article(
    "seed",
    "U.S. expels 12 Russian U.N. diplomats",
    " ".join(TEXT_PARTS),
    dt.date(2022, 3, 1),
    "first line",
    "https://example.org/us-expels",
)


def event_of(part: int, trigger: str, summary: str, event_type: str, status: str, **fields) -> Event:
    """Return the event that the word `trigger` names in a part of the article; days may be given as ISO text."""
    sentence = TEXT_PARTS[part]
    start = SEED.text.index(sentence)
    at = start + sentence.index(trigger)
    for name in ("first_day", "last_day"):
        if isinstance(fields.get(name), str):
            fields[name] = Day.parse(fields[name])
    if words := fields.get("time_text"):
        fields["time_start"] = start + sentence.index(words)
        fields["time_end"] = fields["time_start"] + len(words)
    actors = fields.get("actors", ())
    spans = tuple((start + sentence.index(name), start + sentence.index(name) + len(name)) for name in actors if name in sentence)
    fields.setdefault("source_actors", actors[:1])
    fields.setdefault("target_actors", actors[1:])
    return Event(
        event_id=f"seed-{at}",
        article_id="seed",
        article_title=SEED.title,
        source="seed.txt",
        published=SEED.published,
        trigger=trigger,
        trigger_start=at,
        trigger_end=at + len(trigger),
        summary=summary,
        event_type=event_type,
        status=status,
        sentence=sentence,
        sentence_start=start,
        sentence_end=start + len(sentence),
        story_id=f"seed-{at}",
        actor_spans=spans,
        **fields,
    )

"""A generated event table for load: always the same."""

from __future__ import annotations

import datetime as dt
import random

import pandas as pd

from pipeline.day import Day
from pipeline.event_table import EVENT_TYPES, STATUSES, from_events, validate
from pipeline.records import Event


def load_table(count: int = 2000, seed: int = 7) -> pd.DataFrame:
    """Return `count` generated events of 40 actors over four years, a third of them in one month; valid, and always the same."""
    pick = random.Random(seed)
    names = [f"Actor {number:02d}" for number in range(40)]
    events = []
    for number in range(count):
        day = Day(2022, 2, 1).plus(pick.randrange(28) if number % 3 == 0 else pick.randrange(-700, 700))
        last = day.plus(pick.choice((0, 0, 0, 3, 30)))
        actors = tuple(pick.sample(names, pick.choice((1, 2, 3))))
        sentence = f"{actors[0]} acted for the {number}th time."
        events.append(
            Event(
                event_id=f"e{number}",
                article_id=f"a{number % 50}",
                article_title=f"Article {number % 50}",
                source="wire",
                published=dt.date(2022, 3, 1),
                trigger="acted",
                trigger_start=len(actors[0]) + 1,
                trigger_end=len(actors[0]) + 6,
                summary=f"{actors[0]} acts for the {number}th time",
                event_type=pick.choice(EVENT_TYPES),
                status=pick.choice(STATUSES),
                sentence=sentence,
                sentence_start=0,
                sentence_end=len(sentence),
                actors=actors,
                source_actors=actors[:1],
                target_actors=actors[1:],
                place=pick.choice(("", "Geneva", "Minsk")),
                date=str(day),
                first_day=None if number % 17 == 0 else day,
                last_day=None if number % 13 == 0 else last,
                granularity="day",
                time_relation="at",
                date_basis=pick.choice(("explicit", "relative", "publication")),
                confidence=pick.random(),
                story_id=f"e{number}",
            )
        )
    return validate(from_events(events))

"""The event table of the page's tests: one story of about twenty events with every kind of extent."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from pipeline.day import Day
from pipeline.event_table import from_events, validate
from pipeline.records import Event
from tests.ui.fixture_article import SEED, TEXT_PARTS

US, RU, UN, UA, BY = "United States", "Russia", "United Nations", "Ukraine", "Belarus"


def _event(part: int, trigger: str, summary: str, event_type: str, status: str, **fields) -> Event:
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


def _on(day: str, **more) -> dict:
    return {"first_day": day, "last_day": day, "date": day, "granularity": "day", "time_relation": "at", "date_basis": "relative", **more}


MONDAY = "'Monday' -> 28 Feb 2022: published Tue 1 Mar 2022, past tense 'announced'"


def seed_events() -> list[Event]:
    return [
        _event(
            0,
            "announced",
            "United States announces the expulsion",
            "STATEMENT",
            "happened",
            actors=(US,),
            time_text="Monday",
            date_reason=MONDAY,
            confidence=0.97,
            **_on("2022-02-28"),
        ),
        _event(
            0,
            "expelling",
            "12 Russian U.N. diplomats expelled",
            "SANCTION",
            "happened",
            actors=(US, RU),
            **_on("2022-02-28", date_basis="inherited"),
        ),
        _event(
            1,
            "in the works",
            "Expulsion “in the works for several months”",
            "OTHER",
            "happened",
            actors=(US,),
            time_text="several months",
            last_day="2022-02-28",
            date="2021~/2022-02-28",
            granularity="fuzzy",
            time_relation="until",
            date_basis="relative",
            timex_type="DURATION",
        ),
        _event(
            2,
            "leave",
            "12 diplomats must leave by 7 March",
            "COERCE",
            "deadline",
            actors=(RU, US),
            time_text="the 7th of March",
            last_day="2022-03-07",
            date="../2022-03-07",
            granularity="day",
            time_relation="by",
            date_basis="relative",
        ),
        _event(
            3,
            "closed",
            "Minsk embassy operations suspended",
            "RETREAT",
            "happened",
            actors=(US,),
            place="Minsk, Belarus",
            time_text="Monday",
            **_on("2022-02-28"),
        ),
        _event(
            3,
            "let",
            "Moscow staff allowed to leave",
            "RETREAT",
            "happened",
            actors=(US, RU),
            place="Moscow",
            **_on("2022-02-28", date_basis="event"),
        ),
        _event(
            4,
            "espionage",
            "Accused of “espionage activities”",
            "ACCUSE",
            "hypothetical",
            actors=(US, RU),
            said_by=US,
            **_on("2022-03-01", date_basis="publication"),
        ),
        _event(
            5,
            "ordered",
            "Deputy U.S. envoy ordered out of Moscow",
            "SANCTION",
            "happened",
            actors=(RU, US),
            time_text="mid-February",
            first_day="2022-02-11",
            last_day="2022-02-20",
            date="2022-02-11~/2022-02-20~",
            granularity="fuzzy",
            time_relation="at",
            date_basis="relative",
        ),
        _event(
            6,
            "invasion",
            "Invasion of Ukraine goes on",
            "ASSAULT",
            "ongoing",
            actors=(RU, UA),
            time_text="Thursday",
            first_day="2022-02-24",
            date="2022-02-24/..",
            granularity="day",
            time_relation="since",
            date_basis="relative",
        ),
        _event(
            7,
            "vetoed",
            "Russia vetoes Security Council resolution",
            "REJECT",
            "happened",
            actors=(RU, UN),
            time_text="25 February",
            **_on("2022-02-25", date_basis="explicit"),
        ),
        _event(
            8,
            "told",
            "Nebenzia tells reporters of the order",
            "STATEMENT",
            "happened",
            actors=("Vassily Nebenzia", RU),
            source_actors=(RU,),
            time_text="Monday",
            **_on("2022-02-28"),
        ),
        _event(
            9,
            "called",
            "“Hostile move”, says Russian ambassador",
            "ACCUSE",
            "happened",
            actors=(RU,),
            **_on("2022-03-01", date_basis="publication"),
        ),
        _event(
            10,
            "retaliate",
            "Russian retaliation expected",
            "THREATEN",
            "expected",
            actors=(RU, US),
            first_day="2022-03-01",
            date="2022-03-01/..",
            granularity="day",
            time_relation="after",
            date_basis="publication",
        ),
        _event(
            11,
            "session",
            "Emergency General Assembly session",
            "CONSULT",
            "ongoing",
            actors=(UN,),
            time_text="Monday",
            first_day="2022-02-28",
            last_day="2022-03-02",
            date="2022-02-28/2022-03-02",
            granularity="day",
            time_relation="between",
            date_basis="relative",
        ),
        _event(
            12,
            "take up",
            "Host-country committee to take up case",
            "LEGAL",
            "planned",
            actors=(UN,),
            time_text="March",
            first_day="2022-03-01",
            last_day="2022-03-31",
            date="2022-03",
            granularity="month",
            time_relation="during",
            date_basis="relative",
        ),
        _event(13, "denied", "Envoys broke no law, says Russia", "ACCUSE", "denied", actors=(RU,), time_text="Sunday", **_on("2022-02-27")),
        _event(
            14,
            "vote",
            "Kyiv could ask for a new vote",
            "ELECTION",
            "hypothetical",
            actors=(UA,),
            time_text="next week",
            first_day="2022-03-07",
            last_day="2022-03-13",
            date="2022-W10",
            granularity="week",
            time_relation="during",
            date_basis="relative",
        ),
        _event(
            15,
            "lost",
            "Delegation loses its former head",
            "APPOINTMENT",
            "happened",
            actors=(RU,),
            time_text="2021",
            last_day="2020-12-31",
            date="../2020-12-31",
            granularity="year",
            time_relation="before",
            date_basis="explicit",
        ),
        _event(16, "protested", "Belarus protests", "PROTEST", "happened", actors=(BY,)),
        _event(
            17,
            "Talks",
            "Talks at the border",
            "CONSULT",
            "happened",
            time_text="Monday at 14:00",
            start=dt.datetime(2022, 2, 28, 14),
            end=dt.datetime(2022, 2, 28, 15),
            **_on("2022-02-28", granularity="hour"),
        ),
        _event(
            18,
            "expulsions",
            "First round of expulsions",
            "SANCTION",
            "happened",
            actors=(US, RU),
            time_text="2018",
            first_day="2018-01-01",
            last_day="2018-12-31",
            date="2018",
            granularity="year",
            time_relation="during",
            date_basis="explicit",
        ),
    ]


def seed_table() -> pd.DataFrame:
    return validate(from_events(seed_events()))

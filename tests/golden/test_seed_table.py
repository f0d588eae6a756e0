"""The first seed article, row by row, as a careful reader dates it (published Tuesday 2022-03-01)."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline import read_articles
from pipeline.event_table import from_events
from pipeline.run import Line

SEED = "seeds/us-expels-russian-un-diplomats.txt"
US, RUSSIA, UN = "United States", "Russia", "United Nations"


@pytest.fixture(scope="module")
def table(line: Line) -> pd.DataFrame:
    result = read_articles([SEED])
    assert not result.problems
    return from_events(line.events(result.articles))


def row(table: pd.DataFrame, trigger: str, evidence: str) -> pd.Series:
    found = table[(table["trigger"] == trigger) & table["sentence"].str.contains(evidence, regex=False)]
    assert len(found) == 1, f"{trigger!r} in a sentence with {evidence!r}: {len(found)} rows"
    return found.iloc[0]


def days(event: pd.Series) -> tuple[str | None, str | None]:
    return tuple(None if pd.isna(event[name]) else event[name] for name in ("first_day", "last_day"))


def test_header_gives_the_publication_date():
    article = read_articles([SEED]).articles[0]
    assert str(article.published) == "2022-03-01" and article.published_source
    assert article.text[article.body_start :].startswith("The United States announced")


def test_announced(table):
    event = row(table, "announced", "announced Monday")
    assert event["status"] == "happened" and days(event) == ("2022-02-28", "2022-02-28") and event["date"] == "2022-02-28"
    assert event["date_basis"] == "relative" and event["granularity"] == "day" and event["source_actors"] == [US]
    assert event["time_text"] == "Monday" and "past tense" in event["date_reason"] and "announced" in event["date_reason"]


def test_expelling(table):
    event = row(table, "expelling", "announced Monday")
    assert event["status"] in ("happened", "ongoing") and days(event) == ("2022-02-28", "2022-02-28")
    assert event["date_basis"] == "inherited" and "announced" in event["date_reason"]
    assert event["source_actors"] == [US] and event["target_actors"][0] == RUSSIA
    assert UN in event["names"]


def test_in_the_works(table):
    found = table[table["time_text"] == "several months"]
    assert len(found) == 1
    event = found.iloc[0]
    assert "works" in event["trigger"]
    assert event["status"] in ("happened", "ongoing") and event["granularity"] == "fuzzy" and "~" in event["date"]
    assert event["last_day"] in ("2022-02-28", "2022-03-01") and event["date_basis"] == "relative"
    assert pd.isna(event["first_day"]) or "2021-01-01" <= event["first_day"] < "2022-01-15"
    assert US in event["actors"]


def test_leave_is_a_deadline(table):
    event = row(table, "leave", "by the 7th of March")
    assert event["status"] == "deadline" and days(event) == (None, "2022-03-07") and event["date"] == "../2022-03-07"
    assert event["time_relation"] == "by" and event["date_basis"] == "relative" and "year" in event["date_reason"]
    assert RUSSIA in event["actors"] and event["time_text"] == "the 7th of March"


def test_closure_of_the_embassy(table):
    found = table[table["sentence"].str.startswith("The expulsion came") & table["trigger"].isin(["announced", "closure"])]
    assert len(found) >= 1
    assert "event" in set(found["date_basis"]) <= {"event", "inherited"}
    assert any("hours after" in reason for reason in found["date_reason"])
    for _, event in found.iterrows():
        assert event["status"] == "happened" and days(event) == ("2022-02-28", "2022-02-28")
        assert US in event["source_actors"]
    assert any("Minsk" in str(place) for place in found["place"])


def test_granting(table):
    event = row(table, "granting", "The expulsion came")
    assert event["status"] == "happened" and event["source_actors"] == [US]
    assert event["date_basis"] in ("event", "inherited", "publication")
    assert event["first_day"] == ("2022-03-01" if event["date_basis"] == "publication" else "2022-02-28")


def test_retaliate_is_only_expected(table):
    event = row(table, "retaliate", "Moscow is expected")
    assert event["status"] == "expected" and event["date_basis"] in ("publication", "none")
    assert pd.isna(event["last_day"]) and event["source_actors"] == [RUSSIA] and event["target_actors"] == [US]
    if event["date_basis"] == "publication":
        assert event["first_day"] >= "2022-03-01"


SPOKEN = [
    ("released", "Olivia Dalton", US),
    ("told", "Richard Mills", US),
    ("reacted", "", RUSSIA),
    ("rejecting", "Anatoly Antonov", RUSSIA),
    ("confirmed", "Vassily Nebenzia", RUSSIA),
]


@pytest.mark.parametrize(("trigger", "person", "state"), SPOKEN)
def test_acts_of_speech_have_no_date_in_the_text(table, trigger, person, state):
    found = table[table["trigger"].str.contains(trigger)]
    assert len(found) >= 1, trigger
    event = found.iloc[0]
    assert event["status"] == "happened" and event["date_basis"] in ("publication", "none")
    assert state in event["actors"]
    if person:
        assert person in event["actors"]


def test_invasion_is_undated(table):
    event = row(table, "invasion", "light of Russia")
    assert event["status"] in ("happened", "ongoing") and event["date_basis"] == "none"
    assert days(event) == (None, None) and pd.isna(event["date"]) and {RUSSIA, "Ukraine"} <= set(event["actors"])


def test_claims_say_whose_they_are(table):
    abused = table[table["trigger"] == "abused"]
    assert list(abused["said_by"]) == ["Olivia Dalton"]


FALSE_ACTORS = {
    "Officials",
    "Monday",
    "Security",
    "Moscow",
    "Washington",
    "U.S.",
    "America",
    "Dalton",
    "Antonov",
    "Nebenzia",
    "U.N.",
    "Minsk",
}


def test_no_false_actors(table):
    actors = {actor for cell in table["actors"] for actor in cell}
    assert not actors & FALSE_ACTORS
    assert {US, RUSSIA, "Olivia Dalton", "Anatoly Antonov", "Vassily Nebenzia", "Richard Mills"} <= actors


def test_only_what_the_text_dates_is_dated_by_it(table):
    dated = table[table["date_basis"].isin(["explicit", "relative"])]
    assert set(dated["time_text"]) == {"Monday", "several months", "the 7th of March"}


def test_header_and_pronouns_are_no_time_expressions(line):
    texts = [timex.text for timex in line.timexes(read_articles([SEED]).articles[0])]
    assert texts[:3] == ["Monday", "several months", "the 7th of March"]
    assert texts[3:] in (["just hours"], ["hours"])

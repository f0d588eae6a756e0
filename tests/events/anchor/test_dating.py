"""What holds for every dating, whatever the text: valid columns, honest basis, no crash on odd input."""

from __future__ import annotations

import datetime as dt

import edtf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.events.anchor import date_triggers
from pipeline.records import Timex
from pipeline.timex import find_timexes
from tests.events.anchor.factory import article_of, date_word, read_cases, triggers_of
from tests.growth import grows_linearly

ODD = [
    "",
    "\n\n\n",
    "Monday",
    "Monday. Tuesday. Wednesday.",
    "IN BERLIN ON MONDAY POLICE ARRESTED FOUR MEN AND A COURT FREED TWO",
    "| date | sum |\n| 3 May 2021 | 12 |\n| 4 May 2021 | 13 |",
    "- arrived Monday\n- left by Friday\n- until Sunday\n",
    "after after after before until by by by 2021",
    "def close(until=2021): return 'by Monday'",
    "Am Montag wurde die Brücke am 3. Mai 2021 geschlossen.",
    "(((On Monday)))",
    "“On Monday” said “by Tuesday” said “until Friday” said",
]


def dated(language, text, dct="2022-03-01"):
    article = article_of(text, dct)
    doc = language.analyse(article)
    triggers = triggers_of(article, doc)
    return triggers, date_triggers(article, doc, find_timexes(article, doc), triggers), doc


def check(dating):
    assert 0 <= dating.certain <= 1
    assert dating.reason
    assert (dating.first_day is None and dating.last_day is None) == (dating.date == "") == (dating.relation is None)
    assert (dating.basis == "none") == (dating.date == "")
    if dating.date:
        edtf.parse_edtf(dating.date)
        assert dating.granularity
    if dating.first_day and dating.last_day:
        assert dating.first_day <= dating.last_day
    if dating.start and dating.end:
        assert dating.start < dating.end
    for moment in (dating.start, dating.end):
        assert moment is None or moment.tzinfo is None
    assert (dating.start is None) == (dating.first_day is None or dating.first_day.year < 1)


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case["id"])
def test_every_dating_of_every_case_is_well_formed(language, case):
    triggers, datings, _ = dated(language, case["text"], case["dct"])
    assert len(triggers) == len(datings)
    for dating in datings:
        check(dating)


@pytest.mark.parametrize("text", ODD)
def test_odd_text(language, text):
    triggers, datings, _ = dated(language, text)
    assert len(triggers) == len(datings)
    for dating in datings:
        check(dating)


def test_publication_basis_only_for_the_publication_day(language):
    for case in read_cases():
        for dating in dated(language, case["text"], case["dct"])[1]:
            if dating.basis == "publication":
                assert dating.timex is None
                assert str(dating.first_day) == case["dct"]


def test_without_publication_day_nothing_is_dated_by_it(language):
    for text in ("The council approved the plan.", "The firm will close.", "Norland is expected to retaliate."):
        assert {dating.basis for dating in dated(language, text, "")[1]} == {"none"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.integers(-20_000, 20_000))
def test_relative_dates_move_with_the_publication_day(language, days):
    day = dt.date(2022, 3, 1) + dt.timedelta(days)
    dating = date_word(language, "The mayor resigned yesterday and left the city.", day.isoformat(), "left")
    assert str(dating.first_day) == (day - dt.timedelta(1)).isoformat()
    assert dating.basis == "inherited"


def test_years_before_christ_have_no_timestamps(language):
    article = article_of("Caesar crossed the river in 49 BC.", "")
    doc = language.analyse(article)
    triggers = triggers_of(article, doc)
    (dating,) = (
        dating
        for trigger, dating in zip(triggers, date_triggers(article, doc, find_timexes(article, doc), triggers), strict=True)
        if trigger.lemma == "cross"
    )
    assert str(dating.first_day) == "-0048-01-01"
    assert dating.start is None and dating.end is None


def test_clock_time_gives_the_drawing_an_hour(language):
    dating = date_word(language, "The blast struck the market at 8 p.m. on Sunday.", "2024-05-15", "struck")
    assert dating.start == dt.datetime.fromisoformat("2024-05-12T20:00")
    assert dating.date.startswith("2024-05-12T20")


def test_whole_days_are_half_open(language):
    dating = date_word(language, "The road was closed from 3 June 2021 to 9 June 2021.", "2022-03-01", "closed")
    assert (dating.start, dating.end) == (dt.datetime.fromisoformat("2021-06-03"), dt.datetime.fromisoformat("2021-06-10"))


def test_headers_and_datelines_date_nothing(language):
    text = " date 2022-03-01 Norland closed its border."
    article = type(article_of("", ""))("a", "", text, dt.date(2022, 3, 4), body_start=17)
    doc = language.analyse(article)
    triggers = triggers_of(article, doc)
    header = Timex("a", 6, 16, "2022-03-01", "DATE", "2022-03-01", edtf="2022-03-01", given=("day", "month", "year"))
    datings = date_triggers(article, doc, [header], triggers)
    assert [dating.basis for trigger, dating in zip(triggers, datings, strict=True) if trigger.lemma == "close"] == ["publication"]


def test_long_text_takes_linear_time(language):
    def dating(sentences):
        text = "On Monday the council closed the bridge and the closure angered drivers. " * sentences
        article = article_of(text, "2022-03-01")
        doc = language.analyse(article)
        triggers, timexes = triggers_of(article, doc), find_timexes(article, doc)
        return lambda: date_triggers(article, doc, timexes, triggers)

    assert grows_linearly(dating, 40)

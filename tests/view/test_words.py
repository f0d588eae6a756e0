import datetime as dt

import pytest

from pipeline.day import Day
from pipeline.view.words import date_words, published_words, unit_words

PLAIN = {
    "status": "happened",
    "granularity": "day",
    "time_relation": "at",
    "date_basis": "explicit",
    "date": "",
    "first_day": None,
    "last_day": None,
    "start": None,
    "end": None,
    "timex_type": None,
    "time_text": None,
    "published": "2022-03-01",
}

CASES = [
    ("Mon 28 Feb 2022", {"first_day": "2022-02-28", "last_day": "2022-02-28"}),
    ("Tue 1 Mar 2022 (published)", {"first_day": "2022-03-01", "last_day": "2022-03-01", "date_basis": "publication"}),
    (
        "Mon 28 Feb 2022, 14:30",
        {
            "first_day": "2022-02-28",
            "last_day": "2022-02-28",
            "granularity": "minute",
            "start": dt.datetime(2022, 2, 28, 14, 30),
            "end": dt.datetime(2022, 2, 28, 14, 31),
        },
    ),
    ("24 – 26 Feb 2022", {"first_day": "2022-02-24", "last_day": "2022-02-26", "time_relation": "between"}),
    ("28 Feb – 2 Mar 2022", {"first_day": "2022-02-28", "last_day": "2022-03-02"}),
    ("by 7 March 2022", {"last_day": "2022-03-07", "status": "deadline", "time_relation": "by"}),
    ("by 31 December 9999", {"last_day": "9999-12-31", "status": "deadline", "time_relation": "by"}),
    ("by 7 March 2022 (from 1 Mar 2022)", {"first_day": "2022-03-01", "last_day": "2022-03-07", "status": "deadline"}),
    ("by the end of 2021", {"last_day": "2021-12-31", "status": "deadline", "time_relation": "by", "granularity": "year"}),
    ("until 7 March 2022", {"last_day": "2022-03-07", "time_relation": "until"}),
    ("before 8 March 2022", {"last_day": "2022-03-07", "time_relation": "before"}),
    ("before 2021", {"last_day": "2020-12-31", "time_relation": "before", "granularity": "year"}),
    ("before March 2022", {"last_day": "2022-02-28", "time_relation": "before", "granularity": "month"}),
    ("since Thu 24 Feb 2022", {"first_day": "2022-02-24", "time_relation": "since"}),
    ("since 1970", {"first_day": "1970-01-01", "time_relation": "since", "granularity": "year"}),
    ("from Thu 24 Feb 2022", {"first_day": "2022-02-24", "time_relation": "since", "status": "planned"}),
    ("after 28 February 2022", {"first_day": "2022-03-01", "time_relation": "after", "status": "expected"}),
    ("after 2016", {"first_day": "2017-01-01", "time_relation": "after", "granularity": "year"}),
    ("some time in February 2022", {"first_day": "2022-02-01", "last_day": "2022-02-28", "granularity": "month"}),
    ("some time in Q1 2022", {"first_day": "2022-01-01", "last_day": "2022-03-31", "granularity": "quarter"}),
    ("some time in the 1980s", {"first_day": "1980-01-01", "last_day": "1989-12-31", "granularity": "decade"}),
    ("in the week of Mon 7 Mar 2022", {"first_day": "2022-03-07", "last_day": "2022-03-13", "granularity": "week"}),
    ("between 22 Jul 2018 and 21 Jul 2019", {"first_day": "2018-07-22", "last_day": "2019-07-21", "granularity": "year"}),
    ("some time in 44 BC", {"first_day": "-0043-01-01", "last_day": "-0043-12-31", "granularity": "year"}),
    ("15 Mar 44 BC", {"first_day": "-0043-03-15", "last_day": "-0043-03-15"}),
    ("February 2022", {"first_day": "2022-02-01", "last_day": "2022-02-28", "granularity": "month", "status": "ongoing"}),
    ("about 11 – 20 Feb 2022", {"first_day": "2022-02-11", "last_day": "2022-02-20", "granularity": "fuzzy"}),
    ("about 2100 – 2000 BC", {"first_day": "-2099-01-01", "last_day": "-1999-12-31", "granularity": "fuzzy"}),
    (
        "about several months before 28 Feb 2022",
        {
            "last_day": "2022-02-28",
            "granularity": "fuzzy",
            "timex_type": "DURATION",
            "time_text": "several months",
            "time_relation": "until",
        },
    ),
    (
        "several months up to 1 Mar 2022",
        {
            "first_day": "2021-01-01",
            "last_day": "2022-03-01",
            "granularity": "fuzzy",
            "timex_type": "DURATION",
            "time_text": "several months",
            "time_relation": "during",
        },
    ),
    ("undated", {}),
]


@pytest.mark.parametrize(("words", "fields"), CASES, ids=[case[0] for case in CASES])
def test_a_date_is_said_as_precisely_as_it_is_known(words, fields):
    assert date_words(PLAIN | fields) == words


def test_a_unit_that_is_not_whole_is_said_as_a_range():
    assert unit_words(Day(2022, 2, 3), Day(2022, 3, 9), "quarter") == "Q1 2022"
    assert unit_words(Day(2022, 2, 3), Day(2023, 3, 9), "year") == "3 Feb 2022 – 9 Mar 2023"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2022-03-01", "Tue 1 Mar 2022"),
        ("1066-10-14", "14 Oct 1066"),
        ("2022-03-01T23:05:00+00:00", "Tue 1 Mar 2022, 23:05 UTC"),
        ("2022-03-01T09:30:00-05:00", "Tue 1 Mar 2022, 09:30 UTC-05:00"),
        ("2022-03-01T09:30:00", "Tue 1 Mar 2022, 09:30"),
    ],
)
def test_a_publication_says_its_time_with_its_zone(iso, words):
    assert published_words(iso) == words

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.view.certainty import day_ms
from pipeline.view.date_style import speak
from pipeline.view.ticks import ticks, with_year
from pipeline.view.window import Window
from pipeline.view.words import date_words, days_in_locale, long_day, published_words, range_words, short_day, unit_words, week_day
from tests.ui.fixture_table import seed_table

DAY = Day(2022, 2, 28)


@pytest.fixture(autouse=True)
def house_style():
    yield
    speak(None)


@pytest.mark.parametrize("locale", [None, "", "en", "en-GB", "en-AU", "zz", "<b>", "en-GB-x-y" * 20])
def test_english_with_the_day_first_is_the_house_style_and_the_default(locale):
    speak(locale)
    assert week_day(DAY) == "Mon 28 Feb 2022" and long_day(Day(2022, 3, 7)) == "7 March 2022"
    assert range_words(Day(2022, 2, 24), Day(2022, 2, 26)) == "24 – 26 Feb 2022"
    assert unit_words(Day(2022, 2, 1), Day(2022, 3, 31), "month") == "February – March 2022"


@pytest.mark.parametrize(
    ("locale", "written"),
    [("en-US", "Mon, Feb 28, 2022"), ("de-DE", "Mo., 28. Feb. 2022"), ("fr", "lun. 28 févr. 2022"), ("ja", "2022年2月28日(月)")],
)
def test_names_and_order_follow_the_locale(locale, written):
    speak(locale)
    assert week_day(DAY) == written
    assert published_words("2022-02-28T14:30:00+02:00") == f"{written}, 14:30 UTC+02:00"
    assert days_in_locale("'Monday' -> Mon 28 Feb 2022: past tense") == f"'Monday' -> {written}: past tense"


@given(st.sampled_from(["en-US", "de", "fr", "es", "ja", "zh-CN", "hu", "pt-BR", "ru", "sv", "ko"]), st.dates())
def test_a_written_day_cannot_be_read_in_two_ways(locale, date):
    """Day and month never stand side by side as two numbers without the month's name (or its sign) between."""
    speak(locale)
    day = Day(date.year, date.month, date.day)
    for text in (short_day(day), long_day(day), week_day(day)):
        assert not re.search(r"\d+\s*[./-]\s*\d+\s*[./-]\s*\d+", text)
        assert str(day.year) in text and str(day.day) in text


def test_years_that_no_locale_knows_keep_the_house_style():
    speak("en-US")
    assert long_day(Day(-43, 3, 15)) == "15 March 44 BC" and days_in_locale("31 Feb 2022") == "31 Feb 2022"


def test_the_axis_follows_the_locale_and_says_the_year_once():
    speak("en-US")
    window = Window(day_ms("2022-02-10"), day_ms("2022-03-20"))
    shown = [tick.text for tick in with_year(ticks(window, 12), window) if tick.moment >= window.lo]
    assert shown[:2] == ["Feb 14, 2022", "Feb 21"]


def test_every_event_of_the_seed_has_a_date_in_words_in_every_locale():
    rows = seed_table().to_dict("records")
    house = [date_words(row) for row in rows]
    for locale in ("en-US", "de", "ja"):
        speak(locale)
        said = [date_words(row) for row in rows]
        assert all(said) and said != house

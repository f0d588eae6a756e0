"""`Day` against datetime where datetime reaches, and against itself beyond."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.day import Day, month_length

ordinals = st.integers(Day.of(-9999, 1, 1).ordinal, Day.of(9999, 12, 31).ordinal)


@given(st.dates())
def test_agrees_with_datetime(date):
    day = Day.from_date(date)
    assert day.ordinal == date.toordinal() - dt.date(1970, 1, 1).toordinal()
    assert day.weekday == date.weekday() and str(day) == date.isoformat() and Day.parse(str(day)) == day


@given(ordinals)
def test_round_trips(ordinal):
    day = Day.from_ordinal(ordinal)
    assert day.ordinal == ordinal and Day.parse(str(day)) == day


@given(ordinals, ordinals)
def test_sorts_by_time(a, b):
    assert (Day.from_ordinal(a) < Day.from_ordinal(b)) == (a < b)


@given(st.dates(dt.date(1, 1, 1), dt.date(9000, 1, 1)), st.integers(-11, 5000))
def test_plus_months_lands_in_the_month(date, months):
    day = Day.from_date(date)
    later = day.plus_months(months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, month_length(later.year, later.month))


@pytest.mark.parametrize("text", ["2022-02-30", "2022-13-01", "22-01-01", "2022-1-1", "", "10000-01-01", "Monday"])
def test_refuses_what_is_no_day(text):
    with pytest.raises(ValueError, match=r"day"):
        Day.parse(text)

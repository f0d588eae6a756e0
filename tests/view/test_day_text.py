from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.view.day_text import read_day
from pipeline.view.words import long_day, short_day

DAYS = st.integers(Day.of(-3999, 1, 1).ordinal, Day.of(2999, 12, 31).ordinal).map(Day.from_ordinal)


@given(DAYS)
def test_every_day_is_read_back_from_its_iso_form_and_from_words(day):
    assert read_day(str(day)) == read_day(long_day(day)) == read_day(short_day(day)) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("44 BC", "-0043-01-01", "-0043-12-31"),
        ("15 March 44 B.C.", "-0043-03-15", "-0043-03-15"),
        ("March 7, 2022", "2022-03-07", "2022-03-07"),
        ("  sept  2022 ", "2022-09-01", "2022-09-30"),
    ],
)
def test_a_part_of_a_date_reaches_to_its_ends(text, first, last):
    assert (str(read_day(text)), str(read_day(text, end=True))) == (first, last)


@pytest.mark.parametrize("text", ["", "soon", "31 Feb 2022", "2022-13", "2022-02-30", "0 BC", "123456", "<b>", "12000 BC", "7 March"])
def test_what_is_no_date_is_none(text):
    assert read_day(text) is None and read_day(text, end=True) is None

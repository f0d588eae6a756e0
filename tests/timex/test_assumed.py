"""The reason names what was assumed, and where it was taken from: year, month, day, country, fiscal year."""

import pytest

from pipeline.timex.country import country_of
from pipeline.timex.gate import sentences
from pipeline.timex.holiday_dates import holiday
from pipeline.timex.rules.other_languages import month_of_word, month_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They must leave by the 7th of March.", "year assumed (published Tue 1 Mar 2022), 'by' sets a limit ahead"),
        ("The vote is on the 23rd.", "month and year assumed (published Tue 1 Mar 2022)"),
        ("Shops open at 7 a.m. in the town.", "day assumed (published Tue 1 Mar 2022)"),
        ("Offices will close on Labor Day.", "US date assumed"),
        ("In Canada offices will close on Thanksgiving.", "the day in Canada"),
        ("The fiscal first quarter was weak.", "calendar quarter assumed"),
        ("The deal of 30 February 2021 failed.", "there is no 30 Feb 2021"),
    ],
)
def test_reason_names_what_was_assumed(text, words, read):
    assert words in read(text)[0].reason


def test_impossible_day_has_no_interval(read):
    (timex,) = read("The deal of 30 February 2021 failed.")
    assert (timex.first_day, timex.last_day, timex.edtf) == (None, None, "")


def test_fiscal_quarter_ends_on_the_stated_day(read):
    timex = read("Sales rose in the fiscal first quarter, which ended on December 30.", "2024-02-01")[0]
    assert (timex.value, str(timex.first_day), str(timex.last_day)) == ("FY2024-Q1", "2023-10-01", "2023-12-30")


def test_word_that_is_no_month_is_never_parsed():
    assert month_of_word("people") is None
    assert "people" not in month_words() and "set" not in month_words() and "march" not in month_words()


def test_country_of_the_sentence_leads():
    text = "Canada rejoiced. Canada and Canada. In India offices close."
    first, last = list(sentences(text))[-1]
    assert country_of(text, first, last) == "IN"
    assert country_of("India and Mexico met.", 0, 21) == ""


@pytest.mark.parametrize(("country", "day"), [("", "2021-11-25"), ("CA", "2021-10-11"), ("FR", "2021-11-25")])
def test_thanksgiving_by_country(country, day):
    assert str(holiday("thanksgiving", 2021, country)) == day

"""The engine as a whole: header lines, hours, alternatives, the trace, hostile text."""

import datetime as dt
import gc
import time

import pytest
import spacy
from spacy.tokens import Token

from pipeline.day import Day
from pipeline.records import Article
from pipeline.timex import explain, find_timexes
from pipeline.timex.find import candidates_of
from pipeline.timex.order import RULES
from tests.growth import grows_linearly


def test_header_line_yields_nothing(read):
    text = " date 2022-03-01 The talks failed on Monday."
    found = read(text, "2022-03-01", body_start=17)
    assert [t.text for t in found] == ["Monday"]


def test_hours_count_from_the_time_of_publication(read):
    (timex,) = read("The site failed three hours ago.", "2022-03-01T12:30:00+00:00")
    assert timex.value == "2022-03-01T09:30"
    assert timex.type == "TIME"


def test_clock_time_has_a_half_open_stretch_and_its_zone(read):
    (timex,) = read("It begins at 8:30 p.m. EST on Sunday.", "2022-03-01")
    assert timex.start_time == dt.datetime(2022, 2, 27, 20, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5))) or timex.first_day == Day.of(
        2022, 3, 6
    )
    assert timex.end_time - timex.start_time == dt.timedelta(minutes=1)
    assert timex.edtf.endswith("-05:00")


def test_ambiguous_numeric_date_offers_both_readings(read):
    (timex,) = read("The form is dated 03/07/2018.", "2022-03-01")
    assert [value for value, _ in timex.alternatives] == ["2018-03-07", "2018-07-03"]
    assert "ambiguous" in timex.reason


def test_later_this_week_runs_from_tomorrow_to_sunday(read):
    (timex,) = read("The bank will decide later this week.", "2022-03-01")
    assert (str(timex.first_day), str(timex.last_day)) == ("2022-03-02", "2022-03-06")


def test_past_two_years_end_at_publication(read):
    (timex,) = read("Prices doubled in the past two years.", "2022-03-01")
    assert (str(timex.first_day), str(timex.last_day)) == ("2020-03-01", "2022-03-01")


def test_reason_names_publication_tense_and_verb(read):
    (timex,) = read("Officials announced the plan on Monday.", "2022-03-01")
    assert timex.reason == "'Monday' -> Mon 28 Feb 2022: published Tue 1 Mar 2022, past tense 'announced'"
    assert (timex.given, timex.assumed, timex.direction) == (("weekday",), ("week",), "past")


def test_without_publication_nothing_relative_is_placed(read):
    (timex,) = read("They must leave by the 7th of March.", "")
    assert (timex.value, timex.first_day, timex.edtf) == ("XXXX-03-07", None, "")
    assert "no publication date" in timex.reason


def test_southern_summer(read):
    timex = read("In Sydney fires spread across New South Wales last summer.", "2022-03-10")[-1]
    assert (str(timex.first_day), str(timex.last_day)) == ("2021-12-01", "2022-02-28")


def test_seed_like_deadline_and_announcement(read):
    found = read("Officials announced Monday that envoys, watched for several months, must leave by the 7th of March.", "2022-03-01")
    assert [t.value for t in found] == ["2022-02-28", "PXM", "2022-03-07"]


def test_explain_lists_losers_too(model):
    article = Article("a", "", "The trial opens on March 3, 2022.", dt.date(2022, 3, 1))
    rows = explain(article, model.analyse(article))
    assert {"March 3", "March 3, 2022"} <= {row.text for row in rows}
    assert len({row.winner for row in rows}) == 1


HOSTILE = [
    "Monday ",
    "two years ago ",
    "March 3 and 5 ",
    "twenty-one ",
    "1939-",
    "the end of ",
    "a.m. ",
    "1/",
    "\n",
    '" ',
    "of the 3rd and ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_rules_take_linear_time(unit):
    def seconds(size):
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        candidates_of(text, 0)
        return time.process_time() - start

    gc.collect()
    gc.disable()  # else what other tests have left behind is cleared up, and measured, here
    try:
        small, large = seconds(20_000), seconds(160_000)
    finally:
        gc.enable()
    assert large < 24 * max(small, 0.02), "eight times the text must not take far more than eight times the time"


def test_a_long_row_of_mondays_costs_in_proportion():
    if not Token.has_extension("event"):
        Token.set_extension("event", default="")

    def reading(size):
        text = "Monday " * size
        doc = spacy.blank("en").make_doc(text)
        return lambda: find_timexes(Article("a", "", text, dt.date(2022, 3, 1)), doc)

    assert len(reading(5_000)()) == 5_000
    assert grows_linearly(reading, 500)


def _hostile_units(rule):
    """Return texts to repeat that keep a pattern busy: the start of its example, each of its words, and a stretch of digits and dashes."""
    words = rule.example.rstrip(".").split()
    starts = [" ".join(words[:count]) + " " for count in (2, len(words) - 1) if count > 0]
    return [*starts, *(f"{word} " for word in dict.fromkeys(words)), "1-", "12 ", "the ", " ", "'", "of the "]


def _seconds(rule, text):
    gc.disable()  # clearing up behind other tests is not this pattern's time
    try:
        start = time.process_time()
        list(rule.find(text, 0, len(text)))
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_pattern_backtracks_without_end(rule):
    """Four times the hostile text must not take far more than four times the time; small times are noise."""
    for unit in _hostile_units(rule):
        seconds = []
        for size in (3_000, 12_000):
            text = (unit * (size // len(unit) + 1))[:size]
            seconds.append(min(_seconds(rule, text) for _ in range(2)))
        assert seconds[1] < 10 * max(seconds[0], 0.02), f"{rule.name} on {unit!r}: {seconds}"


def test_a_history_of_many_years_costs_in_proportion():
    if not Token.has_extension("event"):
        Token.set_extension("event", default="")

    def reading(size):
        text = "".join(f"In {1100 + 37 * n % 800} they met. It was the worst since {1900 + n % 90}. " for n in range(size))
        doc = spacy.blank("en").make_doc(text)
        return lambda: find_timexes(Article("a", "", text, dt.date(2022, 3, 1)), doc)

    assert len(reading(300)()) == 600
    assert grows_linearly(reading, 60)


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(9999, 12, 31), None])
@pytest.mark.parametrize(
    "text",
    [
        "They met last week, two thousand years ago, 9,999 years later and in 12,000 years' time.",
        "It was the turn of the 30th century, 9999 BC, the 99th century BC, 31 December 9999, the year 9999 and the 9990s.",
        "Next month, next year, next century, the following decade, on Friday week, the day before yesterday and yesterday at midnight.",
        "Easter, Thanksgiving, the end of the decade, late last century, last winter, the first Monday of next month, the new year.",
    ],
)
def test_the_ends_of_time_break_nothing(read, text, day):
    for timex in read(text, day.isoformat() if day else ""):
        assert timex.value
        for end in (timex.first_day, timex.last_day):
            assert end is None or -9999 <= end.year <= 9999

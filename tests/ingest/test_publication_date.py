import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.date_order import date_order
from pipeline.ingest.literal_date import FIRST_YEAR, LAST_YEAR, date_at, read_date
from pipeline.ingest.publication_date import Evidence, find_published, read_given
from pipeline.ingest.reading import articles_from_upload

with (Path(__file__).parent / "cases" / "publication_dates.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream))


def test_case_ids_stand_once():
    assert len({case["id"] for case in CASES}) == len(CASES) > 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case):
    text = case["text"].replace("\\r", "\r").replace("\\n", "\n")
    (article,) = articles_from_upload(case["file_name"], text.encode()).articles
    assert article.text == text
    assert ("" if article.published is None else article.published.isoformat(), article.published_source) == (
        case["published"],
        case["source"],
    )
    assert article.text[article.body_start :].startswith(case["body"]), article.text[article.body_start :][:40]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("January 09, 2008", "2008-01-09"),
        ("1st of March 2022", "2022-03-01"),
        ("Sept. 5, 2019", "2019-09-05"),
        ("1-Mar-2022", "2022-03-01"),
        ("2022/3/1", "2022-03-01"),
        ("03.04.2021", "2021-04-03"),
        ("2022-03-01 10:00", "2022-03-01"),
        ("Tue, 01 Mar 2022 10:45:00 +0000", "2022-03-01T10:45:00+00:00"),
        ("2022-03-01T10:45:00Z", "2022-03-01T10:45:00+00:00"),
        ("10:45 GMT, 1 March 2022", "2022-03-01T10:45:00+00:00"),
        ("3:45 PM EDT, March 1, 2022", "2022-03-01T15:45:00-04:00"),
        ("Wednesday 2 March 2022 09.15", "2022-03-02"),
    ],
)
def test_written_dates(written, expected):
    assert read_date(written).value.isoformat() == expected


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "Monday",
        "March 2022",
        "2022",
        "30 February 2022",
        "2022-02-30",
        "2022-13-01",
        "32 March 2022",
        "Jane 3, 2022",
        "1 March 0022",
        "",
        "we 3 2022",
    ],
)
def test_what_is_no_full_date(written):
    assert read_date(written) is None


@given(
    st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%d.%m.%Y"]),
)
def test_any_date_in_any_form_is_read_back(day, form):
    written = day.strftime(form)
    assert read_date(written).value == day
    found, end = date_at(f"xx {written} The council", 3)
    assert (found.value, end) == (day, 3 + len(written))


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_dates(text):
    found = read_date(text)
    assert found is None or FIRST_YEAR <= found.value.year <= LAST_YEAR


def test_a_time_is_only_taken_with_its_zone_and_what_follows_is_no_zone():
    found, end = date_at("2022-03-01 10:45 US officials met", 0)
    assert (found.value, end) == (dt.date(2022, 3, 1), len("2022-03-01 10:45"))


def test_the_order_of_numeric_dates_is_told_by_clues():
    assert (date_order("Due 25/02/2022.").order, date_order("Due 02/25/2022.").order) == ("DMY", "MDY")
    assert date_order("", "https://www.example.co.uk/a").why == "the address ends in '.uk'"
    assert date_order("The color of the center").order == "MDY"
    assert date_order("The colour of the centre").order == "DMY"
    assert date_order("The colour of the center").why == ""
    assert date_order("see the 1/2 share", "not an [address").why == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (dt.date(2022, 3, 1), "2022-03-01"),
        (dt.datetime.fromisoformat("2022-03-01T09:30"), "2022-03-01"),
        (dt.datetime(2022, 3, 1, 9, 30, tzinfo=dt.UTC), "2022-03-01T09:30:00+00:00"),
        ("2022-03-01T09:30:00Z", "2022-03-01T09:30:00+00:00"),
        ("20220301", "2022-03-01"),
        (1646128800, "2022-03-01T10:00:00+00:00"),
        (1646128800000, "2022-03-01T10:00:00+00:00"),
    ],
)
def test_given_values(value, expected):
    assert read_given(value).value.isoformat() == expected


@pytest.mark.parametrize("value", [None, "", True, [], "soon", 20, "99999999", float("nan"), dt.date(9022, 3, 1)])
def test_given_values_that_are_no_date(value):
    assert read_given(value) is None


def test_the_web_address_and_its_place_in_the_cascade():
    url = "https://example.org/world/2022/03/01/vote"
    assert find_published(Evidence(text="The council met.", url=url)).source == "web address"
    assert find_published(Evidence(text="The council met.\n", url=url, file_name="2021-01-01.txt")).value == dt.date(2022, 3, 1)
    assert find_published(Evidence(given="2020-01-01", given_name="column 'date'", url=url)).source == "column 'date'"

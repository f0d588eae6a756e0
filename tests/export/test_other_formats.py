"""Calendar, TimelineJS, TimeML and the description of the CSV, each read back by a library of its field."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from html.parser import HTMLParser

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from pipeline.day import Day
from pipeline.event_table import COLUMN_NAMES, from_events
from pipeline.export import About, csv_bytes, csv_description_bytes, json_bytes, parquet_bytes
from pipeline.export.ics_calendar import ics_bytes
from pipeline.export.timelinejs import timelinejs_bytes
from pipeline.export.timeml_events import timeml_zip
from pipeline.records import Article
from tests.store import made_events as made
from tests.ui.fixture_article import SEED, TEXT_PARTS, event_of
from tests.ui.fixture_table import seed_table

TABLE = seed_table()
ABOUT = About.of(TABLE, "A & B", "Russia, deadlines", "actor=Russia&status=deadline")


def test_about_counts_and_names_the_file():
    assert (ABOUT.rows, ABOUT.undated) == (21, 2)
    assert ABOUT.file_name("ics") == "timeline_russia-deadlines_21-events.ics"
    assert About("T", "", 1, 0).file_name("csv") == "timeline_1-event.csv"
    assert "/" not in About("T", "“../../etc/passwd” Łódź", 2, 0).file_name("csv")


@given(st.text(max_size=200), st.integers(0, 9))
def test_a_file_name_is_always_plain(words, rows):
    name = About("T", words, rows, 0).file_name("csv")
    assert name.isascii() and len(name) < 100 and not set(name) & set('/\\:*?"<>| \n')


def calendar(table, about=ABOUT, **links):
    return Calendar.from_ical(ics_bytes(table, about, links))


def test_the_calendar_holds_what_is_to_come_and_says_what_made_it():
    read = calendar(TABLE, seed="https://example.org/us")
    entries = {str(entry["summary"]): entry for entry in read.walk("VEVENT")}
    deadline = entries["Deadline: 12 diplomats must leave by 7 March"]
    assert (deadline["dtstart"].dt, deadline["dtend"].dt) == (dt.date(2022, 3, 7), dt.date(2022, 3, 8))
    assert str(deadline["url"]) == "https://example.org/us" and "by the 7th of March" in str(deadline["description"])
    assert entries["Host-country committee to take up case"]["dtstart"].dt == dt.date(2022, 3, 1)
    assert str(read["x-dateline-filter"]) == "Russia, deadlines" and "2 undated" in str(read["x-wr-caldesc"])
    assert not {"Russian retaliation expected", "Belarus protested"} & set(entries)  # dated by publication only, not dated at all


def test_a_time_of_day_is_an_hour_in_the_calendar_without_a_zone():
    talks = made.made_event(
        "a", status="planned", first_day=Day.of(2022, 3, 7), last_day=Day.of(2022, 3, 7), date="2022-03-07T14:00", granularity="hour",
        start=dt.datetime(2022, 3, 7, 14), end=dt.datetime(2022, 3, 7, 15), date_basis="explicit",
    )  # fmt: skip
    (entry,) = calendar(from_events([talks])).walk("VEVENT")
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (dt.datetime(2022, 3, 7, 14), dt.datetime(2022, 3, 7, 15))


@settings(max_examples=25, deadline=None)
@given(made.tables(), st.text(max_size=20))
def test_any_table_makes_a_calendar_that_can_be_read(table, title):
    waiting = table[table["status"].isin(("deadline", "planned", "expected"))]
    ids = [str(entry["uid"]) for entry in calendar(table, About.of(table, title, title)).walk("VEVENT")]
    assert len(ids) <= len(waiting)


def test_lines_of_an_article_add_no_calendar_lines():
    nasty = made.made_event(
        "a", status="planned", summary="x\r\nEND:VEVENT\r\nBEGIN:VALARM", first_day=Day.of(2022, 3, 7), last_day=Day.of(2022, 3, 7),
        date="2022-03-07", granularity="day", date_basis="explicit",
    )  # fmt: skip
    read = calendar(from_events([nasty]))
    assert len(read.walk("VEVENT")) == 1 and not read.walk("VALARM")


def test_timelinejs_has_a_slide_for_each_dated_row_and_names_the_undated():
    read = json.loads(timelinejs_bytes(TABLE, ABOUT))
    slides = {slide["unique_id"]: slide for slide in read["events"]}
    undated = {event["event_id"] for event in read["dateline"]["undated_events"]}
    assert len(slides) == 19 and set(slides) | undated == set(TABLE["event_id"]) and not set(slides) & undated
    assert read["dateline"]["filter"] == "Russia, deadlines" and read["dateline"]["undated"] == 2
    deadline = next(slide for slide in slides.values() if "must leave" in slide["text"]["headline"])
    assert deadline["start_date"] == {"year": 2022, "month": 3, "day": 7} and deadline["display_date"] == "by 7 March 2022"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)


@settings(max_examples=25, deadline=None)
@given(made.tables(), st.text("<script>\"'&/ ab", max_size=20))
def test_timelinejs_has_no_markup_from_the_text(table, text):
    table = table.assign(summary=f"x{text}", sentence=f"x{text}", article_title=f"x{text}")
    read = json.loads(timelinejs_bytes(table, About.of(table, text, text)))
    tags = Tags()
    for slide in [read["title"], *read["events"]]:
        tags.feed(" ".join([slide["text"]["headline"], slide["text"]["text"], slide.get("group", "")]))
    assert tags.seen <= {"blockquote", "p"}


def documents(articles, table, about=ABOUT):
    with zipfile.ZipFile(io.BytesIO(timeml_zip(articles, table, about))) as archive:
        assert archive.testzip() is None
        assert about.sentence in archive.read("README.txt").decode()
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".tml")}


def test_timeml_tags_every_event_and_links_it_to_its_time():
    with_time = event_of(
        2, "leave", "Delegates must leave", "COERCE", "deadline", time_text="the 7th of March", timex_type="DATE", timex_value="2022-03-07",
        time_relation="by", date_basis="explicit", last_day="2022-03-07", date="../2022-03-07", granularity="day",
    )  # fmt: skip
    denied = event_of(13, "broken", "Envoys broke a law", "OTHER", "denied")
    (root,) = documents({"seed": SEED}, from_events([with_time, denied])).values()
    text = root.find("TEXT")
    assert "".join(text.itertext()) == SEED.text
    assert [(tag.tag, tag.text) for tag in text] == [("EVENT", "leave"), ("TIMEX3", "the 7th of March"), ("EVENT", "broken")]
    links = [(link.get("relType"), link.get("eventInstanceID"), link.get("relatedToTime")) for link in root.findall("TLINK")]
    assert links == [("BEFORE", "ei1", "t1")]
    assert [instance.get("polarity") for instance in root.findall("MAKEINSTANCE")] == ["POS", "NEG"]
    assert "Russia, deadlines" in root.findtext("EXTRAINFO")


def test_an_event_inside_a_time_expression_is_counted_as_left_out():
    inside = event_of(2, "March", "A march", "PROTEST", "happened", time_text="the 7th of March", timex_type="DATE", timex_value="x")
    (root,) = documents({"seed": SEED}, from_events([inside])).values()
    assert "".join(root.find("TEXT").itertext()) == SEED.text
    assert "1 events without a tag" in root.findtext("EXTRAINFO") and not root.findall(".//EVENT")


@settings(max_examples=25, deadline=None)
@given(made.tables(), made.articles())
def test_timeml_of_any_rows_keeps_the_text(table, article):
    table = table.assign(article_id=article.article_id)
    for root in documents({article.article_id: article}, table, About.of(table)).values():
        kept = "".join(root.find("TEXT").itertext())
        assert len(kept) == len(article.text)


def test_two_articles_whose_ids_look_alike_get_two_documents():
    articles = {key: Article(key, "", TEXT_PARTS[0]) for key in ("a/b", "a:b")}
    table = from_events([made.made_event(key) for key in articles])
    assert set(documents(articles, table)) == {"a_b.tml", "a_b-2.tml"}


def test_the_description_fits_the_csv():
    described = json.loads(csv_description_bytes(ABOUT, "t.csv"))
    read = pd.read_csv(io.BytesIO(csv_bytes(TABLE)), dtype=str, keep_default_na=False)
    columns = described["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == list(read.columns) == list(COLUMN_NAMES)
    assert all(column["dc:description"] for column in columns) and "Russia, deadlines; 2 undated" in described["dc:description"]
    for column in columns:
        cells = read[column["name"]]
        assert not column["required"] or (cells != "").all()
        if column["datatype"] in ("integer", "number"):
            pd.to_numeric(cells[cells != ""])
        if column["datatype"] == "dateTime":
            pd.to_datetime(cells[cells != ""])
    assert next(column for column in columns if column["name"] == "actors")["separator"] == "; "


def test_json_and_parquet_say_what_made_them():
    read = json.loads(json_bytes(TABLE, ABOUT))
    assert read["about"]["filter"] == "Russia, deadlines" and len(read["events"]) == read["about"]["rows"] == 21
    rows = pq.read_table(io.BytesIO(parquet_bytes(TABLE, ABOUT)))
    assert json.loads(rows.schema.metadata[b"dateline"])["undated"] == 2 and rows.num_rows == 21


@pytest.mark.parametrize("make", [ics_bytes, timelinejs_bytes])
def test_an_empty_table_still_says_so(make):
    content = make(TABLE.iloc[:0], About.of(TABLE.iloc[:0])).decode()
    assert "0 events: no filter" in content

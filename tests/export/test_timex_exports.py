import csv
import dataclasses
import datetime as dt
import io
import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.export import timeml_bytes, timex_csv, timex_jsonl
from pipeline.export.timex_rows import TIMEX_COLUMNS
from pipeline.records import Article, Timex

MONDAY = Timex(
    "a", 3, 9, "Monday", "DATE", "2022-02-28", edtf="2022-02-28", first_day=Day.of(2022, 2, 28), last_day=Day.of(2022, 2, 28),
    anchor="published 2022-03-01", relative=True, rule="en.weekday", reason="'Monday' -> 28 Feb 2022",
)  # fmt: skip
VAGUE = Timex("a", 10, 13, "now", "DATE", "PRESENT_REF", rule="en.vague", reason="=no interval")
CAESAR = Timex("a", 20, 30, "44 BC", "DATE", "BC0044", edtf="-0043", first_day=Day.of(-43, 1, 1), last_day=Day.of(-43, 12, 31))


def test_jsonl_rows():
    first, second = [json.loads(line) for line in timex_jsonl([MONDAY, VAGUE]).splitlines()]
    assert tuple(first) == TIMEX_COLUMNS
    assert first == {
        "article_id": "a", "start": 3, "end": 9, "text": "Monday", "type": "DATE", "value": "2022-02-28", "mod": "", "edtf": "2022-02-28",
        "first_day": "2022-02-28", "last_day": "2022-02-28", "rule": "en.weekday", "reason": "'Monday' -> 28 Feb 2022",
    }  # fmt: skip
    assert (second["first_day"], second["last_day"], second["edtf"]) == (None, None, None)


def test_csv_rows_are_defused_and_bc_dates_kept():
    rows = list(csv.DictReader(io.StringIO(timex_csv([MONDAY, VAGUE, CAESAR]).decode())))
    assert [row["reason"] for row in rows] == ["'Monday' -> 28 Feb 2022", "'=no interval", ""]
    assert (rows[1]["first_day"], rows[2]["first_day"], rows[2]["edtf"]) == ("", "-0043-01-01", "-0043")
    assert timex_csv([MONDAY], header=False).count(b"\n") == 1


def parsed(content):
    root = ET.fromstring(content)
    body = root.find("TEXT")
    return root, "".join(body.itertext()), body.findall("TIMEX3")


def test_timeml():
    article = Article("a", "Fish & <chips>", "On Monday now.", dt.date(2022, 3, 1))
    root, text, tags = parsed(timeml_bytes(article, [VAGUE, MONDAY]))
    assert text == article.text
    assert root.find("TITLE").text == "Fish & <chips>"
    assert root.find("DCT/TIMEX3").attrib == {
        "tid": "t0", "type": "DATE", "value": "2022-03-01", "temporalFunction": "false", "functionInDocument": "CREATION_TIME",
    }  # fmt: skip
    assert [(tag.text, tag.get("tid"), tag.get("value"), tag.get("temporalFunction"), tag.get("anchorTimeID")) for tag in tags] == [
        ("Monday", "t1", "2022-02-28", "true", "t0"),
        ("now", "t2", "PRESENT_REF", "false", None),
    ]


def test_a_publication_time_and_none():
    moment = Article("a", "", "x", dt.datetime(2022, 3, 1, 9, 30, tzinfo=dt.UTC))
    assert parsed(timeml_bytes(moment, []))[0].find("DCT/TIMEX3").get("type") == "TIME"
    assert parsed(timeml_bytes(Article("a", "", "x"), []))[0].find("DCT/TIMEX3").get("value") == ""


@given(st.text(), st.text(min_size=1), st.text(), st.text())
def test_any_text_comes_back_but_for_what_xml_cannot_hold(before, words, after, value):
    article = Article("a", value, before + words + after)
    timex = Timex("a", len(before), len(before + words), words, "DATE", value)
    _, text, tags = parsed(timeml_bytes(article, [timex]))
    assert len(text) == len(article.text)
    assert all(got == wanted or got == "\ufffd" for got, wanted in zip(text, article.text, strict=True))
    assert tags[0].text == text[timex.start_char : timex.end_char]
    if "\r" in article.text:
        assert text.count("\r") == article.text.count("\r")


@pytest.mark.parametrize("timexes", [[MONDAY, MONDAY], [Timex("a", 0, 2, "Mo", "DATE", "x")]])
def test_what_does_not_fit_the_text_is_refused(timexes):
    with pytest.raises(ValueError, match="does not fit the text of 'a'"):
        timeml_bytes(Article("a", "", "On Monday now."), timexes)


def test_other_readings_stand_in_json_and_never_in_csv():
    timex = dataclasses.replace(MONDAY, alternatives=(("2022-03-07", 0.6), ("2022-07-03", 0.4)))
    row = json.loads(timex_jsonl([timex]))
    assert row["alternatives"] == [{"value": "2022-03-07", "weight": 0.6}, {"value": "2022-07-03", "weight": 0.4}]
    assert timex_csv([timex]).decode().splitlines()[0] == ",".join(TIMEX_COLUMNS)

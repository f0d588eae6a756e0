"""Articles that are not in English: their dates are read where dateparser's locale data allows, events never."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import time
from pathlib import Path

import pytest

from pipeline.ingest import article_from_text
from pipeline.records import Article
from pipeline.timex.other import find_in_language

FILE = Path(__file__).parent.parent / "cases" / "other_languages" / "timexes.csv"
CASES = list(csv.DictReader(line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")))
PUBLISHED = dt.date(2022, 3, 1)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case):
    found = find_in_language(Article("a", "", case["text"], PUBLISHED, language=case["language"]))
    expected = [tuple(part.strip() for part in one.split(" = ")) for one in case["expect"].split(";") if one]
    assert [(timex.text, timex.value) for timex in found] == expected, case["why"]
    assert all(case["text"][timex.start_char : timex.end_char] == timex.text for timex in found)


def test_cases_are_many_and_named_once():
    assert len(CASES) >= 50 and len({case["id"] for case in CASES}) == len(CASES)


def test_an_assumed_direction_is_said():
    (bare,) = find_in_language(Article("a", "", "Er kam am Freitag.", PUBLISHED, language="de"))
    (chosen,) = find_in_language(Article("a", "", "Er kam letzten Freitag.", PUBLISHED, language="de"))
    assert "the direction is assumed" in bare.reason and bare.assumed == ("direction",)
    assert "assumed" not in chosen.reason and chosen.assumed == ()


def test_without_a_publication_date_only_literal_dates_are_read():
    found = find_in_language(Article("a", "", "Gestern und am Montag; am 7. März 2022 und am 8. März.", None, language="de"))
    assert [timex.text for timex in found] == ["7. März 2022"]


def test_the_header_is_not_read():
    article = article_from_text(
        "date 2022-03-01 Am Montag hat die Regierung in Berlin beschlossen, das Gesetz zu ändern. Gestern regnete es."
    )
    assert article.language == "de"
    assert [timex.text for timex in find_in_language(article)] == ["Montag", "Gestern"]


def test_the_line_gives_dates_but_no_events(line):
    text = "Der Kanzler traf am Montag in Paris Präsident Emmanuel Macron. Er will die USA am 7. März 2022 besuchen."
    article = dataclasses.replace(article_from_text(text), published=PUBLISHED)
    assert article.language == "de"
    assert [timex.value for timex in line.timexes(article)] == ["2022-02-28", "2022-03-07"]
    assert line.events([article]) == ()


def test_long_hostile_text_takes_linear_time():
    seconds = []
    for size in (2_000, 8_000):
        article = Article("a", "", "am 3 vor 1 de 12. " * size, PUBLISHED, language="de")
        begin = time.process_time()
        find_in_language(article)
        seconds.append(time.process_time() - begin)
    assert seconds[1] < 10 * max(seconds[0], 0.05)

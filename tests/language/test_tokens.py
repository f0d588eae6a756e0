"""Words and sentences of news: cases in tests/cases/language/tokens.csv."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from pipeline.records import Article

FILE = Path(__file__).parent.parent / "cases" / "language" / "tokens.csv"
with FILE.open(encoding="utf-8", newline="") as lines:
    CASES = list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(language, case):
    doc = language.analyse(Article("a", "", case["text"]))
    words = [token.text for token in doc if not token.is_space]
    wanted = case["words"].split(" | ")
    assert any(words[i : i + len(wanted)] == wanted for i in range(len(words))), f"{case['why']}: {words}"
    if case["starts"] != "-":
        starts = [next(token.text for token in sentence if not token.is_space) for sentence in doc.sents][1:]
        assert starts == [start for start in case["starts"].split(" | ") if start], case["why"]


def test_cases_are_many_and_named_once():
    assert len(CASES) >= 90 and len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("mark", ["(", "=", '"', "…", "ab", "x1!"])
def test_a_long_string_is_cut_so_that_time_grows_with_its_length(language, mark):
    text = f"The council met on Monday. {mark * 20_000} It voted."
    start = time.process_time()
    doc = language.analyse(Article("a", "", text))
    assert doc.text == text and time.process_time() - start < 15  # 200 s and more when each string was split as a whole
    assert [token.text for token in doc[:6]] == ["The", "council", "met", "on", "Monday", "."]


def test_a_window_of_web_addresses_fits_the_model(language):
    text = " ".join(f"https://www.example.org/a/{number}/b/c/d/e/f?q={number}" for number in range(300)) + " The council met."
    doc = language.analyse(Article("a", "", text))
    assert doc.text == text and doc[-2].text == "met"

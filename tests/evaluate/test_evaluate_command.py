"""`python -m pipeline evaluate --set KIND FILE`."""

from __future__ import annotations

import json

import pytest

import pipeline.cli
from pipeline.cli import main
from tests.events.event_cases import events_of


@pytest.fixture()
def line(language, monkeypatch):
    class Events:
        @staticmethod
        def article_events(article):
            return events_of(language, article.text, article.published)

    monkeypatch.setattr(pipeline.cli, "load_line", lambda options: Events)


def test_figures_are_told_line_by_line(tmp_path, line, capsysbinary):
    path = tmp_path / "set.jsonl"
    text = "Germany expelled two Iranian diplomats."
    events = [{"start": 8, "end": 16, "args": []}, {"start": 0, "end": 7, "args": []}]
    path.write_text(json.dumps({"id": "a", "dct": "2022-03-01", "text": text, "events": events}) + "\n", encoding="utf-8")
    assert main(["evaluate", "--set", "salient", str(path)]) == 0
    assert capsysbinary.readouterr().out == b"events found\t50.0%\t1 of 2\n"


def test_an_unknown_kind_and_a_missing_file_are_named(tmp_path, line, capsys):
    path = tmp_path / "set.jsonl"
    path.write_text("", encoding="utf-8")
    assert main(["evaluate", "--set", "nonsense", str(path)]) == 1
    assert "no such kind of set: 'nonsense'" in capsys.readouterr().err
    assert main(["evaluate", "--set", "types", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl" in capsys.readouterr().err

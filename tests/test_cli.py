import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import pipeline.cli
from pipeline.cli import main
from pipeline.errors import ArticleError
from pipeline.records import Timex
from pipeline.store import Store, correction_of
from tests.store.made_events import made_event

ROOT = Path(__file__).resolve().parents[1]


class StandInLine:
    """Finds the word "Monday" and makes one event of each article: the command line is tested, not the line."""

    def __init__(self):
        self.published = []
        self.breaks_on = ""

    def timexes(self, article):
        self.published.append(article.published)
        at = article.text.find("Monday", article.body_start)
        return () if at < 0 else (Timex(article.article_id, at, at + 6, "Monday", "DATE", "2022-02-28"),)

    def events(self, articles, progress, problem):
        for number, article in enumerate(articles, 1):
            progress(number, len(articles))
            if article.article_id == self.breaks_on:
                problem(ArticleError(article.article_id, "no such day"))
        sound = [article for article in articles if article.article_id != self.breaks_on]
        return tuple(made_event(article.article_id, published=article.published) for article in sound)


@pytest.fixture
def line(monkeypatch):
    stand_in = StandInLine()
    monkeypatch.setattr(pipeline.cli, "load_line", lambda options: stand_in)
    return stand_in


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text("date 2022-03-01 It rained on Monday.")
    (folder / "two.txt").write_text("date 2022-03-02 The sun shone.")
    return folder


def run(capfdbinary, *arguments):
    status = main([str(argument) for argument in arguments])
    out, err = capfdbinary.readouterr()
    return status, out, err.decode()


def test_timex_writes_json_lines(line, news, capfdbinary):
    status, out, err = run(capfdbinary, "timex", news)
    assert (status, err) == (0, "")
    (row,) = [json.loads(row) for row in out.splitlines()]
    assert (row["article_id"], row["start"], row["end"], row["first_day"]) == ("one", 29, 35, None)


def test_timex_writes_csv_with_one_header(line, news, capfdbinary):
    _, out, _ = run(capfdbinary, "timex", news, news / "one.txt", "--format", "csv")
    assert out.decode().splitlines() == [
        "article_id,start,end,text,type,value,mod,edtf,first_day,last_day,rule,reason",
        "one,29,35,Monday,DATE,2022-02-28,,,,,,",
    ]


def test_timeml_of_one_article_goes_out_and_several_need_a_folder(line, news, tmp_path, capfdbinary):
    status, out, _ = run(capfdbinary, "timex", news / "one.txt", "--format", "timeml")
    assert status == 0
    assert b'<TIMEX3 tid="t1" type="DATE" value="2022-02-28"' in out
    status, out, err = run(capfdbinary, "timex", news, "--format", "timeml")
    assert (status, out) == (2, b"")
    assert "here are 2; give an existing folder with -o" in err
    (tmp_path / "tml").mkdir()
    assert run(capfdbinary, "timex", news, "--format", "timeml", "-o", tmp_path / "tml")[0] == 0
    assert sorted(path.name for path in (tmp_path / "tml").iterdir()) == ["one.tml", "two.tml"]


def test_an_article_id_cannot_lead_out_of_the_folder(line, tmp_path, capfdbinary):
    (tmp_path / "x.jsonl").write_text(
        '{"id": "../../evil", "text": "a", "published": "2022-03-01"}\n{"id": "b", "text": "b", "published": "2022-03-01"}'
    )
    (tmp_path / "tml").mkdir()
    run(capfdbinary, "timex", tmp_path / "x.jsonl", "--format", "timeml", "-o", tmp_path / "tml")
    assert sorted(path.name for path in (tmp_path / "tml").iterdir()) == ["_.._evil.tml", "b.tml"]


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "parquet"])
def test_extract_writes_every_format(line, news, tmp_path, capfdbinary, form):
    place = tmp_path / "out"
    status, out, err = run(capfdbinary, "extract", news, "--format", form, "-o", place)
    assert (status, out, err) == (0, b"", "")
    read = {"csv": pd.read_csv, "json": pd.read_json, "jsonl": lambda path: pd.read_json(path, lines=True), "parquet": pd.read_parquet}[
        form
    ]
    assert list(read(place)["article_id"]) == ["one", "two"]


def test_extract_writes_a_calendar_and_timelinejs(line, news, capfdbinary):
    _, out, _ = run(capfdbinary, "extract", news, "--format", "ics")
    assert out.startswith(b"BEGIN:VCALENDAR") and b"Timeline of 2 articles" in out
    _, out, _ = run(capfdbinary, "extract", news, "--format", "timelinejs")
    assert len(json.loads(out)["dateline"]["undated_events"]) == 2


def test_extract_writes_csv_to_standard_output_without_a_byte_order_mark(line, news, capfdbinary):
    _, out, _ = run(capfdbinary, "extract", news)
    assert out.startswith(b"event_id,article_id,")
    assert len(out.splitlines()) == 3


def test_a_bad_file_is_named_the_rest_is_read_and_the_status_is_1(line, news, capfdbinary):
    (news / "bad.txt").write_bytes(b"a\x00b")
    status, out, err = run(capfdbinary, "timex", news, news / "no.txt")
    assert (status, len(out.splitlines())) == (1, 1)
    assert err.splitlines() == [
        f"error: {news}/bad.txt: is not text (it has NUL bytes); give a text file",
        f"error: {news}/no.txt: no such file",
    ]


def test_without_any_article_the_table_is_empty_and_no_model_is_loaded(monkeypatch, capfdbinary):
    monkeypatch.setattr(pipeline.cli, "load_line", lambda options: pytest.fail("the model was loaded"))
    assert run(capfdbinary, "timex", "no.txt")[:2] == (1, b"")
    status, out, _ = run(capfdbinary, "extract", "no.txt")
    assert (status, len(out.splitlines())) == (1, 1)


def test_a_missing_publication_date_is_one_warning_and_published_fills_it(line, tmp_path, news, capfdbinary):
    undated = tmp_path / "undated.txt"
    undated.write_text("It rained on Monday.")
    status, _, err = run(capfdbinary, "timex", undated)
    assert status == 0
    assert err.startswith("warning: undated: no publication date found")
    assert err.count("\n") == 1
    status, _, err = run(capfdbinary, "timex", undated, news, "--published", "5 March 2022")
    assert (status, err) == (0, "")
    assert [str(published) for published in line.published] == ["None", "2022-03-05", "2022-03-01", "2022-03-02"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["timex"],
        ["fly"],
        ["timex", "x.txt", "--format", "xml"],
        ["timex", "x.txt", "--published", "yesterday"],
        ["timex", "x.txt", "--published", "03/04/2022"],
        ["timex", "x.txt", "--threads", "0"],
        ["remove"],
    ],
)
def test_wrong_usage_is_status_2(arguments, capfdbinary):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert b"usage:" in capfdbinary.readouterr().err


def test_a_wrong_output_is_found_before_the_work(line, news, tmp_path, capfdbinary):
    assert run(capfdbinary, "timex", news, "-o", tmp_path)[0] == 2
    assert run(capfdbinary, "extract", news, "-o", tmp_path / "none" / "x.csv")[0] == 2
    assert line.published == []


def test_a_failure_leaves_no_half_file(line, news, tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.export.timex_jsonl", lambda timexes: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["timex", str(news), "-o", str(tmp_path / "out.jsonl")])
    assert not (tmp_path / "out.jsonl").exists()


def test_an_article_that_breaks_the_line_is_named_and_the_rest_is_read(line, news, capfdbinary, monkeypatch):
    sound = line.timexes
    monkeypatch.setattr(line, "timexes", lambda article: 1 / 0 if article.article_id == "two" else sound(article))
    status, out, err = run(capfdbinary, "timex", news)
    assert status == 1 and "two: could not be analysed" in err
    assert {json.loads(row)["article_id"] for row in out.splitlines()} == {"one"}


def test_extract_names_an_article_that_breaks_the_line(line, news, capfdbinary):
    line.breaks_on = "one"
    status, out, err = run(capfdbinary, "extract", news, "--format", "jsonl")
    assert status == 1 and "one: could not be analysed" in err
    assert {json.loads(row)["article_id"] for row in out.splitlines()} == {"two"}


def test_another_language_is_warned_about(line, tmp_path, capfdbinary):
    (tmp_path / "de.txt").write_text("date 2022-03-01 Am Montag hat die Regierung in Berlin beschlossen, das Gesetz zu ändern.")
    assert "not in English (de)" in run(capfdbinary, "extract", tmp_path / "de.txt")[2]


def test_add_list_and_remove(line, news, tmp_path, capfdbinary):
    db = tmp_path / "kept.db"
    assert run(capfdbinary, "add", news, "--db", db)[:2] == (0, b"added\tone\t1 events\nadded\ttwo\t1 events\n")
    assert run(capfdbinary, "add", news / "two.txt", "--db", db)[1] == b"replaced\ttwo\t1 events\n"
    status, out, _ = run(capfdbinary, "list", "--db", db)
    assert (status, out.decode().splitlines()[1:]) == (
        0,
        ["one\t2022-03-01\t1\tIt rained on Monday.", "two\t2022-03-02\t1\tThe sun shone."],
    )
    status, out, err = run(capfdbinary, "remove", "one", "nobody", "--db", f"sqlite:///{db}")
    assert (status, out) == (1, b"removed\tone\n")
    assert err.startswith("error: nobody: no such article")
    assert run(capfdbinary, "list", "--db", db)[1].count(b"\n") == 2


def test_a_store_that_cannot_be_opened_is_one_line(tmp_path, capfdbinary):
    (tmp_path / "notes.db").write_bytes(b"no database" * 99)
    status, out, err = run(capfdbinary, "list", "--db", tmp_path / "notes.db")
    assert (status, out, err) == (1, b"", f"error: {tmp_path}/notes.db: file is not a database\n")


def test_titles_cannot_steer_the_terminal(line, tmp_path, capfdbinary):
    (tmp_path / "x.jsonl").write_text(json.dumps({"id": "a\x1b[2J", "title": "T\x1b]0;x\x07\nU", "text": "a", "published": "2022-03-01"}))
    run(capfdbinary, "add", tmp_path / "x.jsonl", "--db", tmp_path / "kept.db")
    _, out, _ = run(capfdbinary, "list", "--db", tmp_path / "kept.db")
    assert b"\x1b" not in out
    assert out.count(b"\n") == 2


def shell(command, **settings):
    return subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, timeout=60, env={**os.environ, **settings})


def test_a_closed_pipe_is_quiet(tmp_path):
    listing = tmp_path / "kept.db"
    result = shell(f"{sys.executable} -m pipeline list --db {listing} | true; echo ${{PIPESTATUS[0]}}")
    assert (result.stdout, result.stderr) == ("0\n", "")


@pytest.mark.parametrize("arguments", ["--help", "timex --help", "list --db {db}"])
def test_what_needs_no_model_imports_nothing_heavy(tmp_path, arguments):
    command = f"{sys.executable} -X importtime -m pipeline {arguments.format(db=tmp_path / 'kept.db')}"
    result = shell(command)
    assert result.returncode == 0
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in result.stderr.splitlines()}
    assert "pipeline" in loaded
    assert not loaded & {"spacy", "onnxruntime", "trafilatura", "streamlit", "plotly", "dateparser"}


def test_export_writes_what_is_kept_with_the_corrections(line, news, tmp_path, capfdbinary):
    run(capfdbinary, "add", news, "--db", tmp_path / "kept.db")
    store = Store.open(str(tmp_path / "kept.db"))
    rows = store.events().to_dict("records")
    store.correct(correction_of(rows[0], "edited", summary="It poured"))
    store.correct(correction_of(rows[1], "rejected"))
    status, out, _ = run(capfdbinary, "export", "--db", tmp_path / "kept.db", "--format", "json")
    assert status == 0 and [(row["summary"], row["review"]) for row in json.loads(out)] == [("It poured", "edited")]
    store.undo_correction(rows[1]["event_id"])
    _, out, _ = run(capfdbinary, "export", "--db", tmp_path / "kept.db", "--format", "timelinejs", "--reviewed")
    assert json.loads(out)["dateline"]["filter"] == "reviewed only" and json.loads(out)["dateline"]["rows"] == 1


def test_export_of_an_empty_store_is_an_empty_table(tmp_path, capfdbinary):
    status, out, _ = run(capfdbinary, "export", "--db", tmp_path / "none.db")
    assert status == 0 and out.startswith(b"event_id,") and out.count(b"\n") == 1

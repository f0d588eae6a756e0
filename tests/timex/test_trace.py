"""The trace: every candidate, its rule, what was given and assumed, and the winner."""

import datetime as dt

import pytest

from pipeline.cli import main
from pipeline.records import Article
from pipeline.timex import explain, trace_table


@pytest.fixture(scope="module")
def rows(model):
    text = "Envoys must leave by the 7th of March at 8 p.m. on Sunday. The Sunday Times said so."
    article = Article("a", "", text, dt.date(2022, 3, 1))
    return explain(article, model.analyse(article))


def test_winner_names_what_was_given_and_assumed(rows):
    (row,) = [row for row in rows if row.won and row.text == "the 7th of March"]
    assert (row.given, row.assumed) == (("month", "day"), ("year",))
    assert "year assumed (published Tue 1 Mar 2022), 'by' sets a limit ahead" in row.winner


def test_loser_gives_way_and_the_joined_expression_has_a_row(rows):
    losers = [row for row in rows if not row.won and "8 p.m. on Sunday" in row.winner]
    assert {row.text for row in losers} == {"8 p.m.", "Sunday"}
    assert [row.rule for row in rows if row.won and row.text == "8 p.m. on Sunday"] == ["en.merge.clock_and_day"]


def test_trap_wins_nothing(rows):
    (row,) = [row for row in rows if row.text == "The Sunday Times"]
    assert (row.winner, row.won) == ("", False)


def test_table_has_a_line_for_each_row(rows):
    lines = trace_table(rows).splitlines()
    assert len(lines) == len(rows) + 2
    assert lines[0].split() == ["candidate", "rule", "given", "assumed", "outcome"]
    assert trace_table([]) == "no rule found a time expression\n"


def test_command_line(capfdbinary):
    assert main(["timex", "--explain", "The U.S. said Monday it agreed.", "--published", "2022-03-01"]) == 0
    out, err = capfdbinary.readouterr()
    assert "wins: 'Monday' -> Mon 28 Feb 2022: published Tue 1 Mar 2022, past tense 'said'" in out.decode()
    assert err == b""


@pytest.mark.parametrize("arguments", [["timex"], ["timex", "x.txt", "--explain", "Monday"]])
def test_wrong_use_is_said(arguments, capfdbinary):
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    assert b"--explain" in capfdbinary.readouterr().err

"""The score counts what is right, and names what is not."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from pipeline.day import Day
from pipeline.records import Event, Timex
from tests.truth.judge import judge_events, judge_timexes
from tests.truth.marks import Bound, Names, find_quote
from tests.truth.truths import ArticleTruth, EventTruth, TimexTruth

TEXT = "Ann May met Bob on Monday and will see Cy."
DAY = Day.of(2022, 2, 28)


def timex_truth(mark: str, value: str, expect: str = "") -> TimexTruth:
    return TimexTruth(find_quote(mark, TEXT), ("DATE",), (value,), "", expect, "")


def truth(*timexes: TimexTruth, events: tuple[EventTruth, ...] = ()) -> ArticleTruth:
    return ArticleTruth("a", Path("a.txt"), Day.of(2022, 3, 1), "t", TEXT, timexes, events, frozenset({"monday"}))


def timex(words: str, value: str = "2022-02-28") -> Timex:
    start = TEXT.index(words)
    return Timex("a", start, start + len(words), words, "DATE", value, rule="some.rule")


MET = EventTruth(
    find_quote("met", TEXT), (find_quote("Monday", TEXT),), ("happened",), Bound.read("2022-02-28"), Bound.read("2022-02-28"),
    ("relative",), Names.read("Ann May"), Names.read("Bob; ?Cy"), frozenset(), "", "",
)  # fmt: skip
ROW = Event(
    "1", "a", "t", "", None, "met", 8, 11, "Ann May met Bob", "CONSULT", "happened", TEXT, 0, len(TEXT),
    actors=("Ann May", "Bob"), source_actors=("Ann May",), target_actors=("Bob",), first_day=DAY, last_day=DAY, date_basis="relative",
)  # fmt: skip


def test_a_right_time_expression_counts_as_right() -> None:
    verdict = judge_timexes(truth(timex_truth("Monday", "2022-02-28")), [timex("Monday")])
    assert not verdict.disagreements
    assert verdict.counts["timexes wanted"] == verdict.counts["timexes right value"] == verdict.counts["timexes exact"] == 1


def test_a_longer_stretch_is_found_but_not_exact() -> None:
    verdict = judge_timexes(truth(timex_truth("Monday", "2022-02-28")), [timex("on Monday")])
    assert verdict.counts["timexes found"] == 1 and verdict.counts["timexes exact"] == 0


@pytest.mark.parametrize(
    ("wanted", "got", "word"),
    [
        (timex_truth("Monday", "2022-02-28"), [timex("Monday", "2022-03-07")], "value"),
        (timex_truth("Monday", "2022-02-28"), [], "missed"),
        (TimexTruth(find_quote("May", TEXT), (), (), "", "not", "a name"), [timex("May", "2022-05")], "false"),
        (timex_truth("Monday", "2022-02-28"), [timex("Monday"), timex("see")], "false"),
    ],
)
def test_a_wrong_time_expression_is_named(wanted: TimexTruth, got: list[Timex], word: str) -> None:
    (line,) = judge_timexes(truth(wanted), got).disagreements
    assert word in line


def test_an_expression_that_may_be_tagged_is_asked_for_only_when_it_is() -> None:
    assert not judge_timexes(truth(timex_truth("Monday", "2022-02-28", "may")), []).counts["timexes wanted"]
    assert judge_timexes(truth(timex_truth("Monday", "2022-02-28", "may")), [timex("Monday", "2020")]).disagreements


def test_a_right_row_counts_as_right() -> None:
    verdict = judge_events(truth(events=(MET,)), [ROW])
    assert not verdict.disagreements
    measures = ("days", "status", "basis", "actors", "roles")
    assert all(verdict.counts[f"events right {measure}"] == verdict.counts["events wanted"] == 1 for measure in measures)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"last_day": None}, "days"),
        ({"status": "planned"}, "status"),
        ({"date_basis": "publication"}, "basis"),
        ({"actors": ("Ann May",)}, "actors"),
        ({"actors": ("Ann May", "Bob", "Dee")}, "actors"),
        ({"source_actors": (), "target_actors": ("Bob", "Ann May")}, "roles"),
    ],
)
def test_a_wrong_cell_is_named_alone(change: dict[str, Any], word: str) -> None:
    (line,) = judge_events(truth(events=(MET,)), [dataclasses.replace(ROW, **change)]).disagreements
    assert word in line


def test_another_word_for_the_event_finds_it_and_its_own_trigger_comes_first() -> None:
    elsewhere = dataclasses.replace(
        ROW, trigger="Monday", trigger_start=TEXT.index("Monday"), trigger_end=TEXT.index("Monday") + 6, status="denied"
    )
    assert judge_events(truth(events=(MET,)), [elsewhere]).counts["events found"] == 1
    both = judge_events(truth(events=(MET,)), [elsewhere, ROW])
    assert both.counts["events right status"] == 1 and both.counts["events unlisted"] == 1


def test_a_row_that_nobody_listed_is_counted_and_its_banned_actor_named() -> None:
    stray = dataclasses.replace(ROW, trigger="see", trigger_start=TEXT.index("see"), trigger_end=TEXT.index("see") + 3, actors=("Monday",))
    verdict = judge_events(truth(), [stray])
    assert verdict.counts["events unlisted"] == 1
    assert "monday" in verdict.disagreements[0]

"""The six strike articles among the seeds: which rows tell one event was listed by hand (trieste_truth.csv)."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest

from tests.truth.load import load_seeds
from tests.truth.marks import find_quote
from tests.truth.score import article_of

TRUTH = Path(__file__).with_name("trieste_truth.csv")
FEWEST_FOUND = 9
"""Rows of two articles that are rightly joined; raise it when more are."""


@pytest.fixture(scope="module")
def judged(line):
    """All rows of the seeds, and the hand-made story of each that has one."""
    truths = {truth.article_id: truth for truth in load_seeds()}
    events = line.events([article_of(truth) for truth in truths.values()])
    story_of = {}
    with TRUTH.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            quote = find_quote(f"{row['trigger']}#{row['occurrence']}", truths[row["article_id"]].text)
            for event in events:
                if event.article_id == row["article_id"] and quote.overlaps(event.trigger_start, event.trigger_end):
                    story_of[event.event_id] = row["story"]
    return events, story_of


def test_no_two_events_of_the_seeds_are_joined_wrongly(judged):
    events, story_of = judged
    wrong = [
        f"{a.article_id} {a.trigger} / {b.article_id} {b.trigger}"
        for a, b in combinations(events, 2)
        if a.story_id == b.story_id and a.article_id != b.article_id and story_of.get(a.event_id, a) != story_of.get(b.event_id, b)
    ]
    assert not wrong


def test_the_running_story_is_joined(judged):
    events, story_of = judged
    found = [
        story_of[a.event_id]
        for a, b in combinations(events, 2)
        if a.article_id != b.article_id and a.story_id == b.story_id and story_of.get(a.event_id, a) == story_of.get(b.event_id, b)
    ]
    assert len(found) >= FEWEST_FOUND
    assert {"vote on the strike", "dismissal", "strike of 5 January"} <= set(found)


def test_disagreeing_outlets_keep_their_days(judged):
    events, story_of = judged
    days = {str(event.first_day) for event in events if story_of.get(event.event_id) == "dismissal" and event.n_articles > 1}
    assert days == {"2022-12-09", "2022-12-12"}

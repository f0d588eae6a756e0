"""Triggers, parties, types, claims and summaries, each case a sentence of our own."""

from __future__ import annotations

import pytest

from tests.events.event_cases import cases, event_at, events_of, names


def param(name: str):
    return pytest.mark.parametrize("case", cases(f"events/{name}.csv"), ids=lambda case: case["id"])


@param("triggers")
def test_triggers(language, case):
    found = {event.trigger for event in events_of(language, case["text"])}
    assert names(case["rows"]) <= found
    assert not names(case["not_rows"]) & found


@param("participants")
def test_participants(language, case):
    event = event_at(language, case["text"], case["trigger"])
    assert (set(event.source_actors), set(event.target_actors)) == (names(case["sources"]), names(case["targets"]))


@param("who_to_whom")
def test_who_to_whom(language, case):
    event = event_at(language, case["text"], case["trigger"])
    found = (set(event.source_actors), set(event.target_actors))
    assert found == (names(case["sources"]), names(case["targets"])), case["why"]


@param("types")
def test_types(language, case):
    assert event_at(language, case["text"], case["trigger"]).event_type == case["type"]


@param("said_by")
def test_said_by(language, case):
    assert event_at(language, case["text"], case["trigger"]).said_by == case["said_by"]


@param("summaries")
def test_summaries(language, case):
    assert event_at(language, case["text"], case["trigger"]).summary == case["summary"]


@param("lines")
def test_lines(language, case):
    assert event_at(language, case["text"], case["trigger"]).summary == case["summary"]

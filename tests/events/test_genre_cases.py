"""Rows, types and statuses in sentences of many genres; each case says why (tests/cases/events/*_in_genres.csv, status/in_genres.csv)."""

from __future__ import annotations

import pytest

from tests.events.event_cases import cases, event_at, events_of, names


@pytest.mark.parametrize("case", cases("events/rows_in_genres.csv"), ids=lambda case: case["id"])
def test_rows(language, case):
    found = {event.trigger for event in events_of(language, case["text"])}
    assert names(case["rows"]) <= found
    assert not names(case["not_rows"]) & found


@pytest.mark.parametrize("case", cases("events/types_in_genres.csv"), ids=lambda case: case["id"])
def test_types(language, case):
    assert event_at(language, case["text"], case["trigger"]).event_type == case["type"]


@pytest.mark.parametrize("case", cases("status/in_genres.csv"), ids=lambda case: case["id"])
def test_status(language, case):
    assert event_at(language, case["text"], case["trigger"]).status == case["status"]


@pytest.mark.parametrize("name", ["events/rows_in_genres.csv", "events/types_in_genres.csv", "status/in_genres.csv"])
def test_every_case_says_why(name):
    assert all(case["why"] for case in cases(name))


def at(text: str, quote: str) -> int:
    """The first character of "word" or "word#2" in the text."""
    word, _, which = quote.partition("#")
    place = -1
    for _ in range(int(which or 1)):
        place = text.index(word, place + 1)
    return place


@pytest.mark.parametrize("case", cases("events/repeats_in_genres.csv"), ids=lambda case: case["id"])
def test_repeats(language, case):
    places = [at(case["text"], case["first"]), at(case["text"], case["second"])]
    stories = [
        event.story_id
        for place in places
        for event in events_of(language, case["text"])
        if event.trigger_start <= place < event.trigger_end
    ]
    assert (len(set(stories)) == 1) is (case["same"] == "yes")
    assert len(stories) == len(places) or case["same"] == "no"

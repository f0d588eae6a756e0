"""The seven statuses, with near misses: the same words in another mood, tense or government."""

from __future__ import annotations

from typing import get_args

import pytest

from pipeline.day import Day
from pipeline.events.standing import under
from pipeline.events.status import status_at
from pipeline.records import Status
from tests.events.event_cases import cases, event_at

ALL = [case for status in get_args(Status) for case in cases(f"status/{status}.csv")]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case["id"])
def test_status(language, case):
    assert event_at(language, case["text"], case["trigger"]).status == case["status"]


def test_every_status_has_forty_cases():
    counts = {status: len([case for case in ALL if case["status"] == status]) for status in get_args(Status)}
    assert min(counts.values()) >= 40, counts


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("denied", "denied", "happened"),  # did not fail to sign
        ("denied", "planned", "denied"),  # did not promise to sign
        ("hypothetical", "planned", "hypothetical"),  # may promise to sign
        ("planned", "inherit", "planned"),  # will begin to sign
        ("happened", "expected", "expected"),  # was expected to sign
        ("planned", "denied", "denied"),  # will refuse to sign
    ],
)
def test_statuses_combine(outer, inner, expected):
    assert under(outer, inner) == expected


def test_what_is_dated_after_publication_has_not_happened_yet():
    dct, later, before = Day.of(2022, 3, 1), Day.of(2022, 3, 9), Day.of(2022, 2, 1)
    assert status_at("happened", False, later, later, dct) == "planned"
    assert status_at("happened", True, later, later, dct) == "happened"
    assert status_at("ongoing", False, before, before, dct) == "happened"
    assert status_at("happened", False, later, later, None) == "happened"

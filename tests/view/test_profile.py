"""An actor's profile equals a brute-force count; the lanes of an actor's page hold every row once."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from pipeline.view.event_view import EventView
from pipeline.view.lane_groups import ALONE, group_lanes
from pipeline.view.profile import MOST_PARTNERS, profile_of
from pipeline.view.type_groups import type_label
from tests.ui.fixture_load import load_table
from tests.ui.fixture_table import seed_table

VIEWS = {"seed": EventView.of(seed_table()), "load": EventView.of(load_table(400))}


@pytest.mark.parametrize(("kind", "name"), [("seed", "Russia"), ("seed", "Belarus"), ("load", "Actor 03"), ("load", "Actor 39")])
def test_a_profile_equals_a_brute_force_count(kind, name):
    view = VIEWS[kind]
    mask = np.arange(len(view)) % 5 != 0
    rows = [view.row(int(number)) for number in np.flatnonzero(mask)]
    mine = [row for row in rows if name in row["actors"]]
    found = profile_of(view, mask, name)
    assert (found.events, found.does, found.done_to) == (
        len(mine),
        sum(name in row["source_actors"] for row in mine),
        sum(name in row["target_actors"] for row in mine),
    )
    assert dict(found.types) == Counter(type_label(row["event_type"]) for row in mine)
    assert dict(found.statuses) == Counter(row["status"] for row in mine)
    partners = Counter(other for row in mine for other in row["actors"] if other != name)
    assert all(partners[other] == count for other, count in found.partners)
    assert [count for _, count in found.partners] == sorted(partners.values(), reverse=True)[:MOST_PARTNERS]
    assert found.undated == sum(not isinstance(row["first_day"], str) and not isinstance(row["last_day"], str) for row in mine)


def test_first_and_last_are_the_ends_of_what_is_dated():
    view = VIEWS["seed"]
    found = profile_of(view, np.ones(len(view), dtype=bool), "Russia")
    rows = [number for number in range(len(view)) if "Russia" in view.row(number)["actors"] and view.dated[number]]
    assert view.lo[found.first] == min(view.lo[rows]) and view.hi[found.last] == max(view.hi[rows])


def test_somebody_without_events_has_an_empty_profile():
    found = profile_of(VIEWS["seed"], np.ones(21, dtype=bool), "Nobody")
    assert (found.events, found.first, found.last, found.types, found.partners) == (0, None, None, (), ())


def test_the_lanes_of_an_actors_page_say_who_else_takes_part():
    view = VIEWS["seed"]
    rows = np.flatnonzero(view.rows_of("any", ("Russia",)))
    lanes = group_lanes(view, rows, ("Russia",))
    assert lanes.counts.sum() == rows.size
    for number, name in enumerate(lanes.names):
        for row in lanes.members(number):
            others = [actor for actor in view.row(int(row))["actors"] if actor != "Russia"]
            assert name == (f"with {others[0]}" if others else ALONE)


def test_two_actors_have_a_lane_each_and_one_for_both():
    view = VIEWS["seed"]
    pair = ("Russia", "United States")
    rows = np.flatnonzero(view.rows_of("any", pair))
    lanes = group_lanes(view, rows, pair)
    assert set(lanes.names) == {"Russia", "United States", "Russia and United States"} and lanes.counts.sum() == rows.size
    for number, name in enumerate(lanes.names):
        for row in lanes.members(number):
            assert " and ".join(actor for actor in pair if actor in view.row(int(row))["actors"]) == name

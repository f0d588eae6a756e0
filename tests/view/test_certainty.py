import math

import pytest

from pipeline.view.certainty import DAY_MS, day_ms, extent_of, published_ms
from pipeline.view.event_view import EventView
from tests.ui.fixture_table import seed_table

KINDS = {
    "expelling": ("exact", "happened"),
    "in the works": ("unknown_start", "happened"),
    "leave": ("deadline", "happened"),
    "ordered": ("approximate", "happened"),
    "invasion": ("open_end", "happened"),
    "retaliate": ("ahead", "planned"),
    "session": ("interval", "happened"),
    "take up": ("within", "planned"),
    "denied": ("exact", "denied"),
    "vote": ("within", "hypothetical"),
    "protested": ("undated", "happened"),
    "Talks": ("exact", "happened"),
}


@pytest.mark.parametrize("trigger", KINDS)
def test_every_kind_of_certainty_is_told_apart(trigger):
    table = seed_table()
    row = table[table["trigger"] == trigger].iloc[0].to_dict()
    extent = extent_of(row)
    assert (extent.kind, extent.manner) == KINDS[trigger]


def test_an_undated_row_never_gets_a_place_in_time():
    view = EventView.of(seed_table())
    row = int(view.table.index[view.table["trigger"] == "protested"][0])
    assert math.isnan(view.lo[row]) and math.isnan(view.hi[row])
    assert not view.touching(-math.inf, math.inf)[row]
    assert row == len(view) - 1


def test_the_hour_that_is_said_is_drawn():
    table = seed_table()
    extent = extent_of(table[table["trigger"] == "Talks"].iloc[0].to_dict())
    assert (extent.lo, extent.hi) == (day_ms("2022-02-28") + 14 / 24 * DAY_MS, day_ms("2022-02-28") + 15 / 24 * DAY_MS)


def test_a_deadline_is_drawn_from_the_publication():
    table = seed_table()
    extent = extent_of(table[table["trigger"] == "leave"].iloc[0].to_dict())
    assert extent.draw_lo == day_ms("2022-03-02") and extent.draw_hi == day_ms("2022-03-08")


def test_publication_is_the_end_of_its_day_or_the_time_that_is_stated():
    assert published_ms("2022-03-01") == day_ms("2022-03-02")
    assert published_ms("2022-03-01T12:00:00+02:00") == day_ms("2022-03-01") + DAY_MS / 2
    assert math.isnan(published_ms(None))

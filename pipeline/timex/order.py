"""The two ordered lists of the time layer: the rules that find candidates, and the refiners that join, widen and drop them.

Order of the rules matters only between equally long matches at one place: the first listed wins. Traps come first.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.timex.candidate import Rule
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import Candidates
from pipeline.timex.refine.days import join_clock_and_day, lend_day_to_clock, take_in_early_day, take_in_part_of_day
from pipeline.timex.refine.names import drop_names
from pipeline.timex.refine.parts import take_in_about, take_in_part_of_period, take_in_week_of
from pipeline.timex.refine.pieces import take_in_over, take_in_piece
from pipeline.timex.refine.ranges import join_dash_ranges
from pipeline.timex.refine.shared_year import share_years
from pipeline.timex.rules import (
    clock,
    counted,
    day_month,
    durations,
    full_dates,
    holidays,
    long_periods,
    months,
    near_days,
    other_languages,
    quarters,
    references,
    relative_units,
    seasons,
    sets,
    traps,
    weekdays,
    years,
)

RULES: tuple[Rule, ...] = (
    *traps.RULES,
    *full_dates.RULES,
    *other_languages.RULES,  # after the English ones, which win between equals
    *day_month.RULES,
    *months.RULES,
    *sets.RULES,  # before durations: "a month" in "twice a month" is a repetition
    *quarters.RULES,
    *seasons.RULES,
    *holidays.RULES,
    *counted.RULES,  # before durations: "three years ago" is a date
    *relative_units.RULES,
    *long_periods.RULES,
    *weekdays.RULES,
    *near_days.RULES,
    *clock.RULES,
    *references.RULES,  # before durations: "one day" may be a vague future
    *durations.RULES,
    *years.RULES,
)

REFINERS: tuple[Callable[[Candidates, Page], Candidates], ...] = (
    drop_names,  # first: a person called April must not take an "early" in
    take_in_part_of_day,  # before clock times: "Monday night at 8" counts on the night
    join_clock_and_day,
    lend_day_to_clock,
    join_dash_ranges,  # before parts: "early 1990-1991" is early in the range
    take_in_piece,  # before the parts: "the last week" is a piece, "the end" a part
    take_in_part_of_period,
    take_in_over,
    take_in_week_of,
    take_in_early_day,  # after the parts of a period, which know "early" before a month
    take_in_about,
    share_years,  # last: "the spring and early summer of 1943" has its "early" by now
)

"""Lengths of time ("three weeks", "several months"): TIMEX3 durations counted from a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.day import Day
from pipeline.language.data_files import read_table
from pipeline.records import Granularity, Timex

_VALUE = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)([A-Z]{1,2})")


@dataclass(frozen=True, slots=True)
class Length:
    """`amount` units of `unit` ("hour", "day", "week" ...); `vague` when the text gives no number and `amount` is a usual one."""

    amount: float
    unit: str
    vague: bool

    @property
    def within_a_day(self) -> bool:
        """Whether it is shorter than a day."""
        return self.unit in ("second", "minute", "hour") and self.amount < 24

    @property
    def granularity(self) -> Granularity:
        """The precision that an end counted with it has."""
        if self.vague:
            return "fuzzy"
        grains: dict[str, Granularity] = {"week": "week", "month": "month", "year": "year", "decade": "decade"}
        return grains.get(self.unit, "day")

    def shift(self, day: Day, sign: int) -> Day:
        """Return the day so much later (sign 1) or earlier (-1); raises ValueError out of range."""
        if self.unit == "month":
            return day.plus_months(sign * round(self.amount))
        if self.unit in ("year", "decade"):
            return day.plus_months(sign * round(self.amount * (12 if self.unit == "year" else 120)))
        if self.unit == "hour":
            return day.plus(sign * int(self.amount // 24))
        days = {"week": 7.0, "day": 1.0}.get(self.unit, 0.0)
        return day.plus(sign * round(self.amount * days))


@cache
def _units() -> dict[tuple[str, str], dict[str, str]]:
    rows = read_table("en/anchor/lengths.csv", "code", "clock", "unit", "times", "vague_amount")
    return {(row["code"], row["clock"]): row for row in rows}


def length_of(timex: Timex) -> Length | None:
    """Return the length that a DURATION names, or None for anything else.

    >>> length_of(Timex("a", 0, 1, "several months", "DURATION", "PXM"))
    Length(amount=6.0, unit='month', vague=True)
    """
    match = _VALUE.match(timex.value) if timex.type == "DURATION" else None
    row = _units().get((match[3], "yes" if match[1] else "no")) if match else None
    if match is None or row is None:
        return None
    vague = match[2] == "X"
    amount = float(row["vague_amount"]) if vague else float(match[2]) * int(row["times"])
    return Length(amount, row["unit"], vague or timex.mod == "APPROX")


def fuzzy_start(length: Length, end: Day) -> Day:
    """Return the first day of the unit in which a vague length that ends on `end` began: "several months" began in some year.

    >>> str(fuzzy_start(Length(6, "month", True), Day.of(2022, 2, 28)))
    '2021-01-01'
    """
    began = length.shift(end, -1)
    if length.unit in ("month", "year", "decade"):
        return Day.of(began.year, 1, 1)
    if length.unit == "week":
        return Day.of(began.year, began.month, 1)
    return began

"""The article's own fiscal year, where it tells when a fiscal quarter or year ends ("fiscal 2024, which ends on September 28")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.day import Day, month_length
from pipeline.timex.calendar import Period
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.words import MONTHS, ORDINALS

QUARTER_DAYS = 91  # thirteen weeks: a fiscal year that ends on no month's last day has 52 (or 53) whole weeks
_NAMES = re.compile(r"\b(?:fiscal|financial)\b", re.IGNORECASE)
_ENDS = (
    r"(?:,?~(?:which|that))?(?:~(?P<past>ended|closed)|~(?:will~end|ends|ending|closes|runs~(?:to|until))|~to(?=~\d))"
    r"(?:~on|~in)?(?:~the~end~of)?~(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?~(?:of~)?)?(?P<m><MONTH>)(?:~(?P<d2>\d{1,2})\b(?!\d))?(?:,?~(?P<y><YEAR4>))?"
)
_QUARTER = compile_pattern(
    r"\b(?:(?:fiscal|financial)[~-](?P<o1>first|second|third|fourth)[~-]quarter|(?P<o2>first|second|third|fourth)[~-](?:fiscal~)?quarter"
    r"(?:~of~(?:its~|the~)?(?:fiscal|financial)~(?:year~)?(?P<fy>20\d\d|19\d\d)?)?)" + _ENDS
)
_YEAR = compile_pattern(r"\b(?:fiscal|financial)~(?:year~?)?(?P<fy>20\d\d|19\d\d)?" + _ENDS)


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal quarter whose last day is known: quarter `number` of fiscal year `year` ends on `end`; `words` tell it."""

    year: int
    number: int
    end: Day
    words: str

    @property
    def _in_weeks(self) -> bool:
        return self.end.day != month_length(self.end.year, self.end.month)

    def _end(self, quarters: int) -> Day:
        """Return the last day of the quarter so many quarters on."""
        if self._in_weeks:
            return self.end.plus(QUARTER_DAYS * quarters)
        there = Day.of(self.end.year, self.end.month, 1).plus_months(3 * quarters)
        return Day.of(there.year, there.month, month_length(there.year, there.month))

    def quarter(self, year: int, number: int) -> Period:
        """Return a quarter of a fiscal year, its name as the period's code."""
        steps = 4 * (year - self.year) + number - self.number
        return Period("quarter", self._end(steps - 1).plus(1), self._end(steps), f"FY{year}-Q{number}")

    def whole(self, year: int) -> Period:
        """Return a fiscal year, first to last day."""
        return Period("year", self.quarter(year, 1).first, self.quarter(year, 4).last, f"FY{year}")

    def year_at(self, day: Day) -> int:
        """Return the number of the fiscal year in which a day lies."""
        guess = day.year + self.year - self.end.year - 1
        return next((year for year in range(guess, guess + 4) if self.whole(year).last >= day), guess)


def fiscal_year(text: str, dct: Day | None) -> FiscalYear | None:
    """Return the fiscal year that the article states, None if it tells no end of a fiscal quarter or year."""
    if not _NAMES.search(text):
        return None
    quarter = _QUARTER.search(text)
    if quarter is not None:
        number = ORDINALS[(quarter["o1"] or quarter["o2"]).lower()]
        end = _stated(quarter, dct)
        if end is None:
            return None
        closes = Day.of(end.year, end.month, 1).plus_months(3 * (4 - number)).year
        return FiscalYear(int(quarter["fy"] or closes), number, end, _words(quarter))
    year = _YEAR.search(text)
    end = _stated(year, dct) if year is not None else None
    if year is None or end is None:
        return None
    return FiscalYear(int(year["fy"] or end.year), 4, end, _words(year))


def ends_here(text: str, place: int) -> bool:
    """Whether a fiscal year whose name begins at `place` has its end stated right behind it."""
    return _YEAR.match(text, place) is not None


def _words(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", match[0])


def _stated(match: re.Match[str], dct: Day | None) -> Day | None:
    """Return the last day that the text states, its year by the fiscal year's number or by the tense."""
    month = MONTHS[match["m"].rstrip(".").lower()]
    number = int(match["d1"] or match["d2"] or 0)
    years: tuple[int, ...]
    if match["y"]:
        years = (int(match["y"]),)
    elif dct is not None:
        years = (dct.year, dct.year - 1) if match["past"] else (dct.year, dct.year + 1)
    elif match["fy"]:
        years = (int(match["fy"]),)
    else:
        return None
    for year in years:
        length = month_length(year, month)
        if number > length:
            return None
        day = Day.of(year, month, number or length)
        if match["y"] or dct is None or (day <= dct if match["past"] else day >= dct):
            return day
    return None

"""A date written out in a header, a field or a file name: where it stands and which day or moment it is.

Shapes find it, dateparser reads it (strictly: day, month and year stated, nothing relative, never the clock). A shape
that dateparser does not read, such as 30 February, is no date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dateparser.date import DateDataParser

from pipeline.ingest.date_order import DEFAULT, DateOrder

FIRST_YEAR, LAST_YEAR = 1450, 2199
"""Publication years that are taken: from the first printed news to a typing error's distance from now."""

_WORD = r"[^\W\d_]{3,9}\.?"
_DAY = r"\d{1,2}(?:[^\W\d_]{2})?"
_ISO = r"\d{4}-\d\d-\d\d"
_DATE = rf"""(?:
    {_ISO}
  | \d{{4}}/\d{{1,2}}/\d{{1,2}}
  | \d{{1,2}}(?P<sign>[/.-])\d{{1,2}}(?P=sign)\d{{4}}
  | (?:{_WORD},?\s+)? {_DAY} (?:\s+[^\W\d_]{{2}}\s+|[\s-]) \s*{_WORD} ,?[\s-]\s* \d{{4}}   # Tuesday, 1st of March 2022
  | (?:{_WORD},?\s+)? {_WORD} \s+ {_DAY} (?:\s?,)?\s+ \d{{4}}                                     # Tuesday, March 1, 2022
)"""
_CLOCK = r"(?: \d{1,2}[:.]\d\d (?: [:.]\d\d (?:[.,]\d+)? )? (?:\s?[AaPp]\.?[Mm]\b\.?)? | \d{1,2}\s?[AaPp]\.?[Mm]\b\.? )"
_ZONE = r"(?: Z\b | [A-Z]{2,5}\b | [+-]\d\d:?\d\d )"
_SHAPE = rf"""
    (?: {_CLOCK} (?:\s*\(?{_ZONE}\)?)? ,?\s+ (?:[^\W\d_]{{2}}\s+)? )?
    (?P<day> {_DATE} ) (?!\d)
    (?: (?:T | ,?\s+(?:[^\W\d_]{{2}}\s+)? | \s*[-–|·]\s* ) (?P<clock> {_CLOCK} ) (?:\s*\(?(?P<zone>{_ZONE})\)?)? )?
"""
DATE_AT = re.compile(_SHAPE, re.VERBOSE)
"""A stretch that looks like a full date, with or without a time of day; `read_date` says whether it is one."""
_ORDERED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2\d{4}")
_ZONED = re.compile(rf"{_ZONE}\)?(?:\s|,|$)", re.VERBOSE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date, or an aware time where a zone was stated; `note` says how an ambiguous one was read, "" if it was not."""

    value: dt.date | dt.datetime
    note: str = ""


def read_date(written: str, order: Callable[[], DateOrder] | None = None) -> WrittenDate | None:
    """Return the date that the whole string states, or None. `order` is asked only for dates such as 03/07/2022.

    >>> read_date("Tuesday, 1st of March 2022").value, read_date("2022-03-01T09:30:00+02:00").value.isoformat()
    (datetime.date(2022, 3, 1), '2022-03-01T09:30:00+02:00')
    >>> read_date("yesterday"), read_date("30 February 2022"), read_date("March 2022")
    (None, None, None)
    """
    written = written.strip()
    match = DATE_AT.fullmatch(written)
    if match is None:
        return None
    day, note = match["day"], ""
    ymd: str = DEFAULT
    if numeric := _ORDERED.fullmatch(day):
        ymd, note = _order_of(numeric, order)
    value = _with_zone(written, ymd) or _iso_day(day) or _parsed(day, ymd)
    if value is None or not FIRST_YEAR <= value.year <= LAST_YEAR:
        return None
    return WrittenDate(value if isinstance(value, dt.datetime) and value.tzinfo else dt.date(value.year, value.month, value.day), note)


def date_at(text: str, start: int, order: Callable[[], DateOrder] | None = None) -> tuple[WrittenDate, int] | None:
    """Return the date that begins exactly at `start`, and the offset behind it; None if none does.

    >>> date_at("date 2022-03-01 The United States", 5)
    (WrittenDate(value=datetime.date(2022, 3, 1), note=''), 15)
    """
    match = DATE_AT.match(text, start)
    if match is None:
        return None
    for end in (match.end(), match.end("clock"), match.end("day")):  # "10:45 US officials": no zone; "3 March 2022 - 12.5": no time
        found = read_date(text[start:end], order) if end > start else None
        if found and (end != match.end("zone") or isinstance(found.value, dt.datetime)):
            return found, end
    return None


def _order_of(numeric: re.Match[str], order: Callable[[], DateOrder] | None) -> tuple[str, str]:
    first, second = int(numeric[1]), int(numeric[3])
    if first > 12 or numeric[2] == "." or first == second:
        return "DMY", ""
    if second > 12:
        return "MDY", ""
    told = order() if order else DateOrder(DEFAULT, "")
    return told.order, f"{numeric[0]} {told.note}"


def _with_zone(written: str, ymd: str) -> dt.datetime | None:
    """Return the moment when a clock time and a zone are stated, else None: a time without zone is no moment."""
    try:
        moment: dt.datetime | None = dt.datetime.fromisoformat(written)
    except ValueError:
        moment = _parsed(written, ymd) if _ZONED.search(written) and re.search(r"\d[:.]\d\d|\d\s?[AaPp]\.?[Mm]", written) else None
    offset = moment.utcoffset() if moment else None
    if moment is None or offset is None:
        return None
    return moment.replace(tzinfo=dt.timezone(offset) if offset else dt.UTC)


def _iso_day(day: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(day) if re.fullmatch(_ISO, day) else None
    except ValueError:
        return None


def _parsed(written: str, ymd: str) -> dt.datetime | None:
    if re.fullmatch(_ISO, written):  # dateparser must not repair an impossible ISO date
        return None
    found: dt.datetime | None = _parser("YMD" if re.match(r"\d{4}", written) else ymd).get_date_data(written).date_obj
    return found


@cache
def _parser(ymd: str) -> DateDataParser:
    settings = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),  # noqa: DTZ001 - dateparser's own base is the clock; nothing relative is read
        "DATE_ORDER": ymd,
    }
    return DateDataParser(languages=["en"], settings=settings)

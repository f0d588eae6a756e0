"""When was the article published? A cascade of numbered stages; each is asked only if those before found nothing.

1 the given field; 2 a header line ("date 2022-03-01", "Published: 1 March 2022"); 3 the byline; 4 the dateline ("GENEVA,
March 3, 2022 (Newswire) -"); 5 a date alone on one of the first lines; 6 a line that says when it was updated;
7 the web address; 8 the file name. The clock is never asked, and a date without a year is never taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from pipeline.ingest.date_order import DateOrder, date_order
from pipeline.ingest.header import Header, continues_header, top_lines
from pipeline.ingest.literal_date import FIRST_YEAR, LAST_YEAR, WrittenDate, date_at, read_date

_DATELINE_LINES, _PRINTED_LINES = 4, 6
"""How many of the first filled lines may hold the dateline, and a date printed alone."""
_PRINTED_LIMIT = 120
_BAR_BEFORE = re.compile(r"^|[|·•]\s*")
_BAR_AFTER = re.compile(r"\s*[|·•/]")
_DATELINE_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*(?:[ ,/]+(?:\([^)\n]{1,30}\)\s*)?)){1,8}[–—-]*\s*$")
_DATELINE_END = re.compile(r"\s*(?:\([^)\n]{1,40}\)|/[^/\n]{1,40}/)?\s*(?:--|[-–—:])\s")
_IN_PATH = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<sign>[-_./]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?!\d)")
_DIGITS = re.compile(r"\d{10}|\d{13}")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date or aware time, and how it was found, in words for the reader."""

    value: dt.date | dt.datetime
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What may tell the date: `given` is the field's value as it came and `given_name` what the reader knows the field as."""

    text: str = ""
    header: Header = field(default_factory=Header)
    given: object = None
    given_name: str = "given"
    url: str = ""
    file_name: str = ""

    def order(self) -> DateOrder:
        """How numeric dates are to be read in this article."""
        return date_order(self.text, self.url)


def find_published(evidence: Evidence) -> Published | None:
    """Return the publication date by the first stage that tells one, or None.

    >>> find_published(Evidence(file_name="2022-03-01-vote.txt"))
    Published(value=datetime.date(2022, 3, 1), source='file name')
    """
    for name, stage in _STAGES:
        if found := stage(evidence):
            name = evidence.given_name if stage is _given else name
            return Published(found.value, f"{name} ({found.note})" if found.note else name)
    return None


def read_given(value: object, order: Callable[[], DateOrder] | None = None) -> WrittenDate | None:
    """Return the date of a field's value: a date, an aware time, text, or seconds or milliseconds since 1970.

    >>> read_given(1646128800).value.isoformat(), read_given("20220301").value.isoformat()
    ('2022-03-01T10:00:00+00:00', '2022-03-01')
    """
    if isinstance(value, dt.datetime):
        value = value if value.tzinfo else value.date()
    if isinstance(value, dt.date):
        return WrittenDate(value) if FIRST_YEAR <= value.year <= LAST_YEAR else None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    written = str(value).strip().removesuffix(".0")
    if _DIGITS.fullmatch(written):
        seconds = int(written) / (1000 if len(written) == 13 else 1)
        moment = _EPOCH + dt.timedelta(seconds=seconds)
        return WrittenDate(moment) if moment.year <= LAST_YEAR else None
    return read_date(written, order) or (_path_date(written) if len(written) == 8 else None)


def _given(evidence: Evidence) -> WrittenDate | None:
    return read_given(evidence.given, evidence.order)


def _dateline(evidence: Evidence) -> WrittenDate | None:
    for line in islice(top_lines(evidence.text, evidence.header.body_start), _DATELINE_LINES):
        head = line.text[:120]
        for start in [0, *(match.end() for match in re.finditer(r"[,(–—-]\s*|\)\s*", head))]:
            dated = date_at(head, start, evidence.order)
            if dated and _DATELINE_END.match(head, dated[1]) and (not start or _DATELINE_PLACE.match(head[:start])):
                return dated[0]
    return None


def _printed_line(evidence: Evidence) -> WrittenDate | None:
    for line in islice(top_lines(evidence.text, evidence.header.body_start), _PRINTED_LINES):
        if dated := read_date(line.text.strip("()[].*_"), evidence.order):
            return dated
        if len(line.text) <= _PRINTED_LIMIT and (beside := _beside_a_bar(line.text, evidence.order)):
            return beside
    return None


def _beside_a_bar(line: str, order: Callable[[], DateOrder]) -> WrittenDate | None:
    """Return the date of "3 March 2022 / 10:15", "3 March 2022 by Jane Doe", "Council meets | 3 March 2022".

    A comma or a dash before the date is no bar: it may be a title's ("The fall of Tobruk, 21 June 1942").
    """
    for match in _BAR_BEFORE.finditer(line):
        dated = date_at(line, match.end(), order)
        rest = line[dated[1] :] if dated else ""
        if dated and ((match.end() and not rest.strip()) or _BAR_AFTER.match(rest) or (rest[:1] == " " and continues_header(rest))):
            return dated[0]
    return None


def _path_date(path: str) -> WrittenDate | None:
    for match in _IN_PATH.finditer(path):
        if dated := read_date(f"{match['year']}-{match['month']}-{match['day']}"):
            return dated
    return None


_STAGES: tuple[tuple[str, Callable[[Evidence], WrittenDate | None]], ...] = (
    ("given", _given),
    ("date line at the top", lambda evidence: evidence.header.published),
    ("byline", lambda evidence: evidence.header.byline),
    ("dateline", _dateline),
    ("date printed alone near the top", _printed_line),
    ("date of the last update, at the top", lambda evidence: evidence.header.updated),
    ("web address", lambda evidence: _path_date(evidence.url or evidence.header.url)),
    ("file name", lambda evidence: _path_date(evidence.file_name)),
)

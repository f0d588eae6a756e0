"""Whether the days that two articles give can be those of one event."""

from __future__ import annotations

from pipeline.merge.telling import Telling

NEWS_DAYS = 4
"""How many days before its publication an event without a date in the text is taken to lie at most; also how far apart two
articles on one undated event are published, and by how much two outlets may disagree about a day."""
KNOWN_DAYS = 45
"""How far back a dated act may lie that another article tells without a day, as known ("14 dismissed drivers")."""


def days_fit(left: Telling, right: Telling) -> bool:
    """Whether the days overlap; an event that only its being news dates lies at most NEWS_DAYS before its publication."""
    if left.firm and right.firm:
        return _overlap(left.first, left.last, right.first, right.last)
    if left.published is None or right.published is None:
        return False
    if left.firm or right.firm:
        firm, loose = (left, right) if left.firm else (right, left)
        assert loose.published is not None
        return _overlap(firm.first, firm.last, loose.published - NEWS_DAYS, loose.published)
    return abs(left.published - right.published) <= NEWS_DAYS


def days_disagree(left: Telling, right: Telling) -> bool:
    """Whether both texts give a single day, close to each other but not the same, and both look back on it."""
    if not (left.day_exact and right.day_exact and left.firm and right.firm):
        return False
    if left.first is None or right.first is None or left.published is None or right.published is None:
        return False
    apart = abs(left.first - right.first)
    old = left.first < left.published - NEWS_DAYS and right.first < right.published - NEWS_DAYS
    return 0 < apart <= NEWS_DAYS and old


def told_as_past(left: Telling, right: Telling) -> bool:
    """Whether one is told without any day and the other's days lie before that one's publication, but not so near that it is news."""
    if left.firm == right.firm or days_fit(left, right):
        return False
    firm, loose = (left, right) if left.firm else (right, left)
    if not loose.unplaced or loose.published is None or firm.first is None or firm.last is None:
        return False
    return firm.last <= loose.published and loose.published - firm.first <= KNOWN_DAYS


def _overlap(a_first: int | None, a_last: int | None, b_first: int | None, b_last: int | None) -> bool:
    starts_late = a_first is not None and b_last is not None and a_first > b_last
    ends_early = a_last is not None and b_first is not None and a_last < b_first
    return not starts_late and not ends_early

"""Days as the reader's locale writes them. English with the day first is the house style, which every file that is taken along has.

The language of what stands around a date stays English; month and weekday names and their order follow the locale: never in
figures only, so that no date can be read in two ways.
"""

from __future__ import annotations

import datetime as dt
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Literal

from pipeline.day import Day

Form = Literal["long", "short", "weekday", "month", "day_month", "short_month"]
HOUSE = ""
_SKELETONS: dict[Form, str] = {
    "long": "yMMMMd",
    "short": "yMMMd",
    "weekday": "yMMMEd",
    "month": "yMMMM",
    "day_month": "MMMd",
    "short_month": "MMM",
}
_FIRST, _LAST = 1, 9999  # the years that a locale has a form for: BC has the house style
_locale: ContextVar[str] = ContextVar("locale", default=HOUSE)


def speak(locale: str | None) -> None:
    """Write days as the locale ("en-US") does from now on, in this thread: in the house style if it is unknown, or day-first English.

    >>> speak("en-US"), in_locale("weekday", Day(2022, 2, 28)), speak(None), in_locale("weekday", Day(2022, 2, 28))
    (None, 'Mon, Feb 28, 2022', None, '')
    """
    _locale.set(_known(locale or ""))


def in_locale(form: Form, day: Day) -> str:
    """Return the day in the form as the locale writes it, "" where the house style holds."""
    locale = _locale.get()
    return _written(locale, form, day.year, day.month, day.day) if locale and _FIRST <= day.year <= _LAST else ""


def range_in_locale(first: Day, last: Day) -> str:
    """Return an inclusive range of days as the locale writes it, "" where the house style holds."""
    locale = _locale.get()
    if not locale or first.year < _FIRST or last.year > _LAST:
        return ""
    from babel.dates import format_interval

    return str(format_interval(_date(first), _date(last), "yMMMd", locale=_babel(locale)))


def month_first() -> bool:
    """Whether the reader writes 02/28/2022: in English only, where the month stands before the day.

    >>> speak("en-US"), month_first(), speak(None), month_first()
    (None, True, None, False)
    """
    locale = _locale.get()
    return bool(locale) and _babel(locale).language == "en"


@lru_cache(maxsize=256)
def _known(locale: str) -> str:
    """Return the locale if it has a form of its own, else HOUSE."""
    if not locale or len(locale) > 40:
        return HOUSE
    try:
        found = _babel(locale)
        day_first = _written(locale, "day_month", 2022, 2, 28)[:1].isdigit()
    except (ValueError, LookupError, TypeError):
        return HOUSE
    return HOUSE if found.language == "en" and (day_first or not found.territory) else locale


@lru_cache(maxsize=64)
def _babel(locale: str) -> Any:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(locale.replace("_", "-"), sep="-")
    except UnknownLocaleError as unknown:
        raise LookupError(locale) from unknown


@lru_cache(maxsize=20_000)
def _written(locale: str, form: Form, year: int, month: int, day: int) -> str:
    from babel.dates import format_skeleton

    text = format_skeleton(_SKELETONS[form], _date(Day(year, month, day)), locale=_babel(locale))
    return str(text).replace("\u202f", " ").replace("\xa0", " ")


def _date(day: Day) -> Any:
    return dt.date(day.year, day.month, day.day)

"""The words for times of one language: dateparser's locale data, and what data/other_languages/timex_words.csv adds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pipeline.language.data_files import read_table

Unit = Literal["day", "week", "month", "year"]
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST_WEEKDAY, SHORTEST_NEAR, SHORTEST_UNIT = 5, 3, 2  # letters; shorter ones are abbreviations that are words of the language too

_NUMBER = r"(\d++[.,]?\d*+)"  # how dateparser writes "some number" in its patterns
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words in lower case -> what they mean; steps count units from the publication day, negative = before.

    `counted`: (words before the number, words behind it) -> (unit, sign). `which`: ("before" or "after", word) -> step.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    near: dict[str, tuple[Unit, int]]
    counted: dict[tuple[str, str], tuple[Unit, int]]
    units: dict[str, Unit]
    which: dict[tuple[str, str], int]
    numbers: dict[str, int]
    month_openers: tuple[str, ...]
    year_openers: tuple[str, ...]
    not_after: frozenset[tuple[str, str]]
    capital_nouns: bool
    month_first: bool


@cache
def time_words(code: str) -> TimeWords | None:
    """Return the words of a language (ISO 639-1), None where dateparser has no locale for it."""
    info = _locale(code)
    if info is None:
        return None
    own = _own(code)
    units: dict[str, Unit] = {word.lower(): unit for unit in UNITS for word in info.get(unit, ()) if len(word) >= SHORTEST_UNIT}
    return TimeWords(
        months=_names(info, MONTHS, 3) | {word: int(value) for word, value in own.get("month", ())},
        weekdays=_weekdays(info, own),
        near=_near(info),
        counted=_counted(info),
        units=units | {word: _unit(value) for word, value in own.get("unit", ())},
        which={(place, word): int(value) for place in ("before", "after") for word, value in own.get(place, ())},
        numbers=_numbers(info) | {word: int(value) for word, value in own.get("number", ())},
        month_openers=tuple(word for word, _ in own.get("month_opener", ())),
        year_openers=tuple(word for word, _ in own.get("year_opener", ())),
        not_after=frozenset(own.get("not_after", ())),
        capital_nouns="nouns" in own,
        month_first=str(info.get("date_order", "DMY")).startswith("M"),
    )


def _own(code: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("other_languages/timex_words.csv", "code", "kind", "word", "value"):
        if row["code"] == code:
            found.setdefault(row["kind"], []).append((row["word"], row["value"]))
    return found


def _locale(code: str) -> dict[str, Any] | None:
    from dateparser.languages.loader import default_loader

    name = next((word for word, _ in _own(code).get("name", ())), code)
    try:
        return dict(next(iter(default_loader.get_locales(languages=[name]))).info)
    except (ValueError, StopIteration):
        return None


def _unit(word: str) -> Unit:
    return next(unit for unit in UNITS if unit == word)


def _names(info: dict[str, Any], keys: tuple[str, ...], shortest: int) -> dict[str, int]:
    return {word.lower().rstrip("."): i for i, key in enumerate(keys, 1) for word in info.get(key, ()) if len(word.rstrip(".")) >= shortest}


def _weekdays(info: dict[str, Any], own: dict[str, list[tuple[str, str]]]) -> dict[str, int]:
    never = {word for word, _ in own.get("not_weekday", ())}
    found = {word: number - 1 for word, number in _names(info, WEEKDAYS, SHORTEST_WEEKDAY).items()}
    return {word: number for word, number in found.items() if word not in never}


def _step(key: str) -> tuple[Unit, int] | None:
    """Return the unit and signed step of dateparser's key ("2 day ago", "in 1 week"); None for hours and what is finer."""
    words = key.replace("\\1", "1").split()
    number, unit = (int(words[1]), words[2]) if words[0] == "in" else (-int(words[0]), words[1])
    return (_unit(unit), number) if unit in UNITS else None


def _near(info: dict[str, Any]) -> dict[str, tuple[Unit, int]]:
    found: dict[str, tuple[Unit, int]] = {}
    for key, phrases in info.get("relative-type", {}).items():
        step = _step(key)
        if step is not None:
            found.update({phrase.lower(): step for phrase in phrases if len(phrase) >= SHORTEST_NEAR and _WORDS.fullmatch(phrase)})
    return found


def _counted(info: dict[str, Any]) -> dict[tuple[str, str], tuple[Unit, int]]:
    found: dict[tuple[str, str], tuple[Unit, int]] = {}
    for key, patterns in info.get("relative-type-regex", {}).items():
        step = _step(key)
        for pattern in patterns if step is not None else ():
            before, number, behind = pattern.lower().partition(_NUMBER)
            before, behind = before.strip(), behind.strip()
            unit_is_long = len(behind.split(" ")[0]) >= SHORTEST_UNIT
            if step and number and unit_is_long and _WORDS.fullmatch(behind) and (_WORDS.fullmatch(before) if before else " " in behind):
                found[before, behind] = step
    return found


def _numbers(info: dict[str, Any]) -> dict[str, int]:
    pairs = [pair for rule in info.get("simplifications", ()) for pair in rule.items()]
    return {word: int(value) for word, value in pairs if word.isalpha() and str(value).isdigit()}

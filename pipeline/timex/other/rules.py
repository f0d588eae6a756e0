"""The rules for one language: a pattern made of its words, and what a match means. Literal dates first, then relative ones.

Each rule has an example in German or French in its comment; `tests/cases/timex/other_languages.csv` has cases and counter-examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.day import Day
from pipeline.timex.calendar import day_of, month_of
from pipeline.timex.other import resolve
from pipeline.timex.other.words import TimeWords, time_words
from pipeline.timex.resolved import Resolved

Reader = Callable[[re.Match[str], TimeWords, Day | None], Resolved | None]
EARLIEST, LATEST = 1000, 2100  # years that stand alone

_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?P<y>(?:1\d|20)\d\d)"
_OF = r"(?:[ \u00a0](?:de|del)[ \u00a0]|[ \u00a0]d['’]|[ \u00a0])"  # what stands between the parts of a date in Romance languages
_BEFORE, _BEHIND = r"(?<![\w.,/:-])", r"(?![\w/:]|[.,-]\d)"


@dataclass(frozen=True, slots=True)
class OtherRule:
    """A named pattern and its reader; a reader returns None for what is no time expression."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def _any(words: Iterable[str]) -> str:
    """Return a pattern for one of the words, the longest first; blanks may be line ends."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s").replace("'", "['’]") for word in ordered) or r"(?!)"


@cache
def rules_of(code: str) -> tuple[OtherRule, ...]:
    """Return the rules of a language; for one that dateparser does not know, those for dates in figures alone."""
    words = time_words(code)
    made: list[tuple[str, str, Reader]] = [
        ("other.iso", rf"{_BEFORE}{_YEAR}-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01]){_BEHIND}", _read_figures)
    ]  # 2022-03-01
    made.append(
        ("other.written_units", r"(?P<y>\d{4})(?:年|년\s?)(?P<m>\d{1,2})(?:月|월\s?)(?P<d>\d{1,2})(?:日|일)", _read_figures)
    )  # 2022年3月1日
    if words is None:
        return tuple(OtherRule(name, re.compile(pattern), read) for name, pattern, read in made)
    made += [*_literal(words), *_relative(words)]
    return tuple(OtherRule(name, re.compile(pattern, re.IGNORECASE), read) for name, pattern, read in made)


def _literal(words: TimeWords) -> list[tuple[str, str, Reader]]:
    months, weekdays = rf"(?P<m>{_any(words.months)})", rf"(?:(?:{_any(words.weekdays)}),?[ \u00a0](?:de[nmr][ \u00a0]|le[ \u00a0])?)?"
    figures = r"(?P<m>1[0-2]|0?[1-9])(?P<sep>[./-])" + _DAY if words.month_first else _DAY + r"(?P<sep>[./-])(?P<m>1[0-2]|0?[1-9])"
    number = rf"{_DAY}(?:\.|er|º|ª|°)?"
    return [
        ("other.figures", rf"{_BEFORE}{figures}(?P=sep){_YEAR}{_BEHIND}", _read_figures),  # 01.03.2022
        ("other.day_month_year", rf"{_BEFORE}{weekdays}{number}{_OF}{months}\.?(?:,|{_OF})\s?{_YEAR}{_BEHIND}", _read_day),  # 1er mars 2022
        ("other.year_month_day", rf"{_BEFORE}{_YEAR}\.?[ \u00a0]{months}[ \u00a0]{_DAY}{_BEHIND}", _read_day),  # 2022. március 1.
        ("other.month_year", rf"{_BEFORE}{months}{_OF}{_YEAR}{_BEHIND}", _read_month_year),  # März 2022
        ("other.year", rf"(?<!\w)(?:{_any(words.year_openers)})\s{_YEAR}{_BEHIND}", _read_year),  # en 2019
        ("other.day_month", rf"{_BEFORE}{weekdays}{number}{_OF}{months}(?!\w)", _read_day_month),  # am 7. März
        ("other.month", rf"(?<!\w)(?:{_any(words.month_openers)})\s{months}(?!\w)", _read_month),  # im März
    ]


def _relative(words: TimeWords) -> list[tuple[str, str, Reader]]:
    before, after = (_any(word for place, word in words.which if place == side) for side in ("before", "after"))
    numbers = rf"(?P<n>\d{{1,3}}|{_any(words.numbers)})"
    openers, units = _any(a for a, _ in words.counted if a), _any(b for _, b in words.counted)
    named = rf"(?P<w>{_any([*words.weekdays, *words.units])})"
    return [
        ("other.near", rf"(?<![\w-])(?P<p>{_any(words.near)})(?![\w-])", _read_near),  # gestern, le mois dernier
        ("other.counted", rf"(?<!\w)(?:(?P<a>{openers})\s)?{numbers}\s(?P<b>{units})(?!\w)", _read_counted),  # vor drei Tagen
        ("other.which_before", rf"(?<!\w)(?P<before>{before})\s{named}(?!\w)", _read_which),  # nächsten Montag
        ("other.which_after", rf"(?<!\w){named}\s(?P<after>{after})(?!\w)", _read_which),  # lundi prochain
        ("other.weekday", rf"(?<![\w-])(?P<w>{_any(words.weekdays)})(?![\w-])", _read_weekday),  # am Montag
    ]


def _day(year: int, month: int, day: int) -> Resolved | None:
    try:
        return resolve.stated(day_of(Day.of(year, month, day)))
    except ValueError:
        return None


def _word(match: re.Match[str], group: str) -> str:
    return " ".join((match[group] or "").lower().replace("’", "'").split())


def _read_figures(match: re.Match[str], _words: TimeWords, _dct: Day | None) -> Resolved | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _read_day(match: re.Match[str], words: TimeWords, _dct: Day | None) -> Resolved | None:
    return _day(int(match["y"]), words.months[_word(match, "m")], int(match["d"]))


def _read_month_year(match: re.Match[str], words: TimeWords, _dct: Day | None) -> Resolved | None:
    return resolve.stated(month_of(int(match["y"]), words.months[_word(match, "m")]))


def _read_year(match: re.Match[str], _words: TimeWords, _dct: Day | None) -> Resolved | None:
    year = int(match["y"])
    return resolve.year(year) if EARLIEST <= year <= LATEST else None


def _read_day_month(match: re.Match[str], words: TimeWords, dct: Day | None) -> Resolved | None:
    return resolve.nearest_day(words.months[_word(match, "m")], int(match["d"]), dct) if dct else None


def _read_month(match: re.Match[str], words: TimeWords, dct: Day | None) -> Resolved | None:
    return resolve.nearest_month(words.months[_word(match, "m")], dct) if dct else None


def _read_near(match: re.Match[str], words: TimeWords, dct: Day | None) -> Resolved | None:
    phrase = _word(match, "p")
    if dct is None or (words.capital_nouns and " " not in phrase and _is_capital_inside(match, "p")):
        return None  # German "der Morgen" is the morning
    ahead = " ".join(match.string[max(0, match.start() - 20) : match.start()].lower().split())
    if any(phrase == word and (ahead == trap or ahead.endswith(f" {trap}")) for trap, word in words.not_after):
        return None
    return resolve.stepped(*words.near[phrase], dct)


def _read_counted(match: re.Match[str], words: TimeWords, dct: Day | None) -> Resolved | None:
    found = words.counted.get((_word(match, "a"), _word(match, "b")))
    if dct is None or found is None:
        return None
    number = _word(match, "n")
    return resolve.counted(found[0], found[1] * (int(number) if number.isdigit() else words.numbers[number]), dct)


def _read_which(match: re.Match[str], words: TimeWords, dct: Day | None) -> Resolved | None:
    if dct is None:
        return None
    place = "before" if "before" in match.groupdict() else "after"
    step, word = words.which[place, _word(match, place)], _word(match, "w")
    if word in words.weekdays:
        return resolve.weekday(words.weekdays[word], step, dct)
    return resolve.stepped(words.units[word], step, dct) if words.units[word] != "day" else None


def _read_weekday(match: re.Match[str], words: TimeWords, dct: Day | None) -> Resolved | None:
    if dct is None or (not words.capital_nouns and _is_part_of_name(match)):
        return None
    return resolve.weekday(words.weekdays[_word(match, "w")], None, dct)


def _is_capital_inside(match: re.Match[str], group: str) -> bool:
    """Whether the word has a capital though no sentence begins with it."""
    before = match.string[max(0, match.start(group) - 12) : match.start(group)].rstrip(" \u00a0\"'“„«(")
    return match[group][0].isupper() and bool(before) and before[-1] not in ".!?:\n"


def _is_part_of_name(match: re.Match[str]) -> bool:
    """Whether it has a capital and another capitalised word beside it ("Plácido Domingo")."""
    text, start, end = match.string, match.start(), match.end()
    beside = re.search(r"[A-ZÀ-Þ][\w]+\s\Z", text[max(0, start - 30) : start]) or re.match(r"\s[A-ZÀ-Þ]\w+", text[end : end + 30])
    return text[start].isupper() and beside is not None

"""Seasons by themselves and with a year."""

from __future__ import annotations

import re

from pipeline.timex.calendar import season_of
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import InPeriod, Known, Named
from pipeline.timex.numbers import read_year_words
from pipeline.timex.recurring import Recurring
from pipeline.timex.rules.day_month import year_of_words
from pipeline.timex.rules.full_dates import year_number
from pipeline.timex.words import SEASONS


def _read_year(match: re.Match[str]) -> list[Found]:
    code, month = SEASONS[match["s"].lower()]
    year = year_number(match["y"], match["era"]) if match["y"] else read_year_words(match["yw"])
    return whole(match, Known(season_of(year, month, code), ("season", "year"))) if year is not None else []


def _read_bare(match: re.Match[str]) -> list[Found]:
    group = "x" if match["x"] else "x2"
    code, month = SEASONS[(match["s"] or match["s2"]).lower()]
    return [(match.start(group), match.end(group), Named(Recurring("season", month, name=code)))]


def _read(match: re.Match[str]) -> list[Found]:
    group = "x" if match["x"] else "x2"
    code, month = SEASONS[(match["s"] or match["s2"]).lower()]
    recurring = Recurring("season", month, name=code)
    year = year_of_words(match["of"] or match["of2"])
    return [(match.start(group), match.end(group), InPeriod(recurring, year) if year else Named(recurring))]


_OF = r"(?P<of>,?~(?:of~)?(?:this|last|next)~year\b|,?~of~(?:that|the~same|the~following)~year\b)"

RULES = (
    rule(
        "en.season.year",
        "season",
        r"<START>(?P<x>(?:the~)?(?P<s><SEASON>)(?:~of~|,?~)(?:the~year~)?(?:(?P<y><YEAR4>|\d{1,3}(?=~?B\.?C))(?:(?:/|<DASH>)(?:\d{2}){1,2}|~?(?P<era><ERA>))?|"
        r"(?P<yw><YEARWORDS>)))(?![\w]|[,.]\d)",
        _read_year,
        "They met in the spring of 1943.",
        "They met in the spring of hope.",
    ),
    rule(
        "en.season.year_first",
        "season",
        r"<START>(?P<x>(?:the~)?(?P<y><YEAR4>)~(?-i:(?P<s>spring|summer|autumn|fall|winter))(?P<era>))(?![\w-]|~<SEASONNOUNS>\b)",
        _read_year,
        "It lost the 1982 summer offensives.",
        "It lost 1,982 summer jobs at the 1982 Summer Games.",
    ),
    rule(
        "en.season.of_year",
        "season",
        rf"(?:<START>(?P<x>the~(?P<s><SEASON>){_OF})|\b(?:in|by|since|until|during|from|of)~(?P<x2>"
        rf"(?P<s2><SEASON>){_OF.replace('?P<of>', '?P<of2>')}))",
        _read,
        "They meet in the spring of next year.",
        "They meet in the spring of their lives.",
    ),
    rule(
        "en.season.plain",
        "season",
        r"(?:<START>(?P<x>(?:the~)?(?P<s>(?-i:summer|autumn|winter|summertime|wintertime|springtime|(?:spring|fall)(?=~<SEASONEVENTS>\b))))|\b(?:in|by|until|till|since"
        r"|during|through|throughout|before|after|over|from|of|for|and|late|early|mid|that|spent)(?:~|-)(?P<x2>(?:the~)?(?P<s2>"
        r"(?-i:spring)|(?-i:fall)(?=[,.;:)]|~(?:and|when|as|he|she|they|it|after|with)\b))))\b(?!['’]s?~|-\w|~<SEASONNOUNS>\b)",
        _read_bare,
        "Fighting resumed in the spring.",
        "The fall of the city; the Spring Palace; in spring water.",
    ),
)

"""This, last, next, that and the following week, month, quarter, year ...; the day, the year by themselves."""

from __future__ import annotations

import re
from fractions import Fraction

from pipeline.timex.calendar import Unit
from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.fragments import compile_pattern
from pipeline.timex.meaning import Duration, InPeriod, LatestQuarter, Meaning, Named, NewYear, Part, PartOfDay, Relative, Stretch, Weekend
from pipeline.timex.meaning.beside import BeforeLast
from pipeline.timex.recurring import Recurring
from pipeline.timex.rules.full_dates import month_number
from pipeline.timex.rules.weekdays import weekday
from pipeline.timex.words import HOLIDAYS, SEASONS, WEEKDAYS, WHICH

_OF_A_THING = compile_pattern(
    r"~of~(?!<MONTH>|<YEAR4>|(?:the~|this~|that~|last~|next~|each~|every~)?(?:year|month|week|decade|century|quarter|season)\b)"
)


def which_of(text: str) -> tuple[int, str]:
    """Return the step and what it is counted from ("dct" or "told") of "last", "the following" ..."""
    return WHICH[re.sub(r"\s+", " ", text.lower())]


def _read(match: re.Match[str]) -> list[Found]:
    step, source = which_of(match["which"])
    word, words = match["u"].lower(), match["which"].lower()
    if word == "fortnight":
        return whole(match, Stretch(Fraction(2), "week", "past" if step < 0 else "future")) if step else []
    unit: Unit = word  # type: ignore[assignment]
    if words.endswith("past"):
        return []
    if words == "the last" and _OF_A_THING.match(match.string, match.end()):
        return [] if unit == "day" else whole(match, Duration(Fraction(1), unit))
    return whole(match, Relative(unit, step, source))


def _named(match: re.Match[str]) -> Recurring:
    word = re.sub(r"\s+", " ", match["n"].rstrip(".").lower()).replace("’", "'")
    if word in WEEKDAYS:
        return weekday(word)
    if word in SEASONS:
        code, month = SEASONS[word]
        return Recurring("season", month, name=code)
    if word in HOLIDAYS:
        return Recurring("holiday", name=word)
    return Recurring("month", month_number(word))


def _read_named(match: re.Match[str]) -> list[Found]:
    step, source = which_of(match["which"])
    meaning: Meaning = Named(_named(match), step)
    if source == "told" and _named(match).kind != "weekday":
        meaning = InPeriod(_named(match), Relative("year", step, "told"))
    return whole(match, meaning)


def _read_but_one(match: re.Match[str]) -> list[Found]:
    step = -2 if match["side"].lower().startswith("before") else 2
    return whole(match, Relative(match["u"].lower(), step))  # type: ignore[arg-type]


def _read_the(match: re.Match[str]) -> list[Found]:
    return whole(match, Relative(match["u"].lower(), 0, "here"))  # type: ignore[arg-type]


def _read_latest(match: re.Match[str]) -> list[Found]:
    start = match.start() if match[0].lower().startswith(("the", "its")) else match.start("x")
    current = "current" in match[0].lower()
    return [(start, match.end(), Relative("quarter", 0) if current else LatestQuarter())]


def _read_period_of_year(match: re.Match[str]) -> list[Found]:
    return whole(match, LatestQuarter(int(match["y"])))


def _read_end(match: re.Match[str]) -> list[Found]:
    return whole(match, Part(Relative(match["u"].lower(), 0, "here"), "END", True))  # type: ignore[arg-type]


def _read_year_edge(match: re.Match[str]) -> list[Found]:
    return whole(match, Relative("day", 1, "told"))


def _read_part(match: re.Match[str]) -> list[Found]:
    words = re.sub(r"\s+", " ", match["which"].lower())
    if words == "last":
        return whole(match, PartOfDay(match["p"].lower(), Relative("day", -1)))
    step, source = (0, "told") if words.startswith("that") else which_of(words)
    return whole(match, PartOfDay(match["p"].lower(), Relative("day", step, source)))


def _read_told(match: re.Match[str]) -> list[Found]:
    step = 1 if match["side"].lower() in ("after", "later") else -1
    return whole(match, Relative(match["u"].lower(), step, "told"))  # type: ignore[arg-type]


RULES = (
    rule(
        "en.relative.which_unit",
        "unit",
        r"<START>(?<!\bmy[ ])(?<!\bhis[ ])(?<!\bher[ ])(?<!\btheir[ ])(?<!\bour[ ])(?<!\byour[ ])"
        r"(?P<which><WHICH>)~(?:calendar~|full~|whole~|crucial~|same~|very~)?(?P<u><CALUNIT>)(?:~or~so)?(?![\w]|-(?:old|long|to|on)\b)",
        _read,
        "Prices fell last week.",
        "He came last with a weekly wage.",
    ),
    rule(
        "en.relative.which_named",
        "month weekday season holiday",
        r"<START>(?P<which><WHICH>)~(?:coming~)?(?P<n><WEEKDAY>|<MONTH>|<SEASON>|<HOLIDAY>)(?![\w]|~\d)",
        _read_named,
        "The firm failed last April.",
        "The last marching band left.",
    ),
    rule(
        "en.relative.which_part_of_day",
        "partofday",
        r"<START>(?P<which>this~same|that~same|<WHICH>)~(?P<p>morning|afternoon|evening|night|dawn|lunchtime)\b",
        _read_part,
        "Police raided the flat this morning.",
        "Police raided the morning market.",
    ),
    rule(
        "en.relative.but_one",
        "unit",
        r"<START>(?:the~)(?P<u>week|weekend|month|quarter|year)~(?P<side>before~last|after~next)\b(?!~<UNIT>\b)",
        _read_but_one,
        "It opened the week before last.",
        "It opened the week before the last vote.",
    ),
    rule(
        "en.relative.named_before_last",
        "month weekday season holiday",
        r"<START>the~(?P<n><WEEKDAY>|<MONTHFULL>|<SEASON>|<HOLIDAY>)~before~last\b(?!~<UNIT>\b)",
        lambda match: whole(match, BeforeLast(_named(match))),
        "They met the summer before last.",
        "They met the summer before last year's vote.",
    ),
    rule(
        "en.relative.the_period",
        "unit",
        r"(?:\b(?:of|in|for|during|throughout|over|by|this|until|after|before)~)(?P<x>(?:the~)(?:full~|whole~|entire~|current~)?"
        r"(?P<u>year|month|week))\b(?=[.,;:)]|~(?:and|as|to|from|with|after|but|because|when|while|ended|ending|by|at|on|rose|fell|grew|climbed"
        r"|dropped|jumped|slipped|increased|declined|totall?ed|was|were|came|reached)\b|['’]s"
        r"|\Z)(?!~(?:to|of)~\w+~\d)",
        _read_the,
        "Profit rose at the end of the year.",
        "The year of the rat begins.",
    ),
    rule(
        "en.relative.the_weekend",
        "unit",
        r"<START>(?P<x>the~(?:holiday~|long~|coming~)?weekend)\b(?!['’]s?~of|~(?:of~(?!<MONTH>|\d)|warrior|away|trip|edition))",
        lambda match: whole(match, Weekend()),
        "Shops were closed over the weekend.",
        "The weekend warrior trains alone.",
    ),
    rule(
        "en.relative.bare_weekend",
        "unit",
        r"(?:\b(?:opening|holiday|same|this~past|election)~)(?P<x>weekend)\b",
        lambda match: whole(match, Weekend()),
        "Fans came for the opening weekend.",
        "It opened at the weekend.",
    ),
    rule(
        "en.relative.latest_quarter",
        "quarter",
        r"<START>(?:the~(?:latest|most~recent|current|just-ended)~|its~latest~|in~(?=the~quarter\b)|for~(?=the~quarter\b))(?P<x>"
        r"(?:the~)?(?:quarter|period))\b(?!~of\b)",
        _read_latest,
        "Profit fell in the latest quarter.",
        "Profit fell in a quarter of firms.",
    ),
    rule(
        "en.relative.period_of_year",
        "year",
        r"<START>the~(?P<y><YEAR4>)~(?P<u>period|quarter)\b",
        _read_period_of_year,
        "Sales beat the 1988 quarter.",
        "Sales beat the quarter.",
    ),
    rule(
        "en.relative.unit_end",
        "unit",
        r"<START>(?:the~)?(?P<u>month|year|week|quarter)(?:['’]s~|['’]s-|-|~)end\b(?!~of)",
        _read_end,
        "The bank expects a cut by year-end.",
        "The year ended badly.",
    ),
    rule(
        "en.relative.mid_unit",
        "unit",
        r"\b(?:by|at|in|around|about|until|since|before|after|from|of)~(?P<x>mid-?(?P<u>year|month|week))\b(?!-\w)",
        lambda match: whole(match, Part(Relative(match["u"].lower(), 0, "here"), "MID")),  # type: ignore[arg-type]
        "The merger will be completed by midyear.",
        "The mid-year review was late.",
    ),
    rule(
        "en.relative.edge_of_the",
        "unit",
        r"\b(?:(?:end|start|beginning|middle|close|half|rest|part|outset|months|days|weeks)~of|(?:early|late|earlier|later)~in)~"
        r"(?P<x>the~(?P<u>year|month|week|decade|century))\b(?!~of\b)",
        _read_the,
        "Since the start of the year prices have doubled.",
        "The news of the year came late.",
    ),
    rule(
        "en.relative.day_following",
        "unit",
        r"<START>the~(?:day|morning|evening|night)~following\b(?=[.,;]|\Z)",
        _read_year_edge,
        "They signed the day following.",
        "They signed the day following the vote.",
    ),
    rule(
        "en.relative.new_year",
        "unit",
        r"\b(?:in|into|until|till|before|by|for|of|from|early~in|late~in)~(?P<x>(?P<u>the~new~year))\b(?!['’]s|~(?-i:[A-Z]))",
        lambda match: whole(match, NewYear()),
        "It was put off until the new year.",
        "It was the New Year's Eve of the new yearbook.",
    ),
    rule(
        "en.relative.night_before",
        "partofday",
        r"<START>the~(?P<p>night|evening|morning|afternoon)~(?P<side>before|after)(?=[.,;:)]|~(?:and|that|when|in|at|he|she|they|it|to|but)\b|\Z)",
        lambda match: whole(match, PartOfDay(match["p"].lower(), Relative("day", 1 if match["side"] == "after" else -1, "told"))),
        "She had locked it the night before.",
        "She had locked it the night before the trial.",
    ),
    rule(
        "en.relative.year_before",
        "unit",
        r"<START>the~(?P<u>day|week|month|year)~(?P<side>before|after|previously|prior|earlier|later)(?=[.,;:)]|~(?:and|that|when|in"
        r"|at|he|she|they|it|to|but)\b|\Z)",
        _read_told,
        "Output fell from 9,000 the year before.",
        "Output fell the year before the war.",
    ),
)

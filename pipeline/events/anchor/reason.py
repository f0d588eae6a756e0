"""The date_reason as a reader takes it: days in words, parts of a day named, the event that a count goes from called by its name."""

from __future__ import annotations

import calendar
import re

from pipeline.day import Day
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.stretch import Stretch
from pipeline.events.anchor.words import carries_events, event_nouns
from pipeline.language.data_files import read_table
from pipeline.records import Timex

_PART_CODE = re.compile(r", ([A-Z]{2})(?=[:;]|$)")
_LENGTH_CODE = re.compile(r"-> PT?(?:\d+|X)[A-Z]+(?=:)")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass")


def day_words(day: Day) -> str:
    """Return a day as readers write it.

    >>> day_words(Day.of(2023, 1, 3)), day_words(Day.of(-43, 3, 15))
    ('Tue 3 Jan 2023', '15 Mar 44 BC')
    """
    if day.year < 1:
        return f"{day.day} {calendar.month_abbr[day.month]} {1 - day.year} BC"
    return f"{calendar.day_abbr[day.weekday]} {day.day} {calendar.month_abbr[day.month]} {day.year}"


def stretch_words(stretch: Stretch) -> str:
    """Return a stretch in words, open and fuzzy ends said.

    >>> stretch_words(Stretch(Day.of(2021, 1, 1), Day.of(2022, 3, 1), "fuzzy", first_fuzzy=True))
    'from some time in 2021 to Tue 1 Mar 2022'
    """
    first, last = stretch.first, stretch.last
    if first is None:
        return f"up to {day_words(last)}" if last else "no known day"
    if last is None:
        return f"from {day_words(first)} on"
    if first == last:
        return day_words(first)
    began = f"some time in {first.year}" if stretch.first_fuzzy else day_words(first)
    return f"from {began} to {day_words(last)}"


def timex_words(timex: Timex) -> str:
    """Return the expression's own reason with TIMEX3's codes put into words."""
    parts = {row["code"]: row["words"] for row in read_table("en/anchor/day_parts.csv", "code", "words")}
    whole = stretch_words(Stretch(timex.first_day, timex.last_day, timex.granularity))
    reason = timex.reason or f"'{timex.text}' -> {whole}"
    reason = _PART_CODE.sub(lambda code: f" {parts[code[1]]}" if code[1] in parts else code[0], reason)
    return _LENGTH_CODE.sub(f"-> {whole}", reason)


def event_words(node: Node) -> str:
    """Return what the reader calls an event: its word with its particle, or the event that the verb only carries ("the expulsion" came)."""
    token = node.token
    if not node.is_noun and carries_events(token.lemma_):
        for child in token.children:
            if child.dep_ in _SUBJECTS and child.lemma_ in event_nouns():
                article = [word.lower_ for word in child.children if word.dep_ == "det"]
                return " ".join([*article[:1], child.text])
    particle = [child.text for child in token.children if child.dep_ == "compound:prt" and child.i == token.i + 1]
    return " ".join([token.text, *particle])

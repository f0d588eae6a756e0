"""Read the hand-made truth (README.md beside this file has the format) and refuse a table that does not fit its article."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pipeline.day import Day
from pipeline.records import DateBasis, Status, TimexType
from tests.truth.marks import Bound, Names, find_quote, fold_name
from tests.truth.truths import ArticleTruth, EventTruth, TimexTruth, TruthError

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
SEED_TRUTH = Path(__file__).resolve().parent / "seeds"
OWN = ROOT / "tests" / "cases" / "own_articles"
UNSEEN = ROOT / "tests" / "cases" / "unseen_articles"

TIMEX_COLUMNS = ("text", "type", "value", "mod", "expect", "note")
EVENT_COLUMNS = ("trigger", "also", "status", "first_day", "last_day", "basis", "source", "target", "not_actors", "expect", "note")
MODS = ("", "*", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER")
STATES_A_DATE = {"explicit", "relative", "event", "inherited"}


def load_seeds() -> list[ArticleTruth]:
    """Return the truth about every article of seeds/; raises TruthError naming every breach."""
    articles = []
    for _, row in _rows(SEED_TRUTH / "articles.csv", ("article_id", "published")):
        path = SEEDS / f"{row['article_id']}.txt"
        text = path.read_bytes().decode("utf-8")
        articles.append(ArticleTruth(row["article_id"], path, Day.parse(row["published"]), text.splitlines()[0], text))
    return _with_tables(articles, SEED_TRUTH)


def load_own() -> list[ArticleTruth]:
    """Return the truth about the held-out articles of tests/cases/own_articles/; raises TruthError naming every breach."""
    return _load_lines(OWN)


def load_unseen() -> list[ArticleTruth]:
    """Return the truth about the longer articles of tests/cases/unseen_articles/; raises TruthError naming every breach."""
    return _load_lines(UNSEEN)


def _load_lines(folder: Path) -> list[ArticleTruth]:
    path = folder / "articles.jsonl"
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = [ArticleTruth(entry["id"], path, Day.parse(entry["published"]), entry["title"], entry["text"]) for entry in entries]
    return _with_tables(articles, folder)


def _with_tables(articles: list[ArticleTruth], folder: Path) -> list[ArticleTruth]:
    problems: list[str] = []
    ids = [article.article_id for article in articles]
    problems += [f"{article_id}: stands twice" for article_id in sorted(set(ids)) if ids.count(article_id) > 1]
    known = {f"{article_id}.{kind}.csv" for article_id in ids for kind in ("timexes", "events")} | {"articles.csv"}
    problems += [f"{path.name}: belongs to no article" for path in sorted(folder.glob("*.csv")) if path.name not in known]
    filled = [_with_truth(article, folder, problems) for article in articles]
    if problems:
        raise TruthError(problems)
    return filled


def _with_truth(article: ArticleTruth, folder: Path, problems: list[str]) -> ArticleTruth:
    timexes: list[TimexTruth] = []
    for place, row in _rows(folder / f"{article.article_id}.timexes.csv", TIMEX_COLUMNS):
        try:
            timexes.append(_timex(row, article.text))
        except ValueError as error:
            problems.append(f"{place}: {error}")
    events: list[EventTruth] = []
    never: frozenset[str] = frozenset()
    for place, row in _rows(folder / f"{article.article_id}.events.csv", EVENT_COLUMNS):
        if row["trigger"] == "*":
            never |= _folded(row["not_actors"])
            continue
        try:
            events.append(_event(row, article.text))
        except ValueError as error:
            problems.append(f"{place}: {error}")
    problems += _clashes(article, timexes, events)
    return dataclasses.replace(article, timexes=tuple(timexes), events=tuple(events), never_actors=never)


def _clashes(article: ArticleTruth, timexes: list[TimexTruth], events: list[EventTruth]) -> Iterator[str]:
    for number, one in enumerate(timexes):
        for other in timexes[number + 1 :]:
            if one.quote.overlaps(other.quote.start_char, other.quote.end_char):
                yield f"{article.article_id}: the time expressions {one.quote} and {other.quote} overlap"
    triggers = [event.quote for event in events]
    yield from (f"{article.article_id}: the trigger {quote} stands twice" for quote in triggers if triggers.count(quote) > 1)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    if not path.is_file():
        raise TruthError([f"{path.name} is missing"])
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != columns:
            raise TruthError([f"{path.name}: the columns are {reader.fieldnames}, not {','.join(columns)}"])
        for row in reader:
            place = f"{path.name} line {reader.line_num}"
            if None in row:
                raise TruthError([f"{place}: more cells than columns: {row[None]}"])
            yield place, {name: (cell or "").strip() for name, cell in row.items()}


def _choices(cell: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    parts = allowed if cell == "*" else tuple(cell.split("|"))
    if unknown := [part for part in parts if part not in allowed]:
        raise ValueError(f"{', '.join(unknown)!r} is not one of {', '.join(allowed)}")
    return parts


def _folded(cell: str) -> frozenset[str]:
    return frozenset(fold_name(name) for name in cell.split(";") if name.strip())


def _timex(row: dict[str, str], text: str) -> TimexTruth:
    (expect,) = _choices(row["expect"], ("", "may", "not"))
    if row["mod"] not in MODS:
        raise ValueError(f"{row['mod']!r} is no modifier")
    quote = find_quote(row["text"], text)
    if expect == "not":
        if row["type"] or row["value"]:
            raise ValueError("no time expression has a type or a value")
        return TimexTruth(quote, (), (), "", expect, row["note"])
    if not row["value"]:
        raise ValueError("a time expression needs a value (open for none)")
    return TimexTruth(quote, _choices(row["type"], get_args(TimexType)), tuple(row["value"].split("|")), row["mod"], expect, row["note"])


def _event(row: dict[str, str], text: str) -> EventTruth:
    first, last = Bound.read(row["first_day"]), Bound.read(row["first_day"] if row["last_day"] == "=" else row["last_day"])
    if first.earliest and last.latest and first.earliest > last.latest:
        raise ValueError(f"first_day {row['first_day']} lies after last_day {row['last_day']}")
    bases = _choices(row["basis"], get_args(DateBasis))
    if not (first.names_a_day or last.names_a_day) and set(bases) <= STATES_A_DATE:
        raise ValueError(f"undated, but the basis is {row['basis']}")
    if first.names_a_day and not first.may_be_open and "none" in bases:
        raise ValueError("dated, but the basis may be none")
    return EventTruth(
        quote=find_quote(row["trigger"], text),
        also=tuple(find_quote(mark, text) for mark in row["also"].split("|") if mark),
        statuses=_choices(row["status"], get_args(Status)),
        first_day=first,
        last_day=last,
        bases=bases,
        source=Names.read(row["source"]),
        target=Names.read(row["target"]),
        not_actors=_folded(row["not_actors"]),
        expect=_choices(row["expect"], ("", "may"))[0],
        note=row["note"],
    )

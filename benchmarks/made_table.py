"""A made event table of any size, always the same: python -m benchmarks.made_table 1000000 table.parquet

It is shaped like news: few actors are in most rows and thousands in one each, bursts of some days about the same few actors,
quiet weekends, stories told by several articles, and every kind of extent in time, undated rows included. The sentences are made up.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.made_text import NOUNS, OUTLETS, PLACES, VERBS, actor_names
from pipeline.arrow_table import arrow_type
from pipeline.event_table import COLUMN_NAMES

FIRST, LAST = 15_340, 19_723  # days since 1970: 2012 to 2023
KINDS = ("day", "interval", "month", "year", "fuzzy", "since", "until", "deadline", "undated", "published")
SHARES = (0.56, 0.08, 0.06, 0.02, 0.04, 0.04, 0.02, 0.04, 0.06, 0.08)
RETOLD = 0.15  # of the rows tell an event of another article again
IN_BURSTS = 0.45
PER_ARTICLE = 24


@dataclass(frozen=True, slots=True)
class Draw:
    """The numbers of the rows before they become text: article, actors, day of each."""

    count: int
    published: Any
    article: Any
    day: Any
    source: Any
    target: Any
    verb: Any
    kind: Any
    retold: Any


def _zipf(pick: np.random.Generator, count: int, most: int) -> Any:
    """Return numbers from 0 to `most`, the low ones far more often."""
    return np.minimum((most ** pick.random(count)).astype(np.int64) - 1, most - 1)


def _drawn(count: int, seed: int) -> Draw:
    pick = np.random.default_rng(seed)
    n_articles, n_actors = max(count // PER_ARTICLE, 1), max(int(count**0.8), 12)
    published = np.sort(pick.integers(FIRST, LAST, n_articles))
    n_bursts = max(count // 4000, 2)
    burst_day, burst_actor = pick.integers(FIRST, LAST, n_bursts), _zipf(pick, n_bursts, n_actors)
    of_burst = pick.random(n_articles) < IN_BURSTS
    burst = _zipf(pick, n_articles, n_bursts)
    published[of_burst] = burst_day[burst[of_burst]] + pick.exponential(4, int(of_burst.sum())).astype(np.int64)
    published -= np.where((published % 7 == 2) & (pick.random(n_articles) < 0.6), 1, 0)  # 1970-01-01 was a Thursday: 2 is Saturday
    article = np.minimum(np.arange(count) // PER_ARTICLE, n_articles - 1)
    source, target = _zipf(pick, count, n_actors), _zipf(pick, count, n_actors)
    mine = of_burst[article] & (pick.random(count) < 0.6)
    source[mine] = burst_actor[burst[article[mine]]]
    back = pick.exponential(6, count).astype(np.int64)
    ahead = pick.random(count) < 0.12
    day = published[article] + np.where(ahead, pick.integers(1, 60, count), -back)
    far = pick.random(count) < 0.05
    day[far] -= pick.integers(200, 4000, int(far.sum()))
    number, before = np.arange(count), pick.integers(1, 400, count)
    retold = np.where((pick.random(count) < RETOLD) & (number >= before), number - before, number)
    kind = pick.choice(len(KINDS), count, p=SHARES)
    day = np.where(np.array(KINDS)[kind] == "published", published[article], day)
    return Draw(count, published, article, day, source, target, _zipf(pick, count, len(VERBS)), kind, retold)


def _iso(days: Any, missing: Any) -> Any:
    texts = np.datetime_as_string(days.astype("datetime64[D]"))
    return pa.array(texts.astype(object), type=pa.string(), mask=missing)


def _ends(draw: Draw, pick: np.random.Generator) -> tuple[Any, Any, Any]:
    """Return each row's first day, last day and granularity by its kind."""
    kind = np.array(KINDS)[draw.kind]
    stamps = draw.day.astype("datetime64[D]")
    month, year = stamps.astype("datetime64[M]"), stamps.astype("datetime64[Y]")
    begin = np.select([kind == "month", kind == "year"], [_days(month), _days(year)], draw.day)
    end = np.select(
        [kind == "month", kind == "year", kind == "interval", kind == "fuzzy"],
        [_days(month + 1) - 1, _days(year + 1) - 1, draw.day + pick.integers(1, 40, draw.count), draw.day + 9],
        draw.day,
    )
    return begin, end, np.select([kind == "month", kind == "year", kind == "fuzzy"], ["month", "year", "fuzzy"], "day")


def _days(stamps: Any) -> Any:
    return stamps.astype("datetime64[D]").astype(np.int64)


def _dates(draw: Draw, pick: np.random.Generator) -> dict[str, Any]:
    kind = np.array(KINDS)[draw.kind]
    begin, end, granularity = _ends(draw, pick)
    undated = kind == "undated"
    no_first, no_last = undated | np.isin(kind, ("until", "deadline")), undated | (kind == "since")
    first, last = _iso(begin, no_first), _iso(end, no_last)
    opened, closed = pc.fill_null(first, ".."), pc.fill_null(last, "..")
    fuzzy = pa.array(np.where(kind == "fuzzy", "~", ""))
    both = pc.binary_join_element_wise(pc.binary_join_element_wise(opened, fuzzy, ""), pc.binary_join_element_wise(closed, fuzzy, ""), "/")
    date = pc.if_else(pa.array(begin == end) if not no_first.any() else pc.fill_null(pc.equal(first, last), False), first, both)
    relation = np.select(
        [kind == "since", kind == "until", kind == "deadline", np.isin(kind, ("interval",)), np.isin(kind, ("month", "year"))],
        ["since", "before", "by", "between", "during"],
        "at",
    )
    basis = np.select(
        [undated, kind == "published"], ["none", "publication"], pick.choice(("explicit", "relative", "inherited"), draw.count)
    )
    return {
        "date": pc.if_else(pa.array(undated), pa.scalar(None, pa.string()), date),
        "first_day": first,
        "last_day": last,
        "start": pa.array(begin.astype("datetime64[D]").astype("datetime64[ms]"), mask=no_first),
        "end": pa.array((end + 1).astype("datetime64[D]").astype("datetime64[ms]"), mask=no_last),
        "granularity": pa.array(granularity.astype(object), mask=undated),
        "time_text": pa.array(np.where(np.isin(kind, ("undated", "published")), None, "that day").astype(object), type=pa.string()),
        "time_relation": pa.array(relation.astype(object), mask=undated),
        "date_basis": pa.array(basis),
    }


def _status(draw: Draw, pick: np.random.Generator) -> Any:
    kind = np.array(KINDS)[draw.kind]
    ahead = draw.day > draw.published[draw.article]
    chance = pick.random(draw.count)
    return np.select(
        [kind == "deadline", ahead & (chance < 0.6), ahead, kind == "since", chance < 0.04, chance < 0.07],
        ["deadline", "planned", "expected", "ongoing", "denied", "hypothetical"],
        "happened",
    )


def _texts(draw: Draw, names: Any) -> dict[str, Any]:
    verbs, places = pa.array([verb.past for verb in VERBS]), pa.array(PLACES)
    number = np.arange(draw.count)
    source, target = names.take(pa.array(draw.source)), names.take(pa.array(draw.target))
    trigger, noun = verbs.take(pa.array(draw.verb)), pa.array(NOUNS).take(pa.array(number * 7 % len(NOUNS)))
    present = pa.array([verb.present for verb in VERBS]).take(pa.array(draw.verb))
    place = places.take(pa.array(draw.source * 5 % len(PLACES)))
    words = (source, trigger, target, "over the", noun, "in", place, "that day, said report", _text(number))
    sentence = pc.binary_join_element_wise(pc.binary_join_element_wise(*words, " "), ".", "")
    start = pc.utf8_length(source).to_numpy() + 1
    return {
        "trigger": trigger,
        "trigger_start": pa.array(start.astype(np.int64)),
        "trigger_end": pa.array((start + pc.utf8_length(trigger).to_numpy()).astype(np.int64)),
        "summary": pc.binary_join_element_wise(source, present, target, "over the", noun, " "),
        "event_type": pa.array([verb.event_type for verb in VERBS]).take(pa.array(draw.verb)),
        "place": pc.if_else(pa.array(number % 3 == 0), place, pa.scalar(None, pa.string())),
        "sentence": sentence,
        "sentence_start": pa.array(np.zeros(draw.count, dtype=np.int64)),
        "sentence_end": pc.cast(pc.utf8_length(sentence), pa.int64()),
        "date_reason": pc.binary_join_element_wise("'that day' counted from report", _text(number), "told in the past tense", " "),
    }


def _text(numbers: Any) -> Any:
    return pc.cast(pa.array(numbers), pa.string())


def _lists(draw: Draw, names: Any, has_target: Any) -> dict[str, Any]:
    """Return the list columns: one source, a target in some rows, the union as actors and names."""
    same = draw.source == draw.target
    two = has_target & ~same
    offsets = np.concatenate(([0], np.cumsum(1 + two))).astype(np.int32)
    flat = np.empty(int(offsets[-1]), dtype=np.int64)
    flat[offsets[:-1]] = draw.source
    flat[offsets[:-1][two] + 1] = draw.target[two]
    actors = pa.ListArray.from_arrays(offsets, names.take(pa.array(flat)))
    ones = np.arange(draw.count + 1, dtype=np.int32)
    targets = pa.ListArray.from_arrays(np.concatenate(([0], np.cumsum(two))).astype(np.int32), names.take(pa.array(draw.target[two])))
    source = names.take(pa.array(draw.source))
    ends = np.stack([np.zeros(draw.count, dtype=np.int64), pc.utf8_length(source).to_numpy()], axis=1).ravel()
    pairs = pa.ListArray.from_arrays(np.arange(0, 2 * draw.count + 1, 2, dtype=np.int32), pa.array(ends))
    return {
        "actors": actors,
        "source_actors": pa.ListArray.from_arrays(ones, source),
        "target_actors": targets,
        "names": actors,
        "actor_spans": pa.ListArray.from_arrays(ones, pairs),
    }


def made_table(count: int, seed: int = 7) -> Any:
    """Return an event table of `count` made rows as a pyarrow.Table, in the order of their articles."""
    draw = _drawn(count, seed)
    pick = np.random.default_rng(seed + 1)
    names = pa.array(actor_names(int(max(draw.source.max(), draw.target.max())) + 1))
    ids = pc.binary_join_element_wise("made", _text(np.arange(count)), "-")
    _, told_in = np.unique(draw.retold, return_inverse=True)
    outlet = draw.article * 13 % len(OUTLETS)
    columns = {
        "event_id": ids,
        "article_id": pc.binary_join_element_wise("report", _text(draw.article), "-"),
        "article_title": pc.binary_join_element_wise(
            "Report", _text(draw.article), "on", names.take(pa.array(draw.article % len(names))), " "
        ),
        "source": pa.array(OUTLETS).take(pa.array(outlet)),
        "published": _iso(draw.published[draw.article], np.zeros(count, dtype=bool)),
        "status": pa.array(_status(draw, pick)),
        "said_by": pa.nulls(count, pa.string()),
        "time_start": pa.nulls(count, pa.int64()),
        "time_end": pa.nulls(count, pa.int64()),
        "timex_type": pa.nulls(count, pa.string()),
        "timex_value": pa.nulls(count, pa.string()),
        "confidence": pa.array(np.round(pick.beta(6, 2, count), 2)),
        "story_id": ids.take(pa.array(draw.retold)),
        "n_articles": pa.array(np.bincount(told_in)[told_in]),
        "review": pa.array(np.full(count, "auto")),
        **_texts(draw, names),
        **_dates(draw, pick),
        **_lists(draw, names, draw.verb % 4 != 3),
    }
    return pa.table([columns[name].cast(arrow_type(name)) for name in COLUMN_NAMES], names=list(COLUMN_NAMES))


def main() -> None:
    """Write the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("count", type=int)
    arguments.add_argument("file", type=Path)
    options = arguments.parse_args()
    pq.write_table(made_table(options.count), options.file, compression="zstd")


if __name__ == "__main__":
    main()

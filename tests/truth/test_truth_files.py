"""The truth tables fit their articles, cover them, and the loader refuses tables that do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.day import Day
from tests.truth import load
from tests.truth.load import load_own, load_seeds, load_unseen
from tests.truth.marks import Bound, Names, find_quote, fold_name
from tests.truth.truths import ArticleTruth, TruthError

TIMEX_HEAD = ",".join(load.TIMEX_COLUMNS)
EVENT_HEAD = ",".join(load.EVENT_COLUMNS)
EVERY = pytest.mark.parametrize("loaded", [load_seeds, load_own, load_unseen])
VALUE = re.compile(
    r"\*|open|(PRESENT|PAST|FUTURE)_REF|P(T?[\dX]+[A-Z]+)+|PX00Y"
    r"|(BC|-)?\d{1,4}([-/](\d\d\d\d|\d\d|[QH]\d|W\d\d(-(WE|\d))?|SP|SU|FA|WI))?(-\d\d)?(/(\d{4}-)?(\d\d-)?\d\d)?"
    r"(T(MO|MI|AF|EV|NI|\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?))?"
    r"|FY\d{4}(-[QH]\d)?|(XXXX|\d{4})(-(XX|\d\d)-(XX|\d\d)|-WXX(-\d|-WE)?)?(T(MO|AF|EV|NI))?|T(MO|AF|EV|NI|\d\d:\d\d)"
)


def test_every_seed_article_has_its_truth() -> None:
    assert {truth.path.name for truth in load_seeds()} == {path.name for path in load.SEEDS.glob("*.txt")}


@EVERY
def test_each_article_has_enough_truth(loaded: Callable[[], list[ArticleTruth]]) -> None:
    for truth in loaded():
        wanted = [event for event in truth.events if not event.expect]
        assert len(wanted) >= 4, truth.article_id
        assert len([timex for timex in truth.timexes if not timex.expect]) >= 3, truth.article_id
        assert truth.published, truth.article_id


@EVERY
def test_values_are_timex3(loaded: Callable[[], list[ArticleTruth]]) -> None:
    values = [(truth.article_id, value) for truth in loaded() for timex in truth.timexes for value in timex.values]
    assert not [pair for pair in values if not VALUE.fullmatch(pair[1])]


@EVERY
def test_values_of_days_are_days(loaded: Callable[[], list[ArticleTruth]]) -> None:
    for truth in loaded():
        for timex in truth.timexes:
            for value in timex.values:
                if found := re.match(r"\d{4}-\d\d-\d\d", value):
                    Day.parse(found[0])


@EVERY
def test_relative_weekdays_fall_on_their_weekday(loaded: Callable[[], list[ArticleTruth]]) -> None:
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    seen = 0
    for truth in loaded():
        for timex in truth.timexes:
            said = [number for number, name in enumerate(names) if re.search(rf"\b{name}\b", timex.quote.text.casefold())]
            found = re.match(r"\d{4}-\d\d-\d\d", timex.values[0]) if timex.values else None
            if len(said) == 1 and found:
                seen += 1
                assert Day.parse(found[0]).weekday == said[0], f"{truth.article_id}: {timex.quote} {timex.values}"
    assert seen > 10


@EVERY
def test_an_event_never_demands_an_actor_it_forbids(loaded: Callable[[], list[ArticleTruth]]) -> None:
    for truth in loaded():
        for event in truth.events:
            for spellings in (event.source | event.target).required:
                assert not spellings & (event.not_actors | truth.never_actors), f"{truth.article_id}: {event.quote}"


@EVERY
def test_past_and_future_lie_where_the_status_says(loaded: Callable[[], list[ArticleTruth]]) -> None:
    for truth in loaded():
        for event in truth.events:
            first, last = event.first_day.earliest, event.last_day.latest
            if set(event.statuses) == {"happened"} and first:
                assert first <= truth.published, f"{truth.article_id}: {event.quote} happened after publication"
            if set(event.statuses) <= {"planned", "expected"} and last:
                assert last >= truth.published, f"{truth.article_id}: {event.quote} is planned before publication"


@pytest.fixture
def folder(tmp_path: Path) -> ArticleTruth:
    """One article whose tables are fine until a test spoils them."""
    article = ArticleTruth("a", tmp_path / "a.txt", Day.of(2022, 3, 1), "t", "May said on Monday that May met Ann on Monday.")
    (tmp_path / "a.timexes.csv").write_text(f"{TIMEX_HEAD}\nMonday#2,DATE,2022-02-28\nMay,,,,not,a name\n", encoding="utf-8")
    (tmp_path / "a.events.csv").write_text(f"{EVENT_HEAD}\nmet,,happened,2022-02-28,=,relative,May,Ann\n", encoding="utf-8")
    return article


def test_a_fitting_table_is_read(folder: ArticleTruth) -> None:
    (truth,) = load._with_tables([folder], folder.path.parent)
    assert truth.timexes[0].quote.start_char == folder.text.rindex("Monday")
    assert truth.events[0].last_day.accepts(Day.of(2022, 2, 28))
    assert not truth.events[0].last_day.accepts(None)


@pytest.mark.parametrize(
    ("table", "line", "complaint"),
    [
        ("timexes", "Monday#3,DATE,2022-02-28", "stands 2 times"),
        ("timexes", "Mon,DATE,2022-02-28", "stands 0 times"),
        ("timexes", "Monday,DAY,2022-02-28", "is not one of"),
        ("timexes", "Monday,DATE,", "needs a value"),
        ("timexes", "Monday#2,DATE,2022-02-28", "overlap"),
        ("events", "said,,happened,2022-02-30,,relative", "no such day"),
        ("events", "said,,happened,28 February,,relative", "not a day"),
        ("events", "said,,done,2022-02-28,,relative", "is not one of"),
        ("events", "said,,happened,2022-03-02,2022-03-01,relative", "lies after"),
        ("events", "said,,happened,,,relative", "undated"),
        ("events", "said,,happened,2022-02-28,=,none", "may be none"),
        ("events", "met,,happened,2022-02-28,=,relative", "stands twice"),
        ("events", "said,says,happened,2022-02-28,=,relative", "stands 0 times"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(folder: ArticleTruth, table: str, line: str, complaint: str) -> None:
    path = folder.path.parent / f"a.{table}.csv"
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(TruthError, match=complaint):
        load._with_tables([folder], folder.path.parent)


def test_a_table_of_no_article_is_refused(folder: ArticleTruth) -> None:
    (folder.path.parent / "b.events.csv").write_text(EVENT_HEAD + "\n", encoding="utf-8")
    with pytest.raises(TruthError, match="belongs to no article"):
        load._with_tables([folder], folder.path.parent)


def test_only_whole_words_count_as_occurrences() -> None:
    assert find_quote("May#2", "Mayor May of Mayfair met May.").start_char == 25
    with pytest.raises(ValueError, match="stands 1 times"):
        find_quote("week#2", "a week after the weekend")


@pytest.mark.parametrize(
    ("cell", "day", "accepted"),
    [
        ("", None, True),
        ("2022-03-01", None, False),
        ("open|2022-03-01", None, True),
        ("open|2022-03-01", Day.of(2022, 3, 2), False),
        ("2022-03-01~2022-03-05", Day.of(2022, 3, 5), True),
        ("-0048-03-01", Day.of(-48, 3, 1), True),
        ("*", Day.of(1, 1, 1), True),
    ],
)
def test_bounds(cell: str, day: Day | None, accepted: bool) -> None:
    assert Bound.read(cell).accepts(day) is accepted


def test_names_are_compared_by_their_fold() -> None:
    names = Names.read("Court of Trieste; ?Elena Corvasce; Caesar/Julius Caesar")
    assert names.missing({"julius caesar"}) == ["court of trieste"]
    assert names.surplus({"elena corvasce", "rome", "caesar"}) == ["rome"]
    assert fold_name("The Court’s Office") == "court's office"

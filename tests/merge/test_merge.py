"""The same event told by several articles."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.day import Day
from pipeline.merge import merge_stories
from pipeline.records import Event


def event(article: str, trigger: str, day: str | None = "2022-02-28", **fields) -> Event:
    """An event row; `day` None is undated, "publication" dates it by the publication."""
    published = fields.pop("published", dt.date(2022, 3, 1))
    place = fields.pop("place_in_text", 10)
    basis = "none" if day is None else "publication" if day == "publication" else "relative"
    when = None if day is None else Day.from_date(published) if day == "publication" else Day.parse(day)
    row = {
        "event_id": f"{article}-{trigger}-{place}",
        "article_id": article,
        "article_title": article,
        "source": "",
        "published": published,
        "trigger": trigger,
        "trigger_start": place,
        "trigger_end": place + len(trigger),
        "summary": trigger,
        "event_type": "OTHER",
        "status": "happened",
        "sentence": trigger,
        "sentence_start": 0,
        "sentence_end": 100,
        "first_day": when,
        "last_day": when,
        "date": str(when or ""),
        "date_basis": basis,
        "story_id": f"{article}-{trigger}-{place}",
        **fields,
    }
    row.setdefault("actors", (*row.get("source_actors", ()), *row.get("target_actors", ())))
    return Event(**row)


US_RU = {"source_actors": ("United States",), "target_actors": ("Russia",)}


def together(left: Event, right: Event) -> bool:
    a, b = merge_stories((left, right))
    assert (a.story_id == b.story_id) == (a.n_articles == 2) == (b.n_articles == 2)
    return a.story_id == b.story_id


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (event("a", "expelled", **US_RU), event("b", "expelling", **US_RU)),
        (event("a", "expelled", **US_RU), event("b", "expulsion", **US_RU)),
        (event("a", "expelled", **US_RU), event("b", "expelled", "publication", **US_RU)),
        (event("a", "expelled", None, **US_RU), event("b", "expelled", None, **US_RU)),
        (event("a", "carried out", **US_RU), event("b", "carry out", **US_RU)),
        (event("a", "leave", "2022-03-07", status="deadline", **US_RU), event("b", "left", "2022-03-07", **US_RU)),
        (event("a", "died", source_actors=("Ana Reyes",)), event("b", "death", source_actors=("Ana Reyes",), names=("Ana Reyes",))),
    ],
    ids=["same verb", "noun and verb", "one by publication", "both undated", "phrasal", "planned then done", "death"],
)
def test_one_event(left, right):
    assert together(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (event("a", "expelled", **US_RU), event("b", "expelled", "2022-02-20", **US_RU)),
        (event("a", "expelled", **US_RU), event("b", "welcomed", **US_RU)),
        (event("a", "expelled", **US_RU), event("b", "expelled", source_actors=("Russia",), target_actors=("United States",))),
        (event("a", "expelled", **US_RU), event("b", "expelled", source_actors=("Norway",), target_actors=("Russia",))),
        (event("a", "expelled", **US_RU), event("b", "expelled")),
        (event("a", "expelled"), event("b", "expelled")),
        (event("a", "expelled", **US_RU), event("b", "expelled", status="denied", **US_RU)),
        (event("a", "expelled", **US_RU), event("b", "expelled", "publication", published=dt.date(2022, 5, 1), **US_RU)),
        (event("a", "expelled", None, **US_RU), event("b", "expelled", None, published=dt.date(2022, 5, 1), **US_RU)),
        (event("a", "met", source_actors=("Ana",), place="Oslo"), event("b", "met", source_actors=("Ana",), place="Rome")),
        (event("a", "expelled", None, published=None, **US_RU), event("b", "expelled", None, published=None, **US_RU)),
        (event("a", "expelled", **US_RU), event("a", "expelled", place_in_text=90, **US_RU)),
    ],
    ids=[
        "other day", "other act", "roles turned round", "other doer", "one has no actors", "neither has actors", "denied", "news of later",
        "undated and months apart", "other place", "undated and unpublished", "same article",
    ],
)  # fmt: skip
def test_two_events(left, right):
    assert not together(left, right)


CAST = {"names": ("Adria Gate", "Dock Federation", "Marta Vidali"), "published": dt.date(2022, 3, 12)}


def _sacked(article: str, trigger: str, day: str | None, **fields) -> Event:
    told = {"sentence": f"The firm {trigger} 14 crane drivers.", "source_actors": ("Adria Gate",)}
    return event(article, trigger, day, **(told | CAST | fields))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", "2022-03-01")),
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", "2022-03-03")),
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", None)),
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", "2022-03-01", source_actors=("Adria Gate Terminals",))),
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", "2022-03-01", source_actors=("Company",))),
        (_sacked("a", "walkout", "2022-03-20", status="planned"), _sacked("b", "strike", "2022-03-20", published=dt.date(2022, 3, 21))),
        (_sacked("a", "walkout", "2022-03-20", status="planned"), _sacked("b", "strike", "2022-03-20", status="denied")),
    ],
    ids=[
        "synonym",
        "outlets disagree by two days",
        "known act without a day",
        "long name",
        "doer unnamed",
        "plan and outcome",
        "called off",
    ],
)
def test_one_event_of_a_running_story(left, right):
    assert together(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", "2022-03-09")),
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", "2022-03-03", sentence="The firm sacked 20 crane drivers.")),
        (_sacked("a", "dismissed", "2022-03-01"), _sacked("b", "sacked", "2022-03-03", source_actors=("Norrlind",))),
        (_sacked("a", "dismissed", "2022-03-10"), _sacked("b", "sacked", "2022-03-12")),
        (_sacked("a", "ruled out", "2022-03-10", sentence="It ruled out a delay."), _sacked("b", "ruled out", "2022-03-10")),
        (_sacked("a", "walkout", "2022-03-20", status="planned"), _sacked("b", "strike", "2022-03-22", status="denied")),
        (_sacked("a", "strike", None, status="hypothetical"), _sacked("b", "strike", None, status="hypothetical")),
        (_sacked("a", "walkout", "2022-03-01"), _sacked("b", "bombing", "2022-03-01")),
    ],
    ids=[
        "too far apart",
        "other count",
        "other firm",
        "news of two days",
        "other matter",
        "other plan",
        "two possibilities",
        "other sense",
    ],
)
def test_two_events_of_a_running_story(left, right):
    assert not together(left, right)


def test_mentions_of_one_article_stay_together():
    lead = event("a", "expelling", **US_RU)
    again = dataclasses.replace(event("a", "expulsion", place_in_text=400, **US_RU), story_id=lead.event_id)
    other = event("b", "expelled", published=dt.date(2022, 3, 2), **US_RU)
    merged = merge_stories((other, lead, again))
    assert {row.story_id for row in merged} == {lead.event_id}
    assert [row.n_articles for row in merged] == [2, 2, 2]
    assert [row.event_id for row in merged] == [other.event_id, lead.event_id, again.event_id]


def test_a_month_does_not_glue_two_days_together():
    first, second = event("a", "attacked", "2022-02-03", **US_RU), event("b", "attacked", "2022-02-20", **US_RU)
    month = dataclasses.replace(
        event("c", "attacked", **US_RU), first_day=Day.of(2022, 2, 1), last_day=Day.of(2022, 2, 28), date="2022-02", granularity="month"
    )
    stories = [row.story_id for row in merge_stories((first, second, month))]
    assert stories[0] != stories[1]


def test_nothing_in_nothing_out():
    assert merge_stories(()) == ()


def test_merging_twice_changes_nothing():
    rows = merge_stories((event("a", "expelled", **US_RU), event("b", "expulsion", **US_RU), event("c", "sued", **US_RU)))
    assert merge_stories(rows) == rows


_DAYS = st.sampled_from(["2022-02-26", "2022-02-27", "2022-02-28", "publication", None])
_NAMES = st.lists(st.sampled_from(["Russia", "Norway", "Oslo Bank", "Ana Reyes"]), max_size=2, unique=True).map(tuple)


@st.composite
def collections(draw) -> list[Event]:
    rows = []
    for number in range(draw(st.integers(2, 9))):
        rows.append(
            event(
                f"article{number % 5}",
                draw(st.sampled_from(["expelled", "expulsion", "sued", "lawsuit"])),
                draw(_DAYS),
                place_in_text=number * 50,
                source_actors=draw(_NAMES),
                target_actors=draw(_NAMES),
                published=dt.date(2022, 3, 1) + dt.timedelta(number % 3),
            )
        )
    return rows


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_order_of_articles_does_not_matter(data):
    rows = data.draw(collections())
    shuffled = data.draw(st.permutations(rows))
    one = {row.event_id: (row.story_id, row.n_articles) for row in merge_stories(rows)}
    two = {row.event_id: (row.story_id, row.n_articles) for row in merge_stories(shuffled)}
    assert one == two

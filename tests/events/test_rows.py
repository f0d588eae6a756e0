"""What holds for every row: places, ids, stories, length of the line, bad input."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.event_table import from_events, validate
from pipeline.events.confidence import confidence_of
from pipeline.events.rows import event_id
from pipeline.events.summary import LONGEST
from pipeline.events.trigger import Dating, Trigger
from tests.events.event_cases import cases, events_of
from tests.growth import grows_linearly

TEXTS = sorted({case["text"] for name in ("triggers", "participants", "summaries") for case in cases(f"events/{name}.csv")})
STORY = (
    "Norway expels two envoys\n"
    "Norway expelled two Danish envoys on Friday. The expulsion angered Denmark. "
    "Officials said the decision to expel the envoys had been taken in January."
)


@pytest.mark.parametrize("text", TEXTS[::4])
def test_rows_keep_the_contract(language, text):
    events = events_of(language, text)
    validate(from_events(events))
    for event in events:
        assert text[event.trigger_start : event.trigger_end] == event.trigger
        assert text[event.sentence_start : event.sentence_end] == event.sentence
        assert 0 < len(event.summary) <= LONGEST
        assert set(event.source_actors) | set(event.target_actors) == set(event.actors) <= set(event.names)


def test_repeated_mentions_share_a_story(language):
    events = events_of(language, STORY)
    told = [event for event in events if event.trigger in {"expels", "expelled", "expulsion", "expel"}]
    assert len(told) == 4
    assert {event.story_id for event in told} == {next(event.event_id for event in told if event.trigger == "expelled")}
    assert all(event.source_actors == ("Norway",) for event in told)
    assert len({event.event_id for event in events}) == len(events)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Apple sued Samsung in 2011. Apple sued Nokia in 2013.", "sued"),
        ("A bomb killed Ann Lee in May. A crash killed Bo Berg in June.", "killed"),
        ("Chile signed the treaty. Peru did not sign the treaty.", "sign"),
    ],
)
def test_different_events_are_different_stories(language, text, trigger):
    told = [event for event in events_of(language, text) if event.trigger.startswith(trigger)]
    assert len(told) == 2 and told[0].story_id != told[1].story_id


def test_ids_are_stable(language):
    first, again = events_of(language, STORY), events_of(language, STORY)
    assert [event.event_id for event in first] == [event.event_id for event in again]
    assert event_id("a", 1, 5) != event_id("b", 1, 5) != event_id("b", 2, 5)


def test_confidence_falls_with_weaker_evidence():
    verb = Trigger(head=0, start=0, end=1, lemma="sign", clause=0, kind="verb", sentence=0)
    values = [confidence_of(verb, Dating(basis=basis)) for basis in ("explicit", "relative", "publication", "inherited", "none")]
    assert values == sorted(values, reverse=True) and values[0] < 1 and len(set(values)) == 5 and values[-1] > 0.5
    assert confidence_of(verb, Dating()) > confidence_of(dataclasses.replace(verb, kind="noun"), Dating())
    assert confidence_of(verb, Dating()) > confidence_of(dataclasses.replace(verb, status="planned"), Dating())


BAD = [
    "",
    "   \n\n ",
    "NORWAY EXPELS TWO ENVOYS",
    "def f(x):\n    return [y for y in x if y > 3]",
    "1 | 2 | 3\n4 | 5 | 6",
    "Der Minister sagte am Montag, er werde zurücktreten.",
    "“" * 50,
    "said said said said",
    "to to to to expel",
    "Monday " * 300,
]


@pytest.mark.parametrize("text", BAD)
def test_bad_input_makes_no_crash(language, text):
    validate(from_events(events_of(language, text)))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Norway",
                "the",
                "envoys",
                "expelled",
                "said",
                "to",
                "will",
                "not",
                "“",
                "”",
                ",",
                "and",
                "who",
                "by",
                "of",
                "talks",
                "must",
                "Friday",
                "\n",
                ".",
            ]
        ),
        max_size=25,
    )
)
def test_no_word_order_breaks_the_stage(language, words):
    text = " ".join(words)
    for event in events_of(language, text):
        assert text[event.trigger_start : event.trigger_end] == event.trigger and event.summary


def test_a_long_article_takes_linear_time(language):
    text = STORY.partition("\n")[2] + " "
    assert len(events_of(language, text * 100)) > 100
    assert grows_linearly(lambda size: lambda: events_of(language, text * size), 10)

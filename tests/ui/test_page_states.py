"""Every state of the page, run by Streamlit without a browser."""

from __future__ import annotations

import json

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import ui.library
from pipeline.event_table import from_events
from pipeline.ingest import article_from_text
from pipeline.store import Store
from tests.ui.fixture_events import one_event
from tests.ui.fixture_table import seed_events
from ui.article_dialogs import _incoming


@pytest.fixture
def store(tmp_path, monkeypatch):
    address = f"sqlite:///{tmp_path / 'page.db'}"
    monkeypatch.setenv("DATELINE_DB", address)
    for name in ("read_examples", "load_line"):  # the fixture's page puts its own there: put the real ones back afterwards
        monkeypatch.setattr(ui.library, name, getattr(ui.library, name))
    st.cache_resource.clear()
    st.cache_data.clear()
    return Store.open(address)


def page(monkeypatch, fixture="seed", opened="", **link):
    monkeypatch.setenv("DATELINE_FIXTURE", fixture)
    at = AppTest.from_file("fixture_page.py", default_timeout=60)
    for name, value in link.items():
        at.query_params[name.rstrip("_")] = value
    if opened:  # a popover
        at.session_state[opened] = True
    at.run()
    assert not at.exception, at.exception
    return at


def drawn(at):
    spec = json.loads(at.get("plotly_chart")[-1].proto.spec)
    return next(trace for trace in spec["data"] if trace.get("name") == "events")["customdata"]


def said(at):
    return " ".join(element.proto.body for element in at.get("html"))


def test_no_articles_say_how_to_add_one(store, monkeypatch):
    at = page(monkeypatch, "empty")
    assert "There are no articles yet" in at.info[0].value
    assert not at.get("plotly_chart")


def test_the_seed_is_drawn_with_all_panels(store, monkeypatch):
    at = page(monkeypatch)
    assert len(drawn(at)) == 18
    assert "21 events" in said(at) and "1 undated" in said(at) and "Nothing selected" in said(at)


def test_one_row(store, monkeypatch):
    article = article_from_text("Published: 1 March 2022\n\nThe council met.", article_id="one")
    store.add(article, from_events([one_event(article)]))
    at = page(monkeypatch, "empty")
    assert len(drawn(at)) == 1 and "1 event" in said(at)


def test_a_filter_by_actor_changes_chart_and_sentence(store, monkeypatch):
    at = page(monkeypatch)
    at.multiselect(key="filter_actors").set_value(["United Nations"]).run()
    assert set(drawn(at)) == {event.event_id for event in seed_events() if "United Nations" in event.actors}
    assert "3 of 21" in said(at) and "United Nations" in said(at)
    assert at.query_params["actor"] in ("United Nations", ["United Nations"])
    at.button(key="clear").click().run()
    assert len(drawn(at)) == 18 and "actor" not in at.query_params


def test_the_choice_stays_when_its_counts_change(store, monkeypatch):
    at = page(monkeypatch)
    at.multiselect(key="filter_actors").set_value(["Russia"]).run()
    at.text_input(key="filter_text").set_value("resolution").run()
    assert at.multiselect(key="filter_actors").value == ["Russia"]
    assert "1 of 21" in said(at)


def test_no_match_names_the_filters_and_clears_them(store, monkeypatch):
    at = page(monkeypatch, q="zebra")
    assert "No event matches" in at.info[0].value and "zebra" in at.info[0].value
    at.button(key="clear_all").click().run()
    assert len(drawn(at)) == 18


def test_a_link_restores_the_state(store, monkeypatch):
    event = next(event for event in seed_events() if event.trigger == "expelling")
    at = page(monkeypatch, actor="Russia", status="happened", lanes="type", event=event.event_id, from_="2022-02-01")
    assert event.summary in said(at)
    wanted = [each for each in seed_events() if "Russia" in each.actors and each.status == "happened"]
    assert set(drawn(at)) <= {each.event_id for each in wanted} and event.event_id in drawn(at)
    assert at.selectbox(key="lanes").value == "type"
    assert at.query_params["from"] in ("2022-02-01", ["2022-02-01"])


@pytest.mark.parametrize(
    "link", [{"actor": "Nobody"}, {"lanes": "shoe"}, {"view": "x..y"}, {"event": "no-such"}, {"from_": "0000-99-99"}, {"role": "<b>"}]
)
def test_a_broken_link_never_breaks_the_page(store, monkeypatch, link):
    page(monkeypatch, **link)


def test_previous_and_next_walk_in_time(store, monkeypatch):
    at = page(monkeypatch, actor="United Nations")
    at.button(key="next").click().run()
    assert "Russia vetoes Security Council resolution" in said(at)
    at.button(key="next").click().run()
    assert "Emergency General Assembly session" in said(at)
    at.button(key="previous").click().run()
    assert "Russia vetoes Security Council resolution" in said(at)
    at.button(key="close").click().run()
    assert "Nothing selected" in said(at)


def test_next_brings_an_event_outside_the_window_into_view(store, monkeypatch):
    at = page(monkeypatch)
    at.button(key="next").click().run()
    first = next(event for event in seed_events() if event.time_text == "2018")
    assert first.summary in said(at) and first.event_id in drawn(at)


def test_an_article_without_a_date_is_asked_for(store, monkeypatch):
    article = article_from_text("The council met on Monday.", article_id="none")
    store.add(article, from_events([one_event(article)]))
    at = page(monkeypatch)
    assert "No publication date was found" in at.warning[0].value
    assert at.button(key="give_date")


def test_many_events_are_counted_not_drawn(store, monkeypatch):
    at = page(monkeypatch, "load")
    at.button(key="fit").click().run()
    spec = json.loads(at.get("plotly_chart")[-1].proto.spec)
    assert spec["data"][0]["type"] == "heatmap"
    assert "zoom in" in at.caption[0].value
    assert len(at.get("plotly_chart")[-1].proto.spec) < 120_000


@pytest.mark.parametrize(("typed", "written"), [("44 BC", "-0043-01-01"), ("March 2022", "2022-03-01"), ("-0043-03-15", "-0043-03-15")])
def test_a_day_is_typed_in_whole_or_in_part_and_before_year_1(store, monkeypatch, typed, written):
    at = page(monkeypatch, opened="more")
    at.text_input(key="filter_first").set_value(typed).run()
    assert not at.exception and at.text_input(key="filter_first").value == typed
    assert at.query_params["from"] in (written, [written])
    again = page(monkeypatch, opened="more", from_=written)
    assert again.text_input(key="filter_first").value == written and drawn(again) == drawn(at)


def test_a_day_that_is_none_is_named_and_filters_nothing(store, monkeypatch):
    at = page(monkeypatch, opened="more")
    at.text_input(key="filter_last").set_value("31 Feb 2022").run()
    assert "31 Feb 2022” is no date" in at.caption[0].value
    assert len(drawn(at)) == 18 and "to" not in at.query_params


def test_mentions_of_one_event_are_folded_and_a_link_shows_them_all(store, monkeypatch):
    monkeypatch.setattr("pipeline.merge.merge_table", _two_as_one)
    at = page(monkeypatch)
    expelled, announced = (next(each for each in seed_events() if each.trigger == word) for word in ("expelling", "announced"))
    assert "20 events" in said(at) and "21 mentions" in said(at) and len(drawn(at)) == 17
    assert {expelled.event_id, announced.event_id} & set(drawn(at)) == {announced.event_id}
    at = page(monkeypatch, event=expelled.event_id)
    assert expelled.summary in said(at) and "1 other mention of this event" in said(at)
    at.button(key=next(button.key for button in at.button if button.key and button.key.startswith("mention_"))).click().run()
    assert at.query_params["event"] in (announced.event_id, [announced.event_id])
    at = page(monkeypatch, mentions="all")
    assert "21 mentions" in said(at) and len(drawn(at)) == 18
    at.toggle(key="filter_all_mentions").set_value(False).run()
    assert len(drawn(at)) == 17 and "mentions" not in at.query_params


def _two_as_one(table):
    """What merging would return if it found that "announced" and "expelling" tell one event."""
    lead = table["event_id"][table["trigger"] == "announced"].iloc[0]
    return table.assign(story_id=table["event_id"].where(~table["trigger"].isin(("announced", "expelling")), lead))


def test_two_megabytes_of_one_word_are_named_and_not_read():
    text = "Monday " * 300_000
    articles, problems = _incoming(text, [("mondays.txt", text.encode())])
    assert not articles and len(problems) == 2 and all("split it" in problem for problem in problems)


def test_hidden_examples_are_not_on_the_page(store, monkeypatch):
    store.set_hidden_examples(True)
    at = page(monkeypatch)
    assert "There are no articles yet" in at.info[0].value


def test_an_empty_window_offers_the_way_out(store, monkeypatch):
    at = page(monkeypatch, view="0..2000000")
    assert "No event in this stretch" in at.info[0].value
    at.button(key="fit").click().run()
    assert at.get("plotly_chart")


def test_a_missing_model_is_one_line_and_what_to_do(store, monkeypatch):
    monkeypatch.setenv("DATELINE_MODEL", "no_such_model")
    at = AppTest.from_file("../../dashboard.py", default_timeout=60)
    at.run()
    assert not at.exception
    said = [error.value.replace("\\", "") for error in at.error]  # without the marks that keep it from being markup
    assert said == ["spaCy pipeline 'no_such_model' is not installed; try: python -m spacy download no_such_model"]

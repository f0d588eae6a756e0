"""Every state of the page, run by Streamlit without a browser."""

from __future__ import annotations

import json

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import ui.library
from pipeline.event_table import from_events
from pipeline.ingest import article_from_text
from pipeline.store import Store, correction_of
from tests.ui.fixture_events import one_event
from tests.ui.fixture_table import seed_events
from ui.article_dialogs import MOST_ASKED, _incoming, to_be_checked


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


def popovers(at):
    return [block.proto.popover.label for block in blocks(at.main) if block.proto.WhichOneof("type") == "popover"]


def blocks(block):
    for child in getattr(block, "children", {}).values():
        if getattr(child, "proto", None) is not None and hasattr(child.proto, "popover"):
            yield child
        yield from blocks(child)


def test_no_articles_say_how_to_add_one(store, monkeypatch):
    at = page(monkeypatch, "empty")
    assert "There are no articles yet" in at.info[0].value
    assert not at.get("plotly_chart")


def test_the_seed_is_drawn_with_all_panels(store, monkeypatch):
    at = page(monkeypatch)
    assert len(drawn(at)) == 18
    assert "21 events" in said(at) and "2 undated" in said(at) and "Nothing selected" in said(at)


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


def test_no_match_offers_one_filter_less(store, monkeypatch):
    at = page(monkeypatch, actor="Belarus", q="zebra")
    assert [button.key for button in at.button if str(button.key).startswith("less_")] == ["less_text"]
    at.button(key="less_text").click().run()
    assert "1 of 21" in said(at) and ": Belarus" in said(at) and "q" not in at.query_params


def test_an_actors_page_without_a_match_leads_back(store, monkeypatch):
    at = page(monkeypatch, profile="Belarus", status="ongoing")
    at.button(key="less_actors").click().run()
    assert "profile" not in at.query_params and "ongoing" in said(at)


def test_a_link_restores_how_the_lanes_stand(store, monkeypatch):
    at = page(monkeypatch, lanes="status", order="first", shut=["happened", "denied"])
    assert not {event.event_id for event in seed_events() if event.status in ("happened", "denied")} & set(drawn(at))
    assert at.query_params["order"] in ("first", ["first"]) and list(at.query_params["shut"]) == ["happened", "denied"]
    names = [note for note in json.loads(at.get("plotly_chart")[-1].proto.spec)["layout"]["annotations"] if "name" in note]
    assert any("happened" in note["text"] for note in names) and any(note["text"] == "▸" for note in names)
    at.multiselect(key="lanes_shut").set_value([]).run()
    assert "shut" not in at.query_params and len(drawn(at)) == 18


@pytest.mark.parametrize("wrong", [{"order": "worst"}, {"shut": "no such lane"}, {"lanes": "shoe size"}])
def test_lanes_that_a_link_names_wrongly_leave_the_page_as_it_is(store, monkeypatch, wrong):
    assert len(drawn(page(monkeypatch, **wrong))) == 18


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
    before = drawn(at)
    first = next(event for event in seed_events() if event.time_text == "2018")
    assert first.event_id not in before
    at.button(key="next").click().run()
    assert drawn(at) == before  # without a selection it begins with what is drawn
    while not at.button(key="previous").disabled:
        at.button(key="previous").click().run()
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
    assert "zoom in" in said(at) and "as counts" in said(at)
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
    monkeypatch.setattr("tests.ui.fixture_table.seed_table", lambda: _two_as_one(from_events(seed_events())))
    at = page(monkeypatch)
    expelled, announced = (next(each for each in seed_events() if each.trigger == word) for word in ("expelling", "announced"))
    assert "20 events" in said(at) and "21 mentions" in said(at) and len(drawn(at)) == 17
    assert {expelled.event_id, announced.event_id} & set(drawn(at)) == {announced.event_id}
    at = page(monkeypatch, event=expelled.event_id)
    assert expelled.summary in said(at) and "1 other mention of this event" in popovers(at)
    at.button(key=next(button.key for button in at.button if button.key and button.key.startswith("mention_"))).click().run()
    assert at.query_params["event"] in (announced.event_id, [announced.event_id])
    at = page(monkeypatch, mentions="all")
    assert "21 mentions" in said(at) and len(drawn(at)) == 18
    at.toggle(key="filter_all_mentions").set_value(False).run()
    assert len(drawn(at)) == 17 and "mentions" not in at.query_params


def _two_as_one(table):
    """What the line would return if it found that "announced" and "expelling" tell one event."""
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


def texts(at):
    return [button.label for button in at.button]


def test_undo_takes_the_last_filter_back(store, monkeypatch):
    at = page(monkeypatch)
    at.multiselect(key="filter_actors").set_value(["Belarus"]).run()
    at.text_input(key="filter_text").set_value("protests").run()
    at.button(key="undo").click().run()
    assert at.multiselect(key="filter_actors").value == ["Belarus"] and at.text_input(key="filter_text").value == ""
    at.button(key="undo").click().run()
    assert at.multiselect(key="filter_actors").value == [] and len(drawn(at)) == 18
    assert "Undo" not in texts(at)


def test_undo_brings_back_what_was_cleared(store, monkeypatch):
    at = page(monkeypatch, actor="Belarus")
    at.button(key="clear").click().run()
    at.button(key="undo").click().run()
    assert at.multiselect(key="filter_actors").value == ["Belarus"]


def test_leaving_out_and_together_are_said_and_done(store, monkeypatch):
    at = page(monkeypatch, opened="more")
    at.multiselect(key="filter_without").set_value(["actor:Russia", "status:planned"]).run()
    assert "not Russia, not planned" in said(at)
    wanted = {event.event_id for event in seed_events() if "Russia" not in event.actors and event.status != "planned"}
    assert set(drawn(at)) <= wanted
    at = page(monkeypatch, actor=["United States", "Russia"], together="yes")
    assert "between United States and Russia" in said(at)
    assert set(drawn(at)) <= {event.event_id for event in seed_events() if {"United States", "Russia"} <= set(event.actors)}


def test_a_view_is_saved_opened_by_name_in_the_list_and_in_the_link_and_deleted(store, monkeypatch):
    store.save_view("Only <b>Belarus</b>", "actor=Belarus&lanes=type")
    at = page(monkeypatch, opened="views")
    assert "Only &lt;b&gt;Belarus" in said(at)
    at.button(key="open_view_0").click().run()
    assert at.multiselect(key="filter_actors").value == ["Belarus"] and at.selectbox(key="lanes").value == "type"
    again = page(monkeypatch, saved="Only <b>Belarus</b>")
    assert again.multiselect(key="filter_actors").value == ["Belarus"] and "actor" in again.query_params
    at = page(monkeypatch, opened="views")
    at.button(key="drop_view_0").click().run()
    assert store.saved_views() == [] and "No views yet" in said(at)
    assert len(drawn(page(monkeypatch, saved="Only <b>Belarus</b>"))) == 18


def test_saving_a_view_keeps_what_is_shown(store, monkeypatch):
    at = page(monkeypatch, opened="views", actor="Belarus", lanes="type")
    at.text_input(key="view_name").set_value("Minsk")
    next(button for button in at.button if button.label == "Save").click().run()
    assert [(view.name, view.link) for view in store.saved_views()] == [("Minsk", "actor=Belarus&lanes=type")]


def test_an_actors_page_says_who_with_and_what_kinds(store, monkeypatch):
    at = page(monkeypatch, profile="Russia")
    assert "13 events" in said(at) and "first some time in 2018" in said(at) and "<b>happened</b> 8" in said(at)
    assert set(drawn(at)) <= {event.event_id for event in seed_events() if "Russia" in event.actors}
    next(button for button in at.button if button.label == "Ukraine (1)").click().run()
    assert at.query_params["profile"] in ("Ukraine", ["Ukraine"])
    at.button(key="leave_profile").click().run()
    assert len(drawn(at)) == 18 and "profile" not in at.query_params


def test_two_actors_stand_on_one_axis(store, monkeypatch):
    at = page(monkeypatch, profile="Russia")
    at.selectbox(key="compare").set_value("United States").run()
    assert at.query_params["profile"] == ["Russia", "United States"]
    spec = json.loads(at.get("plotly_chart")[-1].proto.spec)
    names = [note["text"] for note in spec["layout"]["annotations"] if note.get("name", "").startswith("name")]
    assert len(names) == 3 and any("Russia and United" in name for name in names)


def test_a_name_on_the_card_leads_to_its_page(store, monkeypatch):
    event = next(event for event in seed_events() if event.trigger == "expelling")
    at = page(monkeypatch, event=event.event_id)
    next(button for button in at.button if button.label == "Russia").click().run()
    assert at.query_params["profile"] in ("Russia", ["Russia"]) and event.summary in said(at)


def test_a_page_of_nobody_known_says_that_nothing_matches(store, monkeypatch):
    at = page(monkeypatch, profile="<b>Nobody</b>")
    assert "No event matches" in at.info[0].value
    at.button(key="clear_all").click().run()
    assert len(drawn(at)) == 18 and "profile" not in at.query_params


def test_a_filter_that_leaves_nothing_can_be_undone(store, monkeypatch):
    at = page(monkeypatch, actor="Belarus")
    at.text_input(key="filter_text").set_value("zebra").run()
    at.button(key="undo").click().run()
    assert at.text_input(key="filter_text").value == "" and at.multiselect(key="filter_actors").value == ["Belarus"]


def corrected_event(store, review, **changes):
    row = from_events(seed_events()).to_dict("records")[1]
    store.correct(correction_of(row, review, **changes))
    return row


def test_an_edited_event_says_so_and_stands_where_the_reader_put_it(store, monkeypatch):
    row = corrected_event(store, "edited", first_day="2022-03-05", last_day="2022-03-05", summary="Twelve expelled")
    at = page(monkeypatch, event=row["event_id"])
    assert "Twelve expelled" in said(at) and "Sat 5 Mar 2022" in said(at) and "edited by the reader" in said(at)


def test_a_rejected_event_is_gone_until_it_is_asked_for(store, monkeypatch):
    row = corrected_event(store, "rejected")
    assert row["event_id"] not in drawn(page(monkeypatch)) and "20 events" in said(page(monkeypatch))
    assert drawn(page(monkeypatch, review="rejected")) == [row["event_id"]]


def test_only_reviewed_events_can_be_taken_along(store, monkeypatch):
    corrected_event(store, "confirmed")
    at = page(monkeypatch)
    assert any(button.proto.label == "CSV of the 21 shown" for button in at.get("download_button"))
    at.toggle(key="reviewed_only").set_value(True).run()
    assert any(button.proto.label == "CSV of the 1 shown" for button in at.get("download_button"))


def test_a_long_article_is_named_by_its_file_and_an_address_is_not_taken_for_an_article():
    articles, problems = _incoming("", [("report.txt", b"The council met. " * 20_000)])
    assert not articles and problems[0].startswith("report.txt (“") and "340,000 characters" in problems[0] and "split it" in problems[0]
    articles, problems = _incoming(" https://example.org/news/1 ", [("one.txt", b"The council met.")])
    assert [article.source for article in articles] == ["one.txt"] and "fetches nothing" in problems[0]


def test_of_many_articles_only_some_dates_are_asked_the_missing_ones_first():
    lines = "\n".join(
        json.dumps({"id": f"a{n}", "text": "The council met.", "published": "2022-03-01" if n % 50 else None}) for n in range(200)
    )
    articles, problems = _incoming("", [("many.jsonl", lines.encode())])
    asked, settled = to_be_checked(articles)
    assert not problems and len(asked) == MOST_ASKED and len(asked) + len(settled) == 200
    assert [article.article_id for article in asked[:4]] == ["a0", "a50", "a100", "a150"] and all(article.published for article in settled)
    assert to_be_checked(articles[:3])[1] == []

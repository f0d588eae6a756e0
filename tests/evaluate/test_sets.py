from __future__ import annotations

import json

import pytest

from pipeline.errors import IngestError
from pipeline.evaluate import evaluate
from pipeline.evaluate.names import is_named, same_party
from tests.events.event_cases import events_of


@pytest.fixture()
def read(language):
    return lambda article: events_of(language, article.text, article.published)


def figures(tmp_path, kind, record, read):
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return {figure.name: (figure.right, figure.asked) for figure in evaluate(kind, path, read)}


def test_salient_events_and_their_arguments(tmp_path, read):
    text = "Germany expelled two Iranian diplomats."
    wanted = {"start": 8, "end": 16, "args": [{"role": "ARG0-", "text": "the Germans"}, {"role": "ARG1-", "text": "diplomats"}]}
    lost = {"start": 0, "end": 7, "args": []}
    found = figures(tmp_path, "salient", {"id": "a", "dct": "2022-03-01", "text": text, "events": [wanted, lost]}, read)
    arguments = {"named arguments among source or target": (1, 1), "named arguments in the row": (1, 1)}
    assert found == {"events found": (1, 2), **arguments}


def test_things_and_places_count_in_the_row_only(tmp_path, read):
    text = "A fire destroyed Marlow Stadium in Leeds on Monday."
    wanted = {"start": 7, "end": 16, "args": [{"role": "ARG1-", "text": "Marlow Stadium"}]}
    found = figures(tmp_path, "salient", {"id": "a", "dct": "2022-03-01", "text": text, "events": [wanted]}, read)
    assert found["named arguments among source or target"] == (0, 1)
    assert found["named arguments in the row"] == (1, 1)


def test_types_and_roles(tmp_path, read):
    record = {
        "id": "a", "date": "2022-03-01", "text": "Algeria demanded that France return the archives.",
        "event": "DEMAND", "eventText": "demanded",
        "source": [{"actorText": "Algerian"}], "target": [{"actorText": "French"}],
    }  # fmt: skip
    assert figures(tmp_path, "types", record, read) == {"event_type": (1, 1), "source": (1, 1), "target": (1, 1)}
    roles = {
        "id": "a",
        "date": "19950103",
        "text": record["text"],
        "events": [{"sourcecode": "ALGGOV", "targetcode": "FRA"}, {"sourcecode": "FRA", "targetcode": "ALG"}],
    }
    assert figures(tmp_path, "roles", roles, read) == {"direction": (1, 2)}


def test_days_and_unknown_times(tmp_path, read):
    told = "Norway expelled two envoys Monday . Oslo bombed Turku long before ."
    record = {
        "id": "a",
        "dct": "2022-03-01",
        "sentences": [
            {"n": 0, "tokens": told.split()[:7], "text": told[:35].strip()},
            {"n": 1, "tokens": told.split()[7:], "text": told[36:]},
        ],
        "mentions": [
            {"kind": "EVENT", "sentence": 0, "tokens": [1], "time": "2022-02-28"},
            {"kind": "EVENT", "sentence": 1, "tokens": [1], "time": "XXXX-XX-XX"},
            {"kind": "EVENT", "sentence": 0, "tokens": [0], "time": "2022-02-28"},
            {"kind": "ENTITY", "sentence": 0, "tokens": [0]},
        ],
    }
    found = figures(tmp_path, "dates", record, read)
    assert found["events found"] == (2, 3) and found["days of the events found"] == (1, 1) and found["unknown times left undated"][1] == 1


def test_bad_sets_are_named(tmp_path, read):
    path = tmp_path / "bad.jsonl"
    path.write_text("{not json}\n", encoding="utf-8")
    with pytest.raises(IngestError, match="line 1 is no JSON"):
        evaluate("salient", path, read)
    with pytest.raises(IngestError, match="no such kind"):
        evaluate("nonsense", path, read)


def test_names_agree_by_their_stem():
    assert same_party(["Israel"], ["the Israeli army"]) and not same_party(["Iran"], ["Iraq"])


def test_names_agree_by_the_worlds_tables():
    assert same_party(["United States"], ["a US official"]) and same_party(["Russia"], ["Moscow"]) and same_party(["Greece"], ["Greek"])
    assert not same_party(["United States"], ["told us"]) and not same_party(["Russia"], ["Minsk"])


def test_named_heads():
    assert is_named("Bob Dylan", "") and is_named("the 2016 Nobel Prize in Literature", "") and is_named("Kenya", "in Kenya")
    assert not is_named("a court in Multan", "") and not is_named("Officials", "The officials") and not is_named("to blow up the Hall", "")


def test_what_two_do_together_counts_in_both_directions(tmp_path, read):
    both = [{"sourcecode": "NOR", "targetcode": "PER"}, {"sourcecode": "PER", "targetcode": "NOR"}]
    record = {"id": "a", "date": "2022-03-01", "text": "Norway and Peru held talks on Monday.", "events": both}
    assert figures(tmp_path, "roles", record, read) == {"direction": (2, 2)}
    assert figures(tmp_path, "roles", {**record, "events": both[:1]}, read) == {"direction": (0, 1)}

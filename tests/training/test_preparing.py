"""From corpora to training windows: CoNLL-U, label tables, the topic split, the folder that comes out."""

from __future__ import annotations

import json

from training.batches import batches, epoch_windows
from training.conllu import read_conllu
from training.labels import label_ids, label_tables, numbered
from training.prepare import prepare
from training.recipe import read_recipe
from training.topics import topic_boundary
from training.windows import UNKNOWN, Window, read_windows, write_windows

CONLLU = """# newdoc id = a
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\tMood=Imp|Person=2|VerbForm=Fin\t3\taux\t_\tNER=O
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\tNER=O
3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tNER=O|SpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tNER=O

1\tRome\tRome\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\tNER=B-LOC
1.1\tis\tbe\tAUX\tVBZ\t_\t_\t_\t_\t_

# newdoc id = b
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\tNER=O
"""


def told(topic: str, n: int, source: str = "ecb_train") -> list[Window]:
    """n sentences of one topic, with an event word each."""
    return [Window((f"{topic}one", f"{topic}two", "fell", str(i)), source, {"event": ("O", "O", "OCCURRENCE", "O")}) for i in range(n)]


def test_conllu_becomes_windows_of_whole_sentences_of_one_document(tmp_path):
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first, second = read_conllu(path)
    assert first.words == ("Do", "n't", "go", ".", "Rome")
    assert first.layers["head"] == (3, 3, 0, 3, 0)
    assert first.layers["dep"] == ("aux", "advmod", "ROOT", "punct", "ROOT")
    assert first.layers["morph"] == ("Mood=Imp|VerbForm=Fin", "_", "VerbForm=Inf", "_", "_")
    assert first.layers["sent"] == (1, 0, 0, 0, 1)
    assert first.layers["ner"] == ("O", "O", "O", "O", "B-LOC")
    assert (second.words, second.source) == (("Yes",), "small")


def test_rare_labels_are_unknown_and_names_come_in_pairs():
    windows = [Window(("a",), "x", {"pos": ("NOUN",)})] * 5 + [Window(("b",), "x", {"pos": ("X",), "event": ("-",)})]
    tables = label_tables(windows, ["PERSON"])
    assert tables["pos"] == ["NOUN"]
    assert tables["ner"] == ["O", "B-PERSON", "I-PERSON"]
    assert tables["event"] == ["O"]
    ids = label_ids(tables)
    assert numbered(windows[-1], "pos", ids) == [UNKNOWN]
    assert numbered(windows[-1], "event", ids) == [UNKNOWN]
    assert numbered(windows[0], "pos", ids) == [0]


def test_the_boundary_falls_between_two_topics():
    sentences = [*told("fire", 46), *told("match", 36), *told("storm", 18)]
    assert topic_boundary(sentences, 0.8) == 82


def test_fractions_are_drawn_and_whole_numbers_repeat():
    from random import Random

    windows = [Window((str(i),), source) for source in ("often", "half") for i in range(200)]
    chosen = epoch_windows(windows, {"often": 2, "half": 0.5}, Random(3))
    assert sum(window.source == "often" for window in chosen) == 400
    assert 70 < sum(window.source == "half" for window in chosen) < 130


def test_batches_hold_every_window_and_keep_the_budget():
    from random import Random

    windows = [Window(("w",) * (1 + i % 37), "x") for i in range(1000)] + [Window(("w",) * 500, "x")]
    found = batches(windows, lambda window: len(window.words), 100, Random(5))
    assert sorted(len(w.words) for batch in found for w in batch) == sorted(len(w.words) for w in windows)
    assert all(len(batch) == 1 or len(batch) * max(len(w.words) for w in batch) <= 100 for batch in found)


def test_prepare_writes_everything_once_and_holds_topics_out(tmp_path):
    corpora, out = tmp_path / "corpora", tmp_path / "out"
    corpora.mkdir()
    events = [*told("fire", 46), *told("match", 36), *told("storm", 18)]
    places = [Window(("Oslo", "sleeps", str(i)), "wikigold", {"ner": ("B-LOC", "O", "O")}) for i in range(3)]
    flawed = [Window(("Oslo", "acts"), "re3d_gov", {"ner": ("B-ORG", "O")})]
    write_windows(corpora / "events.jsonl.gz", events)
    write_windows(corpora / "names.jsonl.gz", [*places, *flawed])
    write_windows(corpora / "names_again.jsonl.gz", places)
    write_windows(corpora / "other.jsonl.gz", [Window(("x",), "not_in_the_recipe")])
    report = prepare(corpora, out)
    train, held = list(read_windows(out / "train.jsonl.gz")), list(read_windows(out / "events_held_out.jsonl.gz"))
    assert report == json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["names_mended"] == 1
    assert len(train) == 82 + 3 + 1
    assert {window.words[0] for window in held} == {"stormone"}
    assert next(window for window in train if window.source == "re3d_gov").layers["ner"] == ("B-LOC", "O")
    assert json.loads((out / "labels.json").read_text(encoding="utf-8"))["event"] == ["O", "OCCURRENCE"]


def test_the_recipe_names_a_weight_for_every_task():
    recipe = read_recipe()
    assert set(recipe.tasks) == {"tag", "pos", "morph", "sent", "ner", "event", "arc", "dep", "vec"}
    assert all(0 <= chance < 1 for chance in (recipe.augment.sentence_casing, recipe.augment.drop_stop, recipe.augment.other_name))

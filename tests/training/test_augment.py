"""Changed windows stay well formed."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from training.augment import change, known_names, other_names, repack, without_stop
from training.names import read_names
from training.recipe import Augment
from training.windows import Window

NAMED = Window(
    ("Ann", "met", "Bob", "Lee", "in", "Rome", "."), "news", {"ner": ("B-PERSON", "O", "B-PERSON", "I-PERSON", "O", "B-LOC", "O")}
)
TREE = Window(
    ("Ports", "closed", ".", "Ships", "wait", "."),
    "tree",
    {"head": (2, 0, 2, 5, 0, 5), "sent": (1, 0, 0, 1, 0, 0), "tag": ("NNS", "VBD", ".", "NNS", "VBP", ".")},
)
ALWAYS = Augment(sentence_casing=1, drop_stop=1, word_casing=0, word_mask=0, other_name=1)


@given(st.integers(0, 10_000))
def test_layers_stay_as_long_as_the_words(seed):
    names = known_names([NAMED])
    for window in (NAMED, TREE):
        changed = change(window, ALWAYS, names, Random(seed))
        assert all(len(values) == len(changed.words) for values in changed.layers.values())


@given(st.integers(0, 10_000))
def test_other_names_keep_the_order_of_types_and_all_other_words(seed):
    changed = other_names(NAMED, 1.0, known_names([NAMED]), Random(seed))
    assert [kind for _, _, kind in read_names(changed.layers["ner"])] == ["PERSON", "PERSON", "LOC"]
    assert [w for w, label in zip(changed.words, changed.layers["ner"], strict=True) if label == "O"] == ["met", "in", "."]
    assert {" ".join(changed.words[a:e]) for a, e, _ in read_names(changed.layers["ner"])} <= {"Ann", "Bob Lee", "Rome"}


def test_a_name_comes_from_its_own_source_only():
    names = known_names([NAMED, Window(("Zoe",), "tweets", {"ner": ("B-PERSON",)})])
    assert names["news", "PERSON"] == [("Ann",), ("Bob", "Lee")]


def test_no_name_is_changed_without_chance():
    assert other_names(NAMED, 0.0, known_names([NAMED]), Random(1)) == NAMED


def test_a_stop_goes_only_if_nothing_hangs_on_it():
    sentence = TREE.cut(0, 3)
    assert without_stop(sentence).words == ("Ports", "closed")
    hung = Window(sentence.words, "tree", {**sentence.layers, "head": (3, 3, 0)})
    assert without_stop(hung) == hung
    assert without_stop(TREE.cut(0, 2)) == TREE.cut(0, 2)


def test_dropped_stops_keep_the_trees():
    chances = Augment(sentence_casing=0, drop_stop=1, word_casing=0, word_mask=0, other_name=0)
    changed = change(TREE, chances, {}, Random(1))
    assert changed.words == ("Ports", "closed", "Ships", "wait")
    assert changed.layers["head"] == (2, 0, 4, 0)


@given(st.integers(0, 10_000))
def test_repacking_keeps_every_sentence(seed):
    packed = repack([TREE, NAMED, TREE], Random(seed))
    assert packed[0] == NAMED
    assert [w for window in packed[1:] for w in window.words] == [*TREE.words, *TREE.words]

"""Cutting, joining, packing, reading and writing windows."""

from __future__ import annotations

from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.windows import UNKNOWN, Window, join, pack, read_windows, sentences, write_windows

TWO = Window(
    ("It", "rained", ".", "We", "left", "."),
    "made",
    {"head": (2, 0, 2, 5, 0, 5), "sent": (1, 0, 0, 1, 0, 0), "pos": ("PRON", "VERB", "PUNCT", "PRON", "VERB", "PUNCT")},
)


@st.composite
def trees(draw):
    """A window of one to five sentences, each with a head inside it or the root for every word."""
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        n = draw(st.integers(1, 8))
        heads = draw(st.lists(st.integers(0, n), min_size=n, max_size=n))
        parts.append(Window(tuple(f"w{i}" for i in range(n)), "made", {"head": tuple(heads), "sent": (1, *[0] * (n - 1))}))
    return join(parts)


def test_a_head_outside_the_cut_is_unknown():
    assert TWO.cut(0, 1).layers["head"] == (UNKNOWN,)
    assert TWO.cut(3, 6).layers["head"] == (2, 0, 2)


def test_an_unknown_head_stays_unknown_when_joined():
    assert join([TWO, TWO.cut(0, 1)]).layers["head"][-1] == UNKNOWN


def test_sentences_begin_where_the_layer_says():
    assert [part.words for part in sentences(TWO)] == [("It", "rained", "."), ("We", "left", ".")]
    bare = Window(("a", "b"), "made")
    assert sentences(bare) == [bare]


@given(trees())
def test_sentences_joined_are_the_window(window):
    assert join(sentences(window)) == window


@given(trees(), st.integers(1, 20))
def test_packing_keeps_every_word_in_order_and_the_room(window, room):
    parts = sentences(window)
    packed = pack(parts, repeat(room))
    assert [w for one in packed for w in one.words] == list(window.words)
    assert all(len(one.words) <= room or len(sentences(one)) == 1 for one in packed)


def test_parts_with_other_layers_are_not_joined():
    named = Window(("Rome",), "made", {"ner": ("B-LOC",)})
    assert pack([TWO, named], repeat(90)) == [TWO, named]


def test_written_windows_are_read_back_and_the_bytes_repeat(tmp_path):
    write_windows(tmp_path / "a.jsonl.gz", [TWO])
    write_windows(tmp_path / "b.jsonl.gz", [TWO])
    assert list(read_windows(tmp_path / "a.jsonl.gz")) == [TWO]
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()


def test_a_ragged_line_is_named(tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"w": ["a"], "src": "x"}\n{"w": ["a"], "src": "x", "pos": []}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl line 2: pos"):
        list(read_windows(tmp_path / "bad.jsonl"))

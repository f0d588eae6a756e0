"""Names in BIO layers, and the mending of a source that disagrees with all others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.names import agreed_types, mend_source, read_names, write_name
from training.windows import UNKNOWN, Window


def named(source: str, *words: str) -> Window:
    """A window of one name a word: "Rome/LOC" or plain "went"."""
    cut = [word.partition("/") for word in words]
    return Window(tuple(word for word, _, _ in cut), source, {"ner": tuple(f"B-{kind}" if kind else "O" for _, _, kind in cut)})


def test_a_name_ends_where_another_type_or_an_unknown_word_stands():
    assert list(read_names(("B-LOC", "I-ORG", "B-ORG", UNKNOWN, "I-ORG"))) == [(0, 1, "LOC"), (2, 3, "ORG")]


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["PERSON", "ORG", "LOC"])), max_size=6))
def test_written_names_are_read_back(names):
    labels = ["O"] * sum(length for length, _ in names)
    placed, at = [], 0
    for length, kind in names:
        placed.append((at, at + length, kind))
        write_name(labels, placed[-1])
        at += length
    assert list(read_names(labels)) == placed


def test_agreement_needs_three_mentions_and_four_fifths():
    windows = [named("a", "Rome/LOC"), named("b", "Rome/LOC"), *[named("a", "Ford/ORG")] * 3, named("a", "Ford/PERSON")]
    assert agreed_types(windows) == {}
    assert agreed_types([*windows, named("a", "Rome/LOC"), named("a", "Ford/ORG")]) == {"Rome": "LOC", "Ford": "ORG"}


def test_only_the_flawed_source_is_mended():
    good = [named("a", "U.S./LOC")] * 3
    flawed, kept = named("re3d_gov", "U.S./ORG", "and", "NATO/ORG"), named("b", "U.S./ORG")
    mended, changed = mend_source([*good, flawed, kept, kept], "re3d_gov")
    assert changed == 0  # 3 of 5 others is no agreement
    mended, changed = mend_source([*good, *good, flawed, kept], "re3d_gov")
    assert changed == 1
    assert mended[6].layers["ner"] == ("B-LOC", "O", "B-ORG")
    assert mended[7] == kept


def test_the_flawed_source_does_not_vote():
    alone, changed = mend_source([named("re3d_gov", "U.S./ORG")] * 9, "re3d_gov")
    assert changed == 0
    assert alone[0].layers["ner"] == ("B-ORG",)

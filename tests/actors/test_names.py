"""The correcting layer for names: spans and labels."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.language import LanguageModel
from pipeline.language.names import correct_names
from pipeline.records import Article


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The U.S. left the pact.", "U.S.", "LOC"),
        ("The US left the pact.", "US", "LOC"),
        ("The Bank of England cut rates.", "Bank of England", "ORG"),
        ("The Kingdom of Hungary lost the war.", "Kingdom of Hungary", "LOC"),
        ("Mount Kenya is high.", "Mount Kenya", "LOC"),
        ("Norway signed the Clean Water Act.", "Clean Water Act", "THING"),
        ("The iPhone 4 sold well.", "iPhone 4", "THING"),
        ("President Bakri spoke.", "Bakri", "PERSON"),
        ("Louis XIV died.", "Louis XIV", "PERSON"),
        ("The Russian Foreign Ministry spoke.", "Russian Foreign Ministry", "ORG"),
        ("Harrow Mining plc closed.", "Harrow Mining plc", "ORG"),
    ],
)
def test_name_and_label(language: LanguageModel, text: str, name: str, label: str) -> None:
    doc = language.analyse(Article("a", "", text))
    assert (name, label) in [(found.text(doc), found.label) for found in correct_names(doc)]


@pytest.mark.parametrize(
    "text",
    [
        "Russian tourists left.",
        "It rained on Monday.",
        "The 1990 United States Senate election was close.",
        "They told us to wait.",
        "European leaders met.",
    ],
)
def test_no_names(language: LanguageModel, text: str) -> None:
    doc = language.analyse(Article("a", "", text))
    assert [found.text(doc) for found in correct_names(doc)] == []


def test_names_do_not_overlap_and_are_ordered(language: LanguageModel) -> None:
    text = "The U.N. Security Council met Vassily Nebenzia, Russia's ambassador, in New York City, while Wal - Mart and AT&T sued."
    names = correct_names(language.analyse(Article("a", "", text)))
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(name.start < name.end for name in names)

"""The language layer: offsets, sentences, layout, abbreviations, lemmas, determinism."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from pipeline.language import LanguageModel
from pipeline.language.lemmas import lemma
from pipeline.language.paragraphs import UNMARKED, is_hard_wrapped, layout_codes
from pipeline.language.tree import best_tree
from pipeline.records import Article
from pipeline.settings import Settings

WRAPPED = "The council met on Monday to talk about\nthe dam, which engineers say may fail if\nheavy rain goes on. It was late.\n"
LISTED = "Fixtures for the weekend\nSaturday Rovers v Town\nSunday City v Albion\nMonday Wanderers v County\n"


def analyse(language: LanguageModel, text: str, body_start: int = 0):
    return language.analyse(Article("a", "", text, body_start=body_start))


def sentences(language: LanguageModel, text: str, body_start: int = 0) -> list[str]:
    return [sentence.text.strip() for sentence in analyse(language, text, body_start).sents]


def test_offsets_are_those_of_the_article(language):
    text = " date 2022-03-01 The U.S. left.\r\n\r\nIt\tdid  so on Monday."
    doc = analyse(language, text, 17)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_header_ends_where_the_body_starts(language):
    assert sentences(language, " date 2022-03-01 The United States left.", 17) == ["date 2022-03-01", "The United States left."]


def test_lines_are_sentences_unless_wrapped(language):
    assert sentences(language, "Port strike ends\nWorkers went back on Monday.") == ["Port strike ends", "Workers went back on Monday."]
    assert len(sentences(language, WRAPPED)) == 2
    assert is_hard_wrapped(WRAPPED) and not is_hard_wrapped(LISTED)


def test_quotes_stay_with_their_sentence(language):
    found = sentences(language, "He left. “We stay”, she said. It rained.")
    assert found == ["He left.", "“We stay”, she said.", "It rained."]


def test_a_quotation_between_a_stop_and_a_capital_begins_a_sentence(language):
    found = sentences(language, 'It was a tragedy. "Wonderful news came late," he said. "Our plans are on hold."')
    assert found == ["It was a tragedy.", '"Wonderful news came late," he said.', '"Our plans are on hold."']


def test_the_number_of_an_item_is_no_sentence(language):
    found = sentences(language, "The rules are simple. 2. An element has one kind of atom. 3. Atoms differ in mass.")
    assert [sentence[:4] for sentence in found] == ["The ", "2. A", "3. A"]
    assert len(sentences(language, "He finished 2. Then he left the track.")) == 2
    assert len(sentences(language, "Tickets are refunded until Aug. 31. Two lawsuits were filed.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters searched flooded cellars on the country’s western coast Friday, two days after a storm killed nine.",
        "The minister cut short a trip to Peru. She was to visit the valley Tuesday. It rained.",
        "They have met twice before: in March last year Ito retired hurt after one set. Ito won the other.",
    ],
)
def test_no_sentence_starts_behind_a_plain_word_without_a_mark(language, text):
    assert [sentence[-1] in ".:" for sentence in sentences(language, text)] == [True] * len(sentences(language, text))


def test_a_text_without_stops_is_left_to_the_model(language):
    def codes(text: str) -> list[int]:
        doc = language.nlp.make_doc(text)
        return layout_codes(doc, list(doc))

    assert UNMARKED not in codes("they met Ann left " * 10)
    assert UNMARKED in codes("They met Ann. She left.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He won No. 1 there.", "No."),
        ("Lt. Col. Smith left.", "Lt."),
        ("The U.N. met in the U.S. on Monday.", "U.N."),
        ("At 8 p.m. it ended.", "p.m."),
    ],
)
def test_abbreviations_keep_their_stop(language, text, word):
    assert word in [token.text for token in analyse(language, text)]


def test_no_is_a_word_when_no_number_follows(language):
    assert [token.text for token in analyse(language, "She said no. He left.")][2:4] == ["no", "."]


@pytest.mark.parametrize(
    ("word", "pos", "tag", "expected"),
    [
        ("expelled", "VERB", "VBD", "expel"),
        ("left", "VERB", "VBD", "leave"),
        ("lay", "VERB", "VB", "lay"),
        ("talks", "NOUN", "NNS", "talk"),
        ("’ll", "AUX", "MD", "will"),
        ("Talks", "NOUN", "NNS", "talk"),
        ("Moscow", "PROPN", "NNP", "Moscow"),
    ],
)
def test_lemmas(word, pos, tag, expected):
    assert lemma(word, pos, tag) == expected


def test_same_text_same_analysis_in_any_company(language):
    text = "The minister resigned on Tuesday after a vote in parliament."
    alone = [(t.text, t.tag_, t.dep_, t.head.i) for t in analyse(language, text)]
    analyse(language, "Quite another text was read in between, with other words in it.")
    assert [(t.text, t.tag_, t.dep_, t.head.i) for t in analyse(language, text)] == alone


def test_tense_and_tree_of_a_news_sentence(language):
    doc = analyse(language, "The United States will expel 12 diplomats by Monday.")
    verb = next(token for token in doc if token.text == "expel")
    assert verb.dep_ == "ROOT" and verb.lemma_ == "expel"
    assert {child.dep_ for child in verb.children} >= {"nsubj", "aux", "obj"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "?!", "a", "\u200b", "🙂 🙂"])
def test_odd_texts_do_not_break_it(language, text):
    assert analyse(language, text).text == text


def test_missing_pipeline_says_how_to_install_it():
    with pytest.raises(PipelineError, match="spacy download no_such_model"):
        LanguageModel.load(Settings(model="no_such_model"))


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.floats(-5, 5, width=32), min_size=n * (n + 1), max_size=n * (n + 1))))
@settings(max_examples=200, deadline=None)
def test_best_tree_is_a_tree_with_one_root(values):
    n = int(len(values) ** 0.5)
    heads = best_tree(np.array(values).reshape(n, n + 1))
    assert (heads == 0).sum() == 1
    for word in range(1, n + 1):
        seen = set()
        while word:
            assert word not in seen
            seen.add(word)
            word = int(heads[word - 1])

"""The measures count what they say; encoding is the product's own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import get_args

import pytest
import spacy
from spacy.tokens import Doc, Span

from pipeline.language.tagger import Tagger
from pipeline.records import Status
from pipeline.settings import DATA
from training.encode import MASK, NO_CASING, Noise, Pieces, encode
from training.evaluate import BEGIN, END, table, with_table
from training.measure_events import count_events
from training.measure_names import count_names, spans
from training.measure_status import SENTENCES, read_marked
from training.measure_syntax import tense

MODEL = DATA / "models" / "en"


def test_names_are_counted_by_type_and_by_span():
    gold = {(0, 5, "ORG"), (9, 12, "LOC")}
    found = {(0, 5, "LOC"), (9, 12, "LOC"), (20, 22, "PERSON")}
    counts = count_names([(gold, found)])
    assert (counts["all"].right, counts["all"].wrong, counts["all"].missed) == (1, 2, 1)
    assert counts["all"].f == pytest.approx(40)
    assert counts["span"].f == pytest.approx(80)
    assert counts["ORG"].f == 0


def test_article_and_possessive_are_left_out_of_a_name():
    doc = Doc(spacy.blank("en").vocab, words=["The", "Senate", "'s", "vote"], spaces=[True, False, True, False])
    doc.set_ents([Span(doc, 0, 3, label="GPE")])
    assert spans(doc) == {(4, 10, "LOC")}


def test_event_words_of_long_mentions_are_not_measured():
    assert count_events([("-", "STATE"), ("-", "")]) == (0, 0, 0)
    assert count_events([("O", "STATE"), ("STATE", "O"), ("STATE", "REPORTING")]) == (1, 1, 1)


def test_tense_ignores_mood_and_order():
    assert tense("VerbForm=Fin|Tense=Past") == tense("Mood=Ind|Tense=Past|VerbForm=Fin")
    assert tense("Tense=Pres|VerbForm=Part") != tense("Tense=Past|VerbForm=Part")


def test_encoding_is_the_products(monkeypatch):
    words = ["The", "U.S.", "expelled", "12", "diplomats", "antidisestablishmentarianism" * 3, "…", "\u200b"]
    seen = []

    class Listening:
        def run(self, _outputs, rows):
            seen.append({name: row[0].tolist() for name, row in rows.items()})
            raise InterruptedError

    tagger = Tagger(MODEL)
    monkeypatch.setattr(tagger, "session", Listening())
    with pytest.raises(InterruptedError):
        tagger(words, [1, *[0] * (len(words) - 1)])
    own = encode(words, Pieces(MODEL))
    assert seen == [{"ids": own.ids, "shp": own.shp, "first": own.first, "wshp": own.wshp}]


def test_noise_hides_casing_and_letters_but_keeps_the_shape_of_the_window():
    words, pieces = ["Moscow", "left", "7", "."], Pieces(MODEL)
    plain, hidden = encode(words, pieces), encode(words, pieces, Noise(1.0, 1.0, Random(1)))
    assert hidden.wshp == [0, NO_CASING, NO_CASING, NO_CASING, 0]
    assert set(hidden.ids[1:-1]) == {MASK}
    assert (len(hidden.ids), hidden.first) == (len(plain.ids), plain.first)


def test_the_table_has_a_line_for_each_test():
    assert table({"names x": {"all": 74.849, "ORG": 53.0}}).splitlines()[-1] == "| names x | all 74.8, ORG 53.0 |"


def test_the_table_goes_between_the_marks_of_the_card():
    card = f"# Card\n{BEGIN}\n\nold\n\n{END}\nend\n"
    once = with_table(card, "| new |")
    assert once == f"# Card\n{BEGIN}\n\n| new |\n\n{END}\nend\n" and with_table(once, "| new |") == once
    with pytest.raises(ValueError, match="the card needs the lines"):
        with_table("# Card", "| new |")


def test_the_models_card_has_a_place_for_the_table():
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    assert "| names uner_pud, corrected |" in card.partition(BEGIN)[2].partition(END)[0]


def test_status_sentences_are_many_and_not_those_of_the_rules_cases():
    marked = read_marked(SENTENCES)
    counts = Counter(one.status for one in marked)
    assert set(counts) == set(get_args(Status)) and min(counts.values()) >= 60
    assert len({one.text for one in marked}) == len(marked)
    cases = "".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parent.parent / "cases" / "status").glob("*.csv"))
    assert not [one.text for one in marked if one.text in cases]


def test_a_sentence_with_two_marks_is_refused(tmp_path):
    (tmp_path / "s.tsv").write_text("planned\tThe [vote] on the [ban] is set.\n")
    with pytest.raises(ValueError, match=r"s\.tsv:1: mark one event word"):
        read_marked(tmp_path / "s.tsv")

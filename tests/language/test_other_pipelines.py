"""Another spaCy pipeline in place of our model: trees, names and event words are adapted; one that cannot serve is named in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.cli import settings_of
from pipeline.cli_arguments import parsed
from pipeline.errors import PipelineError
from pipeline.language import LanguageModel
from pipeline.language.adapter import Adapter
from pipeline.language.clear_tree import Tree, to_universal
from pipeline.language.data_files import read_table
from pipeline.language.installed import installed_pipeline
from pipeline.language.names import correct_names
from pipeline.records import Article
from pipeline.settings import Settings

CASES = Path(__file__).parent.parent / "cases" / "language" / "clear_trees.tsv"
NLP = spacy.blank("en")


def cases() -> list:
    blocks = [block.splitlines() for block in CASES.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    found = [(lines[0], [line.split("\t") for line in lines[1:]]) for lines in blocks if "\t" in lines[-1]]
    names = [head[2:].split(":")[0] for head, _ in found]
    assert len(set(names)) == len(names) > 20
    return [pytest.param(rows, id=name) for name, (_, rows) in zip(names, found, strict=True)]


def heads_of(rows: list[list[str]], column: int) -> list[int]:
    return [int(row[column]) - 1 if row[column] != "0" else i for i, row in enumerate(rows)]


def clear_doc(rows: list[list[str]]) -> Doc:
    word, pos, tag, _, dep, name, *_ = zip(*rows, strict=True)
    return Doc(NLP.vocab, list(word), pos=list(pos), tags=list(tag), heads=heads_of(rows, 3), deps=list(dep), ents=list(name))


def adapt(doc: Doc) -> Doc:
    return Adapter(NLP, "adapter", clear=True, events=True)(doc)


@pytest.mark.parametrize("rows", cases())
def test_tree(rows):
    doc = adapt(clear_doc(rows))
    expected = [(row[0], rows[head][0], row[7]) for row, head in zip(rows, heads_of(rows, 6), strict=True)]
    assert [(token.text, token.head.text, token.dep_) for token in doc] == expected


@pytest.mark.parametrize("rows", cases())
def test_a_universal_tree_stays_as_it_is(rows):
    universal = {row["universal"] for row in read_table("en/language/clear_labels.csv", "universal")}
    tree = Tree([row[1] for row in rows], [row[2] for row in rows], ["x"] * len(rows), heads_of(rows, 6), [row[7] for row in rows])
    before = (list(tree.heads), list(tree.deps))
    to_universal(tree)
    assert universal and (tree.heads, tree.deps) == before


def words(text: str, names: list[str], pos: str = "PROPN") -> Doc:
    split = text.split()
    n = len(split)
    return Doc(NLP.vocab, split, pos=[pos] * n, tags=["NNP"] * n, heads=[n - 1] * n, deps=["compound"] * (n - 1) + ["ROOT"], ents=names)


@pytest.mark.parametrize(
    ("given", "expected"),
    [("GPE", "LOC"), ("FAC", "LOC"), ("LOC", "LOC"), ("ORG", "ORG"), ("PER", "PERSON"), ("PRODUCT", "THING"), ("LAW", "THING")],
)
def test_types_of_names(given, expected):
    doc = adapt(words("Northern Harbour", [f"B-{given}", f"I-{given}"]))
    assert [(name.text, name.label_) for name in doc.ents] == [("Northern Harbour", expected)]


@pytest.mark.parametrize("given", ["DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "MISC", "NEWTYPE"])
def test_times_and_numbers_are_no_names(given):
    assert not adapt(words("early March", [f"B-{given}", f"I-{given}"])).ents


def test_parties_are_bodies_and_peoples_are_not():
    assert [name.label_ for name in adapt(words("Democrats", ["B-NORP"])).ents] == ["ORG"]
    assert not adapt(words("democratic", ["B-NORP"], "ADJ")).ents
    assert not correct_names(adapt(words("Russians", ["B-NORP"])))


def test_event_words_are_verbs_and_listed_nouns():
    rows = "The DET det|minister NOUN nsubj|was AUX aux|said VERB ROOT|talks NOUN obj|began VERB conj|over ADP case|oil NOUN obl"
    parts = [row.split() for row in rows.split("|")]
    word, pos, dep = zip(*parts, strict=True)
    doc = Doc(NLP.vocab, list(word), pos=list(pos), tags=["VBD" if p == "VERB" else "NNS" for p in pos], heads=[3] * 8, deps=list(dep))
    found = Adapter(NLP, "adapter", clear=False, events=True)(doc)
    assert [(token.text, token._.event) for token in found if token._.event] == [
        ("said", "REPORTING"),
        ("talks", "OCCURRENCE"),
        ("began", "ASPECTUAL"),
    ]


def test_its_lemmas_are_those_the_word_lists_know():
    doc = adapt(
        Doc(NLP.vocab, ["They", "left"], pos=["PRON", "VERB"], tags=["PRP", "VBD"], heads=[1, 1], deps=["nsubj", "ROOT"], lemmas=["", ""])
    )
    assert [token.lemma_ for token in doc] == ["they", "leave"]


def test_a_pipeline_without_parser_or_tagger_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError, match=r"has no tagger and no part-of-speech tagger and no parser; .*spacy download en_core_web_sm"):
        installed_pipeline(str(tmp_path / "blank"))


def test_a_pipeline_of_another_language_is_refused(tmp_path):
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(PipelineError, match="reads 'de'; the rules need an English one"):
        installed_pipeline(str(tmp_path / "german"))


def test_a_missing_pipeline_or_part_says_what_to_do(tmp_path):
    with pytest.raises(PipelineError, match="is not installed; try: python -m spacy download no_such_model"):
        installed_pipeline("no_such_model")
    with pytest.raises(PipelineError, match="is no folder of a spaCy pipeline"):
        installed_pipeline(str(tmp_path))
    spacy.blank("en").to_disk(tmp_path / "torn")
    config = tmp_path / "torn" / "config.cfg"
    config.write_text(config.read_text().replace("pipeline = []", 'pipeline = ["x"]') + '\n[components.x]\nfactory = "no_such_part"\n')
    with pytest.raises(PipelineError, match=r"cannot be loaded: .*no_such_part.*spacy\[transformers\]"):
        installed_pipeline(str(tmp_path / "torn"))


def test_an_untrained_pipeline_runs_through_both_pipes(tmp_path):
    """The wiring: a pipeline with the right parts is taken, its text is cut at the layout's breaks, offsets hold."""
    nlp = spacy.blank("en")
    for part in ("tagger", "morphologizer", "parser"):
        nlp.add_pipe(part)
    nlp.get_pipe("tagger").add_label("NN")
    nlp.get_pipe("morphologizer").add_label("POS=NOUN")
    for label in ("nsubj", "dobj"):
        nlp.get_pipe("parser").add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path / "own")
    model = LanguageModel.load(Settings(model=str(tmp_path / "own")))
    text = "Port strike ends\nWorkers went back."
    doc = model.analyse(Article("a", "", text))
    assert model.nlp.pipe_names[0] == "dateline_layout" and model.nlp.pipe_names[-1] == "dateline_adapter"
    assert doc.text == text and doc[text.split().index("Workers") + 1].is_sent_start
    assert not any(token.dep_ == "dobj" for token in doc)


def test_option_wins_over_environment(monkeypatch):
    monkeypatch.setenv("DATELINE_MODEL", "en_core_web_md")
    monkeypatch.setenv("DATELINE_THREADS", "2")
    assert settings_of(parsed(["extract", "x"])) == Settings(model="en_core_web_md", threads=2)
    chosen = parsed(["extract", "x", "--model", "en_core_web_trf", "--threads", "1"])
    assert settings_of(chosen) == Settings(model="en_core_web_trf", threads=1)
    assert settings_of(parsed(["extract", "x", "--model", ""])).model == ""


def test_environment_must_make_sense():
    assert Settings.from_environment({}) == Settings()
    with pytest.raises(PipelineError, match="DATELINE_THREADS is 'many'"):
        Settings.from_environment({"DATELINE_THREADS": "many"})

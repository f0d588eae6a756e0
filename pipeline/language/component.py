"""The model as a spaCy component: fills tags, morphology, heads, sentences, names, lemmas and `token._.event` of a Doc."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc, Span

from pipeline.language.decode import Words
from pipeline.language.lemmas import lemma
from pipeline.language.paragraphs import layout_codes
from pipeline.language.repairs import repaired
from pipeline.language.tagger import Tagger
from pipeline.language.written import BREAKS, Written, write


@SpacyLanguage.factory("dateline_tagger", default_config={"folder": "", "threads": 1})
class TaggerComponent:
    """A spaCy pipe around `Tagger`."""

    def __init__(self, nlp: SpacyLanguage, name: str, folder: str, threads: int) -> None:
        self.name = name
        self._tagger = Tagger(Path(folder), threads)

    def __call__(self, doc: Doc) -> Doc:
        """Fill the Doc; white space tokens hang on the word before them."""
        words = [token for token in doc if not token.is_space]
        if not words:
            return doc
        codes = layout_codes(doc, words, doc.user_data.get(BREAKS, ()))
        texts = [token.text for token in words]
        _fill(doc, [token.i for token in words], repaired(texts, self._tagger(texts, codes)))
        return doc


def _fill(doc: Doc, places: list[int], found: Words) -> None:
    """Write the model's words into the Doc; `places[j]` is the token index of word j."""
    n = len(doc)
    heads, deps, tags, pos, morphs, lemmas = (
        list(range(n)),
        ["dep"] * n,
        ["_SP"] * n,
        ["SPACE"] * n,
        [""] * n,
        [token.text for token in doc],
    )
    for j, i in enumerate(places):
        heads[i], deps[i] = places[found.head[j]], found.dep[j]
        tags[i], pos[i], morphs[i] = found.tag[j], found.pos[j], found.morph[j]
        lemmas[i] = lemma(doc[i].text, found.pos[j], found.tag[j])
    previous = places[0]
    known = set(places)
    for i in range(n):
        if i in known:
            previous = i
        else:
            heads[i] = previous
    write(doc, Written(heads, deps, tags, pos, morphs, lemmas))
    for j, i in enumerate(places):
        if found.event[j]:
            doc[i]._.event = found.event[j]
    doc.set_ents(_names(doc, places, found.ner))


def _names(doc: Doc, places: list[int], labels: list[str]) -> list[Span]:
    names: list[Span] = []
    start = -1
    for j, label in enumerate([*labels, "O"]):
        if start >= 0 and not label.startswith("I-"):
            names.append(Span(doc, places[start], places[j - 1] + 1, label=labels[start][2:]))
            start = -1
        if label.startswith("B-"):
            start = j
    return names

"""Text -> words, as news needs them: spaCy's English tokenizer plus abbreviations from data/en/language/abbreviations.csv."""

from __future__ import annotations

import re
from itertools import pairwise

import spacy
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from spacy.vocab import Vocab

from pipeline.language.data_files import read_table

BEHIND_ABBREVIATION = r"(?<=\b[A-Za-z]\.[A-Za-z]\.)[-–/](?=[^\W\d_])"  # "U.S.-led", "U.S./Canada": spaCy cuts between letters alone


LONGEST_STRING = 500  # characters without white space: spaCy's time grows with their square where each is a word ("=====")
_LONG_STRING = re.compile(rf"\S{{{LONGEST_STRING + 1},}}")


class NewsTokenizer:
    """A spaCy tokenizer that keeps the full stop of known abbreviations ("Lt.", "No." before a number)."""

    def __init__(self, vocab: Vocab) -> None:
        english = spacy.blank("en", vocab=vocab)
        self._words = english.tokenizer
        infixes = compile_infix_regex([*english.Defaults.infixes, BEHIND_ABBREVIATION])
        self._words.infix_finditer = infixes.finditer
        self.vocab = vocab
        rows = read_table("en/language/abbreviations.csv", "abbreviation", "before")
        for row in rows:
            if row["before"] == "":
                self._words.add_special_case(row["abbreviation"], [{"ORTH": row["abbreviation"]}])
        self._before_number = {row["abbreviation"][:-1] for row in rows if row["before"] == "number"}

    def __call__(self, text: str) -> Doc:
        """Return a Doc of words and white space whose text is `text` itself."""
        doc = self._split(text)
        merge = [
            token.i
            for token in doc[:-2]
            if token.text in self._before_number
            and doc[token.i + 1].text == "."
            and not token.whitespace_
            and _number_after(doc, token.i + 2)
        ]
        if not merge:
            return doc
        with doc.retokenize() as retokenizer:
            for i in merge:
                retokenizer.merge(doc[i : i + 2])
        return doc

    def _split(self, text: str) -> Doc:
        """Return the words of a text; a longer string than LONGEST_STRING is cut there first."""
        cuts = [cut for match in _LONG_STRING.finditer(text) for cut in range(match.start() + LONGEST_STRING, match.end(), LONGEST_STRING)]
        if not cuts:
            return self._words(text)
        parts = [self._words(text[start:end]) for start, end in pairwise([0, *cuts, len(text)])]
        words = [token.text for part in parts for token in part]
        return Doc(self.vocab, words, [bool(token.whitespace_) for part in parts for token in part])

    def to_bytes(self, **_kwargs: object) -> bytes:
        """Return nothing: the tokenizer is built from data files, not saved with a model."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: object) -> NewsTokenizer:
        """Return itself (see to_bytes)."""
        return self


def _number_after(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].text[:1].isdigit()

"""The language stage: an article's text -> a spaCy Doc with sentences, tags, dependency trees, names and event words."""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc

import pipeline.language.component  # noqa: F401  (registers our own model as a pipe)
from pipeline.language.installed import installed_pipeline
from pipeline.language.tokens import NewsTokenizer
from pipeline.language.written import BREAKS
from pipeline.records import Article
from pipeline.settings import DATA, Settings

MAX_CHARACTERS = 20_000_000


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A loaded spaCy pipeline; load it once and pass it on."""

    nlp: SpacyLanguage

    @classmethod
    def load(cls, settings: Settings) -> LanguageModel:
        """Return our English model, or the spaCy pipeline that the settings name; PipelineError if it is missing."""
        if settings.model:
            nlp = installed_pipeline(settings.model)
        else:
            nlp = spacy.blank("en")
            nlp.tokenizer = NewsTokenizer(nlp.vocab)
            nlp.add_pipe("dateline_tagger", config={"folder": str(DATA / "models" / "en"), "threads": settings.threads})
        nlp.max_length = MAX_CHARACTERS
        return cls(nlp)

    def analyse(self, article: Article) -> Doc:
        """Return the Doc of the article's whole text: `doc.text == article.text`, so token.idx is an offset of the article."""
        doc = self.nlp.make_doc(article.text)
        doc.user_data[BREAKS] = (article.body_start,)
        return _with_quick_sentences(self.nlp(doc))


def _with_quick_sentences(doc: Doc) -> Doc:
    """Give `token.sent` and `span.sent` a table to look in: spaCy walks the whole Doc for each of them."""
    if not doc.has_annotation("SENT_START"):
        return doc
    sentences = list(doc.sents)
    place = [number for number, sentence in enumerate(sentences) for _ in sentence]
    doc.user_token_hooks["sent"] = lambda token: sentences[place[token.i]]
    doc.user_span_hooks["sent"] = lambda span: sentences[place[span.start]]
    return doc

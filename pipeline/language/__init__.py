"""Sentences, tokens, tags, dependency parse and names of an article (spaCy)."""

from pipeline.language.analyse import LanguageModel

__all__ = ["LanguageModel"]

"""Any installed spaCy pipeline in place of our own model: loaded, checked, and given the two pipes that make it speak our labels."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language as SpacyLanguage

import pipeline.language.adapter  # noqa: F401  (registers the two pipes)
from pipeline.errors import PipelineError
from pipeline.language.clear_tree import is_clear

NEEDED = {"token.tag": "tagger", "token.pos": "part-of-speech tagger", "token.dep": "parser"}  # names may be missing: tables find many
OWN_LANGUAGE = "en"


def installed_pipeline(name: str) -> SpacyLanguage:
    """Return the pipeline of this name or folder, ready for the stages after it; PipelineError with what to do if it cannot serve."""
    nlp = _loaded(name)
    if nlp.lang != OWN_LANGUAGE:
        raise PipelineError(f"spaCy pipeline {name!r} reads {nlp.lang!r}; the rules need an English one, such as en_core_web_sm")
    given = {attribute for pipe in nlp.pipe_names for attribute in nlp.get_pipe_meta(pipe).assigns}
    given |= {"token.pos"} if "attribute_ruler" in nlp.pipe_names else set()  # it derives them from tags and does not say so
    missing = [part for attribute, part in NEEDED.items() if attribute not in given]
    if missing:
        raise PipelineError(
            f"spaCy pipeline {name!r} has no {' and no '.join(missing)};"
            " take one that has, for example: python -m spacy download en_core_web_sm"
        )
    nlp.add_pipe("dateline_layout", first=True)
    nlp.add_pipe("dateline_adapter", last=True, config={"clear": _gives_clear_trees(nlp), "events": True})
    return nlp


def _loaded(name: str) -> SpacyLanguage:
    try:
        return spacy.load(name)
    except OSError as error:
        if Path(name).exists() or "/" in name:
            raise PipelineError(f"{name!r} is no folder of a spaCy pipeline (it needs a config.cfg)") from error
        raise PipelineError(f"spaCy pipeline {name!r} is not installed; try: python -m spacy download {name}") from error
    except (ImportError, ValueError) as error:  # a part that it needs is missing (spacy-transformers), or it is of another version
        reason = " ".join(str(error).split())[:200]
        raise PipelineError(
            f"spaCy pipeline {name!r} cannot be loaded: {reason}; try: python -m spacy validate, or pip install 'spacy[transformers]'"
        ) from error


def _gives_clear_trees(nlp: SpacyLanguage) -> bool:
    labels: list[str] = []
    for name in nlp.pipe_names:
        if "token.dep" in nlp.get_pipe_meta(name).assigns:
            labels.extend(getattr(nlp.get_pipe(name), "labels", ()))
    return is_clear(labels)

"""What another spaCy pipeline says -> what the stages after it read: Universal Dependencies, our types of names, our lemmas, event words.

An event word of a pipeline that has no model of them is a verb with a meaning of its own or a noun of data/en/events/event_nouns.csv.
"""

from __future__ import annotations

from functools import cache

from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc, Span, Token

from pipeline.language.clear_tree import Tree, to_universal
from pipeline.language.data_files import read_table, read_words
from pipeline.language.lemmas import lemma
from pipeline.language.paragraphs import BREAK, layout_codes
from pipeline.language.written import BREAKS, Written, write

TYPES_FILE = "en/language/entity_types.csv"
_NO_EVENT_VERBS = frozenset(("aux", "aux:pass", "cop", "case", "mark", "fixed"))


@SpacyLanguage.component("dateline_layout")  # type: ignore[untyped-decorator]
def with_layout(doc: Doc) -> Doc:
    """Tell the parser after it where the text's layout ends a sentence: blank lines, line ends, the header's end."""
    words = [token for token in doc if not token.is_space]
    codes = layout_codes(doc, words, doc.user_data.get(BREAKS, ())) if words else []
    for token, code in zip(words, codes, strict=True):
        if code == BREAK:
            token.is_sent_start = True
    return doc


@SpacyLanguage.factory("dateline_adapter", default_config={"clear": True, "events": True})
class Adapter:
    """The last pipe behind another pipeline; `clear`: its trees are ClearNLP's; `events`: it has no model of event words."""

    def __init__(self, nlp: SpacyLanguage, name: str, clear: bool, events: bool) -> None:
        self.name = name
        self._clear, self._events = clear, events

    def __call__(self, doc: Doc) -> Doc:
        """Return the same Doc with its arcs, lemmas, names and event words as the stages after it read them."""
        if len(doc):
            names = adapted_names(doc)
            persons = [(name.start, name.end) for name in names if name.label_ == "PERSON"]
            write(doc, _adapted(doc, persons if self._clear else None))
            doc.set_ents([Span(doc, name.start, name.end, label=name.label_) for name in names])
            if self._events:
                mark_events(doc)
        return doc


def _adapted(doc: Doc, persons: list[tuple[int, int]] | None) -> Written:
    """Return the Doc's annotation, its tree changed to Universal Dependencies if `persons` are given."""
    tree = Tree(
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        lemmas=[lemma(token.text, token.pos_, token.tag_) for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )
    if persons is not None:
        to_universal(tree, persons)
    lemmas = [lemma(token.text, pos, token.tag_) for token, pos in zip(doc, tree.pos, strict=True)]
    return Written(tree.heads, tree.deps, list(tree.tags), tree.pos, [str(token.morph) for token in doc], lemmas)


def adapted_names(doc: Doc) -> list[Span]:
    """Return the Doc's names with our types; times, numbers, languages and types that no table knows are left out."""
    names = []
    for name in doc.ents:
        head, label = _types().get(name.label_, ("", ""))
        if label and (not head or name.root.pos_ in ("NOUN", "PROPN")):
            names.append(Span(doc, name.start, name.end, label=label))
    return names


@cache
def _types() -> dict[str, tuple[str, str]]:
    return {row["type"]: (row["head"], row["label"]) for row in read_table(TYPES_FILE, "type", "head", "label")}


def mark_events(doc: Doc) -> None:
    """Set `token._.event` of verbs with a meaning of their own and of listed event nouns, to the class that the verb lists tell."""
    for token in doc:
        if token.pos_ == "VERB" and token.dep_ not in _NO_EVENT_VERBS:
            token._.event = _class_of(token)
        elif token.pos_ == "NOUN" and not _event_nouns().isdisjoint((token.lower_, token.lemma_)) and token.dep_ != "compound":
            token._.event = "OCCURRENCE"


def _class_of(verb: Token) -> str:
    if verb.lemma_ in _listed("attribution_verbs.csv"):
        return "REPORTING"
    if verb.lemma_ in _listed("aspectual_verbs.csv"):
        return "ASPECTUAL"
    return "STATE" if verb.lemma_ in read_words("en/events/state_verbs.txt") else "OCCURRENCE"


@cache
def _listed(file: str) -> frozenset[str]:
    return frozenset(row["verb"] for row in read_table(f"en/events/{file}", "verb"))


@cache
def _event_nouns() -> frozenset[str]:
    """Return the nouns that name an event by themselves; those that need a light verb or a date beside them are left out."""
    rows = read_table("en/events/event_nouns.csv", "noun", "evidence")
    return frozenset(row["noun"] for row in rows if row["evidence"] in ("sure", "weak"))

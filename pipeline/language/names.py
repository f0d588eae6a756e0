"""Names of a Doc, corrected: the model finds most spans and errs on their types; tables, titles, cue words and the article overrule it."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from pipeline.language.data_files import read_words
from pipeline.language.name import Name
from pipeline.language.name_article import by_article
from pipeline.language.name_clubs import with_clubs
from pipeline.language.name_extent import extended
from pipeline.language.name_runs import with_runs
from pipeline.language.name_spans import from_model, joined
from pipeline.language.name_table import with_table
from pipeline.language.name_types import retyped
from pipeline.language.name_unlabelled import with_unlabelled

__all__ = ["Name", "correct_names"]


def correct_names(doc: Doc, blocked: Iterable[tuple[int, int]] = ()) -> tuple[Name, ...]:
    """Return the Doc's names in order, without overlaps.

    `blocked` are (start_char, end_char) stretches that are no names, such as time expressions.

    The steps: the model's spans, trimmed; their broken halves joined; the tables' exact matches; words that belong to the name taken in;
    capitalised runs that end in a cue word; proper nouns without a label; labels by cue words and titles; labels by the article's other
    mentions; clubs by half their name.
    """
    names = from_model(doc)
    names = joined(doc, names)
    names = with_table(doc, names)
    names = extended(doc, names)
    names = with_runs(doc, names)
    names = with_unlabelled(doc, names)
    names = [retyped(doc, name) for name in names]
    names = by_article(doc, names)
    names = with_clubs(doc, names)
    stretches = list(blocked)
    return tuple(name for name in names if not _is_blocked(doc, name, stretches))


def _is_blocked(doc: Doc, name: Name, stretches: list[tuple[int, int]]) -> bool:
    """Whether the name is a day, a month or lies in a blocked stretch (a longer name may hold one: "Sunday Times")."""
    words = [token.text.rstrip(".") for token in doc[name.start : name.end]]
    never = read_words("en/actors/never.txt")
    if all(word in never for word in words):
        return not (name.label == "PERSON" and (name.how in ("title", "surname") or len(words) > 1))
    first, last = doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])
    return any(start <= first and last <= end for start, end in stretches)

"""Whether two texts are one article, corrected, or two articles that happen to bear one id."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.records import Article

if TYPE_CHECKING:
    from pipeline.store.store import Store

SAME = 0.7
"""Share of the shorter text's different words that the other one has too. Six reports of one strike by three outlets (the examples) share
at most 0.48, function words included; a corrected article keeps nearly all of its words."""
_WORD = re.compile(r"\w+")


def is_new_version(old: str, new: str) -> bool:
    """Whether the new text is the old one, corrected or continued.

    >>> is_new_version("The dam failed on Monday.", "The dam failed on Tuesday.")
    True
    """
    ours, theirs = set(_WORD.findall(old.casefold())), set(_WORD.findall(new.casefold()))
    return len(ours & theirs) >= SAME * max(1, min(len(ours), len(theirs)))


def with_free_id(store: Store, article: Article) -> Article:
    """Return the article under an id that no other article is kept under: two files of one name must not replace each other.

    A new version of a kept article keeps its id, and so takes its place.
    """
    number, article_id = 1, article.article_id
    while (kept := store.article(article_id)) is not None and not is_new_version(kept.text, article.text):
        number += 1
        article_id = f"{article.article_id}-{number}"
    return article if number == 1 else replace(article, article_id=article_id)

"""What sort of pronoun a word is, by data/en/actors/pronouns.csv."""

from __future__ import annotations

from functools import cache

from pipeline.language.data_files import read_table


@cache
def _sorts() -> dict[str, str]:
    return {row["pronoun"]: row["sort"] for row in read_table("en/actors/pronouns.csv", "pronoun", "sort")}


def pronoun_sort(word: str) -> str:
    """Return m, f, singular, plural, relative, first or first_plural for a pronoun in small letters; "" for any other word.

    >>> pronoun_sort("herself"), pronoun_sort("their"), pronoun_sort("house")
    ('f', 'plural', '')
    """
    return _sorts().get(word, "")

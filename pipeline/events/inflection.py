"""Verb forms for the summary lines."""

from __future__ import annotations

from functools import lru_cache

from lemminflect import getInflection


@lru_cache(maxsize=20_000)
def _form(lemma: str, tag: str) -> str:
    found: tuple[str, ...] = getInflection(lemma, tag)
    return str(found[0]) if found else lemma


def inflected(lemma: str, tag: str) -> str:
    """Return a form of a verb; `tag` is a Penn tag (VBZ, VBN, VBG). A particle stays behind: "carry out" -> "carries out".

    >>> inflected("carry out", "VBZ"), inflected("leave", "VBN")
    ('carries out', 'left')
    """
    verb, _, particle = lemma.partition(" ")
    form = _form(verb, tag)
    return f"{form} {particle}" if particle else form

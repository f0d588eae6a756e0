"""The article as the time layer sees it: its text, its analysis, and a quick way from an offset to a token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Page:
    """`starts` holds each token's first character; `sentences` the token index at which each sentence begins."""

    text: str
    doc: Doc
    starts: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc) -> Page:
        """Return the page of a Doc whose text is the article's."""
        return cls(doc.text, doc, tuple(token.idx for token in doc))

    def token_at(self, offset: int) -> Token | None:
        """Return the token that covers the character, None in an empty Doc."""
        position = bisect_right(self.starts, offset) - 1
        return self.doc[position] if 0 <= position < len(self.doc) else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the words that begin in the stretch (white space left out), or the one that covers its start."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        found = [token for token in self.doc[first:last] if not token.is_space]
        if found or (token := self.token_at(start)) is None:
            return found
        return [token]

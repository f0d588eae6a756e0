"""The article as the time layer sees it: its text, its analysis, and a quick way from an offset to a token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Page:
    """`starts` holds each token's first character, `verbs` and `sentences` the token indices of verbs and of sentence starts."""

    text: str
    doc: Doc
    starts: tuple[int, ...]
    verbs: tuple[int, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc) -> Page:
        """Return the page of a Doc whose text is the article's."""
        starts, verbs, sentences = [], [], []
        for token in doc:
            starts.append(token.idx)
            if token.pos_ == "VERB" and token.dep_ != "amod":
                verbs.append(token.i)
            if token.is_sent_start:
                sentences.append(token.i)
        return cls(doc.text, doc, tuple(starts), tuple(verbs), tuple(sentences))

    def nearest_verb(self, first: int, last: int, reach: int) -> int | None:
        """Return the verb nearest to the tokens first..last in their sentence, at most `reach` tokens away; None without one."""
        at = bisect_right(self.sentences, first)
        begin = self.sentences[at - 1] if at else 0
        end = self.sentences[at] if at < len(self.sentences) else len(self.starts)
        left, right = bisect_left(self.verbs, first) - 1, bisect_right(self.verbs, last)
        before = self.verbs[left] if left >= 0 and self.verbs[left] >= max(begin, first - reach) else None
        after = self.verbs[right] if right < len(self.verbs) and self.verbs[right] < min(end, last + reach + 1) else None
        if before is None or (after is not None and after - last < first - before):
            return after
        return before

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the first and last character (end exclusive) of the sentence in which the offset lies."""
        token = bisect_right(self.starts, offset) - 1
        at = bisect_right(self.sentences, token)
        first = self.starts[self.sentences[at - 1]] if at else 0
        return first, self.starts[self.sentences[at]] if at < len(self.sentences) else len(self.text)

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

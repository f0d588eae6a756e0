"""The record of a name as the correcting layer passes it on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.language.gazetteer import Label


@dataclass(frozen=True, slots=True)
class Name:
    """A named stretch: tokens `start` to `end` (exclusive), its label, and what the label rests on (model, table, title, cue ...)."""

    start: int
    end: int
    label: Label
    how: str = "model"

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.end - self.start

    def text(self, doc: Doc) -> str:
        """Return its words as the article writes them, line ends as blanks."""
        return " ".join(str(doc[self.start : self.end].text).split())

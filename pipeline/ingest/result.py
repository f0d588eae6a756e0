"""What reading gives: articles, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.errors import IngestError
from pipeline.records import Article


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The articles in reading order, ids unique, and one problem for each thing that could not be read as given."""

    articles: tuple[Article, ...] = ()
    problems: tuple[IngestError, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable[ReadResult]) -> ReadResult:
        """Return the articles and problems of all parts, in order."""
        read = list(parts)
        return cls(
            tuple(article for part in read for article in part.articles), tuple(problem for part in read for problem in part.problems)
        )

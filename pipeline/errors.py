"""Errors a caller can act on: messages are lower case, carry the bad value and say what to do."""


class PipelineError(Exception):
    """Something in the line failed for a reason that its user can mend."""


class IngestError(PipelineError):
    """A source could not be read as an article.

    >>> str(IngestError("notes.pdf", "no text in it; try a .txt copy"))
    'notes.pdf: no text in it; try a .txt copy'
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class ArticleError(PipelineError):
    """An article broke a stage of the line: a fault of ours, named so that the other articles are still read.

    >>> str(ArticleError("strike-1", "ValueError: no such day"))
    'strike-1: could not be analysed (ValueError: no such day); the others are read; please report this text'
    """

    def __init__(self, article_id: str, reason: str) -> None:
        super().__init__(f"{article_id}: could not be analysed ({reason}); the others are read; please report this text")
        self.article_id = article_id
        self.reason = reason


class LanguageDataError(PipelineError):
    """A word list or table under data/ has a line that cannot be used.

    >>> str(LanguageDataError("units.csv", 3, "unknown unit 'parsec'"))
    "units.csv line 3: unknown unit 'parsec'"
    """

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file} line {line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class EventTableError(PipelineError):
    """An event table breaks its contract; every breach is listed."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("event table: " + "; ".join(problems))
        self.problems = problems

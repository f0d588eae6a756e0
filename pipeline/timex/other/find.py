"""Time expressions of an article that is not in English: literal dates, and relative ones that dateparser's locale knows."""

from __future__ import annotations

from pipeline.records import Article, Timex
from pipeline.timex.find import as_timex
from pipeline.timex.other.rules import rules_of
from pipeline.timex.other.words import time_words
from pipeline.timex.resolved import Resolved

_OPENED = ("other.year", "other.month")  # rules whose match begins with a word that is no part of the expression


def find_in_language(article: Article) -> tuple[Timex, ...]:
    """Return the article's time expressions, by place, not overlapping; none of the header before `body_start`.

    Of relative ones nothing is read where no publication date is known.
    """
    found: list[tuple[int, int, str, Resolved]] = []
    words = time_words(article.language)
    for rule in rules_of(article.language):
        for match in rule.pattern.finditer(article.text, article.body_start):
            try:
                resolved = rule.read(match, words, article.dct)  # type: ignore[arg-type]  # rules without words do not look at them
            except ValueError:
                continue  # outside the years that a day can have
            if resolved is not None:
                start = (
                    min(match.start(group) for group in ("y", "m") if group in match.groupdict()) if rule.name in _OPENED else match.start()
                )
                found.append((start, match.end(), rule.name, resolved))
    kept: list[Timex] = []
    for start, end, name, resolved in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or kept[-1].end_char <= start:
            kept.append(as_timex(article, (start, end), name, resolved))
    return tuple(kept)

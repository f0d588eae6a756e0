"""Whether an article tells the news of its day or the story of other days: this decides what an undated sentence may inherit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pipeline.records import Article, Timex

Genre = Literal["news", "narrative"]

_NEAR_DAYS = 60
_FAR_DAYS = 730
_FAR_SHARE = 0.6
_FEWEST = 3


def genre_of(article: Article, timexes: Sequence[Timex]) -> Genre:
    """Return narrative without a publication day, or where most dated expressions lie years away and none is near the publication.

    A history or an obituary has its own dates; there an undated sentence goes on from the last date told, never from the publication day.
    """
    if article.dct is None:
        return "narrative"
    gaps, near, far = _gaps(article, timexes)
    told = gaps >= _FEWEST and far >= _FAR_SHARE * gaps and near <= 0.1 * gaps
    return "narrative" if told else "news"


def tells_old_times(article: Article, timexes: Sequence[Timex]) -> bool:
    """Whether an article frames much that is years old with some news: a feature, an obituary, an old crime before a court.

    What such an article tells without a day is no news of the day, unless it stands in a paragraph that tells a recent day.
    """
    gaps, near, far = _gaps(article, timexes)
    return gaps > 0 and far >= _FEWEST and far >= near


def _gaps(article: Article, timexes: Sequence[Timex]) -> tuple[int, int, int]:
    """Return how many dated expressions there are, how many near the publication, how many years away from it."""
    dct = article.dct
    if dct is None:
        return 0, 0, 0
    days = [timex.first_day or timex.last_day for timex in timexes if timex.type in ("DATE", "TIME")]
    gaps = [abs(dct.ordinal - day.ordinal) for day in days if day is not None]
    return len(gaps), sum(gap <= _NEAR_DAYS for gap in gaps), sum(gap > _FAR_DAYS for gap in gaps)

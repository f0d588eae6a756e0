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
    dct = article.dct
    if dct is None:
        return "narrative"
    days = [timex.first_day or timex.last_day for timex in timexes if timex.type in ("DATE", "TIME")]
    gaps = [abs(dct.ordinal - day.ordinal) for day in days if day is not None]
    near = sum(gap <= _NEAR_DAYS for gap in gaps)
    far = sum(gap > _FAR_DAYS for gap in gaps)
    told = len(gaps) >= _FEWEST and far >= _FAR_SHARE * len(gaps) and near <= 0.1 * len(gaps)
    return "narrative" if told else "news"

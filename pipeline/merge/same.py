"""Whether two articles tell the same event: the same act, days that fit, shared participants, nothing that contradicts."""

from __future__ import annotations

from pipeline.merge.telling import Telling

NEWS_DAYS = 4
"""How many days before its publication an event without a date in the text is taken to lie at most; also how far apart two
articles on one undated event are published."""
ENOUGH = 3.0
"""Evidence that two tellings need (see `evidence`). Measured on ECB+ training texts (gold mentions, B3): 2.6 gives P .89 R .70,
3.0 P .90 R .67, 4.0 P .93 R .57; wrongly joined events cost a reader more than a double one."""
WORD, MOST_WORDS, ALIKE = 0.4, 6, 3
"""What a shared content word of the sentences counts, up to how many, and how many make up for a shared name."""
_COMING = frozenset(("planned", "expected", "deadline"))
_REAL = frozenset(("happened", "ongoing"))


def evidence(left: Telling, right: Telling) -> float:
    """Return how much speaks for one event; at least ENOUGH joins them, 0 where something speaks against it.

    A shared actor counts one, another shared name, a shared source, target or place a half each, a shared content word WORD, the same
    single day one more.
    """
    if not left.acts & right.acts or contradict(left, right):
        return 0.0
    shared = len(left.actors & right.actors)
    named = len((left.names & right.names) - left.actors - right.actors)
    told_alike = len(left.words & right.words)
    if not shared and not named and told_alike < ALIKE:
        return 0.0
    score = WORD * min(told_alike, MOST_WORDS) + 1.0 + min(shared, 3) + 0.5 * min(named, 4)
    score += 0.5 * bool(left.sources & right.sources) + 0.5 * bool(left.targets & right.targets)
    score += 0.5 * bool(left.place and left.place == right.place)
    if left.firm and right.firm and left.day_exact and right.day_exact:
        score += 1.0
    elif not (left.firm or right.firm):
        score -= 0.5
    return score


def contradict(left: Telling, right: Telling) -> bool:
    """Whether the two cannot be one event: other days, other doers, other recipients, or one of them is told as not having happened."""
    if left.article_id == right.article_id or not _days_fit(left, right) or not _statuses_fit(left, right):
        return True
    for ours, theirs in ((left.sources, right.sources), (left.targets, right.targets)):
        if ours and theirs and not ours & theirs:
            return True
    return bool(
        left.place and right.place and left.place != right.place and left.place not in right.names and right.place not in left.names
    )


def _days_fit(left: Telling, right: Telling) -> bool:
    if left.firm and right.firm:
        return _overlap(left.first, left.last, right.first, right.last)
    if left.published is None or right.published is None:
        return False
    if left.firm or right.firm:
        firm, loose = (left, right) if left.firm else (right, left)
        assert loose.published is not None
        return _overlap(firm.first, firm.last, loose.published - NEWS_DAYS, loose.published)
    return abs(left.published - right.published) <= NEWS_DAYS


def _overlap(a_first: int | None, a_last: int | None, b_first: int | None, b_last: int | None) -> bool:
    starts_late = a_first is not None and b_last is not None and a_first > b_last
    ends_early = a_last is not None and b_first is not None and a_last < b_first
    return not starts_late and not ends_early


def _statuses_fit(left: Telling, right: Telling) -> bool:
    ours, theirs = left.statuses, right.statuses
    if ours & theirs:
        return True
    if "denied" in ours | theirs:
        return False
    real = bool(ours & _REAL) or bool(theirs & _REAL)
    coming = bool(ours & _COMING) or bool(theirs & _COMING)
    return real and coming and left.firm and right.firm and left.day_exact and right.day_exact

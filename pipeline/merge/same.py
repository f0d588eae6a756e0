"""Whether two articles tell the same event: the same act, days that fit, shared participants, nothing that contradicts."""

from __future__ import annotations

from pipeline.merge.act import needs_a_matter
from pipeline.merge.days import days_disagree, days_fit, told_as_past
from pipeline.merge.name_match import share_a_name, shared_names
from pipeline.merge.telling import Telling

ENOUGH = 2.8
"""Evidence that two tellings need (see `evidence`), chosen on ECB+ training texts; docs/dating-an-event.md has the curve."""
WORD, MOST_WORDS, ALIKE = 0.4, 6, 3
"""What a shared content word of the sentences counts, up to how many, and how many make up for a shared name."""
SAME_WORD, OTHER_WORD = 1.0, 0.4
"""What the same name for the act counts, and what another word for it ("sacked", "dismissed") does."""
RUNNING_STORY_NAMES, RUNNING_STORY_DAYS = 2.5, 21
"""Two articles follow one running story if they share so many names and were published within so many days."""
ONE_STORY, ON_ITS_DAY, COUNT = 0.5, 1.0, 0.5
"""What it counts that two articles follow one running story, that they then tell the act on the same day, and each shared number."""
MATTER = 2
"""How many words two tellings must share where the act is known by what it is about ("ruled out")."""
_COMING = frozenset(("planned", "expected", "deadline"))
_REAL = frozenset(("happened", "ongoing"))


def evidence(left: Telling, right: Telling) -> float:
    """Return how much speaks for one event; at least ENOUGH joins them, 0 where something speaks against it.

    A shared actor counts one (a short form beside its long form a half), another shared name, a shared source, target or place a half each,
    a shared content word WORD, the same single day one more. What is told without any day as known needs one more than the rest.
    """
    if not left.acts & right.acts or contradict(left, right):
        return 0.0
    shared = shared_names(left.actors, right.actors)
    named = len((left.names & right.names) - left.actors - right.actors)
    told_alike = len(left.words & right.words)
    running = running_story(left, right)
    pinned = running and _same_first_day(left, right)
    if not shared and not named and told_alike < ALIKE and not pinned:
        return 0.0
    if told_alike < MATTER and needs_a_matter(left.called & right.called):
        return 0.0
    score = SAME_WORD if left.called & right.called else OTHER_WORD
    score += WORD * min(told_alike, MOST_WORDS) + min(shared, 3) + 0.5 * min(named, 4)
    score += 0.5 * share_a_name(left.sources, right.sources) + 0.5 * share_a_name(left.targets, right.targets)
    score += 0.5 * bool(left.place and left.place == right.place) + COUNT * min(len(left.counts & right.counts), 2)
    score += ONE_STORY * running + ON_ITS_DAY * pinned
    return score + _from_days(left, right)


def _from_days(left: Telling, right: Telling) -> float:
    if left.firm and right.firm:
        return 1.0 if left.day_exact and right.day_exact else 0.0
    if left.firm or right.firm:
        return -1.0 if told_as_past(left, right) else 0.0
    return -0.5


def _same_first_day(left: Telling, right: Telling) -> bool:
    """Whether both texts give a day and the two begin on the same one ("on 5 January", "for 48 hours from 5 January")."""
    if not (left.firm and right.firm) or left.first is None or left.first != right.first:
        return False
    return left.day_exact or right.day_exact


def running_story(left: Telling, right: Telling) -> bool:
    """Whether the two articles follow one story: enough names in common, published not far from each other."""
    if left.published is None or right.published is None or abs(left.published - right.published) > RUNNING_STORY_DAYS:
        return False
    return shared_names(left.cast, right.cast) >= RUNNING_STORY_NAMES


def contradict(left: Telling, right: Telling) -> bool:
    """Whether the two cannot be one event: other days, other doers, other recipients, or one of them is told as not having happened."""
    if left.article_id == right.article_id or not _statuses_fit(left, right):
        return True
    if not days_fit(left, right) and not (_outlets_disagree(left, right) or _told_again(left, right)):
        return True
    for ours, theirs in ((left.sources, right.sources), (left.targets, right.targets)):
        if ours and theirs and not share_a_name(ours, theirs):
            return True
    return bool(
        left.place and right.place and left.place != right.place and left.place not in right.names and right.place not in left.names
    )


def _outlets_disagree(left: Telling, right: Telling) -> bool:
    """Whether only the days differ: a past act of the same doer with the same count ("14 drivers"), told within one running story."""
    if not days_disagree(left, right) or not (left.statuses <= _REAL and right.statuses <= _REAL):
        return False
    same = share_a_name(left.sources, right.sources) and not left.counts.isdisjoint(right.counts)
    return same and running_story(left, right)


def _told_again(left: Telling, right: Telling) -> bool:
    """Whether one tells without any day, as known, what the other dates before it; only within one running story."""
    return told_as_past(left, right) and left.statuses <= _REAL and right.statuses <= _REAL and running_story(left, right)


def _statuses_fit(left: Telling, right: Telling) -> bool:
    ours, theirs = left.statuses, right.statuses
    if ours & theirs == {"hypothetical"}:
        return left.firm and right.firm  # what might be is one thing only if it might be on one day
    if ours & theirs == {"deadline"}:
        return left.last == right.last  # what must be done by the 3rd is another thing than what must be done by the 9th
    if ours & theirs or (ours <= _COMING and theirs <= _COMING) or (ours <= _REAL and theirs <= _REAL):
        return True
    plan, outcome = (left, right) if ours & _COMING else (right, left)
    if not plan.statuses & _COMING or not plan.firm or plan.first is None:
        return False
    if "denied" in outcome.statuses:  # called off or put off: told on the day that was planned
        return outcome.firm and plan.first == outcome.first and _published_in_order(plan, outcome)
    if not outcome.statuses & _REAL or not plan.day_exact:
        return False
    return outcome.day_exact or (_published_in_order(plan, outcome) and running_story(plan, outcome))


def _published_in_order(plan: Telling, outcome: Telling) -> bool:
    return plan.published is not None and outcome.published is not None and plan.published <= outcome.published

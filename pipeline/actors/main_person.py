"""Whom an article is about, as an obituary or a profile is: named where it opens, and more often than anybody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.records import ActorMention

OPENING = 50  # tokens from the first name of a person on in which the main person is named
LEAST = 2  # times that the article names its main person


def main_person(mentions: Sequence[ActorMention]) -> str:
    """Return the one person whom the article names where it opens and more often than any other, or ""."""
    named = [m for m in mentions if m.kind == "person" and m.how in ("name", "alias") and m.actors]
    counts = Counter(m.actors[0] for m in named)
    first = min((m.start for m in mentions), default=0)
    opening = {m.actors[0] for m in named if m.start <= first + OPENING}
    best = sorted(counts, key=lambda name: -counts[name])[:2]
    if not best or best[0] not in opening or counts[best[0]] < LEAST:
        return ""
    return "" if len(best) > 1 and counts[best[1]] == counts[best[0]] else best[0]

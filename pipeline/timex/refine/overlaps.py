"""Of candidates that overlap the longest stays; of equally long ones the rule that stands first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.timex.candidate import Candidate


def keep_longest(candidates: Sequence[Candidate], rank: Mapping[str, int]) -> tuple[Candidate, ...]:
    """Return candidates that do not overlap, by place; of a chain of overlaps each pair is settled from left to right."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, rank.get(c.rule, 0))):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
        elif candidate.end - candidate.start > kept[-1].end - kept[-1].start:
            kept[-1] = candidate
    return tuple(kept)

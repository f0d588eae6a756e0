"""Hold what the line read against the truth: one verdict for each time expression and each event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.records import Event, Timex
from tests.truth.marks import fold_name
from tests.truth.truths import ArticleTruth, EventTruth, TimexTruth


@dataclass(slots=True)
class Verdict:
    """Counts by name ("timexes wanted", "timexes found", ...) and one line for each disagreement."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreements: list[str] = field(default_factory=list)

    def add(self, other: Verdict) -> None:
        """Take another verdict's counts and lines in."""
        self.counts.update(other.counts)
        self.disagreements += other.disagreements


def judge_timexes(truth: ArticleTruth, timexes: Sequence[Timex]) -> Verdict:
    """Judge the time expressions: found is any overlap; exact, value and mod are asked of the found ones."""
    verdict = Verdict()
    real = [wanted for wanted in truth.timexes if wanted.expect != "not"]
    for wanted in real:
        overlapping = [got for got in timexes if wanted.quote.overlaps(got.start_char, got.end_char)]
        if overlapping:
            verdict.counts["timexes wanted"] += 1
            _judge_found_timex(wanted, max(overlapping, key=lambda got: _shared(wanted, got)), verdict)
        elif wanted.expect != "may":
            verdict.counts["timexes wanted"] += 1
            verdict.disagreements.append(f"timex  missed   {str(wanted.quote)!r} {'|'.join(wanted.values)}")
    for got in timexes:
        if any(wanted.quote.overlaps(got.start_char, got.end_char) for wanted in real):
            continue
        notes = [f"{t.note or t.quote.text} is no time" for t in truth.timexes if t.quote.overlaps(got.start_char, got.end_char)]
        verdict.counts["timexes false"] += 1
        verdict.disagreements.append(f"timex  false    {got.text!r} {got.value} ({', '.join([got.rule, *notes])})")
    return verdict


def _shared(wanted: TimexTruth, got: Timex) -> int:
    return min(wanted.quote.end_char, got.end_char) - max(wanted.quote.start_char, got.start_char)


def _judge_found_timex(wanted: TimexTruth, got: Timex, verdict: Verdict) -> None:
    verdict.counts["timexes found"] += 1
    if (wanted.quote.start_char, wanted.quote.end_char) == (got.start_char, got.end_char):
        verdict.counts["timexes exact"] += 1
    else:
        verdict.disagreements.append(f"timex  extent   {got.text!r}, not {wanted.quote.text!r}")
    if wanted.has_value(got.value) and got.type in wanted.types:
        verdict.counts["timexes right value"] += 1
    else:
        right = f"{'|'.join(wanted.types)} {'|'.join(wanted.values)}"
        verdict.disagreements.append(f"timex  value    {str(wanted.quote)!r} is {got.type} {got.value}, not {right}")
    if wanted.mod in ("*", got.mod):
        verdict.counts["timexes right mod"] += 1
    else:
        verdict.disagreements.append(f"timex  mod      {str(wanted.quote)!r} has mod {got.mod or 'none'}, not {wanted.mod or 'none'}")


def judge_events(truth: ArticleTruth, events: Sequence[Event]) -> Verdict:
    """Judge the event rows: found by trigger; days, status, date_basis, actors and roles are asked of the found ones.

    Rows that the truth does not list are counted, not condemned: an article has more events than the important ones.
    """
    verdict = Verdict()
    pairs = _pair(truth.events, events)
    for number, wanted in enumerate(truth.events):
        if number not in pairs and wanted.expect == "may":
            continue
        verdict.counts["events wanted"] += 1
        if number in pairs:
            _judge_found_event(wanted, events[pairs[number]], truth.never_actors, verdict)
        else:
            verdict.disagreements.append(f"event  missed   {wanted.quote}")
    for n, row in enumerate(events):
        if n not in pairs.values():
            verdict.counts["events unlisted"] += 1
            if banned := truth.never_actors & _fold(row.actors):
                verdict.disagreements.append(f"event  actors   {row.trigger} (unlisted) names {'; '.join(sorted(banned))}")
    return verdict


def _pair(wanted: Sequence[EventTruth], events: Sequence[Event]) -> dict[int, int]:
    """Pair each truth with one row: first by its own trigger, then by a word that may stand for it."""
    pairs: dict[int, int] = {}
    for second_choice in (False, True):
        for number, truth in enumerate(wanted):
            quotes = truth.also if second_choice else (truth.quote,)
            free = [n for n in range(len(events)) if n not in pairs.values()]
            hits = [n for quote in quotes for n in free if quote.overlaps(events[n].trigger_start, events[n].trigger_end)]
            if number not in pairs and hits:
                pairs[number] = hits[0]
    return pairs


def _fold(names: Iterable[str]) -> set[str]:
    return {fold_name(name) for name in names}


def _judge_found_event(wanted: EventTruth, row: Event, never: frozenset[str], verdict: Verdict) -> None:
    def check(what: str, right: bool, line: str) -> None:
        verdict.counts[f"events right {what}"] += right
        if not right:
            verdict.disagreements.append(f"event  {what:<8} {wanted.quote}: {line}")

    verdict.counts["events found"] += 1
    first_right, last_right = wanted.first_day.accepts(row.first_day), wanted.last_day.accepts(row.last_day)
    got_days = f"{row.first_day or 'open'} .. {row.last_day or 'open'} from {row.time_text!r}"
    check("days", first_right and last_right, f"{got_days}, not {wanted.first_day} .. {wanted.last_day}")
    check("status", row.status in wanted.statuses, f"{row.status}, not {'|'.join(wanted.statuses)}")
    check("basis", row.date_basis in wanted.bases, f"{row.date_basis}, not {'|'.join(wanted.bases)}")
    got, everyone = _fold(row.actors), wanted.source | wanted.target
    faults = [f"without {name}" for name in everyone.missing(got)]
    faults += [f"with {name}" for name in sorted({*everyone.surplus(got), *(got & (wanted.not_actors | never))})]
    check("actors", not faults, ", ".join(faults))
    lacking = wanted.source.missing(_fold(row.source_actors)) + wanted.target.missing(_fold(row.target_actors))
    got_roles = f"{'; '.join(row.source_actors)} -> {'; '.join(row.target_actors)}"
    check("roles", not lacking, f"{got_roles} has no {', '.join(lacking)} in that role")

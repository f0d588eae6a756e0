"""Figures on sets of texts with gold labels; one function for each kind of file (JSON lines).

- `salient`: `{id, dct, text, events: [{start, end, args: [{role, text}]}]}`: salient events found by trigger overlap; their named ARG0
  and ARG1 among source and target, and anywhere in the row: products, works and vessels stand in its `names`, places in `place`.
- `types`: `{id, date, text, event, eventText, source, target}` (PLOVER's gold standard records; DEMAND = REQUEST, DISAPPROVE = ACCUSE).
- `dates`: `{id, sentences: [{n, tokens, text}], mentions: [{kind: EVENT, sentence, tokens, time}]}`, a line for each sentence: of the
  events found that have a day, those dated on it; of those without a known time (XXXX-XX-XX in `time`), those left undated.
- `roles`: `{id, date, text, events: [{sourcecode, targetcode}]}`: source -> target, names told by the first letters of the code;
  what two do together the set writes in both directions, a row as two sources.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import IngestError
from pipeline.evaluate.names import is_named, same_party, stems
from pipeline.ingest.building import Parts, build_article
from pipeline.records import Article, Event

Read = Callable[[Article], Sequence[Event]]
OLD_TYPES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
CODE = 3  # letters of an actor code that name the actor


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with how many were right of how many asked."""

    name: str
    right: int
    asked: int

    @property
    def share(self) -> float:
        """Right divided by asked, 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0

    def __str__(self) -> str:
        return f"{self.name}: {100 * self.share:.1f}% ({self.right} of {self.asked})"


def evaluate(kind: str, path: Path, read: Read) -> tuple[Figure, ...]:
    """Return the figures of one file; `read` turns an article into its events. Raises IngestError for an unknown kind or a bad line."""
    if kind not in KINDS:
        raise IngestError(str(path), f"no such kind of set: {kind!r}; one of {', '.join(KINDS)}")
    counts: Counter[str] = Counter()
    for record in _records(path):
        for name, right in KINDS[kind](record, read):
            counts[name] += 1
            counts[f"{name} right"] += right
    return tuple(Figure(name, counts[f"{name} right"], counts[name]) for name in counts if not name.endswith(" right"))


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as error:
                raise IngestError(str(path), f"line {number} is no JSON: {error.msg}") from error


def _article(record: dict[str, Any], day: str) -> Article:
    digits = re.sub(r"\D", "", day)[:8]
    published = dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else None
    return Article(str(record["id"]), "", record["text"], published, "gold file")


def _salient(record: dict[str, Any], read: Read) -> Iterator[tuple[str, bool]]:
    events = read(_article(record, record.get("dct", "")))
    for wanted in record["events"]:
        found = [event for event in events if event.trigger_start < wanted["end"] and event.trigger_end > wanted["start"]]
        yield "events found", bool(found)
        for part in wanted["args"] if found else ():
            if part["role"] in {"ARG0-", "ARG1-"} and is_named(part["text"], record["text"]):
                row = found[0]
                yield "named arguments among source or target", same_party(row.actors, [part["text"]])
                yield "named arguments in the row", same_party([*row.actors, *row.names, row.place], [part["text"]])


def _types(record: dict[str, Any], read: Read) -> Iterator[tuple[str, bool]]:
    events = read(_article(record, record.get("date", "")))
    words = stems([record.get("eventText") or ""])
    found = [event for event in events if stems([event.trigger]) & words] or list(events)
    wanted = OLD_TYPES.get(record["event"], record["event"])
    yield "event_type", any(event.event_type == wanted for event in found)
    for role in ("source", "target"):
        names = [part["actorText"] for part in record.get(role) or () if isinstance(part, dict) and part.get("actorText")]
        if names:
            yield role, any(same_party(event.source_actors if role == "source" else event.target_actors, names) for event in found)


def _roles(record: dict[str, Any], read: Read) -> Iterator[tuple[str, bool]]:
    events = read(_article(record, record.get("date", "")))
    for wanted in record["events"]:
        source, target = _codes(wanted)
        if (
            len(source) == len(target) == CODE
            and source.isalpha()
            and target.isalpha()
            and _named(source, record)
            and _named(target, record)
        ):
            mutual = {(target, source)} <= {_codes(other) for other in record["events"]}
            yield "direction", any(_directed(event, source, target, mutual) for event in events)


def _codes(wanted: dict[str, Any]) -> tuple[str, str]:
    return str(wanted.get("sourcecode") or "")[:CODE].lower(), str(wanted.get("targetcode") or "")[:CODE].lower()


def _directed(event: Event, source: str, target: str, mutual: bool) -> bool:
    """Whether the event goes from one to the other; what two do together ("X and Y held talks") the set writes in both directions."""
    together = mutual and _starts(event.source_actors, source) and _starts(event.source_actors, target)
    return together or (_starts(event.source_actors, source) and _starts(event.target_actors, target))


def _named(code: str, record: dict[str, Any]) -> bool:
    return _starts([record["text"]], code)


def _starts(names: Iterable[str], code: str) -> bool:
    return any(word.startswith(code) for name in names for word in name.lower().split())


def _dates(record: dict[str, Any], read: Read) -> Iterator[tuple[str, bool]]:
    text = "\n".join(sentence["text"] for sentence in record["sentences"])
    article = build_article(Parts(text, record["id"], article_id=record["id"], published=record.get("dct")))
    events = read(article)
    starts = {sentence["n"]: place for sentence, place in zip(record["sentences"], _line_starts(text), strict=True)}
    words = {sentence["n"]: sentence["tokens"] for sentence in record["sentences"]}
    for wanted in record["mentions"]:
        if wanted["kind"] != "EVENT" or not wanted.get("time"):
            continue
        tokens, first = words[wanted["sentence"]], wanted["tokens"][0]
        start = starts[wanted["sentence"]] + sum(len(token) + 1 for token in tokens[:first])
        found = [event for event in events if event.trigger_start < start + len(tokens[first]) and event.trigger_end > start]
        yield "events found", bool(found)
        if found and re.fullmatch(r"\d{4}-\d\d-\d\d", wanted["time"]):
            yield "days of the events found", str(found[0].first_day) == str(found[0].last_day) == wanted["time"]
        elif found and wanted["time"].startswith("XXXX"):  # "2008-03-XX" is a known month and, like "2008-03", not asked
            yield "unknown times left undated", found[0].first_day is None and found[0].last_day is None


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


KINDS: dict[str, Callable[[dict[str, Any], Read], Iterator[tuple[str, bool]]]] = {
    "salient": _salient,
    "types": _types,
    "roles": _roles,
    "dates": _dates,
}

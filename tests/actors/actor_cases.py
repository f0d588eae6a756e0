"""Reads the actor cases: what a phrase in a sentence must stand for, or that it must stand for nobody."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "actors"
COLUMNS = ["id", "text", "phrase", "nth", "actors", "role", "gap", "why"]
ROLES = ("actor", "place", "thing", "")


class CaseError(ValueError):
    """A case file says something that cannot be tested."""


@dataclass(frozen=True, slots=True)
class ActorCase:
    """`start`, `end` are the phrase's characters; `actors` empty = the phrase is no actor; `gap` = known not to work yet."""

    id: str
    text: str
    start: int
    end: int
    actors: tuple[str, ...]
    role: str
    gap: bool
    why: str


def load_cases(folder: Path = FOLDER) -> tuple[ActorCase, ...]:
    """Return all cases of a folder; raises CaseError for duplicates and for phrases that do not stand in their text."""
    cases: list[ActorCase] = []
    seen: dict[str, str] = {}
    asked: set[tuple[str, int, int]] = set()
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            if reader.fieldnames != COLUMNS:
                raise CaseError(f"{path.name}: columns {reader.fieldnames}, wanted {COLUMNS}")
            for row in reader:
                case = _case(path.stem, row)
                if case.id in seen:
                    raise CaseError(f"{case.id} stands twice")
                if (case.text, case.start, case.end) in asked:
                    raise CaseError(f"{case.id}: the same phrase is asked twice")
                seen[case.id] = case.text
                asked.add((case.text, case.start, case.end))
                cases.append(case)
    return tuple(cases)


def _case(topic: str, row: dict[str, str]) -> ActorCase:
    name = f"{topic}.{row['id']}"
    if None in row or not all(isinstance(value, str) for value in row.values()):
        raise CaseError(f"{name}: wrong number of cells")
    start = -1
    for _nth in range(int(row["nth"])):
        start = row["text"].find(row["phrase"], start + 1)
        if start < 0:
            raise CaseError(f"{name}: {row['phrase']!r} does not stand {row['nth']} times in its text")
    if row["role"] not in ROLES or bool(row["actors"]) != bool(row["role"]):
        raise CaseError(f"{name}: role {row['role']!r} does not fit actors {row['actors']!r}")
    actors = tuple(part.strip() for part in row["actors"].split(";") if part.strip())
    return ActorCase(name, row["text"], start, start + len(row["phrase"]), actors, row["role"], row["gap"] == "gap", row["why"])

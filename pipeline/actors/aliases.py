"""The reader's own alias table: how a text calls an actor, and the name to show. It wins over every other table."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.errors import LanguageDataError


def read_aliases(path: Path) -> dict[str, str]:
    """Return folded name -> canonical name from a CSV with the header `name,canonical`; a missing file is an empty table.

    Raises LanguageDataError for a line without both cells.
    """
    if not path.is_file():
        return {}
    aliases: dict[str, str] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            found = [cell.strip() for cell in next(csv.reader([line]))]
            if found == ["name", "canonical"]:
                continue
            if len(found) != 2 or not all(found):
                raise LanguageDataError(path.name, number, f"needs a name and a canonical name: {line.strip()!r}")
            aliases[folded(found[0])] = found[1]
    return aliases


def folded(name: str) -> str:
    """Return the form under which names of the alias table are compared: case, white space and a leading "the" aside."""
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)

"""What a run of the line can be told from outside; passed down as an argument, never read as a global."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of one run.

    `model` is a spaCy pipeline's name or path, or "" for the English model in data/models/en.
    `threads` is how many the model may use. `aliases` is the reader's own alias table (name,canonical); it wins over all others.
    """

    model: str = ""
    threads: int = 1
    aliases: Path = DATA / "aliases.csv"

"""What a run of the line can be told from outside; passed down as an argument, never read as a global."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import PipelineError

MODEL_VARIABLE, THREADS_VARIABLE = "DATELINE_MODEL", "DATELINE_THREADS"
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

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Return what the environment of a command or page asks for; its edge hands in `os.environ`, no stage reads it.

        >>> Settings.from_environment({"DATELINE_MODEL": "en_core_web_sm", "DATELINE_THREADS": "2"}).threads
        2
        """
        threads = environment.get(THREADS_VARIABLE, "").strip()
        if threads and (not threads.isdigit() or int(threads) < 1):
            raise PipelineError(f"{THREADS_VARIABLE} is {threads!r}; give a number of threads, 1 or more")
        return cls(environment.get(MODEL_VARIABLE, "").strip(), int(threads or 1))

"""How well event words are found, word by word, in held-out sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.language.paragraphs import BREAK, FREE
from pipeline.language.tagger import Tagger
from training.windows import read_windows

NOT_SAID = "-"  # words of gold mentions of several words: not measured


def count_events(pairs: Iterable[tuple[str, str]]) -> tuple[int, int, int]:
    """Return (right, wrong, missed) over (gold, found) labels of words; "O" and "" are no event.

    >>> count_events([("OCCURRENCE", "STATE"), ("O", ""), ("O", "STATE"), ("-", "STATE"), ("STATE", "")])
    (1, 1, 1)
    """
    right = wrong = missed = 0
    for gold, found in pairs:
        is_event, is_found = gold != "O", found not in ("", "O")
        if gold != NOT_SAID:
            right += is_event and is_found
            wrong += is_found and not is_event
            missed += is_event and not is_found
    return right, wrong, missed


def measure_events(model: Path, sentences: Path) -> dict[str, float]:
    """Return precision, recall and F of event words, 0 to 100."""
    tagger = Tagger(model)
    pairs: list[tuple[str, str]] = []
    for window in read_windows(sentences):
        layout: Sequence[int] = [BREAK, *[FREE] * (len(window.words) - 1)]
        pairs += zip(window.layers["event"], tagger(window.words, layout).event, strict=True)
    right, wrong, missed = count_events(pairs)
    return {
        "P": 100 * right / max(1, right + wrong),
        "R": 100 * right / max(1, right + missed),
        "F": 200 * right / max(1, 2 * right + wrong + missed),
    }

"""python -m training.prepare CORPORA OUT: corpora -> windows to train on, label tables, held-out event sentences, a count of it all.

CORPORA holds .jsonl.gz files of windows (see `windows.read_windows`) and .conllu files (see `conllu`). A window that stands in two files
is taken once; how often a source is seen is the recipe's business.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.conllu import read_conllu
from training.labels import label_tables
from training.names import mend_source
from training.recipe import read_recipe
from training.topics import topic_boundary
from training.windows import Window, read_windows, write_windows

EVENT_SHARE = 0.8  # of a source of event words that is trained on; the rest, other topics, is held out
FLAWED_SOURCE = "re3d_gov"  # types states as organisations, against every other source


def read_corpora(folder: Path) -> list[Window]:
    """Return the windows of all files of the folder, each once, in the order of file names."""
    windows: dict[tuple[str, tuple[str, ...]], Window] = {}
    for path in sorted(folder.iterdir()):
        found: Iterable[Window] = ()
        if path.name.endswith((".jsonl", ".jsonl.gz")):
            found = read_windows(path)
        elif path.suffix == ".conllu":
            found = read_conllu(path)
        for window in found:
            windows.setdefault((window.source, window.words), window)
    return list(windows.values())


def hold_out_events(windows: Sequence[Window], share: float = EVENT_SHARE) -> tuple[list[Window], list[Window]]:
    """Return (to train on, held out): of each source's event sentences the first `share` and the rest, cut where the topic changes."""
    held: list[Window] = []
    for source in sorted({window.source for window in windows if "event" in window.layers}):
        events = [window for window in windows if window.source == source]
        held += events[topic_boundary(events, share) :] if share < 1 else []
    out = {id(window) for window in held}
    return [window for window in windows if id(window) not in out], held


def prepare(corpora: Path, out: Path, event_share: float = EVENT_SHARE) -> dict[str, object]:
    """Write train.jsonl.gz, events_held_out.jsonl.gz, labels.json, report.json to `out`; return the report."""
    recipe = read_recipe()
    windows = [window for window in read_corpora(corpora) if window.source in recipe.sources]
    windows, mended = mend_source(windows, FLAWED_SOURCE)
    train, held = hold_out_events(windows, event_share)
    out.mkdir(parents=True, exist_ok=True)
    write_windows(out / "train.jsonl.gz", train)
    write_windows(out / "events_held_out.jsonl.gz", held)
    (out / "labels.json").write_text(json.dumps(label_tables(train, recipe.name_types)), encoding="utf-8")
    words: Counter[str] = Counter()
    for window in train:
        words[window.source] += len(window.words)
    report: dict[str, object] = {"words": dict(words), "names_mended": mended, "event_sentences_held_out": len(held)}
    (out / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    return report


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--event-share", type=float, default=EVENT_SHARE, help="share of the event sentences to train on; 1 = all of them")
    arguments = parser.parse_args()
    print(json.dumps(prepare(arguments.corpora, arguments.out, arguments.event_share), indent=1))  # noqa: T201

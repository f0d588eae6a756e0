"""The label tables of the model: which labels each task knows, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from training.windows import UNKNOWN, Window

RAREST = 5  # labels seen less often are not learnt
COUNTED = ("tag", "pos", "morph", "dep")
Labels = dict[str, list[str]]


def label_tables(windows: Iterable[Window], name_types: Sequence[str]) -> Labels:
    """Return the labels of every task: counted ones sorted, names and events with "O" first."""
    counts: dict[str, Counter[str]] = {layer: Counter() for layer in (*COUNTED, "event")}
    for window in windows:
        for layer, seen in counts.items():
            seen.update(window.layers.get(layer, ()))
    tables = {layer: sorted(label for label, n in counts[layer].items() if n >= RAREST) for layer in COUNTED}
    tables["ner"] = ["O", *(f"{place}-{kind}" for kind in name_types for place in "BI")]
    tables["event"] = ["O", *sorted(counts["event"].keys() - {"O", "-"})]
    return tables


def label_ids(tables: Labels) -> dict[str, dict[str, int]]:
    """Return label -> number for each task; look a label up with `.get(label, UNKNOWN)`."""
    return {task: {label: i for i, label in enumerate(labels)} for task, labels in tables.items()}


def numbered(window: Window, task: str, ids: dict[str, dict[str, int]]) -> list[int]:
    """Return one number a word for a task the window has; heads ("arc") and sentence starts are numbers already."""
    if task == "arc":
        return list(window.layers["head"])
    if task == "sent":
        return [int(label) for label in window.layers["sent"]]
    return [ids[task].get(label, UNKNOWN) for label in window.layers[task]]

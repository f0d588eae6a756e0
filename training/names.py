"""Names in a BIO layer: reading them, writing them, and mending a source that types some of them against all others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from training.windows import Window

Name = tuple[int, int, str]  # first word, behind the last word, type

AGREED_MENTIONS = 3  # so many mentions in the other sources ...
AGREED_SHARE = 0.8  # ... of which at least this share has one type


def read_names(labels: Sequence[str | int]) -> Iterator[Name]:
    """Yield the names of a BIO layer, in order; an I- without its B- opens none.

    >>> list(read_names(("B-LOC", "I-LOC", "O", "B-PERSON")))
    [(0, 2, 'LOC'), (3, 4, 'PERSON')]
    """
    start, kind = -1, ""
    for i, label in enumerate([*map(str, labels), "O"]):
        if start >= 0 and label != f"I-{kind}":
            yield start, i, kind
            start = -1
        if label.startswith("B-"):
            start, kind = i, label[2:]


def write_name(labels: list[str], name: Name) -> None:
    """Write one name into a BIO layer."""
    start, end, kind = name
    labels[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]


def agreed_types(windows: Iterable[Window]) -> dict[str, str]:
    """Return the type of every name on which the windows agree (AGREED_MENTIONS, AGREED_SHARE)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for window in windows:
        for start, end, kind in read_names(window.layers.get("ner", ())):
            counts[" ".join(window.words[start:end])][kind] += 1
    agreed = {}
    for text, kinds in counts.items():
        kind, most = kinds.most_common(1)[0]
        if kinds.total() >= AGREED_MENTIONS and most >= AGREED_SHARE * kinds.total():
            agreed[text] = kind
    return agreed


def mend_source(windows: Sequence[Window], source: str) -> tuple[list[Window], int]:
    """Return the windows with that source's names typed as the other sources agree, and how many were changed.

    One source calls the "U.S." an organisation in every mention; the others call it a place.
    """
    agreed = agreed_types(window for window in windows if window.source != source)
    mended, changed = [], 0
    for window in windows:
        if window.source == source and "ner" in window.layers:
            labels = list(window.layers["ner"])
            for start, end, kind in read_names(window.layers["ner"]):
                right = agreed.get(" ".join(window.words[start:end]), kind)
                if right != kind:
                    write_name(labels, (start, end, right))
                    changed += 1
            window = window.with_layer("ner", labels)
        mended.append(window)
    return mended, changed

"""Changes training windows so that the model sees headlines, lost casing, missing full stops, other neighbours and other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from training.names import read_names
from training.recipe import Augment
from training.windows import MAX_WORDS, UNKNOWN, Window, join, pack, sentences

SHORTEST_ROOM = 30  # words of the smallest window that sentences are packed into
STOPS = frozenset(".")
Names = dict[tuple[str, str], list[tuple[str, ...]]]


def known_names(windows: Sequence[Window]) -> Names:
    """Return every name of the windows by (source, type), as words, in order, repeats kept."""
    names: Names = defaultdict(list)
    for window in windows:
        for start, end, kind in read_names(window.layers.get("ner", ())):
            names[window.source, kind].append(window.words[start:end])
    return names


def repack(windows: Sequence[Window], random: Random) -> list[Window]:
    """Return the windows' sentences in the same order, packed anew to windows of random length; windows without trees as they are."""
    rooms = iter(lambda: random.randint(SHORTEST_ROOM, MAX_WORDS), None)
    cut = [window for window in windows if "sent" in window.layers]
    whole = [window for window in windows if "sent" not in window.layers]
    return whole + pack((part for window in cut for part in sentences(window)), rooms)


def change(window: Window, chances: Augment, names: Names, random: Random) -> Window:
    """Return the window with some of its names, stops and casing changed; each layer stays as long as the words."""
    if "head" not in window.layers and "ner" in window.layers and "event" not in window.layers:
        window = other_names(window, chances.other_name, names, random)
    parts = []
    for part in sentences(window):
        if random.random() < chances.drop_stop:
            part = without_stop(part)
        if random.random() < chances.sentence_casing:
            part = replace(part, words=tuple(map(random.choice((str.lower, str.upper, _title)), part.words)))
        parts.append(part)
    return join(parts)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:] if len(word) > 3 else word


def without_stop(sentence: Window) -> Window:
    """Return the sentence without its last full stop, if it has one that nothing hangs on and more words than that."""
    last = len(sentence.words)
    if last < 2 or sentence.words[-1] not in STOPS or last in sentence.layers.get("head", ()):
        return sentence
    return sentence.cut(0, last - 1)


def other_names(window: Window, chance: float, names: Names, random: Random) -> Window:
    """Return the window with some names changed for others of the same source and type."""
    words: list[str] = []
    labels: list[str] = []
    done = 0
    for start, end, kind in read_names(window.layers["ner"]):
        choices = names.get((window.source, kind), [])
        new = random.choice(choices) if choices and random.random() < chance else window.words[start:end]
        words += [*window.words[done:start], *new]
        labels += [*window.layers["ner"][done:start], f"B-{kind}", *[f"I-{kind}"] * (len(new) - 1)]
        done = end
    words += window.words[done:]
    labels += window.layers["ner"][done:]
    return Window(tuple(words), window.source, {"ner": tuple(labels)})


def confident(labels: Sequence[str], chances: Sequence[float], sure: float) -> Iterator[str | int]:
    """Yield each label whose chance reaches `sure`, UNKNOWN for the others.

    >>> list(confident(("O", "B-LOC"), (0.99, 0.5), 0.9))
    ['O', -100]
    """
    for label, chance in zip(labels, chances, strict=True):
        yield label if chance >= sure else UNKNOWN

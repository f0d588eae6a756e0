"""How fast the whole language layer is, and how much it holds: python -m training.measure_speed MODEL TEXTS THREADS prints it as JSON.

The layer is words, wordpieces, the model, decoding, lemmas and the correction of names, on articles of about 400 words. Each number of
threads is measured in a process of its own, so that its peak is its own. Other programs on the machine can only make it slower, so the best
of several rounds counts; for one thread CPU time is given too, which other programs touch least.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

from spacy.language import Language

from pipeline.language.names import correct_names
from training.layer import gold_docs, language_layer

ARTICLE_WORDS = 400
ARTICLES = 40
ROUNDS = 7


def articles(nlp: Language, path: Path) -> list[str]:
    """Return texts of about ARTICLE_WORDS words, made of a test file's texts in their order."""
    docs = gold_docs(nlp, path)
    bounds, held = [0], 0
    for i, doc in enumerate(docs, 1):
        held += len(doc)
        if held >= ARTICLE_WORDS:
            bounds.append(i)
            held = 0
    return ["\n".join(doc.text for doc in docs[a:e]) for a, e in list(pairwise(bounds))[:ARTICLES]]


def measure_speed(model: Path, path: Path) -> dict[str, float]:
    """Return words a second (best of ROUNDS) with one and two threads, load time in seconds, peak memory in MB, imports included."""
    one, two = (_in_own_process(model, path, threads) for threads in (1, 2))
    return {
        "load s": one["load"],
        "words/s by the clock, 1 thread": one["clock"],
        "words/s of CPU time, 1 thread": one["cpu"],
        "words/s by the clock, 2 threads": two["clock"],
        "2 threads to 1, by the clock": two["clock"] / one["clock"],
        "peak MB": max(one["peak"], two["peak"]),
    }


def _in_own_process(model: Path, path: Path, threads: int) -> dict[str, float]:
    command = [sys.executable, "-m", "training.measure_speed", str(model), str(path), str(threads)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def measure_here(model: Path, path: Path, threads: int) -> dict[str, float]:
    """Return load (s, without imports), clock and cpu (words/s, best of ROUNDS), peak (MB of this process)."""
    begin = time.perf_counter()
    nlp = language_layer(model, threads)
    load = time.perf_counter() - begin
    texts = articles(nlp, path)
    clock, cpu = [], []
    for _ in range(ROUNDS):
        begin, begin_cpu, words = time.perf_counter(), time.process_time(), 0
        for text in texts:
            doc = nlp(text)
            correct_names(doc)
            words += len(doc)
        clock.append(words / (time.perf_counter() - begin))
        cpu.append(words / (time.process_time() - begin_cpu))
    return {"load": load, "clock": max(clock), "cpu": max(cpu), "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    print(json.dumps(measure_here(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201

"""An experiment that does not ship: a linear head for the status on the shipped model's word states, against the rules.

python -m training.status_head STATES.npz measures by eight folds over our own sentences; `--states MODEL` writes that file first, with
a copy of the graph that puts its word states out (needs onnx). What came out stands in docs/model.md.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.language.tagger import MODEL_FILE
from training.layer import language_layer
from training.measure_status import SENTENCES, Marked, read_marked

Floats = NDArray[np.float32]
FOLDS, ROUNDS, RATE = 8, 400, 0.5
PENALTIES = (0.003, 0.01, 0.03)
STATE = "/network/Concat_output_0"  # each word's mixed layers and casing, what all heads read


def with_states(folder: Path, out: Path) -> None:
    """Write a copy of a model's folder whose graph has one output more, `state`."""
    import onnx

    graph = onnx.load(str(folder / MODEL_FILE))
    for node in graph.graph.node:
        for names in (node.input, node.output):
            for i, name in enumerate(names):
                names[i] = "state" if name == STATE else name
    graph.graph.output.append(onnx.helper.make_tensor_value_info("state", onnx.TensorProto.FLOAT, ["B", "W", None]))
    onnx.save(graph, str(out / MODEL_FILE))
    for name in ("labels.json", "tokenizer.json"):
        (out / name).write_bytes((folder / name).read_bytes())


def features(folder: Path, sentences: list[Marked]) -> Floats:
    """Return for each sentence the states of the event word, of the two words above it, and the mean of those below it, side by side."""
    nlp = language_layer(folder)
    tagger = nlp.get_pipe("dateline_tagger")._tagger  # type: ignore[attr-defined]
    found = []
    for marked in sentences:
        doc = nlp(marked.text)
        words = [token for token in doc if not token.is_space]
        output = tagger.session.run(["state"], tagger.rows([token.text for token in words]))
        state = dict(zip((token.i for token in words), output[0][0][1:], strict=True))
        event = next(token for token in words if token.idx < marked.end and marked.start < token.idx + len(token))
        below = [state[child.i] for child in event.children if child.i in state] or [np.zeros_like(state[event.i])]
        found.append(np.concatenate([state[event.i], state[event.head.i], state[event.head.head.i], np.mean(below, 0)]))
    return np.array(found, np.float32)


def fit(x: Floats, y: NDArray[np.int64], classes: int, penalty: float) -> Floats:
    """Return the weights of a softmax regression with an L2 penalty, by gradient descent with momentum."""
    weights = np.zeros((x.shape[1], classes), np.float32)
    speed = np.zeros_like(weights)
    wanted = np.eye(classes, dtype=np.float32)[y]
    for _ in range(ROUNDS):
        gradient = x.T @ (softmax(x @ weights) - wanted) / len(x) + 2 * penalty * weights
        speed = 0.9 * speed - RATE / 10 * gradient
        weights += speed
    return weights


def softmax(scores: Floats) -> Floats:
    """Return each row's probabilities."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True), np.float32)


def held_out(x: Floats, y: NDArray[np.int64], classes: int, penalty: float) -> Floats:
    """Return the probabilities of each sentence by a head that did not see its fold."""
    found = np.zeros((len(x), classes), np.float32)
    for fold in np.array_split(np.random.default_rng(0).permutation(len(x)), FOLDS):
        rest = np.setdiff1d(np.arange(len(x)), fold)
        mean, spread = x[rest].mean(0), x[rest].std(0) + 1e-3
        sides = [np.concatenate([(x[part] - mean) / spread, np.ones((len(part), 1), np.float32)], 1) for part in (rest, fold)]
        found[fold] = softmax(sides[1] @ fit(sides[0], y[rest], classes, penalty))
    return found


def main() -> None:
    """Write the states, or measure the head on them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--states", type=Path, metavar="MODEL")
    arguments = parser.parse_args()
    sentences = read_marked(SENTENCES)
    if arguments.states:
        with tempfile.TemporaryDirectory() as folder:
            with_states(arguments.states, Path(folder))
            np.savez_compressed(arguments.file, x=features(Path(folder), sentences))
    labels = sorted({marked.status for marked in sentences})
    y = np.array([labels.index(marked.status) for marked in sentences])
    x = np.load(arguments.file)["x"]
    for penalty in PENALTIES:
        share = (held_out(x, y, len(labels), penalty).argmax(1) == y).mean()
        print(f"penalty {penalty}: {100 * share:.1f}% of {len(y)} sentences, each by a head that did not see its fold")  # noqa: T201


if __name__ == "__main__":
    main()

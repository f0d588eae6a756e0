"""python -m training.train PREPARED OUT: fine-tune the encoder for all tasks at once; writes OUT/average.pt and OUT/last.pt.

Runs on the CPU. The learning rate follows the steps, but `--minutes` bounds the run: if the machine is slow, the rate falls with the clock
instead and the run ends in time (such a run is not repeatable step by step; its log says so).
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import math
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional

from training.augment import change, known_names, repack
from training.average import Average
from training.batches import batches, epoch_windows
from training.collate import Collator
from training.dropout import seed_dropout
from training.encode import Noise, Pieces
from training.encoder import Encoder, base_encoder, base_folder, sentence_vector
from training.labels import label_ids
from training.network import Network
from training.network_io import go_on_from
from training.optimiser import make_optimiser, set_rate
from training.recipe import Recipe, read_recipe
from training.selflabel import label_names
from training.windows import UNKNOWN, Window, read_windows

log = logging.getLogger("training")
CLIP = 1.0
REPORT_EVERY, SAVE_EVERY = 50, 250
SMOOTH = 0.97  # of the losses in the log


def _grouped(found: list[list[Window]], size: int) -> list[list[list[Window]]]:
    return [found[i : i + size] for i in range(0, len(found), size)]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long to train, and with what chance numbers."""

    epochs: float
    minutes: float
    seed: int
    threads: int  # batches that are worked on side by side; they make one step
    steps: int  # stop after so many; 0 = do not (for a trial)
    start: Path | None = None  # a checkpoint to go on from, with the labels of `prepared`; None = the untouched encoder
    rate: float = 1.0  # all learning rates are multiplied by this


class Trainer:
    """One run."""

    def __init__(self, prepared: Path, out: Path, recipe: Recipe, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        self.random, self.recipe, self.plan, self.out = Random(plan.seed), recipe, plan, out
        self.windows = list(read_windows(prepared / "train.jsonl.gz"))
        self.names = known_names(self.windows)
        labels = json.loads((prepared / "labels.json").read_text(encoding="utf-8"))
        sources = sorted(recipe.sources)
        styles = {source: i for i, source in enumerate(sources, 1)}
        self.collator = Collator(Pieces(base_folder()), label_ids(labels), styles)
        self.network = Network(base_encoder(base_folder()), labels, sources)
        if plan.start:
            go_on_from(self.network, plan.start)
        self.teacher: Encoder = base_encoder(base_folder()).eval()
        self.optimiser = make_optimiser(self.network, recipe.optimiser, plan.rate)
        self.average = Average(self.network, recipe.optimiser.average_keep)
        self.losses: dict[str, float] = {}
        self.pool = ThreadPoolExecutor(plan.threads)  # no torch threads inside an operation: on a busy machine they wait for one another

    def epoch(self, number: int) -> list[list[Window]]:
        """Return the batches of one epoch, augmented."""
        if number in self.recipe.self_labels.epochs:
            self._label_themselves()
        chosen = epoch_windows(repack(self.windows, self.random), self.recipe.sources, self.random)
        changed = [change(window, self.recipe.augment, self.names, self.random) for window in chosen]
        return batches(changed, self._size, self.recipe.optimiser.batch_pieces, self.random)

    def _size(self, window: Window) -> int:
        return self.collator.pieces.count(window.words)

    def _label_themselves(self) -> None:
        """Give names to the windows of sources that have none, by the average so far."""
        named = {window.source for window in self.windows if self.names and any(key[0] == window.source for key in self.names)}
        bare = [window for window in self.windows if window.source not in named]
        rest = [window for window in self.windows if window.source in named]
        teacher = Network(Encoder(), self.network.labels, self.network.sources)
        teacher.load_state_dict(self.average.state)
        self.windows = rest + sorted(label_names(teacher, self.collator, bare, self.recipe.self_labels.sure), key=lambda w: w.source)
        log.info("labelled %d windows without names", len(bare))

    def loss(self, batch: list[Window], place: tuple[int, int]) -> dict[str, Tensor]:
        """Return the weighted loss of each task on a batch; `place` is (step, which of the step's batches), all chance comes from it."""
        step = place[0]
        seed_dropout(self.plan.seed, *place)
        chances = self.recipe.augment
        inputs = self.collator.inputs(batch, Noise(chances.word_casing, chances.word_mask, Random(f"{self.plan.seed} {place}")))
        labels = self.collator.labels(batch)
        if "arc" in labels:
            inputs["heads"] = labels["arc"].clamp(min=0)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.network(inputs)
        found = {}
        for task, gold in labels.items():
            if bool((gold != UNKNOWN).any()):
                each = functional.cross_entropy(scores[task].float().flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)
                found[task] = self.recipe.tasks[task] * each
        if step % self.recipe.optimiser.teacher_every == 0:
            found["vec"] = self.recipe.tasks["vec"] * self._distance(inputs, scores["vec"].float())
        return found

    def _distance(self, inputs: dict[str, Tensor], vectors: Tensor) -> Tensor:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            theirs = sentence_vector(self.teacher(inputs["ids"], inputs["shp"] * 0)[-1].float(), inputs["ids"])
        return (1 - (vectors * theirs).sum(-1)).mean() * self.recipe.optimiser.teacher_every

    def _backward(self, batch: list[Window], place: tuple[int, int]) -> dict[str, float]:
        found = self.loss(batch, place)
        (sum(found.values(), torch.zeros(())) / self.plan.threads).backward()
        return {task: value.item() for task, value in found.items()}

    def steps(self) -> Iterator[tuple[int, list[list[Window]]]]:
        """Yield (epoch, the batches of one step), without end: as many batches a step as threads."""
        for number in itertools.count():
            yield from ((number, group) for group in _grouped(self.epoch(number), self.plan.threads))

    def run(self) -> None:
        """Train until the epochs or the minutes are over."""
        begin, pieces = time.monotonic(), 0
        total = math.ceil(self.plan.epochs * len(self.epoch(0)) / self.plan.threads)
        for step, (number, group) in enumerate(self.steps()):
            spent = (time.monotonic() - begin) / (60 * self.plan.minutes)
            done = max(step / total, spent)
            if done >= 1 or (self.plan.steps and step >= self.plan.steps):
                break
            set_rate(self.optimiser, step, done, self.recipe.optimiser.warm_up_steps)
            self._step(group, step)
            pieces += sum(self._size(window) for batch in group for window in batch)
            if step % REPORT_EVERY == 0:
                speed = pieces / (time.monotonic() - begin)
                losses = " ".join(f"{task} {value:.3f}" for task, value in sorted(self.losses.items()))
                log.info("epoch %d step %d of %d, %.2f done, %.0f pieces/s, %s", number, step, total, done, speed, losses)
            if step % SAVE_EVERY == SAVE_EVERY - 1:
                self.save()
        self.save()
        log.info("done: %d of %d steps, %d pieces, %.0f s", step, total, pieces, time.monotonic() - begin)

    def _step(self, group: list[list[Window]], step: int) -> None:
        """One step: each thread takes a batch through the network and back, then the weights move once."""
        self.optimiser.zero_grad()
        found = list(self.pool.map(self._backward, group, [(step, i) for i in range(len(group))]))
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.optimiser.step()
        if step % self.recipe.optimiser.average_every == 0:
            self.average.update(self.network)
        for losses in found:
            for task, value in losses.items():
                self.losses[task] = SMOOTH * self.losses.get(task, value) + (1 - SMOOTH) * value

    def save(self) -> None:
        """Write the average and the last weights."""
        for name, state in (("average", self.average.state), ("last", self.network.state_dict())):
            content = {"labels": self.network.labels, "sources": self.network.sources, "state": state}
            torch.save(content, self.out / f"{name}.new")
            (self.out / f"{name}.new").replace(self.out / f"{name}.pt")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=10)
    parser.add_argument("--minutes", type=float, default=110)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, default=None, help="a checkpoint to go on from")
    parser.add_argument("--rate", type=float, default=1.0, help="what all learning rates are multiplied by")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps, for a trial")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    arguments.out.mkdir(parents=True, exist_ok=True)
    plan = Plan(arguments.epochs, arguments.minutes, arguments.seed, arguments.threads, arguments.steps, arguments.start, arguments.rate)
    Trainer(arguments.prepared, arguments.out, read_recipe(), plan).run()


if __name__ == "__main__":
    main()

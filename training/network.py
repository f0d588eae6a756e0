"""Encoder and heads: tags, morphology, sentence starts, names, events, biaffine arcs (Dozat and Manning 2017), sentence vector."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.dropout import Dropout
from training.encoder import CASINGS, FAR_BELOW, LAYERS, WIDTH, Encoder, sentence_vector
from training.labels import Labels

ARC, RELATION, HIDDEN, CASING_WIDTH, STYLE = 192, 96, 192, 16, 16
DROPOUT = 0.2
LINEAR = ("tag", "pos", "morph")
OUTPUTS = ("tag", "pos", "morph", "sent", "ner", "arc", "dep", "event", "vec")


def _hidden(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), Dropout(DROPOUT))


def _classifier(width: int, labels: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, HIDDEN), nn.GELU(), Dropout(DROPOUT), nn.Linear(HIDDEN, labels))


class Network(nn.Module):
    """The whole model. `sources` have a style each for names, because corpora draw the line between types differently.

    Style 0 belongs to none; at export one style is folded into the names' first bias, so it costs nothing at run time.
    """

    def __init__(self, encoder: Encoder, labels: Labels, sources: Sequence[str]) -> None:
        super().__init__()
        self.encoder, self.labels, self.sources = encoder, labels, list(sources)
        width = WIDTH + CASING_WIDTH
        self.mix = nn.Parameter(torch.zeros(LAYERS + 1))  # how much of each layer the heads see
        self.casing = nn.Embedding(CASINGS, CASING_WIDTH)
        self.drop = Dropout(DROPOUT)
        self.linear = nn.ModuleDict({task: nn.Linear(width, len(labels[task])) for task in LINEAR})
        self.sent = _classifier(width, 2)
        self.event = _classifier(width, len(labels["event"]))
        self.style = nn.Embedding(len(self.sources) + 1, STYLE)
        nn.init.zeros_(self.style.weight)
        self.ner = _classifier(width + STYLE, len(labels["ner"]))
        self.folded = False  # whether a style stands in the first bias of `ner` already
        self.arc_word, self.arc_head = _hidden(width, ARC), _hidden(width, ARC)
        self.dep_word, self.dep_head = _hidden(width, RELATION), _hidden(width, RELATION)
        self.arc = nn.Parameter(nn.init.orthogonal_(torch.empty(ARC, ARC)))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        relations = len(labels["dep"])
        self.dep = nn.Parameter(torch.randn(RELATION, relations * RELATION) * 0.02)
        self.dep_word_bias, self.dep_head_bias = nn.Linear(RELATION, relations), nn.Linear(RELATION, relations)

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return the scores of every task for ids, shp [batch, pieces], first, wshp [batch, words]; word 0 is the root.

        `heads` are gold heads for the relation scores (training only), `style` the style number of each window.
        """
        first = batch["first"]
        states = self.encoder(batch["ids"], batch["shp"])
        weights = self.mix.softmax(0)
        x = sum((weights[i] * state for i, state in enumerate(states)), torch.zeros_like(states[0][:, :1]))
        x = torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))
        x = self.drop(torch.cat([x, self.casing(batch["wshp"])], -1))
        out = {task: head(x) for task, head in self.linear.items()}
        out["sent"], out["event"] = self.sent(x), self.event(x)
        out["ner"] = self.ner(x if self.folded else torch.cat([x, self._style(batch, x)], -1))
        out["arc"] = self._arcs(x, first)
        out["dep"] = self._relations(x, batch["heads"] if "heads" in batch else out["arc"].argmax(-1))
        out["vec"] = sentence_vector(states[-1], batch["ids"])
        return out

    def _style(self, batch: dict[str, Tensor], x: Tensor) -> Tensor:
        return self.style(batch["style"])[:, None, :].expand(-1, x.shape[1], -1)

    def _arcs(self, x: Tensor, first: Tensor) -> Tensor:
        heads = self.arc_head(x)
        scores = (self.arc_word(x) @ self.arc) @ heads.transpose(1, 2) + (heads * self.arc_bias).sum(-1)[:, None, :]
        real = torch.cat([torch.ones_like(first[:, :1], dtype=torch.bool), first[:, 1:] > 0], 1)  # the root and the words
        return scores + (~real)[:, None, :].to(scores.dtype) * FAR_BELOW

    def _relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """Score the relation of each word to its chosen head only."""
        words, over = self.dep_word(x), self.dep_head(x)
        over = torch.gather(over, 1, heads[..., None].expand(-1, -1, RELATION))
        rows, n, _ = words.shape
        turned = (words.reshape(rows * n, RELATION) @ self.dep).view(rows, n, -1, RELATION)
        return (turned * over[:, :, None, :]).sum(-1) + self.dep_word_bias(words) + self.dep_head_bias(over)

"""python -m training.export CHECKPOINT OUT [--style SOURCE ...]: a checkpoint -> tagger_int8.onnx, labels.json, tokenizer.json."""

from __future__ import annotations

import argparse
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import WIDTH, base_folder
from training.network import CASING_WIDTH, OUTPUTS, Network
from training.network_io import load_network

INPUTS = ("ids", "shp", "first", "wshp")
OPSET = 17
SIZES = {"ids": "BT", "shp": "BT", "first": "BW", "wshp": "BW", "arc": "BWW", "vec": "B"}  # B batch, T pieces, W words; others BW


class Exported(nn.Module):
    """The network with plain inputs and outputs; the names' style is already in a bias."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shp: Tensor, first: Tensor, wshp: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs in the order of OUTPUTS."""
        out = self.network({"ids": ids, "shp": shp, "first": first, "wshp": wshp})
        return tuple(out[name] for name in OUTPUTS)


def fold_style(network: Network, sources: Sequence[str]) -> None:
    """Move the mean style of these sources (none = style 0, of no source) into the first bias of the names' head."""
    numbers = [network.sources.index(source) + 1 for source in sources] or [0]
    style = network.style.weight.detach()[numbers].mean(0)
    wide = network.ner[0]
    assert isinstance(wide, nn.Linear)
    narrow = nn.Linear(WIDTH + CASING_WIDTH, wide.out_features)
    own = WIDTH + CASING_WIDTH
    narrow.weight.data = wide.weight.detach()[:, :own].clone()
    narrow.bias.data = wide.bias.detach() + wide.weight.detach()[:, own:] @ style
    network.ner[0] = narrow
    network.folded = True


def favour_events(network: Network, by: float) -> None:
    """Make event words likelier: lower the score of "O" by so much (0 = as trained, which finds few wrong ones but misses more)."""
    last = network.event[-1]
    assert isinstance(last, nn.Linear)
    last.bias.data[network.labels["event"].index("O")] -= by


def write_graph(network: Network, path: Path) -> None:
    """Write the network in full precision."""
    ids = torch.randint(1000, 2000, (2, 17))
    first = torch.tensor([[0, 1, 2, 4, 5], [0, 1, 3, 4, 0]])
    axes = {name: dict(enumerate(SIZES.get(name, "BW"))) for name in (*INPUTS, *OUTPUTS)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(network),
            (ids, ids % 3, first, first % 3),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def keep_norms_apart(path: Path) -> None:
    """Write Sum for the Add before each layer norm: onnxruntime 1.32 would fuse the two to a kernel that is four times slower on CPUs."""
    model = onnx.load(path)
    makers = {output: node for node in model.graph.node for output in node.output}
    for node in model.graph.node:
        before = makers.get(node.input[0]) if node.op_type == "LayerNormalization" else None
        if before is not None and before.op_type == "Add":
            before.op_type = "Sum"
    onnx.save(model, path)


def export(checkpoint: Path, out: Path, style: Sequence[str], favour: float) -> None:
    """Write the product's files to `out`: dynamic int8, one scale per output channel."""
    network = load_network(checkpoint)
    fold_style(network, style)
    favour_events(network, favour)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        write_graph(network, full)
        keep_norms_apart(full)
        quantize_dynamic(full, out / "tagger_int8.onnx", weight_type=QuantType.QInt8, per_channel=True)
    shutil.copyfile(base_folder() / "tokenizer.json", out / "tokenizer.json")
    (out / "labels.json").write_text(json.dumps(network.labels), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--style", nargs="*", default=[], help="sources that type names as wanted; none = a neutral style")
    parser.add_argument("--favour-events", type=float, default=2.0, help="how much likelier event words are made; 0 = as trained")
    arguments = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)  # the quantiser is talkative
    export(arguments.checkpoint, arguments.out, arguments.style, arguments.favour_events)

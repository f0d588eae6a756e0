"""python -m training.evaluate MODEL TESTS [--events FILE] [--only names syntax events speed] [--card FILE] [--json FILE]: every figure.

TESTS holds spaCy DocBin files. What is measured is the product's own language layer with the model of the folder MODEL: its words, its
sentence ends, its decoding.
`--events` takes the event sentences that `training.prepare` held out. `--card` writes the table into the model card, between its two marks.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from training.layer import language_layer
from training.measure_events import measure_events
from training.measure_names import measure_names
from training.measure_speed import measure_speed
from training.measure_syntax import measure_syntax

NAME_TESTS = ("uner_pud", "uner_ewt_test", "crossner_test", "gum_test_news", "wnut17_test")
SYNTAX_TESTS = ("pud_test", "gum_test_news", "gum_test_all", "ewt_test")
SPEED_TEST = "pud_test"

BEGIN, END = "<!-- figures: python -m training.evaluate -->", "<!-- end of figures -->"

Figures = dict[str, dict[str, float]]


def _names(model: Path, tests: Path, _events: Path | None) -> Figures:
    nlp = language_layer(model)
    figures: Figures = {}
    for test in NAME_TESTS:
        figures[f"names {test}"], figures[f"names {test}, corrected"] = measure_names(nlp, tests / f"{test}.spacy")
    return figures


def _syntax(model: Path, tests: Path, _events: Path | None) -> Figures:
    nlp = language_layer(model)
    return {f"syntax {test}": measure_syntax(nlp, tests / f"{test}.spacy") for test in SYNTAX_TESTS}


def _events(model: Path, _tests: Path, events: Path | None) -> Figures:
    return {} if events is None else {"events held out": measure_events(model, events)}


def _speed(model: Path, tests: Path, _events: Path | None) -> Figures:
    size = {"file MB": (model / "tagger_int8.onnx").stat().st_size / 1e6}
    return {"speed": size | measure_speed(model, tests / f"{SPEED_TEST}.spacy")}


PARTS: dict[str, Callable[[Path, Path, Path | None], Figures]] = {"names": _names, "syntax": _syntax, "events": _events, "speed": _speed}


def table(figures: Figures) -> str:
    """Return the figures as lines of a Markdown table."""
    rows = [f"| {test} | " + ", ".join(f"{name} {value:,.1f}" for name, value in found.items()) + " |" for test, found in figures.items()]
    return "\n".join(["| test | figures |", "|---|---|", *rows])


def with_table(card: str, lines: str) -> str:
    """Return the model card with the table between its marks; ValueError for a card without them.

    >>> with_table(f"a\\n{BEGIN}\\nold\\n{END}\\nb", "new")
    'a\\n<!-- figures: python -m training.evaluate -->\\n\\nnew\\n\\n<!-- end of figures -->\\nb'
    """
    before, begin, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the card needs the lines {BEGIN} and {END}, between which the table goes")
    return f"{before}{begin}\n\n{lines}\n\n{end}{after}"


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("tests", type=Path)
    parser.add_argument("--events", type=Path)
    parser.add_argument("--only", nargs="*", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--card", type=Path)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    figures: Figures = {}
    for part in arguments.only:
        figures |= PARTS[part](arguments.model, arguments.tests, arguments.events)
    print(table(figures))  # noqa: T201
    if arguments.card:
        arguments.card.write_text(with_table(arguments.card.read_text(encoding="utf-8"), table(figures)), encoding="utf-8")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()

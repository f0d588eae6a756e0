"""The event tables of all seeds, cell by cell. `pytest --rewrite-golden` writes them anew; the diff is to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import read_articles
from pipeline.event_table import from_events, validate
from pipeline.export.csv_table import csv_bytes

ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_golden(seed, line, request):
    articles = read_articles([seed]).articles
    found = csv_bytes(validate(from_events(line.events(articles))))
    golden = Path(__file__).parent / f"{seed.stem}.csv"
    if request.config.getoption("--rewrite-golden"):
        golden.write_bytes(found)
    assert golden.is_file(), "no golden table yet: run pytest --rewrite-golden and read it"
    assert found.decode("utf-8-sig").splitlines() == golden.read_bytes().decode("utf-8-sig").splitlines()


def test_every_golden_table_has_its_seed():
    assert {path.stem for path in Path(__file__).parent.glob("*.csv")} == {seed.stem for seed in SEEDS}

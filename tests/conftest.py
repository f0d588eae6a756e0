"""Shared by all tests: the loaded model, once."""

from __future__ import annotations

import hypothesis
import pytest

from pipeline.language import LanguageModel
from pipeline.settings import Settings

hypothesis.settings.register_profile("dateline", deadline=None)  # tests never assert times: a busy machine is no failure
hypothesis.settings.load_profile("dateline")


@pytest.fixture(scope="session")
def language() -> LanguageModel:
    return LanguageModel.load(Settings())


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write tests/golden/*.csv anew; read the diff before you commit it")


@pytest.fixture(scope="session")
def line():
    """The whole line, loaded once (its import is late: tests of one part run without the others)."""
    from pipeline.run import Line

    return Line.load(Settings())

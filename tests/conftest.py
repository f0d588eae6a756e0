"""Shared by all tests: the loaded model, once."""

from __future__ import annotations

import pytest
from pipeline.language import LanguageModel
from pipeline.settings import Settings


@pytest.fixture(scope="session")
def language() -> LanguageModel:
    return LanguageModel.load(Settings())

"""The English model, loaded once, and a short way from a text to its time expressions."""

import datetime as dt

import pytest

from pipeline.language import LanguageModel
from pipeline.records import Article
from pipeline.settings import Settings
from pipeline.timex import find_timexes


@pytest.fixture(scope="session")
def model():
    return LanguageModel.load(Settings())


@pytest.fixture(scope="session")
def read(model):
    """Return a function: text and publication day (ISO or "") -> its timexes."""

    def find(text, dct="2022-03-01", body_start=0):
        published = dt.datetime.fromisoformat(dct) if "T" in dct else dt.date.fromisoformat(dct) if dct else None
        article = Article("a", "", text, published, body_start=body_start)
        return find_timexes(article, model.analyse(article))

    return find

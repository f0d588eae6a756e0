"""An article in another language is marked; short or odd English is not."""

from __future__ import annotations

import pytest

from pipeline.ingest import article_from_text
from pipeline.ingest.language_of import article_language, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Am Montag hat die Regierung in Berlin beschlossen, das Gesetz zu ändern.", "de"),
        ("La ministre de la Santé a démissionné lundi après un vote au parlement.", "fr"),
        ("El presidente anunció el lunes que el gobierno cerrará la embajada.", "es"),
        ("The minister resigned on Monday.", "en"),
        ("Colts Beat Chiefs 20 - 13, Clinch 5th Seed In Playoffs", "en"),
        ("", "en"),
        ("12 345 678", "en"),
    ],
)
def test_language_of(text, code):
    assert language_of(text) == code


def test_article_is_marked():
    text = "Am Montag hat die Regierung in Berlin beschlossen, das Gesetz zu ändern. Der Bundestag stimmt am Freitag ab."
    assert article_from_text(text).language == "de"
    assert article_from_text("The council met on Monday and voted on the dam.").language == "en"


@pytest.mark.parametrize(("given", "expected"), [("en-GB", "en"), ("", "en"), ("EN_us", "en"), ("cy", "cy")])
def test_the_source_may_name_it(given, expected):
    assert article_language(given, "Dam vote") == expected

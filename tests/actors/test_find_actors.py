"""The actor stage as the event stage uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.actors import Actors, find_actors
from pipeline.errors import LanguageDataError
from pipeline.language import LanguageModel
from pipeline.records import Article, Timex

NONE = Path("no-such-table.csv")


def _read(language: LanguageModel, text: str, aliases: Path = NONE, timexes: tuple[Timex, ...] = ()) -> Actors:
    article = Article("a", "", text)
    return find_actors(article, language.analyse(article), timexes, aliases)


def test_mentions_are_sorted_widest_first_and_fit_the_text(language: LanguageModel) -> None:
    text = "Russian officials met Finnish Foreign Minister Aino Laine in Minsk, Belarus, on Monday."
    mentions = _read(language, text).mentions
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start_char, -m.end_char, m.head))
    for m in mentions:
        assert text[m.start_char : m.end_char] == m.text
        assert m.start <= m.head < m.end
        assert m.actors and all(m.actors)


def test_of_finds_the_widest_phrase_of_a_head_and_the_name_of_any_token(language: LanguageModel) -> None:
    actors = _read(language, "Russian officials met Olivia Marsh.")
    assert actors.of(1).text == "Russian officials"
    assert actors.of(0).text == "Russian"
    assert actors.of(3).actors == actors.of(4).actors == ("Olivia Marsh",)
    assert actors.of(2) is None


def test_within_returns_only_what_lies_inside(language: LanguageModel) -> None:
    actors = _read(language, "Norway thanked Sweden and Peru.")
    assert [m.text for m in actors.within(0, 3)] == ["Norway", "Sweden"]
    assert actors.within(3, 4) == ()


def test_a_readers_alias_wins(language: LanguageModel, tmp_path: Path) -> None:
    table = tmp_path / "aliases.csv"
    table.write_text("# mine\nname,canonical\nthe norway,Kingdom of the North\nMarsh,O. Marsh\n", encoding="utf-8")
    actors = _read(language, "Norway thanked Olivia Marsh. Marsh smiled.", table)
    assert actors.of(0).actors == ("Kingdom of the North",)
    assert actors.of(0).how == "alias"


def test_a_bad_alias_line_is_named(language: LanguageModel, tmp_path: Path) -> None:
    table = tmp_path / "aliases.csv"
    table.write_text("name,canonical\nonly one cell\n", encoding="utf-8")
    with pytest.raises(LanguageDataError, match=r"aliases\.csv line 2"):
        _read(language, "Norway left.", table)


def test_no_actor_lies_in_a_time_expression(language: LanguageModel) -> None:
    text = "The treaty was signed on Saint Lucia Day in Norway."
    start = text.index("Saint Lucia Day")
    timex = Timex("a", start, start + len("Saint Lucia Day"), "Saint Lucia Day", "DATE", "XXXX-12-13")
    free, blocked = _read(language, text), _read(language, text, timexes=(timex,))
    assert any("Lucia" in m.text for m in free.mentions)
    assert [m.text for m in blocked.mentions] == ["Norway"]


def test_the_header_line_holds_no_actors(language: LanguageModel) -> None:
    header = "Norway, 1 March 2022 "
    article = Article("a", "", header + "Peru closed the port.", body_start=len(header))
    found = find_actors(article, language.analyse(article), (), NONE)
    assert [m.text for m in found.mentions] == ["Peru"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "?!",
        "Monday " * 3000,
        "“" * 500,
        "(" * 300 + "A" + ")" * 300,
        "of of of the the the",
        "1 2 3\n4 5 6\n7 8 9",
        "NORWAY CLOSES BORDER AFTER TALKS FAIL SAYS MINISTER",
        "def f(x):\n    return {'US': x}",
    ],
)
def test_odd_input_does_no_harm(language: LanguageModel, text: str) -> None:
    article = Article("a", "", text)
    doc = language.analyse(article)
    for m in find_actors(article, doc, (), NONE).mentions:
        assert text[m.start_char : m.end_char] == m.text
        assert m.actors != ("Monday",)


def test_a_long_list_of_names_stays_quick(language: LanguageModel) -> None:
    text = "Olivia Marsh thanked Norway because she had helped its officials. " * 400
    article = Article("a", "", text)
    actors = find_actors(article, language.analyse(article), (), NONE)
    assert len({m.actors[0] for m in actors.mentions if m.kind == "person"}) == 1

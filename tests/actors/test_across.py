"""The same actor in several articles gets one name, whatever the articles' order."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.actors import Actors, find_actors, merge_aliases_across
from pipeline.language import LanguageModel
from pipeline.records import Article

TEXTS = {
    "one": "Brightwater Inc. sued Harrow Mining. Olivia Marsh praised the move.",
    "two": "BRIGHTWATER GROUP announced losses. Brightwater fired two directors.",
    "three": "Marsh left Harrow Mining plc on Friday.",
}


def _all(language: LanguageModel) -> dict[str, Actors]:
    found = {}
    for name, text in TEXTS.items():
        article = Article(name, "", text)
        found[name] = find_actors(article, language.analyse(article), (), Path("none.csv"))
    return found


def _names(articles: dict[str, Actors]) -> set[str]:
    return {name for actors in articles.values() for m in actors.mentions for name in m.actors}


def test_surname_and_legal_form(language: LanguageModel) -> None:
    merged = merge_aliases_across(_all(language))
    assert merged["three"].of(0).actors == ("Olivia Marsh",)
    assert "Marsh" not in _names(merged)
    assert {"Harrow Mining", "Brightwater"} <= _names(merged)
    assert not {"Harrow Mining plc", "Brightwater Inc."} & _names(merged)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(TEXTS)))
def test_order_does_not_matter(language: LanguageModel, order: list[str]) -> None:
    articles = _all(language)
    assert merge_aliases_across({name: articles[name] for name in order}) == merge_aliases_across(articles)


def test_two_people_of_one_surname_stay_apart(language: LanguageModel) -> None:
    texts = {"a": "Olivia Marsh spoke.", "b": "Peter Marsh spoke.", "c": "Marsh spoke."}
    articles = {}
    for name, text in texts.items():
        article = Article(name, "", text)
        articles[name] = find_actors(article, language.analyse(article), (), Path("none.csv"))
    merged = merge_aliases_across(articles)
    assert _names({"c": merged["c"]}) <= {"Marsh"}


def test_a_surname_in_an_unrelated_article_stays_as_it_is(language: LanguageModel) -> None:
    texts = {"a": "Olivia Marsh sued Harrow Mining.", "b": "Marsh won the race ahead of Peter Lunt."}
    articles = {}
    for name, text in texts.items():
        article = Article(name, "", text)
        articles[name] = find_actors(article, language.analyse(article), (), Path("none.csv"))
    assert "Olivia Marsh" not in _names({"b": merge_aliases_across(articles)["b"]})


def test_input_is_not_changed(language: LanguageModel) -> None:
    articles = _all(language)
    before = dict(articles)
    merge_aliases_across(articles)
    assert articles == before


def test_the_readers_alias_wins_across_articles(language: LanguageModel, tmp_path: Path) -> None:
    table = tmp_path / "aliases.csv"
    table.write_text("name,canonical\nBW Mining,Brightwater Group plc\nMarsh,O. J. Marsh\n", encoding="utf-8")
    texts = {
        "a": "BW Mining sued Harrow Mining plc. Olivia Marsh praised BW Mining.",
        "b": "Brightwater Group cut jobs. Brightwater Group sued Harrow Mining plc. Brightwater Group won. Marsh spoke.",
    }
    articles = {}
    for name, text in texts.items():
        article = Article(name, "", text)
        articles[name] = find_actors(article, language.analyse(article), (), table)
    merged = _names(merge_aliases_across(articles))
    assert {"Brightwater Group plc", "O. J. Marsh"} <= merged
    assert "Brightwater Group" not in merged

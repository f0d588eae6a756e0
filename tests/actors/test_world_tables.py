"""The tables about the world: complete, and without contradictions."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.actors.world import load_world
from pipeline.language.data_files import read_table
from pipeline.language.gazetteer import cells, key, load_gazetteer

COUNTRIES = read_table("world/countries.csv", "name", "iso", "kind", "aliases", "adjectives", "people", "capitals", "seats")


def test_all_members_of_the_un_are_there() -> None:
    assert sum(row["kind"] == "member" for row in COUNTRIES) == 193


def test_every_member_has_a_code_and_a_demonym() -> None:
    members = [row for row in COUNTRIES if row["kind"] == "member"]
    assert len({row["iso"] for row in members}) == 193
    without = {row["name"] for row in members if not row["adjectives"]}
    assert without == {"Republic of the Congo", "Dominica"}  # both share theirs with a larger neighbour


def test_names_of_states_do_not_repeat() -> None:
    assert [name for name, count in Counter(row["name"] for row in COUNTRIES).items() if count > 1] == []


@pytest.mark.parametrize("column", ["aliases", "capitals", "seats"])
def test_no_phrase_belongs_to_two_states(column: str) -> None:
    owners: dict[str, set[str]] = {}
    for row in COUNTRIES:
        for phrase in cells(row[column]):
            owners.setdefault(key(phrase), set()).add(row["name"])
    assert {phrase: names for phrase, names in owners.items() if len(names) > 1} == {}


def test_aliases_of_bodies_belong_to_one_body() -> None:
    owners: dict[str, set[str]] = {}
    for row in read_table("world/organisations.csv", "name", "kind", "aliases"):
        for phrase in (row["name"], *cells(row["aliases"])):
            owners.setdefault(key(phrase), set()).add(row["name"])
    assert {phrase: names for phrase, names in owners.items() if len(names) > 1} == {}


def test_metonyms_point_to_known_actors() -> None:
    world = load_world()
    known = set(world.states.values()) | {body.name for body in world.bodies.values()}
    assert {row["actor"] for row in read_table("world/metonyms.csv", "phrase", "actor")} <= known


def test_blocs_name_known_states() -> None:
    codes = {row["iso"] for row in COUNTRIES}
    for row in read_table("world/blocs.csv", "adjective", "members"):
        assert set(cells(row["members"])) <= codes, row["adjective"]


def test_match_ignores_spacing_and_prefers_the_longest() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.label("Wal - Mart") == "ORG"
    assert gazetteer.label("the United Nations") == "ORG"
    assert gazetteer.label("Ruritania") is None


def test_roles_have_known_classes() -> None:
    classes = {row["class"] for row in read_table("en/actors/roles.csv", "noun", "class", "gender")}
    assert classes == {"official", "organ", "means", "executive", "body", "private"}


@pytest.mark.parametrize(
    "file", ["roles.csv", "titles.csv", "descriptions.csv", "first_names.csv", "company_suffixes.csv", "of_starts.csv"]
)
def test_words_stand_once(file: str) -> None:
    rows = read_table(f"en/actors/{file}")
    first = next(iter(rows[0]))
    assert [word for word, count in Counter(row[first] for row in rows).items() if count > 1] == []

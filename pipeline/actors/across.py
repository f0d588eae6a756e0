"""The same actor in several articles under one name: "Apple" and "Apple Inc.", "Nordic Data Agency" and "NDA"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from pipeline.actors.bodies import without_legal_form
from pipeline.actors.find import Actors
from pipeline.actors.people import canonical_people, first_word, surname
from pipeline.records import ActorMention


def merge_aliases_across(articles: Mapping[str, Actors]) -> dict[str, Actors]:
    """Return the same articles' actors with one canonical name for each actor (article id -> its actors); see `names_across`."""
    names = names_across(articles)
    return {article_id: _renamed(actors, names[article_id]) for article_id, actors in articles.items()}


def names_across(articles: Mapping[str, Actors]) -> dict[str, dict[str, str]]:
    """Return, for each article id, what each of its canonical names becomes among all these articles; unchanged names are left out.

    Bodies are one if they differ only in legal form or case. A surname or first name alone is its one bearer in all articles, if the
    article shares another person or body with one that has the full name: two unrelated texts may each have their own Smith. A name of
    the reader's alias table stays as it is written there, and other spellings of a body go to it. The result does not depend on the
    order of the articles.
    """
    counts: Counter[tuple[str, str]] = Counter()
    told: dict[str, set[str]] = {}
    aliases: set[str] = set()
    for article_id, actors in articles.items():
        named = [m for m in actors.mentions if m.role == "actor" and m.how in ("name", "alias")]
        counts.update((m.kind, m.actors[0]) for m in named)
        aliases |= {m.actors[0] for m in named if m.how == "alias"}
        told[article_id] = {m.actors[0] for m in named if m.kind in ("person", "organisation")}
    shared = {**_bodies(counts, aliases), **_full_names(counts), **{name: name for name in aliases}}
    company = {article_id: {shared.get(name, name) for name in names} for article_id, names in told.items()}
    bearers = _bearers(company)
    found = {}
    for article_id, names in told.items():
        renamed = {name: shared[name] for name in names if name in shared}
        for name in names - renamed.keys():
            if bearer := _known_bearer(name, bearers.get(name, set()), company[article_id], company):
                renamed[name] = bearer
        found[article_id] = {name: other for name, other in renamed.items() if name != other}
    return found


def _bodies(counts: Counter[tuple[str, str]], aliases: Collection[str]) -> dict[str, str]:
    groups: dict[str, list[tuple[bool, int, str]]] = {}
    for (kind, name), count in counts.items():
        if kind == "organisation":
            groups.setdefault(without_legal_form(name).casefold(), []).append((name not in aliases, -count, name))
    return {name: min(group)[2] for group in groups.values() for _alias, _count, name in group}


def _full_names(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    full = sorted(name for kind, name in counts if kind == "person" and " " in name)
    return dict(zip(full, canonical_people([(name, True) for name in full]), strict=True))


def _bearers(company: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Surname or first name -> the full names that have it."""
    found: dict[str, set[str]] = {}
    for names in company.values():
        for name in names:
            if " " in name:
                for word in {surname(name), first_word(name)}:
                    found.setdefault(word, set()).add(name)
    return found


def _known_bearer(name: str, bearers: set[str], here: set[str], company: Mapping[str, set[str]]) -> str:
    if len(bearers) != 1:
        return ""
    (bearer,) = bearers
    return bearer if any(bearer in names and here & (names - {bearer, name}) for names in company.values()) else ""


def _renamed(actors: Actors, names: Mapping[str, str]) -> Actors:
    mentions = [_with_names(m, names) for m in actors.mentions]
    people = [replace(person, name=names.get(person.name, person.name)) for person in actors.people]
    return Actors.of_mentions(mentions, people)


def _with_names(m: ActorMention, names: Mapping[str, str]) -> ActorMention:
    renamed = tuple(dict.fromkeys(names.get(name, name) for name in m.actors))
    return m if renamed == m.actors else replace(m, actors=renamed)

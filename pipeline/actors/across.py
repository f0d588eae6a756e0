"""The same actor in several articles under one name: "Apple" and "Apple Inc.", "Nordic Data Agency" and "NDA"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from pipeline.actors.bodies import without_legal_form
from pipeline.actors.find import Actors
from pipeline.actors.people import canonical_people, surname
from pipeline.records import ActorMention


def merge_aliases_across(articles: Mapping[str, Actors]) -> dict[str, Actors]:
    """Return the same articles' actors with one canonical name for each actor.

    `articles`: article id -> its actors.

    Bodies are one if they differ only in legal form or case; a surname alone is the one person of all articles who bears it. The
    result does not depend on the order of the articles.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for actors in articles.values():
        counts.update((m.kind, m.actors[0]) for m in actors.mentions if m.role == "actor" and m.how in ("name", "alias"))
    names = {**_bodies(counts), **_people(counts)}
    return {article_id: _renamed(actors, names) for article_id, actors in articles.items()}


def _bodies(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for (kind, name), count in counts.items():
        if kind == "organisation":
            groups.setdefault(without_legal_form(name).casefold(), []).append((-count, name))
    return {name: min(group)[1] for group in groups.values() for _count, name in group}


def _people(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    names = sorted(name for kind, name in counts if kind == "person")
    full = [name for name in names if " " in name]
    merged = dict(zip(full, canonical_people([(name, True) for name in full]), strict=True))
    for name in names:
        if " " not in name:
            bearers = {merged[other] for other in full if surname(other) == name}
            if len(bearers) == 1:
                merged[name] = bearers.pop()
    return merged


def _renamed(actors: Actors, names: Mapping[str, str]) -> Actors:
    mentions = [_with_names(m, names) for m in actors.mentions]
    people = [replace(person, name=names.get(person.name, person.name)) for person in actors.people]
    return Actors.of_mentions(mentions, people)


def _with_names(m: ActorMention, names: Mapping[str, str]) -> ActorMention:
    renamed = tuple(dict.fromkeys(names.get(name, name) for name in m.actors))
    return m if renamed == m.actors else replace(m, actors=renamed)

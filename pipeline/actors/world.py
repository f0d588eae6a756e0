"""What the world's tables know of a phrase: the state, body or place it names, and what it stands for when it acts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline.language.data_files import read_table
from pipeline.language.gazetteer import cells, key, load_gazetteer
from pipeline.language.name_cues import cue_label


class Body(NamedTuple):
    """A known organisation: canonical name and kind (company, court, media, people ...)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class World:
    """Look-ups by `key(phrase)`; values are canonical names.

    `states`: names of states. `adjectives`: demonyms in the singular. `people`: plurals of peoples. `capitals` and `seats` (of power, and
    other metonyms) stand for the actor when they act. `bodies`: organisations. `places` never act. `blocs`: a describing adjective ->
    states. `things`: aliases of products. `short_forms`: states whose adjective is an abbreviation ("U.S.").
    """

    states: dict[str, str]
    adjectives: dict[str, str]
    people: dict[str, str]
    capitals: dict[str, str]
    seats: dict[str, str]
    bodies: dict[str, Body]
    places: frozenset[str]
    blocs: dict[str, frozenset[str]]
    historical: frozenset[str]
    things: dict[str, str]
    short_forms: dict[str, str]

    def state(self, phrase: str) -> str:
        """Return the state that the phrase names, or ""."""
        return self.states.get(_bare(phrase), "")

    def demonym(self, phrase: str) -> str:
        """Return the state whose adjective or inhabitant the phrase is, or ""."""
        found = key(phrase)
        return self.adjectives.get(found) or self.people.get(found, "")

    def stands_for(self, phrase: str) -> str:
        """Return the actor that a capital or seat of power stands for when it acts, or ""."""
        found = _bare(phrase)
        return self.seats.get(found) or self.capitals.get(found, "")

    def is_seat(self, phrase: str) -> bool:
        """Whether the phrase is a seat of power or an office, which acts more often than it is a place."""
        return _bare(phrase) in self.seats

    def body(self, phrase: str) -> Body | None:
        """Return the known organisation of that name, or None."""
        return self.bodies.get(_bare(phrase))


def is_unknown(name: str) -> bool:
    """Whether no table knows the name and its last word does not tell a river, a street or the like: it may be a land that acts.

    A place said with its country ("Vik, Norway") is a town.

    >>> is_unknown("Ruritania"), is_unknown("Leeds"), is_unknown("Orrin Valley")
    (True, False, False)
    """
    words = name.split()
    return "," not in name and load_gazetteer().label(name) is None and cue_label(words[-1], words[0]) is None


def _bare(phrase: str) -> str:
    found = phrase[4:] if phrase[:4] in ("the ", "The ") else phrase
    return key(found)


@cache
def load_world() -> World:
    """Read the tables under data/world/."""
    rows = read_table("world/countries.csv", "name", "iso", "kind", "aliases", "adjectives", "people", "capitals", "seats")
    states: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    people: dict[str, str] = {}
    capitals: dict[str, str] = {}
    seats = {key(row["phrase"]): row["actor"] for row in read_table("world/metonyms.csv", "phrase", "actor")}
    for row in rows:
        targets = ((states, "aliases"), (adjectives, "adjectives"), (people, "people"), (capitals, "capitals"), (seats, "seats"))
        states.setdefault(key(row["name"]), row["name"])
        for table, column in targets:
            for phrase in cells(row[column]):
                table.setdefault(key(phrase), row["name"])
    names = {row["iso"]: row["name"] for row in reversed(rows) if row["iso"]}
    return World(
        states=states,
        adjectives=adjectives,
        people=people,
        capitals=capitals,
        seats=seats,
        bodies=_bodies(),
        places=frozenset(key(row["name"]) for row in read_table("world/places.csv", "name", "country")),
        blocs={
            row["adjective"]: frozenset(names[iso] for iso in cells(row["members"]))
            for row in read_table("world/blocs.csv", "adjective", "members")
        },
        historical=frozenset(row["name"] for row in rows if row["kind"] == "historical"),
        things={
            key(alias): row["name"] for row in read_table("en/actors/things.csv", "name", "aliases") for alias in cells(row["aliases"])
        },
        short_forms={row["name"]: first for row in rows if "." in (first := row["adjectives"].split("|")[0])},
    )


def _bodies() -> dict[str, Body]:
    bodies: dict[str, Body] = {}
    for row in read_table("world/organisations.csv", "name", "kind", "aliases"):
        body = Body(row["name"], row["kind"])
        for phrase in (row["name"], *cells(row["aliases"])):
            bodies.setdefault(key(phrase), body)
    for row in read_table("world/peoples.csv", "name", "aliases"):
        for phrase in (row["name"], *cells(row["aliases"])):
            bodies.setdefault(key(phrase), Body(row["name"], "people"))
    return bodies

"""The words of the made event table: who, did what, over what, where. Names are made of syllables; none means anybody."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """What somebody does to somebody: past, present, and the event type it counts as."""

    past: str
    present: str
    event_type: str


VERBS = (
    Verb("told", "tells", "STATEMENT"),
    Verb("met", "meets", "CONSULT"),
    Verb("accused", "accuses", "ACCUSE"),
    Verb("backed", "backs", "SUPPORT"),
    Verb("sued", "sues", "LEGAL"),
    Verb("sanctioned", "sanctions", "SANCTION"),
    Verb("attacked", "attacks", "ASSAULT"),
    Verb("bought", "buys", "BUSINESS"),
    Verb("joined", "joins", "AGREE"),
    Verb("rejected", "rejects", "REJECT"),
    Verb("warned", "warns", "THREATEN"),
    Verb("appointed", "appoints", "APPOINTMENT"),
    Verb("helped", "helps", "AID"),
    Verb("left", "leaves", "RETREAT"),
    Verb("outpolled", "outpolls", "ELECTION"),
    Verb("treated", "treats", "HEALTH"),
)
NOUNS = ("harbour", "pipeline", "budget", "border", "merger", "strike", "ballot", "bridge", "harvest", "treaty", "flood", "reactor")
PLACES = ("Lowmere", "Tarvik", "Sant Oriol", "Kessel", "Nadrova", "Ulmet", "Port Anselm", "Breck", "Halden Vale", "Izmira", "Quell")
OUTLETS = tuple(f"{place} {paper}" for place in PLACES for paper in ("Courier", "Post", "Ledger", "Herald"))
_FIRST = ("Ana", "Bero", "Cato", "Dana", "Elis", "Faro", "Gita", "Hugo", "Ines", "Joss", "Kira", "Lorn", "Mira", "Nils", "Olga", "Pavo")
_LAST = ("bar", "den", "fol", "gar", "hem", "kin", "lov", "mar", "nor", "pel", "quin", "ros", "sund", "tor", "ul", "vey")
_BODIES = ("Ministry of", "Council of", "Union of", "Bank of", "Republic of")


def actor_names(count: int) -> list[str]:
    """Return `count` different names: states and bodies first, then companies, then people without end."""
    found = [f"{body} {place}" for body in _BODIES for place in PLACES]
    stems = [first.capitalize() + second + third for first in _LAST for second in _LAST for third in ("", *_LAST)]
    found += [f"{stem} Works" for stem in stems[:300]]
    number = 0
    while len(found) < count:
        stem, first = divmod(number, len(_FIRST))
        extra, stem = divmod(stem, len(stems))
        found.append(f"{_FIRST[first]} {stems[stem]}" + (f" {extra + 1}" if extra else ""))
        number += 1
    return found[:count]

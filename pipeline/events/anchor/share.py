"""Datings handed on from one event to another: the same time, later, earlier."""

from __future__ import annotations

from dataclasses import replace

from pipeline.events.anchor.direct import Placed, make_dating
from pipeline.events.anchor.stretch import Stretch
from pipeline.events.trigger import Dating
from pipeline.records import DateBasis

_POINTS = ("at", "during", "between")


def is_point(dating: Dating | None) -> bool:
    """Whether the event lies inside the dating's interval, so that others can happen at the same time."""
    return dating is not None and dating.relation in _POINTS and dating.first_day is not None and dating.last_day is not None


def same_time(donor: Dating, word: str, certain: float, basis: DateBasis | None = None) -> Dating | None:
    """Return the donor's time for another event; `word` is the donor as the reader sees it. None if the donor has no point in time."""
    if not is_point(donor):
        return None
    unit = "day" if donor.first_day == donor.last_day else "time"
    return replace(
        donor,
        basis=_basis(donor, basis),
        reason=f"{donor.reason}; same {unit} as '{word}'",
        certain=round(min(donor.certain, 1.0) * certain, 3),
    )


def later(donor: Dating, word: str, certain: float, basis: DateBasis | None = None) -> Dating | None:
    """Return "from then on" for what lies ahead at the donor's time."""
    if not is_point(donor):
        return None
    placed = Placed(Stretch(donor.first_day, None, donor.granularity), "after")
    reason = f"{donor.reason}; still ahead when '{word}'" if donor.basis != "publication" else "the text gives no time; it lay ahead at publication"
    return make_dating(placed, _basis(donor, basis), donor.timex, reason, donor.certain * certain)


def earlier(donor: Dating, word: str, certain: float, basis: DateBasis | None = None) -> Dating | None:
    """Return "by then" for what was over at the donor's time."""
    if not is_point(donor) or donor.basis == "publication":
        return None
    placed = Placed(Stretch(None, donor.last_day, donor.granularity), "by")
    return make_dating(placed, _basis(donor, basis), donor.timex, f"{donor.reason}; over by '{word}'", donor.certain * certain)


def _basis(donor: Dating, wanted: DateBasis | None) -> DateBasis:
    return "publication" if donor.basis == "publication" else wanted or "inherited"

"""Datings handed on from one event to another: the same time, later, earlier."""

from __future__ import annotations

from dataclasses import replace

from pipeline.events.anchor.direct import Placed, make_dating
from pipeline.events.anchor.stretch import Stretch
from pipeline.events.trigger import Dating
from pipeline.records import DateBasis

LAY_AHEAD = "the text gives no time; it lay ahead at publication"

_POINTS = ("at", "during", "between")
_SAME = "; same "


def is_point(dating: Dating | None) -> bool:
    """Whether the event lies inside the dating's interval, so that others can happen at the same time."""
    return dating is not None and dating.relation in _POINTS and dating.first_day is not None and dating.last_day is not None


def root_reason(dating: Dating) -> str:
    """Return the reason without the steps by which it was handed on before: the reader needs the source and the last step."""
    return dating.reason.split(_SAME)[0]


def same_time(donor: Dating, word: str, certain: float, basis: DateBasis | None = None) -> Dating | None:
    """Return the donor's time for another event; `word` is the donor as the reader sees it. None if the donor has no point in time."""
    if not is_point(donor):
        return None
    unit = "day" if donor.first_day == donor.last_day else "time"
    reason = donor.reason if donor.basis == "publication" else f"{root_reason(donor)}{_SAME}{unit} as '{word}'"
    return replace(
        donor,
        basis=_basis(donor, basis),
        reason=reason,
        certain=round(min(donor.certain, 1.0) * certain, 3),
    )


def carried_time(donor: Dating, certain: float) -> Dating | None:
    """Return the donor's time for the event that the donor only carries ("held [talks] on Monday", "the [hearing] is set for May").

    The expression belongs to the event itself, so basis and reason stay.
    """
    if donor.date == "" or donor.basis == "publication":
        return None
    return replace(donor, certain=round(donor.certain * certain, 3))


def same_bounds(donor: Dating, word: str, certain: float) -> Dating | None:
    """Return the donor's time, open ends and all, for what is told in one breath with it ("must pack and leave by Friday")."""
    if is_point(donor) or donor.date == "" or donor.basis == "publication":
        return same_time(donor, word, certain)
    reason = f"{root_reason(donor)}{_SAME}time as '{word}'"
    return replace(donor, basis=_basis(donor, None), reason=reason, certain=round(donor.certain * certain, 3))


def later(donor: Dating, word: str) -> Dating | None:
    """Return the undated result for what lay ahead at the donor's time: when it comes is not said, and the reason tells from when on."""
    if donor.basis == "publication":
        return lies_ahead()
    return Dating(reason=f"{root_reason(donor)}; still ahead when '{word}', no day said", certain=0.5) if is_point(donor) else None


def since_then(donor: Dating, word: str) -> Dating | None:
    """Return the open stretch from the donor on: "Two students died there in 1998. The cave has been closed ever since"."""
    if not is_point(donor) or donor.basis == "publication":
        return None
    placed = Placed(Stretch(donor.first_day, None, donor.granularity), "since")
    return make_dating(placed, "inherited", donor.timex, f"{root_reason(donor)}; since '{word}'", donor.certain * 0.7)


def afterwards(donor: Dating, word: str) -> Dating | None:
    """Return the undated result for what an adverb puts after the donor ("was arrested in May and later charged")."""
    if not is_point(donor) or donor.basis == "publication":
        return None
    return Dating(reason=f"{root_reason(donor)}; some time after '{word}', no day said", certain=0.5)


def lies_ahead() -> Dating:
    """Return the undated result for what the text says will come, without a time: the publication day is no bound that it states."""
    return Dating(reason=LAY_AHEAD, certain=0.5)


def earlier(donor: Dating, word: str, certain: float, basis: DateBasis | None = None) -> Dating | None:
    """Return "by then" for what was over at the donor's time."""
    if not is_point(donor) or donor.basis == "publication":
        return None
    placed = Placed(Stretch(None, donor.last_day, donor.granularity), "by")
    return make_dating(placed, _basis(donor, basis), donor.timex, f"{root_reason(donor)}; over by '{word}'", donor.certain * certain)


def _basis(donor: Dating, wanted: DateBasis | None) -> DateBasis:
    return "publication" if donor.basis == "publication" else wanted or "inherited"


def lies_inside(inner: Dating, outer: Dating) -> bool:
    """Whether the one is a narrower stretch within the other: a day of the year that an occasion is known by."""
    if inner.first_day is None or inner.last_day is None or outer.first_day is None or outer.last_day is None:
        return False
    narrower = inner.last_day.ordinal - inner.first_day.ordinal < outer.last_day.ordinal - outer.first_day.ordinal
    return narrower and outer.first_day <= inner.first_day and inner.last_day <= outer.last_day

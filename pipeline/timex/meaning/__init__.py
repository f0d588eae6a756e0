"""What expressions mean before they are placed on the calendar: small immutable readings, each of which resolves itself."""

from pipeline.timex.meaning.amounts import Duration, Reference, SetOf, Stretch
from pipeline.timex.meaning.base import Meaning
from pipeline.timex.meaning.clock import Clock, PartOfDay
from pipeline.timex.meaning.dates import DayBesides, EarlyYear, InPeriod, Known, Named, Numeric
from pipeline.timex.meaning.fiscal import Fiscal
from pipeline.timex.meaning.impossible import Impossible
from pipeline.timex.meaning.nth_weekday import AnyWeekday, NthWeekday
from pipeline.timex.meaning.recent import LatestQuarter, NewYear, Overnight, Weekend, YearBefore
from pipeline.timex.meaning.relative import Counted, Relative
from pipeline.timex.meaning.wrapped import Approximate, Between, Onwards, Part, Rest

__all__ = [
    "AnyWeekday",
    "Approximate",
    "Between",
    "Clock",
    "Counted",
    "DayBesides",
    "Duration",
    "EarlyYear",
    "Fiscal",
    "Impossible",
    "InPeriod",
    "Known",
    "LatestQuarter",
    "Meaning",
    "Named",
    "NewYear",
    "NthWeekday",
    "Numeric",
    "Onwards",
    "Overnight",
    "Part",
    "PartOfDay",
    "Reference",
    "Relative",
    "Rest",
    "SetOf",
    "Stretch",
    "Weekend",
    "YearBefore",
]

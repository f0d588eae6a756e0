"""Time expressions: find them in an article and place them on the calendar."""

from pipeline.timex.find import find_timexes

__all__ = ["find_timexes"]

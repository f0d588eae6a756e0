"""Time expressions: find them in an article and place them on the calendar."""

from pipeline.timex.find import Explained, explain, find_timexes

__all__ = ["Explained", "explain", "find_timexes"]

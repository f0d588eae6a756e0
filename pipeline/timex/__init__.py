"""Time expressions: find them in an article and place them on the calendar."""

from pipeline.timex.find import find_timexes
from pipeline.timex.trace import Explained, explain, trace_table

__all__ = ["Explained", "explain", "find_timexes", "trace_table"]

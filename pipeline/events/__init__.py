"""Events of an article: the words that name them, who takes part, how they stand, when they are, and one line that tells each."""

from pipeline.events.find import find_events
from pipeline.events.triggers import find_triggers

__all__ = ["find_events", "find_triggers"]

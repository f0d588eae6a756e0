"""Time expressions of articles that are not in English, by dateparser's locale data."""

from pipeline.timex.other.find import find_in_language

__all__ = ["find_in_language"]

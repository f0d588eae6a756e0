"""The same event told by several articles."""

from pipeline.merge.kept import merge_table
from pipeline.merge.stories import merge_stories

__all__ = ["merge_stories", "merge_table"]

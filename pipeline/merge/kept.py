"""Stories anew over a kept event table: its articles were read at different times."""

from __future__ import annotations

import pandas as pd

from pipeline.event_rows import to_events
from pipeline.event_table import from_events
from pipeline.merge.stories import merge_stories


def merge_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with story_id and n_articles as if all its articles had been read at once."""
    return from_events(merge_stories(to_events(table)))

"""What an export says of itself: which filter made it, how many rows it holds and how many of them have no date."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.export.plain import plain_line

LONGEST_NAME = 60
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class About:
    """`filter` is the choice in words, "" when nothing was left out; `link` is the address's query that opens the same view."""

    title: str
    filter: str
    rows: int
    undated: int
    link: str = ""

    @classmethod
    def of(cls, table: pd.DataFrame, title: str = "Dateline", words: str = "", link: str = "") -> About:
        """Describe a table that `words` made."""
        undated = table["first_day"].isna() & table["last_day"].isna()
        return cls(plain_line(title), plain_line(words), len(table), int(undated.sum()), link)

    @property
    def sentence(self) -> str:
        """Say it in one line.

        >>> About("T", "Russia, deadlines", 12, 1).sentence
        '12 events: Russia, deadlines; 1 undated'
        """
        what = f"{self.rows:,} event{'' if self.rows == 1 else 's'}"
        return f"{what}: {self.filter or 'no filter'}; {self.undated:,} undated"

    def file_name(self, ending: str) -> str:
        """Return a name that says the filter and the number of rows, of letters, digits and dashes only.

        >>> About("T", "Russia, deadlines", 12, 1).file_name("csv")
        'timeline_russia-deadlines_12-events.csv'
        """
        plain = unicodedata.normalize("NFKD", self.filter).encode("ascii", "ignore").decode().lower()
        words = _BETWEEN_WORDS.sub("-", plain)[:LONGEST_NAME].strip("-")
        return f"timeline_{f'{words}_' if words else ''}{self.rows}-event{'' if self.rows == 1 else 's'}.{ending}"

    def fields(self) -> dict[str, Any]:
        """Return it as plain values, for formats that have a place for them."""
        return {
            "program": "Dateline",
            "title": self.title,
            "filter": self.filter or "no filter",
            "rows": self.rows,
            "undated": self.undated,
            "link": self.link,
        }

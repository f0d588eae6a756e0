"""Short names of countries are countries, whatever stands beside them; bodies and contests that begin with one are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.language.names import correct_names
from pipeline.records import Article

FILE = Path(__file__).parent.parent / "cases" / "language" / "countries.txt"
LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
_MARKED = re.compile(r"\[([^\]]+)\]")


def names(language, text):
    doc = language.analyse(Article("a", "", text))
    return {(doc[name.start].idx, name.text(doc)): name.label for name in correct_names(doc)}


@pytest.mark.parametrize("line", LINES)
def test_country(language, line):
    text = _MARKED.sub(r"\1", line)
    wanted = [(match.start() - 2 * i, match[1]) for i, match in enumerate(_MARKED.finditer(line))]
    found = names(language, text)
    assert wanted and [found.get(place) for place in wanted] == ["LOC"] * len(wanted), found


def test_many_contexts():
    assert len(LINES) >= 60 and len(set(LINES)) == len(LINES)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The U.S. Army's base was hit.", "U.S. Army", "ORG"),
        ("US Congress passed the bill.", "US Congress", "ORG"),
        ("The US Open begins on Monday.", "US Open", "THING"),
        ("The U.S. Treasury sold bonds.", "U.S. Treasury", "ORG"),
    ],
)
def test_what_begins_with_a_country(language, text, name, label):
    assert label in [found for (_, words), found in names(language, text).items() if words == name]


def test_us_as_a_pronoun_is_no_country(language):
    assert not names(language, "THEY TOLD US TO WAIT OUTSIDE THE HALL")

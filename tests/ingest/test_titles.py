import pytest

from pipeline.ingest.header import read_header
from pipeline.ingest.titles import title_for


@pytest.mark.parametrize(
    ("text", "stem", "title"),
    [
        ("The council meets\n\nIt met on Monday.", "x", "The council meets"),
        ("By Jane Doe\nThe council meets\n\nIt met on Monday.", "x", "The council meets"),
        ("3 March 2022\nThe council meets\n\nIt met on Monday.", "x", "The council meets"),
        ("date 2022-03-01 The council meets\n\nIt met on Monday.", "x", "The council meets"),
        ("Council meets\nPublished 3 March 2022\n\nIt met on Monday.", "x", "Council meets"),
        ("---\ntitle: Council meets\ndate: 2022-03-03\n---\nIt met on Monday.", "x", "Council meets"),
        ("1 September 1939\n\nIt began at dawn.", "x", "It began at dawn."),
        ("Title: The council: a history\n\nIt met on Monday.", "x", "The council: a history"),
        ("The U.S. told Russian envoys to leave the U.N. on Monday.", "us-expels-russian-un-envoys", "U.S. expels Russian U.N. envoys"),
        ("They gave us the keys, which all of us used.", "they-gave-us-keys", "They gave us keys"),
        ("The council met on Monday.", "2022-03-01-council_meets_again", "Council meets again"),
        ("The council met on Monday.", "article 12", "The council met on Monday."),
        (
            "The council met on Monday and decided to meet again on Tuesday, which nobody had expected.",
            "12",
            "The council met on Monday and decided to meet again on Tuesday, which …",
        ),
    ],
)
def test_title(text, stem, title):
    assert title_for(text, read_header(text), stem) == title


def test_one_endless_word_gives_a_short_title():
    assert len(title_for("x" * 5000, read_header(""), "")) < 80

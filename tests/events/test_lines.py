"""What holds for the line of every event, whatever the article: length, head, no word twice, only the article's words."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from pipeline.events.lexicon import words
from pipeline.events.line_faults import undoubled
from pipeline.events.shortening import LONGEST, shortened
from pipeline.records import Article, Event
from tests.events.event_cases import CASES, cases, events_of

SAID_BY_FORM = {"expected", "possible", "planned", "must", "will", "may", "could", "allegedly", "does", "says", "said", "have", "become"}
"""Words that a line may add to the article's: they say how the event stands."""
FREE_HEADS = 0.02
"""Share of the lines that may open with a pronoun: the article's own, where nobody can tell what it stands for."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def articles() -> list[tuple[str, str, str]]:
    found = []
    for folder in ("own_articles", "unseen_articles"):
        for text in (CASES / folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
            entry = json.loads(text)
            found.append((entry["published"], entry["title"], entry["text"]))
    return found


@pytest.fixture(scope="module")
def told(line) -> list[tuple[str, Event]]:
    """Every event of our own articles with its article's text."""
    found = []
    for n, (published, title, text) in enumerate(articles()):
        article = Article(str(n), title, text, dt.date.fromisoformat(published))
        found += [(text, event) for event in line.article_events(article)]
    assert len(found) > 500
    return found


def test_no_line_is_too_long_or_empty(told):
    assert all(0 < len(event.summary) <= LONGEST for _, event in told)


def test_lines_begin_with_a_capital_and_end_in_a_word(told):
    for _, event in told:
        first = event.summary.split()[0]
        assert first[:1].isupper() or not first[:1].isalpha() or any(letter.isupper() for letter in first), event.summary
        assert not event.summary.endswith((",", ";", ":", "-")), event.summary


def test_no_pronoun_hangs_at_the_head(told):
    free = words("needs_an_antecedent.txt") - {"those", "one", "i", "we", "you"}  # a diary's "I" has no name
    heads = [event.summary for _, event in told if event.summary.split()[0].lower() in free]
    assert len(heads) <= FREE_HEADS * len(told), heads
    assert not [line for line in heads if line.lower().startswith(("each ", "him ", "them ", "its ", "their ", "his ", "who "))]


def test_no_word_stands_twice_in_a_row(line, told):
    for text, event in told:
        for match in re.finditer(r"\b(\w{2,}) \1\b", event.summary, re.IGNORECASE):
            assert match[0].lower() in text.lower(), event.summary


def test_every_word_is_the_articles_or_a_name(told):
    for text, event in told:
        known = {word.lower()[:4] for word in _WORD.findall(text)}
        known |= {word.lower()[:4] for name in (*event.names, *event.actors) for word in _WORD.findall(name)}
        known |= {word[:4] for word in SAID_BY_FORM}
        new = [word for word in _WORD.findall(event.summary) if word.lower()[:4] not in known and not _is_form(word, text)]
        assert not new or all(word[:1].isupper() for word in new), (event.summary, new)  # what is left are canonical names


def _is_form(word: str, text: str) -> bool:
    """Whether the word is an irregular form of one of the article's: "breaks" of "broke"."""
    from lemminflect import getAllInflections, getAllLemmas

    lemmas = {lemma for found in getAllLemmas(word.lower()).values() for lemma in found}
    forms = {form for lemma in lemmas for found in getAllInflections(lemma).values() for form in found}
    return any(re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE) for form in forms)


def test_quotation_marks_only_round_what_is_quoted(told):
    for text, event in told:
        if "“" in event.summary:
            assert any(mark in text for mark in '“"”'), event.summary


@pytest.mark.parametrize("case", cases("events/lines.csv")[::6], ids=lambda case: case["id"])
def test_a_line_does_not_hang_on_what_follows(language, case):
    alone = {event.trigger: event.summary for event in events_of(language, case["text"])}
    followed = {event.trigger: event.summary for event in events_of(language, f"{case['text']}\n\nNothing else was reported.")}
    assert alone.items() <= followed.items()


def test_cut_behind_a_word_that_can_end_a_line():
    line = shortened("Court in Lund rejects the appeal of " + "the very old, very tired " * 4 + "man")
    assert len(line) <= LONGEST and line.endswith("…")
    assert line.rstrip("…").split()[-1] not in words("cut_words.txt")


def test_cut_before_a_phrase_that_can_go():
    whole = "Court in Lund rejects the appeal of the former president of the board of the port company against his sentence for fraud"
    line = shortened(whole)
    assert line == "Court in Lund rejects the appeal of the former president of the board of the port company against his sentence"
    assert len(line) <= LONGEST and not line.endswith("…") and line.split()[-1] not in words("cut_words.txt")


def test_a_name_told_twice_is_told_once(language):
    article = Article("x", "", "The club rejected Ana Duarte's ban.", None)
    token = language.analyse(article)[2]
    assert undoubled("Club rejects Ana Duarte Ana Duarte's ban", token) == "Club rejects Ana Duarte's ban"
    assert undoubled("Club rejects the ban", token) == "Club rejects the ban"

"""Hand-built triggers, so that dating is tested alone: the model's event words, and the word that a case asks about."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

from pipeline.events.anchor import date_triggers
from pipeline.events.headlines import headline_sentences
from pipeline.events.quotes import quoted_tokens
from pipeline.events.trigger import Dating, Trigger
from pipeline.records import Article
from pipeline.timex import find_timexes

CASES = Path(__file__).resolve().parents[2] / "cases" / "anchor"
COLUMNS = ("id", "dct", "text", "trigger", "first_day", "last_day", "relation", "basis", "why")


def read_cases() -> list[dict[str, str]]:
    """Return the cases of all files; a doubled id, a missing column or a trigger that is not in the text is an error."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(CASES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(line for line in lines if not line.startswith("#"))
            assert tuple(rows.fieldnames or ()) == COLUMNS, path.name
            for row in rows:
                assert None not in row.values() and None not in row, f"{path.name}: ragged row {row['id']}"
                assert row["id"] not in found, f"{path.name}: {row['id']} stands twice"
                word, _, nth = row["trigger"].partition("#")
                assert row["text"].count(word) >= int(nth or 1), f"{path.name}: {row['id']}: no {row['trigger']!r} in the text"
                found[row["id"]] = row
    return list(found.values())


def article_of(text: str, dct: str, title: str = "") -> Article:
    return Article("a", title, text, dt.date.fromisoformat(dct) if dct else None)


def triggers_of(article: Article, doc, *asked: int) -> list[Trigger]:
    quoted, headline = quoted_tokens(doc), headline_sentences(article, doc)
    found = []
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            if token.i in asked or (token._.event not in ("", "STATE") and token.pos_ in ("VERB", "NOUN")):
                clause = token
                while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
                    clause = clause.head
                kind = "verb" if token.pos_ in ("VERB", "AUX") else "noun"
                inside, above = token.i in quoted, number in headline
                found.append(Trigger(token.i, token.i, token.i + 1, token.lemma_, clause.i, kind, number, True, inside, headline=above))
    return found


def find_word(doc, asked: str) -> int:
    word, _, nth = asked.partition("#")
    return [token.i for token in doc if token.text == word][int(nth or 1) - 1]


def date_word(language, text: str, dct: str, asked: str) -> Dating:
    """Return the dating of one word of a short article."""
    article = article_of(text, dct)
    doc = language.analyse(article)
    head = find_word(doc, asked)
    triggers = triggers_of(article, doc, head)
    datings = date_triggers(article, doc, find_timexes(article, doc), triggers)
    return next(dating for trigger, dating in zip(triggers, datings, strict=True) if trigger.head == head)

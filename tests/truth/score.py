"""Run the real line over the seed articles (and the held-out texts) and print what it gets right: `python -m tests.truth.score`.

`python -m tests.truth.score [seeds|own|unseen|all] [-q] [ARTICLE_ID ...]`; -q leaves the disagreements out.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt

from pipeline import read_articles
from pipeline.records import Article
from pipeline.run import Line
from pipeline.settings import Settings
from tests.truth.judge import Verdict, judge_events, judge_timexes
from tests.truth.load import load_own, load_seeds, load_unseen
from tests.truth.truths import ArticleTruth

SETS = {"seeds": load_seeds, "own": load_own, "unseen": load_unseen}
COLUMNS = (
    ("tmx", "timexes found", "timexes wanted"),
    ("exact", "timexes exact", "timexes found"),
    ("value", "timexes right value", "timexes found"),
    ("mod", "timexes right mod", "timexes found"),
    ("evt", "events found", "events wanted"),
    ("days", "events right days", "events found"),
    ("status", "events right status", "events found"),
    ("basis", "events right basis", "events found"),
    ("actors", "events right actors", "events found"),
    ("roles", "events right roles", "events found"),
)
HEAD = f"{'article':<48} " + " ".join(f"{name:>8}" for name, _, _ in COLUMNS) + f" {'false':>6} {'others':>6}"


def article_of(truth: ArticleTruth) -> Article:
    """Return the article as the product reads it: from the file for a seed, as given for a line of JSONL."""
    if truth.path.suffix == ".txt":
        (article,) = read_articles([truth.path]).articles
        return dataclasses.replace(article, article_id=truth.article_id)
    return Article(truth.article_id, truth.title, truth.text, dt.date(*truth.published), "JSON field")


def judge(line: Line, truth: ArticleTruth) -> Verdict:
    """Run the line over one article and hold it against its truth."""
    article = article_of(truth)
    verdict = Verdict()
    if article.dct != truth.published:
        verdict.disagreements.append(f"date   published {article.dct}, not {truth.published}")
    if article.text != truth.text:
        verdict.disagreements.append("text   differs from the file's content")
    verdict.add(judge_timexes(truth, line.timexes(article)))
    verdict.add(judge_events(truth, line.events([article])))
    return verdict


def table_row(name: str, verdict: Verdict) -> str:
    """Return one line of the table: right / asked for each measure, then false time expressions and rows not listed."""
    cells = " ".join(f"{verdict.counts[right]:>3}/{verdict.counts[asked]:<4}" for _, right, asked in COLUMNS)
    return f"{name[:48]:<48} {cells} {verdict.counts['timexes false']:>6} {verdict.counts['events unlisted']:>6}"


def shares(verdict: Verdict) -> str:
    """Return the same measures in percent."""
    cells = " ".join(f"{100 * verdict.counts[right] / max(1, verdict.counts[asked]):>7.1f}%" for _, right, asked in COLUMNS)
    return f"{'':<48} {cells}"


def main() -> None:
    """Print the table and, unless told otherwise, every disagreement."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", nargs="?", choices=(*SETS, "all"), default="seeds")
    parser.add_argument("only", nargs="*", help="article ids")
    parser.add_argument("-q", "--quiet", action="store_true", help="no disagreements, only the table")
    options = parser.parse_args()
    truths = [truth for name, load in SETS.items() if options.what in (name, "all") for truth in load()]
    truths = [truth for truth in truths if not options.only or truth.article_id in options.only]
    line = Line.load(Settings())
    verdicts = {truth.article_id: judge(line, truth) for truth in truths}
    if not options.quiet:
        for name, verdict in verdicts.items():
            print(f"\n{name}", *(f"  {text}" for text in verdict.disagreements), sep="\n")
    print("\n" + HEAD)
    total = Verdict()
    for name, verdict in verdicts.items():
        print(table_row(name, verdict))
        total.add(verdict)
    print(table_row("all", total), shares(total), sep="\n")


if __name__ == "__main__":
    main()

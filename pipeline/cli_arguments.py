"""What can be typed on the command line."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

EVENT_FORMATS = ("csv", "json", "jsonl", "parquet", "ics", "timelinejs")
_PATHS = "file or folder: .txt, .jsonl, .json, .csv, .html"


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of a command line; SystemExit with status 2 for one that cannot be carried out."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.command == "timex" and bool(options.paths) == (options.explain is not None):
        parser.error("timex takes a PATH or --explain TEXT, one of the two")
    return options


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(prog="python -m pipeline", description="News articles in, a timeline you can check out.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    timex = commands.add_parser("timex", help="write the time expressions of articles")
    _reading(timex, "*")
    timex.add_argument(
        "--explain", metavar="TEXT", help="show for this text every candidate, its rule, what was given and assumed, and the winner"
    )
    _writing(timex, ("jsonl", "csv", "timeml"))

    extract = commands.add_parser("extract", help="write the event table of articles")
    _reading(extract)
    _writing(extract, EVENT_FORMATS)

    add = commands.add_parser("add", help="read articles and keep them with their events; one of the same id is replaced")
    _reading(add)
    _store(add)

    _store(commands.add_parser("list", help="show the kept articles: id, publication date, number of events, title"))

    remove = commands.add_parser("remove", help="drop kept articles")
    remove.add_argument("ids", nargs="+", metavar="ID", help="as `list` shows it")
    _store(remove)

    export = commands.add_parser("export", help="write the events of the kept articles, with the corrections made on the page")
    export.add_argument("--reviewed", action="store_true", help="only events that the reader confirmed or edited")
    _writing(export, EVENT_FORMATS)
    _store(export)

    evaluate = commands.add_parser("evaluate", help="measure the events read from texts with gold labels")
    evaluate.add_argument("file", type=Path, metavar="FILE", help="JSON lines: the texts and their labels")
    evaluate.add_argument("--set", dest="kind", required=True, metavar="KIND", help="what is labelled: salient, types, roles, dates")
    _model(evaluate)
    return parser


def _reading(parser: argparse.ArgumentParser, number: str = "+") -> None:
    parser.add_argument("paths", nargs=number, metavar="PATH", help=_PATHS)
    parser.add_argument(
        "--published", type=publication_date, metavar="DATE", help="publication date of articles that state none: 2022-03-01"
    )
    _model(parser)


def _model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model",
        metavar="NAME",
        help="an installed spaCy pipeline or its folder, instead of the own English model (default: $DATELINE_MODEL)",
    )
    parser.add_argument(
        "--threads", type=_positive, metavar="N", help="how many threads the model may use (default: $DATELINE_THREADS, else 1)"
    )


def _writing(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    parser.add_argument("--format", choices=formats, default=formats[0], help=f"default {formats[0]}")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="instead of standard output; appears only when it is whole")


def _store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--db", metavar="URL", help="database address or SQLite file (default: $DATELINE_DB, else data/timeline.db)")


def publication_date(written: str) -> dt.date | dt.datetime:
    """Return the date of `--published`: written out in any form, but with day, month and year.

    >>> publication_date("1 March 2022")
    datetime.date(2022, 3, 1)
    """
    from pipeline.ingest.literal_date import read_date

    found = read_date(written)
    if found is None or found.note:
        raise argparse.ArgumentTypeError(f"{written!r} is not one clear date; write it as 2022-03-01")
    return found.value


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError(written)
    return number

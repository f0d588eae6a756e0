"""The command line: data to standard output or -o, progress and warnings to standard error, nothing heavy imported before it is needed.

Exit status: 0 all was read; 1 something could not be read or done (named in one line, the rest is done); 2 wrong usage.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli_arguments import parsed
from pipeline.errors import ArticleError, PipelineError
from pipeline.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.records import Article, Event
    from pipeline.run import Line

OK, FAILED, USAGE = 0, 1, 2
_INTERRUPTED = 130


class UsageError(Exception):
    """The command was put in a way that cannot be carried out; the message says how it can."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. A reader that closes the pipe early is no error."""
    options = parsed(arguments)
    try:
        return _COMMANDS[options.command](options)
    except UsageError as error:
        say(f"error: {error}")
        return USAGE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its end
        return OK
    except PipelineError as error:
        say(f"error: {error}")
        return FAILED
    except OSError as error:
        say(f"error: {error.filename or 'output'}: {error.strerror or error}")
        return FAILED
    except KeyboardInterrupt:
        say("stopped")
        return _INTERRUPTED


def say(message: str) -> None:
    """Write one line to standard error; what could steer a terminal is left out."""
    print(_one_line(message), file=sys.stderr, flush=True)


def tell(*cells: str) -> None:
    """Write one line of tab-separated cells to standard output, in UTF-8 whatever the terminal's settings."""
    sys.stdout.buffer.write("\t".join(map(_one_line, cells)).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def load_line(options: argparse.Namespace) -> Line:
    """Load the model and the stages: the slow import, done by the commands that need it."""
    from pipeline.run import Line

    return Line.load(settings_of(options))


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings of the options, and of the environment where they say nothing; `--model ""` means our own model."""
    found = Settings.from_environment(os.environ)
    model = found.model if options.model is None else options.model
    return dataclasses.replace(found, model=model, threads=options.threads or found.threads)


def read(options: argparse.Namespace) -> tuple[list[Article], int]:
    """Return the articles of the paths and the exit status so far; problems and missing publication dates are said."""
    from pipeline.ingest import read_articles

    result = read_articles(options.paths)
    for problem in result.problems:
        say(f"error: {problem}")
    articles = [_dated(article, options.published) for article in result.articles]
    for article in articles:
        if article.published is None:
            say(
                f"warning: {article.article_id}: no publication date found, so words like 'Monday' stay unresolved;"
                " give --published 2022-03-01 or begin the text with 'date 2022-03-01'"
            )
        if article.language != "en":
            say(
                f"warning: {article.article_id}: not in English ({article.language}); no events are read from it, only its time expressions"
            )
    return articles, FAILED if result.problems else OK


def _dated(article: Article, published: dt.date | dt.datetime | None) -> Article:
    if article.published is not None or published is None:
        return article
    return dataclasses.replace(article, published=published, published_source="option --published")


def _explain(options: argparse.Namespace) -> int:
    """Print how each time expression of a text is found and resolved."""
    from pipeline.export.output import output
    from pipeline.language import LanguageModel
    from pipeline.records import Article
    from pipeline.timex import explain, trace_table

    _check_output(options)
    article = Article("text", "", options.explain, options.published, "option --published" if options.published else "")
    model = LanguageModel.load(settings_of(options))
    with output(options.output) as stream:
        stream.write(trace_table(explain(article, model.analyse(article))).encode())
    return OK


def _timex(options: argparse.Namespace) -> int:
    from pipeline.export import timeml_bytes, timex_csv, timex_jsonl
    from pipeline.export.output import output

    if options.explain is not None:
        return _explain(options)
    _check_output(options)
    articles, status = read(options)
    if options.format == "timeml":
        return _timeml(options, articles, status, timeml_bytes)
    line = load_line(options) if articles else None
    with output(options.output) as stream:
        if options.format == "csv":
            stream.write(timex_csv([]))
        for number, article in enumerate(articles, 1):
            assert line is not None
            try:
                timexes = line.timexes(article)
            except Exception as error:
                say(f"error: {ArticleError(article.article_id, repr(error))}")
                status, timexes = FAILED, ()
            stream.write(timex_jsonl(timexes) if options.format == "jsonl" else timex_csv(timexes, header=False))
            progress(number, len(articles))
    return status


def _timeml(options: argparse.Namespace, articles: list[Article], status: int, document: Callable[..., bytes]) -> int:
    from pipeline.export.output import output

    folder = options.output if options.output and options.output.is_dir() else None
    if len(articles) > 1 and folder is None:
        raise UsageError(f"a TimeML document holds one article, here are {len(articles)}; give an existing folder with -o")
    line = load_line(options) if articles else None
    for number, article in enumerate(articles, 1):
        assert line is not None
        with output(folder / f"{_file_name(article.article_id)}.tml" if folder else options.output) as stream:
            stream.write(document(article, line.timexes(article)))
        progress(number, len(articles))
    return status


def _extract(options: argparse.Namespace) -> int:
    from pipeline.export.event_file import event_file
    from pipeline.export.output import output

    _check_output(options)
    articles, status = read(options)
    events, failed = _events(options, articles)
    table = _event_table(events)
    with output(options.output) as stream:
        stream.write(event_file(table, options.format, articles))
    return FAILED if failed else status


def _export(options: argparse.Namespace) -> int:
    """Write the events of the kept articles as the page shows them: one story_id for each event, the reader's corrections in them."""
    from pipeline.export.event_file import event_file
    from pipeline.export.output import output
    from pipeline.merge import merge_table
    from pipeline.store import Store, corrected

    _check_output(options)
    store = Store.open(options.db)
    events = store.events()
    table = corrected(merge_table(events) if len(events) else events, store.corrections())
    kept = table["review"].isin(("confirmed", "edited")) if options.reviewed else table["review"] != "rejected"
    with output(options.output) as stream:
        stream.write(event_file(table[kept], options.format, store.articles(), "reviewed only" if options.reviewed else ""))
    return OK


def _events(options: argparse.Namespace, articles: list[Article]) -> tuple[tuple[Event, ...], set[str]]:
    """Return the events and the ids of the articles that could not be analysed, which are said."""
    failed: set[str] = set()

    def name_it(problem: ArticleError) -> None:
        say(f"error: {problem}")
        failed.add(problem.article_id)

    return (load_line(options).events(articles, progress, name_it) if articles else ()), failed


def _event_table(events: Sequence[Event]) -> pd.DataFrame:
    from pipeline.event_table import from_events, validate

    return validate(from_events(events))


def _add(options: argparse.Namespace) -> int:
    from pipeline.store import Store, with_free_id

    store = Store.open(options.db)
    articles, status = read(options)
    articles = [with_free_id(store, article) for article in articles]
    events, failed = _events(options, articles)
    articles = [article for article in articles if article.article_id not in failed]
    kept = {entry.article_id for entry in store.listing()}
    for article in articles:
        table = _event_table([event for event in events if event.article_id == article.article_id])
        store.add(article, table)
        word = "replaced" if article.article_id in kept else "added"
        tell(word, article.article_id, f"{len(table)} events")
    return FAILED if failed else status


def _list(options: argparse.Namespace) -> int:
    from pipeline.store import Store

    entries = Store.open(options.db).listing()
    tell("article_id", "published", "events", "title")
    for entry in entries:
        published = entry.published.isoformat() if entry.published else ""
        tell(entry.article_id, published, str(entry.n_events), entry.title)
    return OK


def _remove(options: argparse.Namespace) -> int:
    from pipeline.store import Store

    store, status = Store.open(options.db), OK
    for article_id in options.ids:
        if store.remove(article_id):
            tell("removed", article_id)
        else:
            say(f"error: {article_id}: no such article; `python -m pipeline list` shows the ids")
            status = FAILED
    return status


def _evaluate(options: argparse.Namespace) -> int:
    from pipeline.evaluate import evaluate

    line = load_line(options)
    for figure in evaluate(options.kind, options.file, line.article_events):
        tell(figure.name, f"{100 * figure.share:.1f}%", f"{figure.right} of {figure.asked}")
    return OK


def progress(done: int, total: int) -> None:
    """Show how many articles are read, on one line of a terminal; elsewhere nothing."""
    if sys.stderr.isatty():
        print(f"\r{done} of {total} articles", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _check_output(options: argparse.Namespace) -> None:
    """Find a wrong -o before the work, not after it."""
    path: Path | None = options.output
    if options.format == "parquet" and path is None and sys.stdout.isatty():
        raise UsageError("Parquet is binary; give a file with -o")
    if path is None:
        return
    if path.is_dir() and options.format != "timeml":
        raise UsageError(f"{path} is a folder; give a file with -o")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}")


def _file_name(article_id: str) -> str:
    """Return the id as a file name: no way out of the folder, nothing hidden."""
    return "".join(sign if sign.isalnum() or sign in "-_." else "_" for sign in article_id).lstrip(".") or "article"


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "timex": _timex,
    "extract": _extract,
    "add": _add,
    "list": _list,
    "remove": _remove,
    "export": _export,
    "evaluate": _evaluate,
}

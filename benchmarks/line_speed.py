"""Words per second of each stage, and memory: python -m benchmarks.line_speed PATH... [--threads N] [--repeat N].

PATH is what `python -m pipeline extract` takes. The model is loaded before the clock starts; the first article is run once to warm up.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter

from pipeline import read_articles
from pipeline.actors import find_actors
from pipeline.events import find_events
from pipeline.merge import merge_stories
from pipeline.run import Line
from pipeline.settings import Settings
from pipeline.timex import find_timexes


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("paths", nargs="+")
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--repeat", type=int, default=1)
    options = arguments.parse_args()

    started = time.perf_counter()
    line = Line.load(Settings(threads=options.threads))
    print(f"load                {time.perf_counter() - started:8.2f} s")
    articles = read_articles(options.paths).articles * options.repeat
    line.article_events(articles[0])
    words = sum(len(article.text.split()) for article in articles)
    seconds: Counter[str] = Counter()
    found = []
    for article in articles:
        clock = [time.perf_counter()]
        doc = line.language.analyse(article)
        clock.append(time.perf_counter())
        timexes = find_timexes(article, doc)
        clock.append(time.perf_counter())
        actors = find_actors(article, doc, timexes, line.settings.aliases)
        clock.append(time.perf_counter())
        found.extend(find_events(article, doc, timexes, actors))
        clock.append(time.perf_counter())
        for stage, a, b in zip(("language", "timex", "actors", "events"), clock, clock[1:], strict=False):
            seconds[stage] += b - a
    merging = time.perf_counter()
    merge_stories(tuple(found))
    seconds["merge"] = time.perf_counter() - merging
    for stage, taken in seconds.items():
        print(f"{stage:10}{words / max(taken, 1e-9):12,.0f} words/s{taken:8.2f} s")
    total = sum(seconds.values())
    print(f"{'all':10}{words / total:12,.0f} words/s{total:8.2f} s   {len(articles)} articles, {words:,} words, {len(found):,} events")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()

"""The line: an article -> language -> time expressions -> actors -> events; then the articles' events are brought together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from pipeline.actors import Actors, find_actors, names_across
from pipeline.errors import ArticleError
from pipeline.events import find_events
from pipeline.events.rename import rename_actors
from pipeline.language import LanguageModel
from pipeline.merge import merge_stories
from pipeline.records import Article, Event, Timex
from pipeline.settings import Settings
from pipeline.timex import find_timexes
from pipeline.timex.other import find_in_language

Progress = Callable[[int, int], None]
ENGLISH = "en"
OnProblem = Callable[[ArticleError], None]


@dataclass(frozen=True, slots=True)
class Line:
    """The stages with their model loaded; make one and keep it."""

    settings: Settings
    language: LanguageModel

    @classmethod
    def load(cls, settings: Settings | None = None) -> Line:
        """Return a line that is ready to run; raises PipelineError when the model that the settings name is missing."""
        settings = settings or Settings()
        return cls(settings, LanguageModel.load(settings))

    def timexes(self, article: Article) -> tuple[Timex, ...]:
        """Return the article's time expressions in the order of the text; of another language what dateparser's locale data tells."""
        if article.language != ENGLISH:
            return find_in_language(article)
        return find_timexes(article, self.language.analyse(article))

    def article_events(self, article: Article) -> tuple[Event, ...]:
        """Return the events of one article by itself, in the order of the text; none of an article that is not in English."""
        return self._read(article)[1]

    def _read(self, article: Article) -> tuple[Actors, tuple[Event, ...]]:
        if article.language != ENGLISH:
            return Actors.of_mentions([], []), ()
        doc = self.language.analyse(article)
        timexes = find_timexes(article, doc)
        actors = find_actors(article, doc, timexes, self.settings.aliases)
        return actors, find_events(article, doc, timexes, actors)

    def events(self, articles: Sequence[Article], progress: Progress | None = None, problem: OnProblem | None = None) -> tuple[Event, ...]:
        """Return the events of all articles: actors under one name throughout, tellings of one event under one story_id.

        `progress(done, total)` is called after each article. An article that breaks a stage is handed to `problem` as an
        ArticleError and the rest is read; without `problem` the error is raised.
        """
        told: dict[str, Actors] = {}
        found = []
        for number, article in enumerate(articles, 1):
            try:
                told[article.article_id], events = self._read(article)
                found.append(events)
            except Exception as error:
                named = ArticleError(article.article_id, f"{type(error).__name__}: {error}")
                if problem is None:
                    raise named from error
                problem(named)
            if progress:
                progress(number, len(articles))
        return merge_stories(rename_actors(chain.from_iterable(found), names_across(told)))

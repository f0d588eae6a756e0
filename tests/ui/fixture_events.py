"""One plain event for any article: what the fixture's line finds."""

import re

from pipeline.records import Article, Event


def one_event(article: Article) -> Event:
    """Return an event whose trigger is the article's first word; dated by the publication, if that is known."""
    word = re.search(r"\w+", article.text[article.body_start :]) or re.search(r"\S+", article.text)
    start, end = word.start() + article.body_start, word.end() + article.body_start
    sentence_end = min(len(article.text), start + 200)
    dated = (
        {"first_day": article.dct, "last_day": article.dct, "date": str(article.dct), "granularity": "day", "date_basis": "publication"}
        if article.dct
        else {}
    )
    return Event(
        event_id=f"{article.article_id}-{start}",
        article_id=article.article_id,
        article_title=article.title,
        source=article.source,
        published=article.published,
        trigger=article.text[start:end],
        trigger_start=start,
        trigger_end=end,
        summary=" ".join(article.text[start:sentence_end].split())[:90],
        event_type="OTHER",
        status="happened",
        sentence=article.text[start:sentence_end],
        sentence_start=start,
        sentence_end=sentence_end,
        story_id=f"{article.article_id}-{start}",
        **dated,
    )

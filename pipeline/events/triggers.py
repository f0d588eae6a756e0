"""Finds the words that name events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.events.attribution import reported_by, speakers_of_quotes
from pipeline.events.grammar import clause_of, is_predicate, is_verb, kid, lemma_of
from pipeline.events.headlines import entry_tokens, headline_sentences
from pipeline.events.lexicon import event_noun, mapping
from pipeline.events.no_events import hyphenated
from pipeline.events.prose import prose_gaps
from pipeline.events.quotes import quoted_tokens
from pipeline.events.speech_rows import with_speech_rows
from pipeline.events.status import status_of
from pipeline.events.times import Times, link_times
from pipeline.events.trigger import Trigger
from pipeline.events.trigger_nouns import noun_verdict
from pipeline.events.trigger_verbs import ROW, SPEECH, adjective_verdict, counted_participle, dated_predicate, verb_verdict
from pipeline.records import Article, Timex

if TYPE_CHECKING:
    from pipeline.actors import Actors


def find_triggers(article: Article, doc: Doc, timexes: Sequence[Timex], actors: Actors) -> tuple[Trigger, ...]:
    """Read the parse, return the triggers in text order: rows, and mere attribution (`is_row` False) for its time and speaker."""
    times = link_times(doc, timexes)
    quoted = quoted_tokens(doc)
    speakers = speakers_of_quotes(doc, quoted)
    headlines = headline_sentences(article, doc)
    entries = entry_tokens(doc, timexes)
    gaps = prose_gaps(article, doc)
    found = []
    for number, sentence in enumerate(doc.sents):
        headline = number in headlines
        for token in sentence:
            if token.idx < article.body_start or token.i in gaps or token.is_space or token.is_punct:
                continue
            told_now = headline or token.i in entries
            kind, is_row = _verdict(token, actors, times, quoted, told_now)
            if not kind:
                continue
            start, end = _extent(token)
            reporter = reported_by(token) or speakers.get(token.i)
            found.append(Trigger(
                head=token.i, start=start, end=end, lemma=lemma_of(token), clause=clause_of(token).i,
                kind="adjective" if kind == "adjective" else "noun" if kind == "noun" else "verb",
                sentence=number, is_row=is_row, quoted=token.i in quoted,
                reported_by=None if reporter is None or reporter.i == token.i else reporter.i,
                headline=headline, status=status_of(token, times, told_now),
            ))  # fmt: skip
    return with_speech_rows(doc, found, quoted, actors)


def _verdict(token: Token, actors: Actors, times: Times, quoted: frozenset[int], headline: bool) -> tuple[str, bool]:
    if counted_participle(token):
        return "adjective", True
    if is_verb(token):
        verdict = verb_verdict(token, times, quoted, headline)
        if verdict == SPEECH:
            return "verb", False
        return ("verb", True) if verdict == ROW else ("", False)
    if _fixed_predicate(token) or noun_verdict(token, actors, times, headline):
        return "noun", True
    return ("adjective", True) if adjective_verdict(token) or dated_predicate(token, times) else ("", False)


def _fixed_predicate(token: Token) -> bool:
    """Whether the token heads a predicate of several words: "had been in the works"."""
    phrase = mapping("predicates.csv", "lemma", "phrase").get(token.lower_)
    if phrase is None or not is_predicate(token):
        return False
    words = phrase.split()
    before = [t.lower_ for t in token.doc[max(0, token.i - len(words)) : token.i]]
    return before == words


def _extent(token: Token) -> tuple[int, int]:
    """Return the trigger's tokens: the head, with the particle of a phrasal verb right behind it or what stands before its hyphen.

    "carried out", "semi-final".
    """
    particle = kid(token, "compound:prt")
    if particle is not None and particle.i == token.i + 1:
        return token.i, particle.i + 1
    if token.i > 1 and token.nbor(-2).tag_ == "AFX" and token.nbor(-2).head.i == token.i:
        return token.i - 2, token.i + 1  # "re-elected"
    if token.pos_ != "VERB" and event_noun(word := hyphenated(token), word) is not None:
        return token.i - 2, token.i + 1
    return token.i, token.i + 1

"""Assembles the rows of an article from its triggers, their dates and the actors."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.day import Day
from pipeline.events.arguments import Arguments
from pipeline.events.confidence import confidence_of
from pipeline.events.context_parties import with_context
from pipeline.events.event_types import is_offer, stance, type_of
from pipeline.events.grammar import auxiliaries, is_present
from pipeline.events.idle import is_idle
from pipeline.events.participants import Participants, participants_of, unique
from pipeline.events.redundant import redundant
from pipeline.events.repeats import leaders, mention_of
from pipeline.events.saying import own_word, said_by
from pipeline.events.status import status_at
from pipeline.events.summary import summary_of, wording_for
from pipeline.events.times import link_times
from pipeline.events.trigger import Dating, Trigger
from pipeline.events.type_frames import Company
from pipeline.events.wording import Wording
from pipeline.language.data_files import read_words
from pipeline.records import Article, Event, Status, Timex

if TYPE_CHECKING:
    from pipeline.actors import Actors


SHORT = 3  # words: a line that only says what happened to whom ("Russian officials expelled") gives way to the one that says who did it
DATE_FIELDS = (
    "date", "first_day", "last_day", "start", "end", "granularity", "time_text", "time_start", "time_end",
    "timex_type", "timex_value", "time_relation", "date_basis", "date_reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A trigger with everything that is known of it before repeated mentions are joined."""

    trigger: Trigger
    dating: Dating
    people: Participants
    status: Status


def event_id(article_id: str, start_char: int, end_char: int) -> str:
    """Return the id of the event at this place: the same after a new extraction.

    >>> event_id("a", 3, 8) == event_id("a", 3, 8) != event_id("b", 3, 8)
    True
    """
    return hashlib.sha256(f"{article_id}\0{start_char}\0{end_char}".encode()).hexdigest()[:16]


def build_rows(
    article: Article, doc: Doc, timexes: Sequence[Timex], actors: Actors, dated: Sequence[tuple[Trigger, Dating]]
) -> tuple[Event, ...]:
    """Return the event rows of the triggers that are rows, in text order; mere attribution gives `said_by` only."""
    skip = link_times(doc, [timex for timex in timexes if timex.type != "DURATION"]).tokens
    rows = [_row(article, doc, actors, trigger, dating) for trigger, dating in dated if trigger.is_row]
    completed = with_context(doc, actors, [(row.trigger, row.people, row.status) for row in rows])
    rows = [dataclasses.replace(row, people=people) for row, people in zip(rows, completed, strict=True)]
    mentions = [
        mention_of(doc, row.trigger, (row.people.sources, row.people.targets), row.people.arguments, (row.dating, row.status, article.dct))
        for row in rows
    ]
    lead = leaders(mentions)
    leading = {leader for n, leader in enumerate(lead) if leader != n}
    heads = frozenset(row.trigger.head for row in rows)
    kept = {n for n, row in enumerate(rows) if n in leading or not is_idle(doc, row.trigger, row.dating, row.people, heads)}
    ids = [event_id(article.article_id, *_place(doc, row.trigger)) for row in rows]
    wording = wording_for(doc, actors, skip, heads)
    events = [_event(article, doc, row, wording) for row in rows]
    kept -= redundant(doc, [(row.trigger, row.dating, event.summary) for row, event in zip(rows, events, strict=True)]) - leading
    return tuple(
        dataclasses.replace(_filled(event, events[lead[n]], rows[n], mentions[n].points_back), event_id=ids[n], story_id=ids[lead[n]])
        for n, event in enumerate(events)
        if n in kept
    )


def _row(article: Article, doc: Doc, actors: Actors, trigger: Trigger, dating: Dating) -> Row:
    people = participants_of(doc, trigger, actors)
    helpers = auxiliaries(doc[trigger.clause])
    past = any(aux.tag_ == "VBD" for aux in helpers) or (doc[trigger.clause].tag_ in {"VBD", "VBN"} and not _announced(helpers))
    said = trigger.status
    if _is_scheduled_today(doc[trigger.clause], trigger, dating, article.dct):
        said = "planned"  # "the window closes at 11pm tonight"
    status = status_at(said, past and trigger.kind == "verb", dating.first_day, dating.last_day, article.dct)
    return Row(dataclasses.replace(trigger, status=status), dating, people, status)


def _is_scheduled_today(verb: Token, trigger: Trigger, dating: Dating, dct: Day | None) -> bool:
    """Whether a simple present has a date of its own on the day of publication: "closes at 11pm tonight", "flies to Doha on Tuesday".

    Not "is closing" and not "opens today".
    """
    simple = trigger.kind == "verb" and trigger.status == "ongoing" and not auxiliaries(verb) and is_present(verb)
    timex = dating.timex
    named = timex is not None and (timex.type == "TIME" or timex.text.lower() in read_words("en/repairs/weekdays.txt"))
    return simple and named and not trigger.headline and dct is not None and dating.first_day == dct == dating.last_day


def _announced(helpers: Sequence[Token]) -> bool:
    """Whether a participle stands with a plain "is": what "is called for Monday" is over only if its date is."""
    return bool(helpers) and all(aux.lemma_ == "be" and aux.tag_ in {"VBZ", "VBP"} for aux in helpers)


def _place(doc: Doc, trigger: Trigger) -> tuple[int, int]:
    span = doc[trigger.start : trigger.end]
    return span.start_char, span.end_char


def _company(found: Arguments, actors: Actors) -> Company:
    """Return the arguments with what is known of their names: which are people, which are actors at all."""
    mentions = {token.i: actors.of(token.i) for token in (*found.agents, *found.patients)}
    named = {i for i, mention in mentions.items() if mention is not None and mention.role == "actor" and mention.kind != "thing"}
    people = {i for i, mention in mentions.items() if mention is not None and mention.kind == "person"}
    return Company(found, frozenset(people), frozenset(named))


def _event(article: Article, doc: Doc, row: Row, wording: Wording) -> Event:
    actors = wording.actors
    trigger, dating, people = row.trigger, row.dating, row.people
    start, end = _place(doc, trigger)
    sentence = doc[trigger.head].sent
    text = sentence.text.strip()
    sentence_start = sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
    speaker = said_by(doc, trigger, actors, wording.skip)
    kind = stance(
        type_of(doc[trigger.head], _company(people.arguments, actors)),
        row.status,
        own_word(doc, trigger, people.sources, speaker, actors),
        is_offer(doc[trigger.head]),
    )
    timex = dating.timex
    return Event(
        event_id="", story_id="", article_id=article.article_id, article_title=article.title,
        source=article.source, published=article.published,
        trigger=article.text[start:end], trigger_start=start, trigger_end=end,
        summary=summary_of(doc, trigger, people, wording, speaker) or article.text[start:end],
        event_type=kind, status=row.status,
        sentence=text, sentence_start=sentence_start, sentence_end=sentence_start + len(text),
        actors=people.actors, source_actors=people.sources, target_actors=people.targets, names=unique((*people.actors, *people.names)),
        place=people.place, said_by=speaker, actor_spans=people.spans,
        date=dating.date, first_day=dating.first_day, last_day=dating.last_day, start=dating.start, end=dating.end,
        granularity=dating.granularity, time_relation=dating.relation, date_basis=dating.basis, date_reason=dating.reason,
        time_text=timex.text if timex else "", time_start=timex.start_char if timex else None, time_end=timex.end_char if timex else None,
        timex_type=timex.type if timex else "", timex_value=timex.value if timex else "",
        confidence=confidence_of(trigger, dating),
    )  # fmt: skip


def _filled(event: Event, lead: Event, row: Row, points_back: bool) -> Event:
    """A mention that only points back ("The expulsion") takes parties, line, status and date from the mention that leads."""
    if lead is event or not (row.trigger.kind == "noun" or points_back):
        short = lead is not event and len(event.summary.split()) <= SHORT and event.status == lead.status and bool(lead.source_actors)
        return dataclasses.replace(event, summary=lead.summary) if short and not event.source_actors else event
    if not event.actors and lead.actors:
        event = dataclasses.replace(event, summary=lead.summary)
    if not event.actors or (points_back and not event.source_actors):
        event = _with_parties(event, lead)
    if points_back and row.trigger.kind == "noun" and not row.people.actors:
        event = dataclasses.replace(event, summary=lead.summary)
    if points_back and row.dating.basis not in {"explicit", "relative"}:
        line = event.summary if event.status == lead.status else lead.summary
        event = dataclasses.replace(event, status=lead.status, summary=line, **{name: getattr(lead, name) for name in DATE_FIELDS})
    return event if len(event.summary.split()) > 2 else dataclasses.replace(event, summary=lead.summary)


def _with_parties(event: Event, lead: Event) -> Event:
    """Return the event with the parties of the mention that leads where it has none of its own."""
    sources = event.source_actors or lead.source_actors
    targets = event.target_actors or lead.target_actors
    actors = unique((*sources, *targets))
    return dataclasses.replace(event, source_actors=sources, target_actors=targets, actors=actors, names=unique((*actors, *event.names)))

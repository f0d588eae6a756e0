"""Time handed on from sentence to sentence, and the publication day for the news of that day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from pipeline.day import Day
from pipeline.events.anchor.clause import clause_time
from pipeline.events.anchor.direct import Placed, make_dating
from pipeline.events.anchor.genre import Genre
from pipeline.events.anchor.life import Lives, opens_a_background, tells_a_figure
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.other_time import is_at_some_other_time
from pipeline.events.anchor.reason import day_words, event_words
from pipeline.events.anchor.share import afterwards, is_point, lies_ahead, same_time, since_then
from pipeline.events.anchor.stretch import Stretch
from pipeline.events.anchor.subject import (
    at_the_occasion,
    comes_later,
    has_pronoun_subject,
    is_since_then,
    is_talk,
    subject_names,
    undated_moment,
)
from pipeline.events.trigger import Dating
from pipeline.language.data_files import read_words

UNPLACED = Dating(reason="a clock time is said, but no day for it", certain=0.5)
_RECENT_DAYS = 21
_LONG_AGO_DAYS = 21
_YEARS_DAYS = 730


@dataclass(slots=True)
class Story:
    """What has been told so far in one article.

    `names` are the words that are names in it; `last` is the last main clause with a date from the text, `previous` the last one of all,
    `lead` the first recent one, `newest` the latest recent day told; `by_subject` holds each named subject's last main clause with a
    recent day. `background` is the paragraph that tells a life, a case or what was long ago; `recent_paragraph` the last one that told
    a recent day. `old_times`: much of the article is years old; `old_told`: something of it has been told.
    """

    genre: Genre
    dct: Day | None
    names: frozenset[str] = frozenset()
    old_times: bool = False
    old_told: bool = False
    recent_paragraph: int = -1
    last: tuple[Node, Dating] | None = None
    last_paragraph: int = -1
    previous: tuple[Node, Dating] | None = None
    lead: tuple[Node, Dating] | None = None
    by_subject: dict[str, tuple[Node, Dating]] = field(default_factory=dict)
    newest: Day | None = None
    background: int = -1
    lives: Lives = field(default_factory=Lives)

    def tell(self, node: Node, dating: Dating, paragraph: int) -> None:
        """Take note of a main clause that has been read and has a date, or is known to have none."""
        told = (node, dating)
        if node.token.dep_ == "ROOT":
            self.previous = told
        if not opens_a_background(node.token) and (dating.basis == "publication" or self._recent(dating)):
            self.background = -1
        if dating.basis == "publication" or (node.time.looks_ahead and not dating.date):
            self.last_paragraph = -1  # back in the present: what comes next is no longer old history
        if not is_point(dating) or dating.basis == "publication" or not node.time.looks_back:
            return
        if tells_a_figure(node.token):
            return  # a figure of last autumn takes the story nowhere
        self.last, self.last_paragraph = told, paragraph
        self.old_told = self.old_told or (self.old_times and self._is_years_ago(dating))
        if not self._recent(dating):
            return
        self.recent_paragraph = paragraph
        self.lead = self.lead or (node, dating)
        if dating.first_day is not None and (self.newest is None or dating.first_day > self.newest):
            self.newest = dating.first_day
        for name in subject_names(node.token, self.names):
            self.by_subject[name] = (node, dating)

    def read(self, node: Node, paragraph: int) -> None:
        """Take note of who a main clause is about, dated or not, and whether it goes back in time."""
        if opens_a_background(node.token):
            self.background = paragraph
        self.lives.note(node.token, subject_names(node.token, self.names))

    def embed(self, places: Sequence[int], nodes: Mapping[int, Node], datings: Mapping[int, Dating], paragraph: int) -> None:
        """Take note of a sentence whose main clause has no day but whose other clauses tell of long ago: its paragraph does so too."""
        main = [i for i in places if not nodes[i].is_noun and nodes[i].token.dep_ == "ROOT"]
        own = [datings[i] for i in places if i in datings and datings[i].basis in ("explicit", "relative") and nodes[i].time.looks_back]
        if main and not any(i in datings for i in main) and any(self.is_old(dating) for dating in own):
            self.background = paragraph

    def go_on(self, node: Node, paragraph: int) -> Dating | None:
        """Return the date of an undated main clause from what was told before it, or from the publication; None leaves it undated."""
        if node.time.tense in ("pluperfect", "modal", "would") or is_at_some_other_time(node.token) or _goes_on_had(node.token):
            return None
        if self.genre == "news" and _speaks_now(node.token):
            self.last_paragraph = -1
        if self.genre == "narrative":
            return self._narrated(node, paragraph)
        if node.time.tense in ("future", "future_perfect", "infinitive"):
            return lies_ahead()
        if node.time.tense == "perfect" and is_since_then(node.token):
            return since_then(self.last[1], event_words(self.last[0])) if self.last else None
        if comes_later(node.token):
            return afterwards(self.previous[1], event_words(self.previous[0])) if self.previous and node.time.looks_back else None
        if tells_a_figure(node.token):
            return self._same_period(node)
        if node.time.tense == "past" and self._is_background(node, paragraph):
            return None
        act = node.time.tense == "past" and not is_talk(node.token)
        elsewhere = act and self.old_told and self.recent_paragraph != paragraph and self.lead is not None
        donor = self._donor(node, paragraph, elsewhere) if node.time.tense == "past" else None
        if donor is not None:
            return same_time(donor[1], event_words(donor[0]), 0.75)
        if elsewhere or self._in_old_history(node, paragraph) or undated_moment(node.token):
            return None
        return self._published(node)

    def _is_background(self, node: Node, paragraph: int) -> bool:
        """Whether the clause is of a life or a case that its paragraph went back to."""
        return self.background == paragraph or self.lives.of_the_dead(node.token, subject_names(node.token, self.names))

    def on_its_day(self, dating: Dating, near: tuple[Node, Dating] | None, paragraph: int) -> Dating:
        """Return a clock time whose day the text leaves open ("at 8 p.m.") on the day that the story is at.

        `near` is what the same sentence dated just before, or None. In a paragraph of long ago the day stays unknown.
        """
        timex = dating.timex
        told = near or (self.last if self.last and self._is_near(self.last[1], paragraph) else self.lead)
        loose = timex is not None and timex.type == "TIME" and "day" in timex.assumed and dating.basis == "relative"
        if loose and self.background == paragraph:
            return replace(UNPLACED, timex=timex)
        if not loose or told is None or dating.first_day is None or told[1].first_day is None or timex is None:
            return dating
        days = told[1].first_day.ordinal - dating.first_day.ordinal
        shift = dt.timedelta(days)
        date = dating.date.replace(str(dating.first_day), str(told[1].first_day))
        reason = f"'{timex.text}' on {day_words(told[1].first_day)}: the clock time alone is said; same day as '{event_words(told[0])}'"
        return replace(
            dating,
            date=date,
            first_day=told[1].first_day,
            last_day=dating.last_day.plus(days) if dating.last_day else None,
            start=dating.start + shift if dating.start else None,
            end=dating.end + shift if dating.end else None,
            basis="inherited",
            reason=reason,
            certain=0.7,
        )

    def _is_near(self, dating: Dating, paragraph: int) -> bool:
        """Whether a day told last is where the story is: a recent one, or one of the same paragraph however long ago."""
        return self._recent(dating) or (self.last_paragraph == paragraph and dating.first_day == dating.last_day)

    def _donor(self, node: Node, paragraph: int, elsewhere: bool) -> tuple[Node, Dating] | None:
        """Return the clause whose day goes on: the same people's, the previous one for "he" and "she", the lead at its occasion."""
        for name in subject_names(node.token, self.names):
            if name in self.by_subject:
                return self._nearer(self.by_subject[name], paragraph)
        if has_pronoun_subject(node.token) and self.previous and self._recent(self.previous[1]) and self.previous[1].basis != "publication":
            return self.previous
        if elsewhere and not at_the_occasion(node.token):
            return None
        if self.lead and (at_the_occasion(node.token) or (self._goes_on(node, paragraph) and not self._has_moved_on())):
            return self.lead
        return self._here(node, paragraph)

    def _here(self, node: Node, paragraph: int) -> tuple[Node, Dating] | None:
        """Return the act told just before in the same paragraph, if it went back to the lead's day though a later one had been told."""
        told = self.previous
        if told is None or self.lead is None or told is not self.last or self.last_paragraph != paragraph:
            return None
        back = told[1].first_day == self.lead[1].first_day and self._recent(told[1])
        return told if back and not is_talk(told[0].token) and not is_talk(node.token) else None

    def _nearer(self, donor: tuple[Node, Dating], paragraph: int) -> tuple[Node, Dating]:
        """Return the last day told where the same paragraph has gone on from the donor's: the story is there now."""
        if self.last is None or self.last_paragraph != paragraph or not self._recent(self.last[1]):
            return donor
        gone_on = donor[1].last_day is not None and self.last[1].first_day is not None and self.last[1].first_day > donor[1].last_day
        return self.last if gone_on else donor

    def _same_period(self, node: Node) -> Dating | None:
        """Return the period of the figure told just before ("In the third quarter revenue rose. Profit fell."), else None."""
        if self.previous is None or not tells_a_figure(self.previous[0].token) or node.time.tense != "past":
            return None
        return same_time(self.previous[1], event_words(self.previous[0]), 0.6)

    def _goes_on(self, node: Node, paragraph: int) -> bool:
        """Whether the clause tells what else happened when the lead's event did: a plain past act that is not talk."""
        return self._is_firm(self.lead) and not is_talk(node.token) and not self._in_old_history(node, paragraph)

    def _is_firm(self, told: tuple[Node, Dating] | None) -> bool:
        """Whether the day is the clause's own or one that its sentence names ("missed a penalty as Rovers lost [on Saturday]")."""
        if told is None:
            return False
        node, dating = told
        sentence = node.token.sent
        inside = dating.timex is not None and sentence.start_char <= dating.timex.start_char < sentence.end_char
        return dating.basis in ("explicit", "relative") or (dating.basis == "inherited" and inside)

    def _has_moved_on(self) -> bool:
        """Whether a later day than the lead's has been told, so that the lead's day is no longer where the story is."""
        lead = self.lead[1].first_day if self.lead is not None else None
        return lead is not None and self.newest is not None and self.newest > lead

    def _recent(self, dating: Dating) -> bool:
        if self.dct is None or dating.first_day is None or dating.last_day is None:
            return False
        back = self.dct.ordinal - dating.last_day.ordinal
        return dating.first_day == dating.last_day and 0 <= back <= _RECENT_DAYS

    def _in_old_history(self, node: Node, paragraph: int) -> bool:
        """Whether the clause stands behind one of long ago, told in the plain past like this one."""
        if self.last is None or self.dct is None or node.time.tense != "past" or self.last_paragraph != paragraph:
            return False
        return self.is_old(self.last[1])

    def _is_years_ago(self, dating: Dating) -> bool:
        return dating.last_day is not None and self.dct is not None and self.dct.ordinal - dating.last_day.ordinal > _YEARS_DAYS

    def is_old(self, dating: Dating) -> bool:
        """Whether the time lies more than three weeks before the publication."""
        day = dating.last_day
        return day is not None and self.dct is not None and self.dct.ordinal - day.ordinal > _LONG_AGO_DAYS

    def _narrated(self, node: Node, paragraph: int) -> Dating | None:
        if self.last is None or self.last_paragraph != paragraph or node.time.tense != "past":
            return None
        return same_time(self.last[1], event_words(self.last[0]), 0.5)

    def _published(self, node: Node) -> Dating | None:
        if self.dct is None:
            return None
        certain = {"past": 0.5, "perfect": 0.5, "present": 0.35}.get(node.time.tense, 0.3)
        return published(self.dct, certain)


def _speaks_now(verb: Token) -> bool:
    """Whether a plain report opens the sentence ("It said it would not appeal"), not one that closes it ("..., survivors said")."""
    told = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    return told and verb.lemma_ in read_words("en/anchor/speaking_now.txt")


def _goes_on_had(verb: Token) -> bool:
    """Whether the verb is joined to a pluperfect, whose time it shares: "Workers had switched it off, and managers filed false reports"."""
    return verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and clause_time(verb.head).tense == "pluperfect"


def published(dct: Day, certain: float) -> Dating:
    """Return the publication day as the date, said so."""
    reason = f"the text gives no time; told as news on the day of publication, {day_words(dct)}"
    return make_dating(Placed(Stretch(dct, dct), "at"), "publication", None, reason, certain)

"""Dates all nodes of an article, surest evidence first: own expressions, counts, repeated mentions, the parse, the story, publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from spacy.tokens import Doc

from pipeline.day import Day
from pipeline.events.anchor.below import carried_below, is_setting, scheduled_before, time_from_below
from pipeline.events.anchor.counted import Count, apply_count, find_counts, since_event
from pipeline.events.anchor.direct import date_directly, within_hours, within_the_day
from pipeline.events.anchor.genre import genre_of, tells_old_times
from pipeline.events.anchor.headline import headline_days
from pipeline.events.anchor.lead import NEAR_SENTENCES, lead_days
from pipeline.events.anchor.links import find_links, lengths_apart, pointed_day
from pipeline.events.anchor.mentions import earlier_mention
from pipeline.events.anchor.nodes import Node, build_nodes, is_main_clause
from pipeline.events.anchor.occasions import find_occasions
from pipeline.events.anchor.other_time import is_apart
from pipeline.events.anchor.printed import is_printed_date
from pipeline.events.anchor.ranges import Said, said_times
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.sentence import inherit
from pipeline.events.anchor.share import afterwards, is_point, lies_inside, same_time
from pipeline.events.anchor.story import Story
from pipeline.events.anchor.subject import comes_later, name_words
from pipeline.events.anchor.words import act_of, carries_events
from pipeline.events.headlines import headline_sentences
from pipeline.events.quotes import quoted_tokens
from pipeline.events.trigger import Dating, Trigger
from pipeline.records import Article, Timex

_ROUNDS = 4
_NEAR_TOKENS = 80
_APART = 21  # days: farther back is another time


@dataclass(slots=True)
class Engine:
    """The state of one article's dating: nodes by token index and the dates found for them so far.

    `sentence_of` and `paragraph_of` number each token's sentence and line; `headline` are sentence numbers, `quoted` token indices.
    `children` and `mentions` are the nodes by governor and by act; `counted` are nodes that a count parts from their clause, `measured`
    those whose day another event gives ("was murdered a week before the vote", whenever that was).
    `day_told`: the story has told a recent day of its own.
    """

    article: Article
    doc: Doc
    nodes: dict[int, Node]
    said: list[Said]
    counts: list[Count]
    headline: frozenset[int]
    quoted: frozenset[int]
    sentence_of: list[int]
    paragraph_of: list[int]
    datings: dict[int, Dating] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)
    mentions: dict[str, list[Node]] = field(default_factory=dict)
    counted: frozenset[int] = frozenset()
    measured: frozenset[int] = frozenset()
    hours_later: set[int] = field(default_factory=set)
    day_told: bool = False

    @classmethod
    def of(cls, article: Article, doc: Doc, timexes: Sequence[Timex], triggers: Sequence[Trigger]) -> Engine:
        """Return the engine with nothing dated yet."""
        usable = [timex for timex in timexes if not is_printed_date(article, timex)]
        said = said_times(doc, usable)
        inside = {i for item in said for i in range(item.span.start, item.span.end)}
        heads = {trigger.head for trigger in triggers}
        nodes = {i: node for i, node in build_nodes(doc, triggers, inside - heads).items() if doc[i].idx >= article.body_start}
        engine = cls(
            article,
            doc,
            nodes,
            said,
            [*find_counts(doc, nodes, said), *find_occasions(nodes)],
            headline_sentences(article, doc),
            quoted_tokens(doc),
            [number for number, sentence in enumerate(doc.sents) for _ in sentence],
            list(accumulate(token.text.count("\n") for token in doc)),
        )
        engine.measured = frozenset(count.event for count in engine.counts if not carries_events(nodes[count.event].token.lemma_))
        far = {count.event for count in engine.counts if count.length.amount} & engine.measured
        apart = lengths_apart(doc, nodes, said, engine.counts)
        engine.measured |= apart
        engine.counted = frozenset(count.other for count in engine.counts) | far | apart
        for i, node in nodes.items():
            engine.mentions.setdefault(act_of(node.token.lemma_), []).append(node)
            if node.parent is not None:
                engine.children.setdefault(node.parent, []).append(i)
        return engine

    def run(self, timexes: Sequence[Timex]) -> None:
        """Fill `datings`."""
        self._directly()
        body = [i for i in self.nodes if self.sentence_of[i] not in self.headline]
        self._spread(body)
        self._sharpen_settings()
        genre = genre_of(self.article, timexes)
        self._tell_story(body, Story(genre, self.article.dct, name_words(self.doc), tells_old_times(self.article, timexes)))
        self._spread(body)
        first = max(self.headline, default=-1) + 1
        near = [self.nodes[i] for i in body if first <= self.sentence_of[i] < first + NEAR_SENTENCES]
        self.datings |= lead_days(near, self.sentence_of, self.datings, self.article.dct)
        heads = [node for i, node in self.nodes.items() if self.sentence_of[i] in self.headline and i not in self.datings]
        self.datings |= headline_days(heads, near, self.sentence_of, self.datings, self.article.dct)

    def _directly(self) -> None:
        links = find_links(self.doc, self.nodes, self.said, self.quoted, self.article.dct)
        for lengths in (False, True):  # lengths last: they are counted from the day of the clause around them
            for i, found in links.items():
                if any(link.said.timex.type == "DURATION" for link in found) != lengths:
                    continue
                if any(within_the_day(link.said.timex) or within_hours(link.said, self.nodes[i]) for link in found):
                    self.hours_later.add(i)
                dating = date_directly(self.nodes[i], found, pointed_day(found, self.said) or self._counting_day(i))
                if dating is not None:
                    self.datings[i] = dating

    def _counting_day(self, i: int) -> Day | None:
        """Return the day that a length in the node's clause is counted from: the governing clause's, else the publication day."""
        parent = self.nodes[i].parent
        above = self.datings.get(parent) if parent is not None else None
        if is_point(above) and above is not None:
            return above.last_day
        past = parent is not None and self.nodes[parent].time.tense == "pluperfect"  # "had expected it to yield within a week"
        return None if past else self.article.dct

    def _sharpen_settings(self) -> None:
        """Give an occasion that is only known by its year the day of the clause that it is the setting of ("at this year's congress")."""
        for i, node in self.nodes.items():
            own = self.datings.get(i)
            above = self.datings.get(node.parent) if node.parent is not None else None
            if own is None or above is None or not node.is_noun or len(node.path) != 1 or not is_setting(node):
                continue
            if own.granularity in ("month", "quarter", "year") and is_point(above) and lies_inside(above, own) and node.parent is not None:
                self.datings[i] = same_time(above, event_words(self.nodes[node.parent]), 0.85) or own

    def _spread(self, places: Sequence[int]) -> None:
        """Hand dates on inside sentences until nothing changes."""
        here = frozenset(places)
        counts = [count for count in self.counts if count.event in here or count.other in here] if self.counts else []
        for _ in range(_ROUNDS):
            known = len(self.datings)
            for count in counts:
                found = apply_count(count, self.nodes, self.datings)
                if found:
                    self.datings.setdefault(*found)
            for i in places:
                if i not in self.datings:
                    self._date_from_neighbours(i)
            if len(self.datings) == known:
                return

    def _date_from_neighbours(self, i: int) -> None:
        node = self.nodes[i]
        children = [self.nodes[j] for j in self.children.get(i, ())]
        dating = (
            scheduled_before(node, self.nodes, self.datings)
            or self._said_of(node)
            or carried_below(node, self.datings)
            or since_event(node, children, self.datings)
            or self._from_below(node)
        )
        coming = node.is_noun and node.parent is not None and self.nodes[node.parent].time.looks_ahead
        if coming:  # "She will play the final on Sunday": not the final told before
            dating = dating or self._from_above(i)
        dating = dating or earlier_mention(node, self.mentions, self.datings) or self._from_above(i)
        if dating is not None:
            self.datings[i] = dating

    def _from_above(self, i: int) -> Dating | None:
        node = self.nodes[i]
        above = self.datings.get(node.parent) if node.parent is not None else None
        if above is None or node.parent is None or not self._may_inherit(i):
            return None
        if node.time.tense == "past" and node.path == ("ccomp",) and self._is_older_than_told(i, above):
            return None
        dating = inherit(node, self.nodes[node.parent], above)
        if is_point(dating) and not node.is_noun and comes_later(node.token):
            return afterwards(above, event_words(self.nodes[node.parent]))
        return dating

    def _is_older_than_told(self, i: int, saying: Dating) -> bool:
        """Whether what is reported is older than the saying.

        Where the text dates its news, talk without a day tells of then, not of the publication ("Police said he fled"); and what hangs
        on the clause may date it ("said Friday that intruders who broke in last autumn copied the files").
        """
        if saying.basis == "publication":
            return self.day_told
        own = [self.datings[j] for j in self._below(i) if j in self.datings and self.datings[j].basis in ("explicit", "relative")]
        first = saying.first_day
        return first is not None and any(one.last_day is not None and one.last_day.ordinal < first.ordinal - _APART for one in own)

    def _below(self, i: int) -> list[int]:
        """Return the relative clauses on what takes part in the clause."""
        return [j for j in self.children.get(i, ()) if self.nodes[j].path[:1] == ("acl:relcl",)]

    def _said_of(self, node: Node) -> Dating | None:
        """Return the time of a participle that hangs on the noun: "a suit filed in 1990 is scheduled to go to trial next month"."""
        hanging = [(self.nodes[j], self.datings.get(j)) for j in self.children.get(node.token.i, ()) if node.is_noun]
        told = [(child, own) for child, own in hanging if own is not None and child.path == ("acl",)]
        return next((dating for child, own in told if (dating := time_from_below(node, child, own))), None)

    def _from_below(self, node: Node) -> Dating | None:
        for j in self.children.get(node.token.i, ()):
            if j in self.datings and (dating := time_from_below(node, self.nodes[j], self.datings[j])):
                return dating
            if j in self.datings and self.nodes[j].path == ("conj",) and not self.nodes[j].is_noun:
                return None  # "survived a crash, went public in 1959 and bought a rival in 2004"
        return None

    def _may_inherit(self, i: int) -> bool:
        """Whether nothing forbids the governor's time: a count of its own, direct speech, an adverb of some other time."""
        free = not self._speech(i) or self._present_when_spoken(i)
        return i not in self.counted and i not in self.measured and i not in self.hours_later and free and not is_apart(self.nodes[i].token)

    def _present_when_spoken(self, i: int) -> bool:
        """Whether direct speech tells what has just happened or goes on as it is spoken: "we're launching", "has granted me leave"."""
        node = self.nodes[i]
        above = self.datings.get(node.parent) if node.parent is not None else None
        spoken = above is not None and above.basis in ("explicit", "relative", "inherited")
        return spoken and node.path in (("ccomp",), ("parataxis",)) and (node.time.tense == "perfect" or node.time.progressive)

    def _speech(self, i: int) -> bool:
        """Whether a whole clause of direct speech begins here: its time is not that of the verb of saying."""
        if i not in self.quoted:
            return False
        subjects = [child.i for child in self.doc[i].children if child.dep_.startswith("nsubj")]
        parent = self.nodes[i].parent
        return all(s in self.quoted for s in subjects) and (bool(subjects) or (parent is not None and parent in self.quoted))

    def _tell_story(self, body: Sequence[int], story: Story) -> None:
        by_sentence: dict[int, list[int]] = {}
        for i in body:
            by_sentence.setdefault(self.sentence_of[i], []).append(i)
        for places in by_sentence.values():
            for i in places:
                node = self.nodes[i]
                ahead = self.nodes[node.parent].time.looks_ahead if node.is_noun and node.parent is not None else node.time.looks_ahead
                if i in self.datings and not ahead:
                    self.datings[i] = story.on_its_day(self.datings[i], self._dated_before(i, places), self.paragraph_of[i])
                if i in self.hours_later and i not in self.datings:
                    self._same_day_as_before(i)
                if node.is_noun or not is_main_clause(node.token):
                    continue
                if i in self.quoted and i not in self.datings:
                    continue  # quoted words inside a sentence tell of a time of their own ("officials 'abused their privileges'")
                paragraph = self.paragraph_of[i]
                if i not in self.datings and not self._speech(i) and not self._has_another_time(i, story):
                    dating = story.go_on(node, paragraph)
                    if dating is not None:
                        self.datings[i] = dating
                if not self._speech(i):
                    story.read(node, paragraph)
                if i in self.datings and not self._speech(i):
                    story.tell(node, self.datings[i], paragraph)
            story.embed(places, self.nodes, self.datings, self.paragraph_of[places[0]])
            self.day_told = story.lead is not None
            self._spread(places)

    def _has_another_time(self, i: int, story: Story) -> bool:
        above = self.nodes.get(self.nodes[i].parent or 0) if self.nodes[i].path == ("conj",) else None
        if above is not None and above.time.looks_back and above.token.i not in self.datings and is_main_clause(above.token):
            return True  # joined to a verb of no known day
        return i in self.measured or self._behind_another(i) or self._leads_old_ones(i, story)

    def _behind_another(self, i: int) -> bool:
        """Whether the clause comes after an event that the text dates: it is then of no known day ("rose after the announcement")."""
        after = [j for j in self.children.get(i, ()) if self.nodes[j].mark in ("after", "following") and j in self.datings]
        return any(self.datings[j].basis in ("explicit", "relative", "inherited") and is_point(self.datings[j]) for j in after)

    def _leads_old_ones(self, i: int, story: Story) -> bool:
        """Whether verbs joined to the clause are of long ago: "It survived a crash, went public in 1959 and bought a rival in 2004"."""
        joined = [self.datings[j] for j in self.children.get(i, ()) if self.nodes[j].path == ("conj",) and j in self.datings]
        return any(dating.basis in ("explicit", "relative") and story.is_old(dating) for dating in joined)

    def _same_day_as_before(self, i: int) -> None:
        """Date "hours later" by the last dated event before it."""
        before = [j for j in self.nodes if i - _NEAR_TOKENS < j < i and j in self.datings and is_point(self.datings[j])]
        own = [j for j in before if self.datings[j].basis in ("explicit", "relative")]
        for j in (own or before)[-1:]:
            dating = same_time(self.datings[j], event_words(self.nodes[j]), 0.8, "event")
            if dating is not None:
                self.datings[i] = dating

    def _dated_before(self, i: int, places: Sequence[int]) -> tuple[Node, Dating] | None:
        """Return the last node before it in its sentence that has a day of its own."""
        own = [j for j in places if j < i and j in self.datings and self.datings[j].basis in ("explicit", "relative")]
        days = [j for j in own if self.datings[j].first_day == self.datings[j].last_day]
        return (self.nodes[days[-1]], self.datings[days[-1]]) if days else None

"""Dates all nodes of an article, surest evidence first: own expressions, counts, repeated mentions, the parse, the story, publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from pipeline.events.anchor.attach import TimeLink, attach, relation_of
from pipeline.events.anchor.counted import Count, apply_count, find_counts
from pipeline.events.anchor.direct import date_directly
from pipeline.events.anchor.genre import genre_of
from pipeline.events.anchor.mentions import earlier_mention
from pipeline.events.anchor.nodes import Node, build_nodes
from pipeline.events.anchor.printed import is_printed_date
from pipeline.events.anchor.ranges import Said, said_times
from pipeline.events.anchor.sentence import inherit
from pipeline.events.anchor.share import is_point, same_time
from pipeline.events.anchor.story import Story, headline_time
from pipeline.events.anchor.subject import is_experience, name_words
from pipeline.events.anchor.words import light_verbs
from pipeline.events.headlines import headline_sentences
from pipeline.events.quotes import quoted_tokens
from pipeline.events.trigger import Dating, Trigger
from pipeline.records import Article, Timex

_ROUNDS = 4
_LEAD_SENTENCES = 3
_MAIN = ("ROOT", "conj", "parataxis")


@dataclass(slots=True)
class Engine:
    """The state of one article's dating: nodes by token index and the dates found for them so far."""

    article: Article
    doc: Doc
    nodes: dict[int, Node]
    said: list[Said]
    counts: list[Count]
    headline: frozenset[int]
    quoted: frozenset[int]
    sentence_of: dict[int, int]
    datings: dict[int, Dating] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, doc: Doc, timexes: Sequence[Timex], triggers: Sequence[Trigger]) -> Engine:
        """Return the engine with nothing dated yet."""
        usable = [timex for timex in timexes if not is_printed_date(article, timex)]
        said = said_times(doc, usable)
        inside = {i for item in said for i in range(item.span.start, item.span.end)}
        heads = {trigger.head for trigger in triggers}
        nodes = {i: node for i, node in build_nodes(doc, triggers, inside - heads).items() if doc[i].idx >= article.body_start}
        numbers = {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}
        engine = cls(
            article,
            doc,
            nodes,
            said,
            find_counts(doc, nodes, said),
            headline_sentences(article, doc),
            quoted_tokens(doc),
            numbers,
        )
        for i, node in nodes.items():
            if node.parent is not None:
                engine.children.setdefault(node.parent, []).append(i)
        return engine

    def run(self, timexes: Sequence[Timex]) -> None:
        """Fill `datings`."""
        self._directly()
        body = [i for i in self.nodes if self.sentence_of[i] not in self.headline]
        self._spread(body)
        self._sharpen_settings()
        self._tell_story(body, Story(genre_of(self.article, timexes), self.article.dct, name_words(self.doc)))
        self._spread(body)
        self._headlines()

    def _directly(self) -> None:
        links: dict[int, list[TimeLink]] = {}
        for said in self.said:
            link = attach(self.doc, self.nodes, said)
            if link is not None:
                links.setdefault(link.node, []).append(replace(link, said=relation_of(self.doc, link)))
        for i, found in links.items():
            dating = date_directly(self.nodes[i], found, self.article.dct)
            if dating is not None:
                self.datings[i] = dating

    def _sharpen_settings(self) -> None:
        """Give an occasion that is only known by its year the day of the clause that it is the setting of ("at this year's congress")."""
        for i, node in self.nodes.items():
            own = self.datings.get(i)
            above = self.datings.get(node.parent) if node.parent is not None else None
            if own is None or above is None or not node.is_noun or len(node.path) != 1 or not _is_setting(node):
                continue
            if own.granularity in ("month", "quarter", "year") and is_point(above) and _lies_inside(above, own) and node.parent is not None:
                self.datings[i] = same_time(above, self.nodes[node.parent].token.text, 0.85) or own

    def _spread(self, places: Sequence[int]) -> None:
        """Hand dates on inside sentences until nothing changes."""
        for _ in range(_ROUNDS):
            known = len(self.datings)
            for count in self.counts:
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
        dating = earlier_mention(node, self.nodes, self.datings) or self._from_below(node)
        counted = any(count.other == i for count in self.counts)
        if dating is None and node.parent is not None and node.parent in self.datings and not counted and not self._speech(i) and not is_experience(node.token):
            dating = inherit(node, self.nodes[node.parent], self.datings[node.parent])
        if dating is not None:
            self.datings[i] = dating

    def _from_below(self, node: Node) -> Dating | None:
        """Return the time that a light verb takes from its event noun, or a first verb from the one joined to it ("arrived and left on Monday")."""
        for j in self.children.get(node.token.i, ()):
            child, dating = self.nodes[j], self.datings.get(j)
            if dating is None or not is_point(dating) or dating.basis == "publication":
                continue
            dep, verb = child.path[0], node.token.lemma_
            if len(child.path) > 1:
                continue
            if node.is_noun and dep == "acl" and child.token.tag_ == "VBN" and (child.token.lemma_, "object") in light_verbs():
                return same_time(dating, child.token.text, 0.9)
            if child.is_noun and not node.is_noun and (_carries(dep, verb) or _object_with_own_day(child, dating) or _is_setting(child)):
                return same_time(dating, child.token.text, 0.7)
            if dep == "xcomp" and node.token._.event == "ASPECTUAL":
                return same_time(dating, child.token.text, 0.9)
            if dep == "advcl" and child.mark in ("when", "as", "while") and child.time.looks_back and node.time.tense == "past":
                return same_time(dating, child.token.text, 0.75)
            if dep == "conj" and child.time.tense == node.time.tense and dating.basis in ("explicit", "relative") and not self._comma_before(j):
                return same_time(dating, child.token.text, 0.7)
        return None

    def _comma_before(self, i: int) -> bool:
        first = min((token.i for token in self.doc[i].subtree), default=i)
        return any(self.doc[k].text in (",", ";") for k in range(max(0, first - 1), i))

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
                if node.is_noun or not self._is_main(node):
                    continue
                paragraph = self.doc.text.count("\n", 0, node.token.idx)
                if i not in self.datings and not self._speech(i):
                    dating = story.go_on(node, paragraph)
                    if dating is not None:
                        self.datings[i] = dating
                if i in self.datings:
                    story.tell(node, self.datings[i], paragraph)
            self._spread(places)

    def _is_main(self, node: Node) -> bool:
        token = node.token
        for _ in range(8):
            if token.dep_ not in _MAIN:
                return False
            if token.dep_ == "ROOT":
                return True
            token = token.head
        return False

    def _headlines(self) -> None:
        heads = [i for i in self.nodes if self.sentence_of[i] in self.headline and i not in self.datings]
        if not heads:
            return
        first = max(self.headline) + 1
        lead = {
            i: (node, self.datings[i])
            for i, node in self.nodes.items()
            if first <= self.sentence_of[i] < first + _LEAD_SENTENCES and i in self.datings
        }
        for i in heads:
            dating = headline_time(self.nodes[i], lead, self.article.dct)
            if dating is not None:
                self.datings[i] = dating


def _lies_inside(inner: Dating, outer: Dating) -> bool:
    if inner.first_day is None or inner.last_day is None or outer.first_day is None or outer.last_day is None:
        return False
    narrower = inner.last_day.ordinal - inner.first_day.ordinal < outer.last_day.ordinal - outer.first_day.ordinal
    return narrower and outer.first_day <= inner.first_day and inner.last_day <= outer.last_day


def _carries(dep: str, verb: str) -> bool:
    role = "subject" if dep in ("nsubj", "nsubj:outer") else "object" if dep in ("obj", "dobj", "nsubj:pass", "nsubjpass") else ""
    return (verb, role) in light_verbs()


def _is_setting(noun: Node) -> bool:
    """Whether the noun's event is where the clause takes place ("at Sunday's final")."""
    return noun.path[0].startswith("obl") and noun.mark in ("in", "at", "during")


def _object_with_own_day(noun: Node, dating: Dating) -> bool:
    """Whether the parse hung the clause's day on its object ("signed the agreement [on Monday]")."""
    timex = dating.timex
    if noun.path[0] not in ("obj", "dobj") or timex is None or dating.basis not in ("explicit", "relative"):
        return False
    return timex.start_char > noun.token.idx

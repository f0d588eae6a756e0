"""Words a phrase or clause of the article for a line: in the article's own words and order, names in full, times and asides left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.actors.world import load_world
from pipeline.events.antecedent import group_behind, object_behind, occasion_behind, pair_behind, thing_behind
from pipeline.events.grammar import SUBJECTS, kid, kids, preposition
from pipeline.events.joining import Piece, joined, with_hyphens
from pipeline.events.lexicon import words
from pipeline.events.name_use import third_person
from pipeline.events.phrase_parts import (
    LEADING,
    belongs_to_it,
    bracketed,
    dashed,
    is_bare_or_long,
    is_of_a_state,
    names_it,
    only_counts_to,
    opens_a_name,
    opens_its_phrase,
    says_when,
    torn,
)
from pipeline.events.phrases import possessive
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

ASIDES = frozenset({"acl:relcl", "parataxis", "advcl", "appos", "discourse", "vocative", "advcl:relcl", "dep", "list", "orphan"})
PERSONAL = frozenset({"PRP", "WP", "WDT", "EX"})
OWNING = frozenset({"PRP$", "WP$"})
NAMED = frozenset({"name", "alias", "metonym", "pronoun", "office", "description"})
SIGNS = frozenset("%$£€&+#°")
ANYBODY: tuple[str, ...] = ("",)
"""Bound to a subject, whatever its name: the article's own clause, whose "its" is understood."""
BARRIERS = ("\n", "—", " – ", " - ", ";", "(")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words phrases of one article.

    `skip` are tokens that never show (times), `bound` the names the line has as its subject, `without` the verb whose clause is told apart,
    `articled` the names that running text gives an article ("the United States"), `told` the words whose events have rows of their own,
    `leading` the organisations that the article names most, `forms` the verbs told in another form than the article's,
    `quoted` whether the event stands in a quotation, whose words stay as they are, `verbatim` whether its "my" and "our" stay too.
    """

    actors: Actors
    skip: frozenset[int]
    articled: frozenset[str] = frozenset()
    bound: Collection[str] = ()
    without: int = -1
    told: frozenset[int] = frozenset()
    leading: frozenset[str] = frozenset()
    forms: Mapping[int, str] = field(default_factory=dict)
    quoted: bool = False
    verbatim: bool = False

    def phrase(self, head: Token, depth: int = 3, alone: bool = False) -> str:
        """Return the phrase that the token heads without its preposition; "" where it is a pronoun nobody stands behind.

        `depth` is how many levels of nested phrases are kept; `alone` leaves out what is coordinated with it.
        """
        name = self._name_of(head)
        if name:
            return name
        occasion = occasion_behind(head)
        if occasion is not None:
            return self._worded(occasion, depth - 1, alone=True)
        thing = thing_behind(head, self.actors)
        if thing is not None:
            return self._thing(thing)
        if head.lower_ == "they" and (pair := pair_behind(head, self.actors)):
            return " and ".join(pair)
        bare = kid(head, "nmod", "amod", "nummod", "acl", "compound") is None
        if bare and (head.tag_ in PERSONAL or head.lower_ in words("empty_words.txt")):
            return ""
        return self._worded(head, depth, alone)

    def clause(self, head: Token, depth: int = 4, needed: frozenset[int] = frozenset()) -> str:
        """Return a clause as it stands, its opening "that" left out; phrases and clauses with a `needed` token in them stay."""
        if any(child.i in self.skip for child in kids(head, *SUBJECTS)):
            self = replace(self, skip=frozenset())  # "Next week will be decisive": the time is what it is about
        pieces = self._below(head, depth, needed=needed)
        stays = {"if", "unless", "whether", "to"} if needed else set()
        opening = {c.i for c in kids(head, "advmod") if c.i == head.left_edge.i and c.lower_ in {"when", "where"}}
        opening |= {c.i for c in kids(head, "mark", "cc") if c.lower_ == "that" or c.dep_ == "cc" or (needed and c.lower_ not in stays)}
        return self._join(head.doc, [piece for piece in pieces if piece[0] not in opening], commas=True)

    def with_preposition(self, head: Token, depth: int = 2) -> str:
        """Return an oblique phrase with its preposition, "" where nothing but a pronoun would follow it."""
        if not self.phrase(head, depth):
            return ""
        return self._join(head.doc, self._below(head, depth))

    def plain(self, head: Token) -> str:
        """Return a phrase with its preposition, be it only a pronoun."""
        return self._join(head.doc, self._below(head, 1))

    def object(self, head: Token, depth: int = 3) -> str:
        """Return an object; a pronoun that nobody stands behind stays as it is ("accepts it"): without it the verb would have no object."""
        text = self.with_preposition(head, depth)
        if not text and head.lower_ == "one" and head.i not in self.skip:
            return "one"  # "demanded an apology and was given one"
        if text or head.tag_ not in PERSONAL or head.i in self.skip:
            return text
        thing = object_behind(head, self.actors)
        if thing is not None and thing.i not in self.skip:
            return self._thing(thing)
        return head.text.lower() if head.tag_ == "PRP" else ""

    def _worded(self, head: Token, depth: int, alone: bool) -> str:
        leading = {c.i for c in head.children if (c.dep_ in LEADING and c.i < head.i) or c.dep_ in SUBJECTS}
        least = {c.i for c in kids(head, "case", "advmod") if c.i + 1 < len(head.doc) and c.nbor(1).lower_ in {"least", "most"}}
        hidden = {t.i for i in leading - least for t in head.doc[i].subtree}
        hidden |= {c.i for c in kids(head, "advmod") if says_when(c, head)}
        return self._join(head.doc, [piece for piece in self._below(head, depth, alone) if piece[0] not in hidden])

    def _join(self, doc: Doc, pieces: list[Piece], commas: bool = False) -> str:
        return joined(doc, with_hyphens(doc, pieces, self.skip), commas)

    def _thing(self, noun: Token) -> str:
        """Return how a thing told before is named again: its noun and whose it is, without what only the first telling adds."""
        return self._name_of(noun) or self._worded(noun, 0 if kid(noun, "acl") is not None else 1, alone=not noun.tag_.endswith("S"))

    def _name_of(self, head: Token) -> str:
        """Return the canonical name where it stands for the whole phrase."""
        if (people := group_behind(head, self.actors)) is not None:
            return self._thing(people)
        mention = self.actors.of(head.i)
        if mention is not None and mention.head == head.i and self.replaces(mention, head):
            return self.articled_name(mention.actors[0])
        if described := self.described(head):
            return described
        if head.dep_ == "appos" and head.pos_ == "NOUN" and head.i > head.head.i:  # "Col Harding, a farmer who was winched from his roof"
            named = self.actors.of(head.head.i)
            if named is not None and named.actors and named.kind == "person" and named.how in {"name", "alias"}:
                return named.actors[0]
        for child in kids(head, "appos", "nmod:poss"):
            plain = child.dep_ == "appos" and child.i > head.i and head.pos_ == "NOUN"
            loose = child.dep_ == "nmod:poss" and kid(child, "case") is None and child.pos_ == "PROPN"
            named = self.actors.of(child.i) if child.pos_ == "PROPN" and (plain or loose) else None
            if named is not None and named.actors and named.kind == "person" and named.how in {"name", "alias"}:
                return named.actors[0]
        return ""

    def described(self, head: Token) -> str:
        """Return the name behind a bare "the company"; of people of a state, whose they are: "Russia's delegates"."""
        mention = self.actors.of(head.i)
        if mention is None or mention.how != "description" or mention.head != head.i or len(mention.actors) != 1 or head.pos_ != "NOUN":
            return ""
        if mention.kind == "organisation" and not self._is_leading(mention.actors[0], head):
            return ""
        if any(child.dep_ not in {"det", "case", "punct", "acl:relcl", "appos"} for child in head.children) or mention.role == "place":
            return ""
        if not any(child.lower_ in {"the", "this", "that", "these", "those"} for child in kids(head, "det")):
            return ""
        of_state = mention.kind == "state" or (mention.kind == "group" and mention.actors[0] in load_world().states.values())
        if of_state and head.lemma_.lower() not in words("state_words.txt"):
            return f"{possessive(self.articled_name(mention.actors[0]))} {head.text}"
        if head.tag_ == "NNS":
            return ""
        return self.articled_name(mention.actors[0])

    def _is_leading(self, name: str, head: Token) -> bool:
        """Whether "the company" may be told by this name: one of the article's leading organisations, or one with the word in its name."""
        return name in self.leading or head.lemma_.lower() in name.lower()

    def articled_name(self, name: str) -> str:
        """Return the name as running text has it: with "the" where the article writes it so."""
        return f"the {name}" if name in self.articled and not name.lower().startswith("the ") else name

    def replaces(self, mention: ActorMention, head: Token) -> bool:
        """Whether the canonical name stands for the whole phrase: not for counted heads, descriptions, or half of a longer name."""
        if not mention.actors or mention.how not in NAMED or mention.role == "place" or kids(head, "nummod"):
            return False
        if mention.how == "description" or (mention.how == "pronoun" and head.tag_ not in PERSONAL):
            return False
        if is_of_a_state(mention, head):
            return False
        if mention.how == "office" and any(token.text[:1].isupper() and token.i > head.sent.start for token in head.subtree):
            return False
        outside = [child for child in kids(head, "compound", "flat") if not mention.start <= child.i < mention.end]
        return mention.kind == "person" or not any(child.pos_ == "PROPN" for child in outside)

    def _below(self, token: Token, depth: int, alone: bool = False, needed: frozenset[int] = frozenset()) -> list[Piece]:
        own = self._own(token)
        if self._stands_for_all(token):
            inside = self.actors.of(token.i)
            kept = [child for child in kids(token, "conj", "mark") if inside is None or not inside.start <= child.i < inside.end]
            if token.dep_ == "nmod:poss":
                name = self.articled_name(self.actors.of(token.i).actors[0])  # type: ignore[union-attr]
                own = [(token.i, token.right_edge.i + 1, possessive(name) if kid(token, "case") is not None else name)]
                kept = []
            else:
                first = own[0][0]
                thing = inside is not None and inside.kind == "thing"
                own += [(t.i, t.i + 1, t.text) for t in token.subtree if first - 3 <= t.i < first and opens_a_name(t, token, thing)]
        else:
            kept = [child for child in token.children if child.dep_ != "punct" or child.text in SIGNS]
        if alone:
            kept = [child for child in kept if child.dep_ not in {"conj", "cc"}]
        shown = [child for child in kept if child.i in needed or not self._dropped(child, token, depth)]
        return own + [piece for child in shown for piece in self._below(child, self._left(child, depth), needed=needed)]

    def _stands_for_all(self, token: Token) -> bool:
        mention = self.actors.of(token.i)
        if mention is None or mention.head != token.i or token.dep_ in {"compound", "flat", "amod"}:
            return False
        return token.tag_ not in PERSONAL | OWNING and self.replaces(mention, token)

    @staticmethod
    def _left(child: Token, depth: int) -> int:
        return depth - 1 if child.dep_ in {"nmod", "acl", "obl", "xcomp", "ccomp", "advcl"} else depth

    def _own(self, token: Token) -> list[Piece]:
        mention = self.actors.of(token.i)
        if token.tag_ == "PRP" and not self._is_shown(mention) and (people := group_behind(token, self.actors)) is not None:
            return [(token.i, token.i + 1, self._thing(people))]
        if token.tag_ == "PRP" and (mention is None or not mention.actors) and (thing := thing_behind(token, self.actors)) is not None:
            return [(token.i, token.i + 1, self._thing(thing))]
        if token.lower_ == "they" and (mention is None or not mention.actors) and (pair := pair_behind(token, self.actors)):
            return [(token.i, token.i + 1, " and ".join(pair))]
        if token.lower_ in {"we", "i"} or (self.verbatim and token.lower_ in {"my", "our", "me", "us"}):
            return [(token.i, token.i + 1, token.text)]  # inside a clause: whoever says it has been named before it
        reflexive = token.lower_.endswith(("self", "selves")) or (
            token.i + 1 < len(token.doc) and token.nbor().text[:1] in "'’" and not token.whitespace_
        )
        if mention is not None and mention.actors and token.tag_ in PERSONAL | OWNING and not reflexive and not self._is_bound(mention):
            name = self.articled_name(mention.actors[0])
            return [(token.i, token.i + 1, possessive(name) if token.tag_ in OWNING else name)]
        if mention is not None and self._stands_for_all(token):
            return [(mention.start, max(mention.end, token.i + 1), self.articled_name(mention.actors[0]))]
        if token.tag_ in OWNING and (not self.bound or (self.bound is ANYBODY and opens_its_phrase(token))):
            return [] if opens_its_phrase(token) else [(token.i, token.i + 1, "the")]  # "40 members of [its] orchestra"
        if token.lower_ in {"my", "our"} and mention is not None and mention.actors:
            return [(token.i, token.i + 1, third_person(mention, self.actors))]
        return [(token.i, token.i + 1, self.forms.get(token.i, token.text))]

    def is_told_already(self, pronoun: Token) -> bool:
        """Whether the line has named whom the pronoun stands for, so that the pronoun stays."""
        return self._is_shown(self.actors.of(pronoun.i))

    def _is_shown(self, mention: ActorMention | None) -> bool:
        return mention is not None and bool(mention.actors) and self._is_bound(mention)

    def _is_bound(self, mention: ActorMention) -> bool:
        return any(mention.actors[0] in shown for shown in self.bound)

    def _is_left_out(self, child: Token, head: Token, depth: int) -> bool:
        """Whether a child is a time, an aside, or the clause that the line tells itself."""
        if child.i in self.skip or child.i == self.without or child.is_space or only_counts_to(child):
            return True
        what = child.dep_ == "acl:relcl" and head.lower_ == "what" and head.dep_ not in {"obl", "nmod"}  # "find out what he wants"
        what = what or (child.dep_ == "acl:relcl" and depth > 1 and belongs_to_it(child, head))
        if child.dep_ in ASIDES and not (what or names_it(child, head) or self._is_the_person(child, head)):
            return True
        return child.dep_ in {"nmod", "obl", "nmod:unmarked"} and any(t.i in self.skip for t in kids(child, "nummod", "compound", "amod"))

    def _dropped(self, child: Token, head: Token, depth: int) -> bool:
        if self._is_left_out(child, head, depth):
            return True
        if depth <= 1 and child.dep_ == "obl" and child.lower_ in words("needs_its_infinitive.txt"):
            return True  # "in an attempt [to save it]"
        if child.dep_ in {"nmod", "acl", "obl", "xcomp", "ccomp"} and depth <= 0:
            return True
        if child.dep_ in {"obl", "nmod"} and preposition(child) == "according to":
            return True
        if child.lower_ in {"what", "whatever"} and child.dep_ in {"obl", "nmod"} and kid(child, "acl:relcl", "acl") is not None:
            return True  # "in what has been called a killing": its clause is not shown
        if bracketed(child, head) or torn(child, head):
            return True
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBG"}:
            return is_bare_or_long(child, head, self.skip)
        if child.dep_ == "conj" and (child.pos_ == "VERB" or any(word.i < child.i for word in kids(child, "advmod", "nsubj"))):
            return True  # a clause, or one whose verb the parser lost ("and already the ambassador ...")
        if child.dep_ == "nmod:poss" and child.pos_ == "PROPN" and kid(child, "case") is None:
            return True
        if child.dep_ in SUBJECTS and child.right_edge.i < head.i and not dashed(child, head):
            return False  # what stands between them in brackets does not part a subject from its verb
        low, high = sorted((child, head), key=lambda token: token.i)
        between = low.whitespace_ + head.doc[low.i + 1 : high.i].text_with_ws  # doc.text would join the whole text anew
        return any(barrier in between for barrier in BARRIERS)

    def _is_the_person(self, name: Token, head: Token) -> bool:
        """Whether a name says who the person before it is: "its music director, Dario Bellini"."""
        mention = self.actors.of(name.i)
        known = mention is not None and mention.kind == "person" and bool(mention.actors) and mention.how in {"name", "alias"}
        return known and name.dep_ == "appos" and name.i > head.i and head.pos_ == "NOUN" and head.tag_ == "NN"

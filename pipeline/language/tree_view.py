"""One sentence's words, tags and arcs as the repairs see them: lists that may be changed, places counted from the window's start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

SUBJECT = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
HELPERS = ("aux", "aux:pass", "cop")


@dataclass(slots=True)
class TreeView:
    """The words `first` to `end` (exclusive) of a window; the lists are the window's own, so that a change counts at once."""

    words: Sequence[str]
    tag: list[str]
    pos: list[str]
    event: list[str]
    head: list[int]
    dep: list[str]
    first: int
    end: int
    _kids: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the children."""
        self.gather()

    def gather(self) -> None:
        """Read the children anew after arcs were changed."""
        self._kids = {i: [] for i in self.places()}
        for i in self.places():
            if self.head[i] != i:
                self._kids[self.head[i]].append(i)

    def places(self) -> range:
        """Return the places of the words."""
        return range(self.first, self.end)

    def low(self, i: int) -> str:
        """Return the word in lower case, "" outside the sentence."""
        return self.words[i].lower() if self.first <= i < self.end else ""

    def kids(self, i: int, *deps: str) -> list[int]:
        """Return the children with one of these labels (all without any), in text order."""
        return [child for child in self._kids[i] if not deps or self.dep[child] in deps]

    def root(self) -> int:
        """Return the sentence's root, -1 without one."""
        return next((i for i in self.places() if self.head[i] == i), -1)

    def subject_label(self, verb: int) -> str:
        """Return the label of the verb's subject: that of a passive, where the verb has a helper of one."""
        return "nsubj:pass" if self.kids(verb, "aux:pass") else "nsubj"

    def is_finite(self, verb: int) -> bool:
        """Whether the verb, or the first of its helpers, has a tense."""
        return self.tag[next(iter(self.kids(verb, *HELPERS)), verb)] in FINITE

    def subtree(self, i: int) -> Iterator[int]:
        """Yield the places of the word and everything below it."""
        stack = [i]
        while stack:
            place = stack.pop()
            yield place
            stack.extend(self._kids[place])

    def left_edge(self, i: int) -> int:
        """Return the first place of the subtree."""
        return min(self.subtree(i))

    def right_edge(self, i: int) -> int:
        """Return the last place of the subtree."""
        return max(self.subtree(i))

    def hang(self, i: int, head: int, dep: str) -> None:
        """Give the word another head and label; a change that would close a circle is left out."""
        if head != i and head in set(self.subtree(i)):
            return
        self.head[i], self.dep[i] = head, dep
        self.gather()

    def crown(self, verb: int, noun: int, behind: list[int]) -> None:
        """Make the verb the sentence's root, with the noun that was it as its subject and these places as its children."""
        self.head[verb], self.dep[verb] = verb, "ROOT"
        self.head[noun], self.dep[noun] = verb, "nsubj"
        for place in behind:
            self.head[place] = verb
        self.gather()

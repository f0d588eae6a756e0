"""A ClearNLP dependency tree, as spaCy's English pipelines give it -> Universal Dependencies; labels: data/en/language/clear_labels.csv.

What differs in shape is changed first, in this order: coordination, prepositions, objects that act, "there is", copulas, names of persons;
then the labels. Rules read the words' part of speech, not their text, but for "be" and verbs such as "make" (made him leave).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.language.data_files import read_table, read_words

LABELS_FILE = "en/language/clear_labels.csv"
BARE_FILE = "en/language/bare_infinitive_verbs.txt"
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM"))
VERBAL = frozenset(("VERB", "AUX"))


@dataclass(slots=True)
class Tree:
    """One text's words and arcs, being changed; `heads[i]` is the index of word i's head, a root is its own."""

    pos: list[str]
    tags: Sequence[str]
    lemmas: Sequence[str]
    heads: list[int]
    deps: list[str]
    _below: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the words below each word."""
        self._below = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                self._below[head].append(i)

    def below(self, i: int, *deps: str) -> list[int]:
        """Return the words that hang on word i, with one of these labels if any are given, in the order of the text."""
        return sorted(child for child in self._below[i] if not deps or self.deps[child] in deps)

    def attach(self, i: int, head: int, dep: str) -> None:
        """Hang word i on another; on itself: make it a root."""
        if self.heads[i] != i:
            self._below[self.heads[i]].remove(i)
        if head != i:
            self._below[head].append(i)
        self.heads[i], self.deps[i] = head, dep

    def replace(self, old: int, new: int, dep: str, dep_of_old: str) -> None:
        """Let `new` take the place of the word above it: its head, the label `dep` and all that hangs on it; `old` hangs on `new`."""
        above = self.heads[old]
        self.attach(new, new if above == old else above, dep)
        for child in self.below(old):
            self.attach(child, new, self.deps[child])
        self.attach(old, new, dep_of_old)


def to_universal(tree: Tree, persons: Iterable[tuple[int, int]] = ()) -> None:
    """Change the tree's arcs, labels and, where a preposition opens a clause, parts of speech. `persons`: (first, behind) of names."""
    _coordination(tree)
    _prepositions(tree)
    _raised_objects(tree)
    _existentials(tree)
    _copulas(tree)
    for start, end in persons:
        _person(tree, start, end)
    _labels(tree)


def is_clear(labels: Iterable[str]) -> bool:
    """Whether a parser with these labels gives ClearNLP trees.

    >>> is_clear(["nsubj", "dobj"]), is_clear(["nsubj", "obj", "aux"])
    (True, False)
    """
    return any(label in _names() and label != "aux" for label in labels)


def _coordination(tree: Tree) -> None:
    """ "A, B and C": each on the first, not each on the one before; "and" on what follows it, not on what is before it."""
    first = list(range(len(tree.heads)))
    for i in _from_above(tree):
        if tree.deps[i] == "conj" and tree.heads[i] != i:
            first[i] = first[tree.heads[i]]
    for i, dep in enumerate(list(tree.deps)):
        if dep == "conj" and tree.heads[i] != i:
            tree.attach(i, first[i], "conj")
    for i, dep in enumerate(list(tree.deps)):
        if dep == "cc":
            following = next((k for k in tree.below(first[tree.heads[i]], "conj") if k > i), None)
            if following is not None:
                tree.attach(i, following, "cc")


def _from_above(tree: Tree) -> list[int]:
    """Return all words, each after the one it hangs on."""
    order = [i for i, head in enumerate(tree.heads) if head == i]
    for i in order:
        order.extend(tree.below(i))
    return order


def _prepositions(tree: Tree) -> None:
    """ "left [on] Monday": the noun hangs on the verb, the preposition on the noun; "[after] leaving": the clause, its word a mark."""
    for i in reversed(range(len(tree.heads))):
        dep = tree.deps[i]
        clause = tree.below(i, "pcomp")
        nouns = tree.below(i, "pobj") or (tree.below(i, "obl", "nmod") if dep in ("prep", "agent", "dative", "pcomp") else [])
        above = tree.heads[i]
        if nouns and dep == "conj" and tree.deps[above] == "prep" and not tree.below(above, "pobj"):
            tree.attach(nouns[0], above, "pobj")  # "in and around the city": the first one holds the noun
        elif nouns:
            tree.replace(i, nouns[0], _dep_of_object(tree, i), "case")
            for other in tree.below(nouns[0], "conj"):
                if tree.pos[other] == "ADP":
                    tree.attach(other, i, "conj")
        elif clause and dep in ("prep", "agent", "dative") and tree.pos[clause[0]] in VERBAL | {"ADJ"}:
            tree.replace(i, clause[0], "acl" if _is_nominal(tree, tree.heads[i]) else "advcl", "mark")
            tree.pos[i] = "SCONJ"
        elif clause and dep == "prep":
            tree.replace(i, clause[0], _dep_of_object(tree, i), "case")


def _dep_of_object(tree: Tree, preposition: int) -> str:
    dep = tree.deps[preposition]
    if dep == "agent":
        return "obl:agent"
    if dep not in ("prep", "dative", "pcomp"):
        return dep
    return "nmod" if dep == "prep" and _is_nominal(tree, tree.heads[preposition]) else "obl"


def _is_nominal(tree: Tree, i: int) -> bool:
    return tree.pos[i] in NOMINAL


def _raised_objects(tree: Tree) -> None:
    """ "ordered [the firm] to pay", "made him leave": the one who is to act is the object of the verb above."""
    for i, dep in enumerate(list(tree.deps)):
        above = tree.heads[i]
        if dep != "ccomp" or above == i or tree.below(i, "mark") or tree.lemmas[above] == "be":
            continue
        helpers = tree.below(i, "aux")
        has_to = any(tree.tags[helper] == "TO" for helper in helpers)
        if not has_to and (tree.tags[i] != "VB" or helpers or tree.lemmas[above] not in read_words(BARE_FILE)):
            continue
        for subject in tree.below(i, "nsubj", "nsubjpass"):
            if above < subject < i:
                tree.attach(subject, above, "dobj")
                tree.deps[i] = "xcomp"


def _existentials(tree: Tree) -> None:
    """ "There [is] a man": the man is the subject, the verb no copula."""
    for i in _verbs_be(tree):
        if tree.below(i, "expl") and not tree.below(i, "nsubj"):
            tree.pos[i] = "VERB"
            for noun in tree.below(i, "attr")[:1]:
                tree.deps[noun] = "nsubj"


def _verbs_be(tree: Tree) -> list[int]:
    places = [i for i, lemma in enumerate(tree.lemmas) if lemma == "be" and tree.pos[i] in VERBAL]
    return [i for i in places if tree.deps[i] not in ("aux", "auxpass")]


def _copulas(tree: Tree) -> None:
    """ "He [is] a lawyer", "ill", "in Paris", "to leave": what he is stands above, the verb hangs on it as its copula."""
    for i in reversed(_verbs_be(tree)):
        if tree.below(i, "expl"):
            continue
        has_subject = bool(tree.below(i, "nsubj", "csubj"))
        after = [child for child in tree.below(i, "obl") if child > i] if has_subject else []
        clauses = [child for child in tree.below(i, "xcomp", "ccomp") if child > i] if has_subject else []
        found = tree.below(i, "attr", "acomp") or after or clauses
        if not found:
            continue
        predicate = found[0]
        if tree.deps[predicate] == "ccomp":
            for subject in tree.below(i, "nsubj"):
                tree.deps[subject] = "nsubj:outer"
        tree.replace(i, predicate, tree.deps[i], "cop")
        tree.pos[i] = "AUX"


def _person(tree: Tree, start: int, end: int) -> None:
    """ "Barack [Obama]": the first word stands for the name, the others hang on it as flat; a title before it describes it."""
    inside = range(start, end)
    roots = [i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i]
    if len(roots) != 1 or any(tree.pos[i] != "PROPN" for i in inside):
        return
    root = roots[0]
    for title in tree.below(root, "compound"):
        if title < start and tree.pos[title] == "PROPN":
            tree.deps[title] = "nmod:desc"
    if root != start and all(tree.heads[i] in inside for i in inside if i != root):
        tree.attach(start, root, "compound")
        tree.replace(root, start, tree.deps[root], "flat")
        for i in inside[1:]:
            tree.attach(i, start, "flat")


@cache
def _names() -> dict[str, tuple[dict[str, str], ...]]:
    rows: dict[str, tuple[dict[str, str], ...]] = {}
    for row in read_table(LABELS_FILE, "label", "tag", "head", "universal"):
        rows[row["label"]] = (*rows.get(row["label"], ()), row)
    return rows


def _labels(tree: Tree) -> None:
    """Rename the labels; "do", "have" and "be" with a meaning of their own are verbs."""
    for i, dep in enumerate(tree.deps):
        above = "noun" if _is_nominal(tree, tree.heads[i]) else "other"
        for row in _names().get(dep, ()):
            if row["tag"] in ("", tree.tags[i]) and row["head"] in ("", above):
                tree.deps[i] = row["universal"]
                break
        if tree.pos[i] == "AUX" and tree.tags[i] != "MD" and tree.deps[i] not in ("aux", "aux:pass", "cop"):
            tree.pos[i] = "VERB"

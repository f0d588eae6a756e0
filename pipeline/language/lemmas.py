"""Dictionary forms of words, by the LemmInflect dictionaries and rules (the model does not learn lemmas: it would invent forms)."""

from __future__ import annotations

from functools import cache, lru_cache

from lemminflect import getLemma

from pipeline.language.data_files import read_table

BASE_TAGS = frozenset(("VB", "VBP", "NN", "JJ", "RB"))
INFLECTED = frozenset(("VERB", "AUX", "NOUN", "ADJ", "ADV"))
CONTRACTIONS_FILE = "en/language/contractions.csv"


@cache
def _contractions() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_table(CONTRACTIONS_FILE, "form", "lemma")}


@lru_cache(maxsize=100_000)
def lemma(word: str, pos: str, tag: str) -> str:
    """Return the dictionary form, lower case but for names.

    >>> lemma("left", "VERB", "VBD"), lemma("lay", "VERB", "VB"), lemma("Talks", "NOUN", "NNS")
    ('leave', 'lay', 'talk')
    """
    lower = word.lower().replace("’", "'")
    if pos in ("PROPN", "X", "PUNCT", "NUM", "SYM"):
        return word
    if pos in ("AUX", "VERB", "PART") and lower in _contractions():
        return _contractions()[lower]
    if pos not in INFLECTED:
        return lower
    found: tuple[str, ...] = getLemma(lower, upos=pos)
    if not found or (tag in BASE_TAGS and lower in found):
        return lower
    return str(found[0])


@lru_cache(maxsize=20_000)
def is_common_plural(word: str) -> bool:
    """Whether the dictionary knows the word as the plural of a common noun.

    >>> is_common_plural("Vandals"), is_common_plural("Siemens")
    (True, False)
    """
    low = word.lower()
    found: tuple[str, ...] = getLemma(low, "NOUN", lemmatize_oov=False)
    return low.endswith("s") and bool(found) and low not in found

"""Which language a text is in, by py3langid's character model (97 languages) and the small words of English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipeline.ingest.word_lists import read_list

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 5_000  # characters that are enough to tell
SURE = 0.8  # measured: 1,037 English news sentences reach at most 0.42 for another language, whole articles give it 0.0003
ENGLISH_SHARE = 0.15  # of the words; measured on sentences of 20 languages: English 0.25 to 0.55, others up to 0.1 (Dutch, Afrikaans)
ENOUGH_LETTERS = 20  # fewer outside the quotations tell nothing

LAST_LATIN = "\u024f"
PLAIN = 200  # characters of a text that tells more than its source's field

_QUOTED = re.compile(
    r'“[^“”\n]{12,1500}”|«[^«»\n]{12,1500}»|„[^“”„\n]{12,1500}[“”]|"[^"\n]{12,1500}"|(?<!\w)[\'‘][^\'‘’\n]{12,1500}[\'’](?!\w)'
)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes a moment to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """Return the text's language (ISO 639-1 where there is one); "en" unless another one is nearly certain.

    Quotations do not count: a French minister's words make no French article. Nor do foreign names: enough small words make it English.

    >>> language_of("Am Montag hat die Regierung in Berlin beschlossen, das Gesetz zu ändern.")
    'de'
    """
    sample = text[:SAMPLE]
    told = _QUOTED.sub(" ", sample)
    if sum(map(str.isalpha, told)) < ENOUGH_LETTERS:
        told = sample
    code, probability = _identifier().classify(told)
    other = _is_in_other_letters(told) or (probability >= SURE and english_share(told) < ENGLISH_SHARE)
    return str(code) if other else "en"


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters are not Latin ones, so that no doubt is left that this is not English."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= ENOUGH_LETTERS and sum(letter > LAST_LATIN for letter in letters) > len(letters) / 2


def english_share(text: str) -> float:
    """Return the share of the small words of English among the words, 0 to 1."""
    words = [word.lower() for word in _WORD.findall(text)]
    known = {word for (word,) in read_list("english_words.csv", ("word",))}
    return sum(word in known for word in words) / max(1, len(words))


def article_language(given: str, text: str) -> str:
    """Return the language of an article whose source may name one ("en-GB"): the text decides where it is plain, else the source."""
    found = language_of(text)
    if found == "en" and len(text) >= PLAIN and english_share(text[:SAMPLE]) >= ENGLISH_SHARE:
        return "en"
    return found if found != "en" else given.replace("_", "-").split("-")[0].strip().lower()[:8] or "en"

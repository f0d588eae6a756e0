"""What the text's layout says of sentence starts: paragraphs, line ends unless the text is hard-wrapped, quotes and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Token

from pipeline.language.data_files import read_words

FREE, BREAK, AFTER_OPENING, CLOSING, INSIDE, UNMARKED = 0, 1, 2, 3, 4, 5  # layout codes of a word

_OPENING_MARKS = frozenset("“‘«„([{")
_CLOSING_MARKS = frozenset("”’»)]},.;:!?…")
_STRAIGHT = frozenset(('"', "'", "``", "''"))

_ENDS = frozenset(".?!…")
MAX_SENTENCE = 60  # words for each full stop; a text with fewer stops does not mark its sentences, and the model's opinion stands
_MAY_TOUCH = frozenset("”’»)].:;!?…\"'-–—")  # a sentence may begin right behind these, without a blank

MAX_NUMBER = 3  # characters of the number of a list's item

WRAPPED_LINES = 2  # fewer tell nothing
WRAPPED_SHARE = 0.4  # of the inner line ends; wrapped English prose has about 0.75, lists and one-line paragraphs under 0.1

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"\r?\n[ \t]*\r?\n|\r[ \t]*\r")


def is_hard_wrapped(text: str) -> bool:
    """Whether line ends are only layout: many lines go on with a small letter, as wrapped prose does and lists do not."""
    inside = counted = 0
    for paragraph in _BLANK.split(text):
        lines = [line for match in _LINE.finditer(paragraph) if (line := match[0].strip())]
        counted += max(len(lines) - 1, 0)
        inside += sum(line[0].islower() for line in lines[1:])
    return inside >= WRAPPED_LINES and inside >= WRAPPED_SHARE * counted


def is_break(space: str, wrapped: bool) -> bool:
    """Whether this white space (the characters between two words) ends a sentence by itself."""
    lines = space.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return lines >= (2 if wrapped else 1)


def layout_codes(doc: Doc, words: list[Token], breaks: Iterable[int] = ()) -> list[int]:
    """Return the layout code of each word; `breaks` are offsets at which a new paragraph begins whatever the layout says."""
    text = doc.text
    wrapped = is_hard_wrapped(text)
    forced = set(breaks)
    stopped = sum(word.text[-1] in _ENDS for word in words) * MAX_SENTENCE >= len(words)
    codes = [BREAK]
    for i, (before, word) in enumerate(pairwise(words), 1):
        space = text[before.idx + len(before) : word.idx]
        if is_break(space, wrapped) or word.idx in forced or _opens_sentence(before.text, word.text) or _opens_speech(text, before, word):
            codes.append(BREAK)
        elif _is_behind_its_number(words, i, codes):
            codes.append(INSIDE)
        elif before.text in _OPENING_MARKS or (before.text in _STRAIGHT and not space and _opens(text, before)):
            codes.append(AFTER_OPENING)
        elif word.text in _CLOSING_MARKS or (word.text in _STRAIGHT and not space):
            codes.append(CLOSING)
        elif stopped and before.text.isalpha() and before.text.islower():
            codes.append(UNMARKED)  # "to visit the region | Monday": hardly a sentence ends on a plain word without a mark
        elif not space and before.text[-1:] not in _MAY_TOUCH:
            codes.append(INSIDE)
        else:
            codes.append(FREE)
    return codes


def _opens_sentence(before: str, word: str) -> bool:
    """Whether the stop of the abbreviation before it ends a sentence too ("at 8 p.m. The police")."""
    return len(before) > 2 and before[-1] == "." and before[-2].isalpha() and word in read_words("en/language/sentence_openers.txt")


def _is_behind_its_number(words: list[Token], i: int, codes: list[int]) -> bool:
    """Whether only the number of a list's item stands between the word and the sentence's beginning ("4. A compound consists ...")."""
    at = i - 2 if words[i - 1].text == "." else i - 1
    number = words[at].text if at >= 0 else ""
    if not number.removesuffix(".").isdigit() or len(number) > MAX_NUMBER or (at == i - 1 and number.isdigit()):
        return False
    return codes[at] == BREAK or (at > 0 and words[at - 1].text in _ENDS)  # not "Aug. 31. Two"


def _opens_speech(text: str, before: Token, word: Token) -> bool:
    """Whether a quotation begins a sentence: its mark stands between a full stop and a capital ('a tragedy". "Wonderful!"')."""
    behind = word.idx + len(word)
    marks = word.text in _STRAIGHT or word.text in _OPENING_MARKS
    return before.text == "." and marks and bool(before.whitespace_) and text[behind : behind + 1].isupper()


def _opens(text: str, mark: Token) -> bool:
    return mark.idx == 0 or text[mark.idx - 1].isspace() or text[mark.idx - 1] in _OPENING_MARKS

"""How wide a label will be, without a browser: advance widths of the page's font (Source Sans), measured in Chromium."""

from __future__ import annotations

import unicodedata

# Hundredths of an em for the ASCII characters from space to tilde.
_ASCII = (
    20, 29, 43, 50, 50, 82, 61, 25, 30, 30, 42, 50, 25, 31, 25, 35, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 25, 25, 50, 50, 50, 42,
    85, 54, 59, 57, 61, 53, 49, 62, 65, 26, 48, 58, 49, 73, 65, 66, 57, 66, 57, 53, 54, 64, 51, 79, 51, 48, 54, 30, 35, 30, 50, 50,
    54, 50, 55, 46, 55, 50, 29, 50, 54, 25, 25, 49, 25, 83, 55, 54, 55, 55, 35, 42, 34, 54, 47, 72, 45, 47, 42, 30, 24, 30, 50,
)  # fmt: skip
_OTHER, _WIDE = 56, 100
_PUNCTUATION = {"–": 48, "—": 80, "’": 25, "‘": 25, "“": 43, "”": 43, "…": 95, "≈": 50}
BOLD = 1.06


def _advance(character: str) -> int:
    code = ord(character)
    if 32 <= code < 127:
        return _ASCII[code - 32]
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    if unicodedata.combining(character):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


def text_width(text: str, size: float) -> float:
    """Return the width of one line in pixels at a font size in pixels.

    >>> text_width("AB", 10)
    11.3
    """
    return sum(map(_advance, text)) * size / 100


def shorten(text: str, size: float, room: float, tail: str = "") -> str:
    """Return the text with `tail` behind it, cut at a character with an ellipsis before the tail if they are wider than `room` pixels.

    >>> shorten("retaliation", 10, 30), shorten("retaliation", 10, 40, " ?")
    ('retal…', 'retali… ?')
    """
    text = " ".join(text.split())
    if text_width(text + tail, size) <= room:
        return text + tail
    left, kept = room - text_width("…" + tail, size), []
    for character in text:
        left -= _advance(character) * size / 100
        if left < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip(" ,;:") + "…" + tail

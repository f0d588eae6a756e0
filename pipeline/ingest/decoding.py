"""A file's bytes to text: UTF-8, a byte order mark if there is one, else what western offices write, else a good guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from pipeline.errors import IngestError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_LETTER = re.compile(r"\w")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOT_STORABLE = re.compile(r"[\x00\ud800-\udfff]")
_CONTROL_SHARE = 0.01
"""More control characters than this: not text. A teletext or fax copy has a few."""
_FOREIGN_SHARE = 0.35
"""With more bytes beyond ASCII than this, a file is in another script and the encoding is guessed from its letters."""
_GUESS = 100_000


def decode(content: bytes, source: str) -> str:
    """Return the text, line ends as they are, without a byte order mark; raises IngestError for what is no text, or none."""
    text = _decoded(content, source)
    check_text(text, source)
    return text


def check_text(text: str, source: str) -> None:
    """Raise IngestError when the text has no letter and no digit, or is no text."""
    if "\x00" in text:
        raise IngestError(source, "is not text (it has NUL bytes); give a text file")
    if len(_CONTROL.findall(text[:_GUESS])) > _CONTROL_SHARE * len(text[:_GUESS]):
        raise IngestError(source, "is not text (it has control characters); give a text file")
    if not _LETTER.search(text):
        raise IngestError(source, "no text in it")


def without_surrogates(text: str) -> str:
    """Return the text with halves of characters (possible in JSON) replaced one by one: offsets stay, every file can hold it."""
    return _SURROGATE.sub("\ufffd", text)


def storable(text: str) -> str:
    """Return a title, id or name with NUL characters replaced too: a database refuses them."""
    return _NOT_STORABLE.sub("\ufffd", text)


def _decoded(content: bytes, source: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise IngestError(source, f"is not {encoding.removesuffix('-sig')} text, though its first bytes say so") from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if b"\x00" in content:
            raise IngestError(source, "is not text (it has NUL bytes); give a text file") from None
    head = content[:_GUESS]
    if sum(byte > 127 for byte in head) <= _FOREIGN_SHARE * len(head):
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    guess = from_bytes(head).best()
    if guess is None:
        raise IngestError(source, "its encoding is unknown; save it as UTF-8")
    return content.decode(guess.encoding, errors="replace")

"""An article and its time expressions as a TimeML document (TimeML 1.2.1, TIMEX3 tags in the text).

The text between <TEXT> and </TEXT>, read by any XML parser with the tags taken out, is the article's text character for
character: carriage returns are written as references, and a character that XML cannot hold becomes U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.records import Article, Timex

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTE = {**_ESCAPES, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def timeml_bytes(article: Article, timexes: Iterable[Timex]) -> bytes:
    """Return the document in UTF-8. `t0` is the publication date (CREATION_TIME); without one its value is "" (unknown).

    Raises ValueError when two expressions overlap or one does not fit the text: tags could not be nested.
    """
    ordered = sorted(timexes, key=lambda timex: timex.start_char)
    parts = [HEAD, f"<DOCID>{xml_text(article.article_id)}</DOCID>\n", f"<DCT>{dct_tag(article)}</DCT>\n"]
    parts += [f"<TITLE>{xml_text(article.title)}</TITLE>\n", "<TEXT>"]
    at = 0
    for number, timex in enumerate(ordered, 1):
        if timex.start_char < at or article.text[timex.start_char : timex.end_char] != timex.text:
            raise ValueError(f"time expression {timex.text!r} at {timex.start_char} does not fit the text of {article.article_id!r}")
        parts += [xml_text(article.text[at : timex.start_char]), _tag(timex, number)]
        at = timex.end_char
    parts += [xml_text(article.text[at:]), "</TEXT>\n</TimeML>\n"]
    return "".join(parts).encode("utf-8")


def dct_tag(article: Article) -> str:
    """Return the TIMEX3 of the publication."""
    value = "" if article.published is None else article.published.isoformat()
    attributes = f'tid="t0" type="{"TIME" if "T" in value else "DATE"}" value="{value}" temporalFunction="false"'
    return f'<TIMEX3 {attributes} functionInDocument="CREATION_TIME">{value}</TIMEX3>'


def _tag(timex: Timex, number: int) -> str:
    attributes = {"tid": f"t{number}", "type": timex.type, "value": timex.value, "mod": timex.mod}
    attributes["temporalFunction"] = "true" if timex.relative else "false"
    if timex.relative and timex.anchor.startswith("published"):
        attributes["anchorTimeID"] = "t0"
    written = " ".join(f'{name}="{xml_attribute(value)}"' for name, value in attributes.items() if value or name == "value")
    return f'<TIMEX3 {written} functionInDocument="NONE">{xml_text(timex.text)}</TIMEX3>'


def xml_text(text: str) -> str:
    """Return text for XML content; what XML cannot hold becomes U+FFFD."""
    return "".join(_ESCAPES.get(character, character) for character in _ILLEGAL.sub("\ufffd", text))


def xml_attribute(text: str) -> str:
    """Return text for a quoted XML attribute."""
    return "".join(_IN_ATTRIBUTE.get(character, character) for character in _ILLEGAL.sub("\ufffd", text))

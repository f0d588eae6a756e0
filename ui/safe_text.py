"""Text of articles made harmless for the three places that read markup: HTML, Plotly and Markdown. Nothing of an article is ever markup."""

from __future__ import annotations

import html
import re

from pipeline.export.plain import web_link as web_link

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:@&^=/])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def html_text(text: str) -> str:
    """Return text for HTML content or a quoted attribute; control and direction-override characters are dropped."""
    return html.escape(_CONTROL.sub("", text), quote=True)


def plotly_text(text: str) -> str:
    """Return text for Plotly, which renders tags such as <b> and <a href> in labels and hover boxes."""
    return html.escape(_CONTROL.sub("", " ".join(text.split())), quote=False)


def markdown_text(text: str) -> str:
    """Return text for Streamlit's Markdown: labels, alerts, captions.

    >>> markdown_text("[a](javascript:b)")
    '\\\\[a\\\\]\\\\(javascript\\\\:b\\\\)'
    """
    return _MARKDOWN.sub(r"\\\1", _CONTROL.sub("", " ".join(text.split())))

"""Text of articles for formats that hold one line: control and direction-override characters out, white space as single spaces."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain_line(text: str) -> str:
    r"""Return the text as one harmless line.

    >>> plain_line("a\nb\x00  c")
    'a b c'
    """
    return " ".join(_CONTROL.sub(" ", text).split())


def plain_html(text: str) -> str:
    """Return one harmless line for HTML content or a quoted attribute.

    >>> plain_html("<b>x")
    '&lt;b&gt;x'
    """
    return html.escape(plain_line(text), quote=True)


def web_link(url: str) -> str:
    """Return the address if it is a web address (http or https with a host), else "".

    >>> web_link("javascript:alert(1)"), web_link("https://example.org/a")
    ('', 'https://example.org/a')
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""

"""Vague references: now, recently, in the future."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Found, rule, whole
from pipeline.timex.meaning import Duration, Reference
from pipeline.timex.rules.counted import unit_of
from pipeline.timex.words import REFERENCES


def _read(match: re.Match[str]) -> list[Found]:
    phrase = re.sub(r"\s+", " ", match["r"].lower())
    value, when = REFERENCES[phrase]
    start, text = match.start("r"), match.string
    before = text[max(start - 12, 0) : start].lower()
    after = text[match.end("r") : match.end("r") + 24]
    opens = not before.strip() or before.rstrip()[-1:] in '.!?\n"“'
    fits = {
        "any": True,
        "nominal": bool(
            re.match(
                r"\s*(?:[.,;:)!?—-]|\Z)|\s(?:and|or|is|was|to|by|with|when|that|has|had|have|for|as|in|but|not|they|he|she|it)\b", after
            )
        ),
        "adverb": not re.match(r"[-\w]", after),
        "adjective": bool(re.match(r"\s(?!and\b|of\b|in\b|is\b)[a-z-]+", after, re.I))
        and not re.match(r"\s(?:of|for|to|by|has|was|account)\b", after),
        "news": True,
        "news_opening": after.startswith(",") and opens,
        "start": opens,
        "after_at": before.endswith("at "),
        "after_in": before.endswith(("in ", "over ")),
        "with_future": bool(
            opens and re.match(r"\s(?:[a-z]{1,14} ){1,4}(?:will|could|might|may)\b", after + text[match.end("r") + 24 :][:24])
        )
        or bool(re.match(r"\s(?:will|soon|might|may|could|be)\b", after))
        or bool(re.search(r"\b(?:will|could|may|might|to) \w* ?$", before)),
    }
    return whole(match, Reference(value, news_only=when.startswith("news"))) if fits[when] else []


def _read_vague_stretch(match: re.Match[str]) -> list[Found]:
    return whole(match, Duration(None, unit_of(match["u"]), ahead=bool(_AHEAD.search(match[0]))))


_AHEAD = re.compile(r"\b(?:future|coming|later)\b", re.IGNORECASE)


RULES = (
    rule(
        "en.reference.word",
        "reference unit",
        r"<START>(?P<r><REFERENCE>)(?![\w-])",
        _read,
        "The bridge is now closed.",
        "They knew a nowhere man.",
    ),
    rule(
        "en.reference.recent_units",
        "unit",
        r"<START>(?:the~)?(?!early~hours~(?:of|on)\b)(?:most~)?(?:recent|coming|intervening|early|future|later)~(?P<u><UNITMANY>)(?:~(?:and|or)~<UNITMANY>)?\b",
        _read_vague_stretch,
        "Prices fell in recent months.",
        "Prices fell in a recent month.",
    ),
    rule(
        "en.reference.units_ahead",
        "unit",
        r"<START>the~(?P<u><UNITMANY>)~(?:ahead|to~come)\b",
        _read_vague_stretch,
        "He faces trial in the weeks ahead.",
        "He faced weeks of trial.",
    ),
)

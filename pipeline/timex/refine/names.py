"""Drops what is a name and no time: April the woman, May the minister, "Mr. March"; and lower-case "may", "march", "sun"."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Candidate
from pipeline.timex.meaning import InPeriod, Named
from pipeline.timex.page import Page
from pipeline.timex.refine.bases import Candidates

_TITLE_BEFORE = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Prime Minister|President|Theresa|Brian|James|Augie|Fredric|Elaine|Peter)\.? )\Z")
_VERBAL = frozenset(("MD", "VB", "VBD", "VBZ", "VBP", "VBG", "NNS"))
_WEEKDAY_NAMES = re.compile(r"(?:Black|Bloody|Ruby|Cyber|Ash|Good|Holy|Super|Giving)\s\Z")


def drop_names(candidates: Candidates, page: Page) -> Candidates:
    """Return the candidates without month names that are verbs, persons or places."""
    return tuple(candidate for candidate in candidates if not _is_name(candidate, page))


def _is_name(candidate: Candidate, page: Page) -> bool:
    meaning = candidate.meaning
    if not isinstance(meaning, (Named, InPeriod)) or meaning.recurring.kind not in ("month", "month_day"):
        return False
    text = page.text[candidate.start : candidate.end]
    word = text.split()[0].rstrip(".")
    if isinstance(meaning, InPeriod) or meaning.which is not None:
        return text.split()[-1] in ("may", "march", "mar", "sept", "dec")
    if not any(letter.isupper() for letter in text):
        return True
    if meaning.recurring.kind == "month_day" or word.lower() not in ("may", "march", "april", "june", "august"):
        return False
    tokens = page.tokens(candidate.start, candidate.end)
    before = page.text[max(candidate.start - 24, 0) : candidate.start]
    if not tokens:
        return False
    if tokens[0].tag_ in _VERBAL and tokens[0].pos_ in ("AUX", "VERB") and not re.search(r"\b(?:in|since|by|until|last|next|of|during) \Z", before, re.I):
        return True
    if tokens[0].ent_type_ == "PERSON" or _TITLE_BEFORE.search(before):
        return True
    return bool(tokens[0].dep_ in ("nsubj", "flat", "compound") and tokens[0].tag_ == "NNP" and tokens[0].head.pos_ in ("VERB", "PROPN") and not re.search(r"\b(?:in|since|by|until|last|next|of|during|to|from) \Z", before, re.I))

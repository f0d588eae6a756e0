"""What makes a line unfit to be read by itself. A line with a fault gives way to the article's own clause."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Token

from pipeline.events.grammar import SUBJECTS, kid, kids
from pipeline.events.inflection import inflected
from pipeline.events.lexicon import words

FEWEST = 3  # words: a shorter line tells too little
WEIGHT = {"short": 1, "turned": 1, "open": 2, "astray": 2, "doubled": 2, "bare": 2, "pronoun": 3, "verbs": 4, "subjectless": 4}
"""How much worse than a short line each fault makes it: of two faulty lines the lighter one is shown.

A line is "turned" where it tells an active clause in the passive because its subject was not found, "open" where it ends in a word that
needs another, "astray" where the event's own word is not in it.
"""
_DOUBLED = re.compile(r"\b([^\W\d][\w’'&.-]*(?: [\w’'&.-]+){0,4}?)(?:['’]s?)? \1\b", re.IGNORECASE)
_NEAR = 2  # words: verbs no further apart stand side by side, an adverb left out
_VERBS = frozenset({"VBD", "VBN", "VBZ"})


def faults(line: str, token: Token) -> list[str]:
    """Return the names of the line's faults (pronoun, doubled, short, verbs, bare, open), none for a line that can be read by itself.

    `token` is the event's word in the article.
    """
    found = []
    if opens_with_pronoun(line, token):
        found.append("pronoun")
    if undoubled(line, token) != line:
        found.append("doubled")
    if len(line.split()) < FEWEST and len(token.sent.text.split()) > FEWEST:
        found.append("short")
    if _two_verbs(line, token):
        found.append("verbs")
    if _bare(line, token):
        found.append("bare")
    if _open(line, token):
        found.append("open")
    return found


def weight(line: str, token: Token) -> int:
    """Return how bad the line's faults are together, 0 for a line without any."""
    return sum(WEIGHT[fault] for fault in faults(line, token))


def holds(line: str, token: Token) -> bool:
    """Whether the event's own word stands in the line, be it in the present: "fire" does not stand in "Six firefighters receive burns"."""
    forms = {token.lower_}
    if token.pos_ == "VERB":
        forms |= {token.lemma_.lower(), inflected(token.lemma_.lower(), "VBZ")}
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", line.lower()) for form in forms)


def opens_with_pronoun(line: str, token: Token) -> bool:
    """Whether the line begins with a word that needs the sentence before it: "It was closed", "Each other", "One was sold".

    Not "One in five ballots", "Those diplomats": there it only opens the phrase. Not the "it" of "it was announced that".
    """
    first, _, rest = line.lower().partition(" ")
    opener = f"{first} {rest.partition(' ')[0]}"
    if opener in words("needs_an_antecedent.txt"):
        return True
    if first not in words("needs_an_antecedent.txt"):
        return False
    own = [word for word in token.sent if word.lower_ == first]
    if any(word.dep_ == "expl" for word in own):
        return False
    opens_phrase = [word for word in own if word.dep_ == "det" or kid(word, "nmod", "acl", "acl:relcl") is not None]
    return not (own and len(opens_phrase) == len(own))


def undoubled(line: str, token: Token) -> str:
    """Return the line with a word or name that stands twice in a row told once, unless the sentence has it so.

    "Edinson Cavani Edinson Cavani's ban" -> "Edinson Cavani's ban"; not "Duran Duran played".
    """
    for match in _DOUBLED.finditer(line):
        if match[0].lower() not in token.sent.text.lower():
            return undoubled(line.replace(match[0], match[0][-len(match[1]) :], 1), token)
    return line


def _open(line: str, token: Token) -> bool:
    """Whether the line ends in a word that needs another ("asks for"); not in the particle of a verb ("moves on")."""
    last = line.lower().rsplit(" ", 1)[-1]
    if last not in words("cut_words.txt"):
        return False
    return not any(word.lower_ == last and word.dep_ in {"compound:prt", "advmod", "aux"} for word in token.sent)


def _two_verbs(line: str, token: Token) -> bool:
    """Whether two verbs stand side by side that do not in the article: "Kerrigan Dam built watched"."""
    places: dict[str, list[int]] = {}
    for word in token.sent:
        if word.tag_ in _VERBS and word.pos_ == "VERB":
            places.setdefault(word.lower_, []).append(word.i)
    told = [places.get(word, []) for word in line.lower().replace(",", " ,").split()]
    return any(first and behind and min(abs(a - b) for a in first for b in behind) > _NEAR for first, behind in pairwise(told))


def _bare(line: str, token: Token) -> bool:
    """Whether a verb ends the line though the article has its object or its clause: "Norrlind Holding makes", "Officials lay out"."""
    if token.pos_ != "VERB" or token.tag_ == "VBN":
        return False
    last = line.lower().rstrip(".”").split()[-1:]
    stem = token.lemma_.lower()[:3]
    particle = {child.lower_ for child in kids(token, "compound:prt")}
    ends = bool(last) and (last[0].startswith(stem) or last[0] in particle)
    relative = token.dep_ == "acl:relcl" and kid(token, *SUBJECTS) is not None and token.head.lower_ in words("empty_words.txt")
    wanting = [child for child in kids(token, "obj", "ccomp", "xcomp") if child.lower_ not in line.lower()]
    return ends and (relative or bool(wanting))

"""Which tokens stand inside quotation marks."""

from __future__ import annotations

from spacy.tokens import Doc, Token

OPENING = {"“": "”", "„": "“", "«": "»", "‘": "’", "``": "''"}
STRAIGHT = frozenset({'"'})


def _closes(token: Token, wanted: str) -> bool:
    if token.text != wanted:
        return False
    if wanted != "’" or token.i + 1 == len(token.doc):
        return True
    after = token.nbor(1)
    return token.tag_ != "POS" and (bool(token.whitespace_) or after.is_punct or after.is_space)


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Return the indices of tokens inside quotation marks; a quotation ends at the latest with its paragraph."""
    inside: set[int] = set()
    run: list[int] = []
    wanted = ""
    for token in doc:
        if token.is_space and "\n" in token.text:
            if wanted == "”":
                inside.update(run)  # a quotation that goes on in the next paragraph
            wanted, run = "", []
        elif wanted:
            if _closes(token, wanted):
                inside.update(run)
                wanted, run = "", []
            else:
                run.append(token.i)
        elif token.text in STRAIGHT:
            wanted = token.text
        elif token.text in OPENING and (token.text != "‘" or not token.whitespace_):
            wanted = OPENING[token.text]
    return frozenset(inside)

"""What stands behind a line's verb, in the article's order: objects and complements that must stay, phrases that may go."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.events.grammar import OBJECTS, SUBJECTS, is_present, kid, kids, lemma_of, marks, preposition, to_infinitive
from pipeline.events.lexicon import attribution_verbs, governors, words
from pipeline.events.present_tense import as_reported
from pipeline.events.wording import Wording

QUOTES = frozenset({"“", '"', "‘", "``"})
CLOSING = frozenset({"”", '"', "’’", "''"})
NOT_SHOWN = frozenset({"according to", "after", "before", "since", "until", "amid", "following", "during", "despite", "prior to"})
LOOSE = frozenset({"of", "from", "for", "against", "into", "by"})


def behind_verb(verb: Token, shown: set[Token], wording: Wording, depth: int) -> tuple[list[str], list[str]]:
    """Return what stands behind the verb: the objects and complements that must stay, and the phrases that may go, in text order."""
    kept: list[tuple[int, str]] = []
    loose: list[tuple[int, str]] = []
    taken, gap, cut = {token.i for token in shown}, -1, len(verb.doc)
    wording = _with_its_day(verb, wording)
    for child in verb.children:
        ahead = child.dep_ in SUBJECTS and child.i < verb.i
        if child.i in taken or child.i in wording.skip or ahead or child.dep_ in {"conj", "cc", "punct", "compound:prt"}:
            continue
        if child.dep_ == "obj" and lemma_of(verb).endswith(f" {child.lower_}"):
            continue  # "takes place"
        if gap >= 0 and child.left_edge.i == gap and child.dep_ in {"obl", "nmod"}:
            gap = child.right_edge.i + 1  # "landing at the bay, 25 miles | from Athens"
            continue
        if child.i > cut and child.dep_ in {"obl", "nmod"} and not _behind_comma(child):
            continue  # "struck 143 [to rescue Surrey from 41] for five": it may belong to what is left out
        text, must = _piece(verb, child, wording, depth)
        if not text and child.i > verb.i and child.dep_ == "advcl":
            cut = child.i
        if not text and child.i > verb.i and child.dep_ in {"obl:unmarked", "obl", "nmod"} and _behind_comma(child):
            gap = child.right_edge.i + 1
        if text:
            place = len(verb.doc) if text.startswith(":") or child.i < verb.i else child.i
            (kept if must and (not loose or text.startswith(":")) else loose).append((place, text))
    return [text for _, text in sorted(kept)], [text for _, text in sorted(loose)]


def _with_its_day(verb: Token, wording: Wording) -> Wording:
    """Return a wording that shows the day which the verb has as its object: "sets 3 May for a rerun"."""
    day = kid(verb, "obl:unmarked", "obj")
    if verb.lemma_ not in {"set", "fix"} or day is None or day.left_edge.i != verb.i + 1 or day.i not in wording.skip:
        return wording
    return replace(wording, skip=wording.skip - {token.i for token in day.subtree})


def _piece(verb: Token, child: Token, wording: Wording, depth: int) -> tuple[str, bool]:
    """Return the words of one child of the verb, and whether the line needs them."""
    if child.dep_ in {"ccomp", "advcl", "xcomp", "parataxis"} and not _is_what_it_is_called(verb, child):
        return _clause(verb, child, wording, depth)
    if child.i < verb.i:
        return "", False
    if _is_what_it_is_called(verb, child):
        return wording.object(child, depth), True
    if child.dep_ == "obj" and _behind_comma(child) and _is_quoted(child):
        return f": “{wording.clause(child, depth)}”", True  # "The invitation reads, “One more thing”"
    if child.tag_ == "WP" and child.dep_ in {"obj", "nsubj"} and child.i == verb.i + 1 and kid(child, "acl:relcl") is not None:
        told = frozenset(token.i for token in child.subtree)
        return wording.clause(child, depth, told), True  # "did not establish | what had happened"
    if child.dep_ in {"obj", "iobj", *SUBJECTS}:  # a second subject behind the verb is a mislabelled object
        if _behind_comma(child) and (child.dep_ not in OBJECTS or kid(verb, "obl", "obl:unmarked") is None or not _opened_again(child)):
            return "", False  # "sacked 14 drivers, a date that ...": an apposition that the parser hung on the verb
        return wording.object(child, depth), True
    if child.dep_ in {"obl", "nmod", "obl:agent", "obl:unmarked"}:
        return _oblique(verb, child, wording, depth)
    if child.dep_ == "advmod" and child.lower_ in words("kept_adverbs.txt") and child.left_edge.i == verb.i + 1:
        return wording.clause(child, depth), True
    thing = kid(verb, "obj")
    if child.dep_ == "advmod" and child.lower_ in {"back", "home", "away"} and thing is not None and child.i == thing.right_edge.i + 1:
        return child.text, thing.i not in wording.skip  # "demand their money back"
    if child.dep_ == "advmod" and child.i == verb.i + 2 and child.lower_ in words("kept_adverbs.txt") and child.nbor(-1).dep_ == "advmod":
        return f"{child.nbor(-1).text} {child.text}", True  # "does not fare so well"
    return "", False


def _is_what_it_is_called(verb: Token, child: Token) -> bool:
    """Whether a noun behind the object is what it is declared to be: "declares the outbreak | an international emergency"."""
    told = kid(verb, "obj")
    bare = child.dep_ == "parataxis" and child.pos_ == "NOUN" and kid(child, *SUBJECTS, "cop", "aux", "case", "cc") is None
    return bare and told is not None and not _behind_comma(child) and child.left_edge.i == told.right_edge.i + 1


def _clause(verb: Token, child: Token, wording: Wording, depth: int) -> tuple[str, bool]:
    """Return what a clause below the verb adds: what is said, asked or done, and on which condition."""
    opened = marks(child)
    if child.dep_ == "advcl" and opened == {"if"}:
        text = wording.clause(child, depth)
        return text[:1].lower() + text[1:], False
    if child.dep_ in {"advcl", "ccomp"} and opened == {"for", "to"} and child.i > verb.i:
        return wording.clause(child, depth).removeprefix("for "), True  # "called for members | to donate food"
    if child.dep_ == "ccomp" and child.i > verb.i and kid(verb, "obj") is not None and _is_attribute(child):
        return wording.clause(child, depth), True  # "called the decision biased"
    if child.dep_ in {"ccomp", "parataxis"}:
        return _reported(verb, child, wording, depth), True
    if child.i < verb.i:
        return "", False
    asked = child.dep_ == "advcl" and to_infinitive(child) and verb.lemma_ in words("asking_through.txt")  # "called on Minsk to free them"
    told = kid(verb, "obj", "iobj")
    if told is not None and child.left_edge.i == told.right_edge.i + 1 and to_infinitive(child):
        asked = asked or lemma_of(verb) in governors("infinitive")  # "ordered hospitals | not to turn patients away"
    step = child.dep_ == "xcomp" and not _left_by_a_time(child, wording)
    particle = kid(verb, "compound:prt")
    close = child.left_edge.i == (particle if particle is not None else verb).i + 1  # "ended up | spending years there"
    manner = child.dep_ == "advcl" and child.tag_ == "VBG" and (bool(opened & LOOSE) or (close and not opened))
    text = wording.clause(child, depth) if asked or step or manner else ""
    return (f"to {text.removeprefix('for to ')}" if text.startswith("for to ") else text), bool(text)


def _is_attribute(clause: Token) -> bool:
    return kid(clause, *SUBJECTS, "mark", "aux") is None and (clause.tag_ == "VBN" or clause.pos_ == "ADJ")


def _left_by_a_time(clause: Token, wording: Wording) -> bool:
    """Whether nothing is left of a participle but itself: "cancelled a trip planned | for Thursday"."""
    told = [token for token in clause.subtree if token.i not in wording.skip and token.dep_ not in {"case", "punct", "det", "mark"}]
    return clause.tag_ == "VBN" and len(told) == 1 and clause.right_edge.i > clause.i


def _oblique(verb: Token, child: Token, wording: Wording, depth: int) -> tuple[str, bool]:
    word = preposition(child)
    if not word and _behind_comma(child):
        return "", False  # "sacked on December 12, a date that ...": an apposition that the parser hung on the verb
    if word in NOT_SHOWN or word == "than" or _parted(verb, child) or any(below.tag_ in {"WDT", "WP"} for below in kids(child, "nmod")):
        return "", False  # "than" without its "better"
    if _is_left_by_its_time(child, wording):
        return "", False
    before = child.left_edge.nbor(-1) if child.left_edge.i else child
    lost = f"{before.lower_} " if not word and before.lower_ == "for" and before.dep_ == "mark" else ""
    text = wording.with_preposition(child, depth)
    if not text and child.tag_ == "PRP" and child.i == verb.i + 2:
        text = wording.plain(child)  # "charges for them"
    return (lost + text if text else ""), not word


def _is_left_by_its_time(child: Token, wording: Wording) -> bool:
    """Whether only the edge of a period that is not shown is left: "by the end [of June]", "resigned days [before the vote]"."""
    if child.dep_ in {"obl", "obl:unmarked"} and child.lower_ == "time" and any(below.lower_ == "local" for below in child.children):
        return True  # "at 5 p.m. local time"
    period = any(below.i in wording.skip for below in kids(child, "nmod"))
    if child.lower_ in words("edge_nouns.txt"):
        return period or child.right_edge.i == child.i
    behind = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
    return child.dep_ == "obl:unmarked" and child.tag_ == "NNS" and behind in {"before", "after"} and kid(child, "nummod") is None


def _parted(verb: Token, child: Token) -> bool:
    """Whether words that are not the verb's stand between it and the phrase ("closed, according to the Federation | of Dockers")."""
    between = verb.doc[verb.i + 1 : child.left_edge.i]
    return any(not (verb.is_ancestor(word) or word.is_punct or word.is_space) for word in between)


def _behind_comma(child: Token) -> bool:
    edge = child.left_edge
    return bool(edge.text == "," or (edge.i > 0 and edge.nbor(-1).text == ","))


def _opened_again(child: Token) -> bool:
    """Whether the comma closes what was slipped in before the object: "sold, for $3 million, the house"."""
    between = child.doc[child.head.i + 1 : child.left_edge.i]
    return len([word for word in between if word.text == ","]) > 1


def _reported(verb: Token, child: Token, wording: Wording, depth: int) -> str:
    """Return what is said: a clause behind the verb as it stands; of a quotation before or behind it, its words."""
    says = verb.lemma_.lower() in attribution_verbs() or lemma_of(verb) in attribution_verbs()
    opened = marks(child) & {"that", "whether", "how", "why"}
    if child.dep_ == "parataxis" and (
        _another_story(verb, child) or (child.lemma_.lower() in attribution_verbs() and not _is_quoted(child))
    ):
        return ""  # "... are confirmed dead, officials told state media"
    if not says and (child.dep_ == "parataxis" or child.i < verb.i or not (opened or verb.lemma_.lower() in governors("clause"))):
        return ""
    if child.dep_ == "parataxis" and (kid(verb, "obj", "ccomp") is not None or kid(child, *SUBJECTS) is None):
        return ""
    told = wording if _is_quoted(child) or is_present(verb) else replace(wording, forms=as_reported(child, wording))
    text = told.clause(child, depth)
    if len(text.split()) < 3:
        return ""
    if says and _is_quoted(child):
        text = replace(wording, skip=wording.skip | _behind_the_quotation(child), verbatim=True).clause(child, depth)
        return f": “{text[:1].upper()}{text[1:]}”"
    if " " in lemma_of(verb) and child.i > verb.i and not opened:
        return f"that {text}"  # "have laid out the delegates must leave"
    return f": {text}" if says and (child.i < verb.i or child.dep_ == "parataxis") else text


def _another_story(verb: Token, clause: Token) -> bool:
    """Whether a semicolon or an "and" opens the clause: it is joined to the speech, not said in it."""
    between = verb.doc[min(verb.i, clause.i) : max(verb.i, clause.i)]
    return any(word.text == ";" for word in between) or kid(clause, "cc") is not None


def _behind_the_quotation(clause: Token) -> frozenset[int]:
    """Return the clause's words that its quotation marks leave out: "“There was no apology,” said Amani, | whose brother was killed"."""
    outside, open_now = set(), True
    for word in clause.doc[clause.left_edge.i : clause.right_edge.i + 1]:
        if word.text in CLOSING and open_now and word.i > clause.left_edge.i:
            open_now = False
        elif word.text in QUOTES:
            open_now = True
        elif not open_now:
            outside.add(word.i)
    return frozenset() if clause.i in outside else frozenset(outside)


def _is_quoted(clause: Token) -> bool:
    """Whether a quotation opens the clause, or has opened before it and not been closed ("“... ,” she said, “the dam broke”")."""
    first = clause.left_edge
    if any(word.text in QUOTES for word in clause.doc[max(0, first.i - 1) : first.i + 2]):
        return True
    return any(
        word.text in CLOSING for word in clause.doc[clause.right_edge.i : min(clause.right_edge.i + 3, clause.sent.end)]
    ) and not any(word.text in QUOTES | CLOSING for word in clause.doc[first.i : clause.right_edge.i])

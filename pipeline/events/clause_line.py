"""The line of a clause: its subject, its verb in the form the status asks for, and what stands behind it, in the article's order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.events.arguments import Arguments, arguments_of
from pipeline.events.attribution import is_attribution
from pipeline.events.grammar import OBJECTS, SUBJECTS, is_passive, kid, kids, lemma_of, marks, preposition, to_infinitive
from pipeline.events.lexicon import attribution_verbs, governors, words
from pipeline.events.phrases import listed
from pipeline.events.verb_forms import active_form, is_condition, is_plural, passive_form
from pipeline.events.wording import Wording
from pipeline.language.lemmas import is_common_plural
from pipeline.records import Status

QUOTES = frozenset({"“", '"', "‘", "``"})
CLOSING = frozenset({"”", '"', "’’", "''"})
NOT_SHOWN = frozenset({"according to", "after", "before", "since", "until", "amid", "following", "during", "despite"})
DASHES = frozenset({"—", "–", "-", "--"})
DATELINE = 6  # words that a dateline may have before its dash
LOOSE = frozenset({"of", "from", "for", "against", "into", "by"})


@dataclass(frozen=True, slots=True)
class Parts:
    """A line in pieces: `core` always stays, `extras` are dropped from the end until it is short enough.

    `whole` tells that the line has a subject, or an object that stands for one: then it is `turned`, an active clause told in the passive.
    """

    core: str
    extras: tuple[str, ...] = ()
    whole: bool = True
    turned: bool = False

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(" ".join((self.core, *self.extras)).split()).replace(" :", ":")


def verb_line(verb: Token, found: Arguments, status: Status, wording: Wording, depth: int) -> Parts:
    """Return the line of a verb's clause."""
    wording = replace(wording, without=verb.i)
    passive = is_passive(verb)
    agents, patients = found.agents, found.patients
    subjects = (tuple(token for token in patients if token.i < verb.i) or patients[:1]) if passive else agents
    stative = passive and not subjects and bool(agents) and verb.lower_ in words("stative_participles.txt")
    if stative:
        subjects, agents = agents, ()  # "Those diplomats were engaged in ...", "Not everyone is convinced"
    subject = _subject(verb, subjects, wording, depth)
    within = {token.i for token in verb.subtree}
    outside = [] if passive else [token for token in patients if token.i not in within and _may_show(token, verb, wording)]
    objects = [_inside(text, token) for token in outside[:2] if (text := wording.phrase(token, depth, alone=True))]
    turned = not passive and not subject and bool(objects)
    if turned:
        passive, subject, subjects, objects = True, " and ".join(objects), tuple(outside), []
    elif not passive and not subject and (told := kid(verb, "obj")) is not None and told.i not in wording.skip:
        return _without_subject(verb, told, status, wording, depth)
    wording = replace(wording, bound=(subject, *_names_of(subjects, wording)) if subject else ())
    named = len(subjects) == 1 and _is_name(subjects[0], wording)
    plural = is_plural(verb, tuple(subjects), named)
    form = (passive_form if passive else active_form)(verb, status, plural, subject)
    opening = "if " if status == "hypothetical" and is_condition(verb) else ""
    if opening and subject[:4] in {"The ", "A ", "An "}:
        subject = subject[:1].lower() + subject[1:]
    behind, loose = _behind(verb, {*subjects} | {*outside}, wording, depth)
    if passive and agents and not any(text.startswith("by ") for text in (*behind, *loose)):
        told_by = [text for token in agents[:3] if (text := wording.phrase(token, depth, alone=True))]
        loose = [*([f"by {listed(told_by)}"] if told_by else []), *loose]
    if behind and behind[-1].startswith(":"):
        loose = []
    if objects and (step := kid(verb, "xcomp")) is not None and kid(step, "obj") is None:
        objects, behind = [], [_with_object(text, step, objects) for text in behind]
    if stative and not behind and not loose and status in {"happened", "ongoing"}:
        form = f"{'are' if plural else 'is'} {form}"  # "Not everyone is convinced"
    core = " ".join(part for part in (opening + subject, form, *objects, *behind) if part)
    of_nothing = verb.dep_ == "acl:relcl" and verb.head.lower_ in words("empty_words.txt") and kid(verb, "obj") is None
    return Parts(core.strip(), tuple(loose), bool(subject) and not of_nothing, turned)


def _subject(verb: Token, tokens: tuple[Token, ...], wording: Wording, depth: int) -> str:
    free = replace(wording, bound=())
    tokens = tuple(token for token in tokens if not _inside_a_name(token, tokens, wording))
    if len(tokens) > 1 and any(sign.text == "&" for token in tokens for sign in kids(token, "cc")):
        return " & ".join(text for token in tokens if (text := free.phrase(token, depth, alone=True)))  # "Larder & Sons": one name
    shown = [token for token in tokens[:3] if token.i not in wording.skip and not before_dash(token, verb)]
    return listed([text for token in shown if (text := free.phrase(token, depth, len(shown) > 1))])


def _inside(text: str, token: Token) -> str:
    """Return a phrase that opened its sentence as it stands inside a line: "the village"."""
    article, _, rest = text.partition(" ")
    return f"{article.lower()} {rest}" if article in {"The", "A", "An"} and token.left_edge.i == token.sent.start else text


def _names_of(tokens: tuple[Token, ...], wording: Wording) -> list[str]:
    """Return the names that the subject stands for, though the line has "the union": its "its" is understood."""
    mentions = [mention for token in tokens if (mention := wording.actors.of(token.i)) is not None and mention.head == token.i]
    return [name for mention in mentions for name in mention.actors[:1]]


def _inside_a_name(token: Token, others: tuple[Token, ...], wording: Wording) -> bool:
    """Whether the token is part of the name of another ("Larder & Sons")."""
    mentions = [mention for other in others if other.i != token.i and (mention := wording.actors.of(other.i)) is not None]
    return any(mention.start <= token.i < mention.end and mention.head != token.i for mention in mentions)


def _may_show(token: Token, verb: Token, wording: Wording) -> bool:
    dateline = token.i < verb.i and token.i - token.sent.start < DATELINE and before_dash(token, verb)
    return token.i not in wording.skip and not dateline


def _with_object(text: str, step: Token, objects: list[str]) -> str:
    """Put the object of a relative clause behind the verb it belongs to: "agreed to acquire | Harmon | for $640 million"."""
    opening = f"to {step.text}"
    return f"{opening} {' and '.join(objects)}{text[len(opening) :]}" if text.startswith(opening) else text


def before_dash(token: Token, verb: Token) -> bool:
    """Whether a dash parts the token from the verb behind it at the start of a sentence: the place of a dateline ("ROME — Police ...")."""
    between = token.doc[token.i + 1 : verb.i]
    return token.i - token.sent.start < DATELINE and any(word.text in DASHES and word.nbor(-1).whitespace_ for word in between)


def _without_subject(verb: Token, told: Token, status: Status, wording: Wording, depth: int) -> Parts:
    """An active verb of which nobody is said to be the subject: told in the passive, "14 drivers sacked"."""
    text = wording.phrase(told, depth)
    plural = is_plural(verb, (told,), False)
    behind, loose = _behind(verb, {told}, wording, depth)
    return Parts(f"{text} {passive_form(verb, status, plural, text)}".strip(), (*behind, *loose), bool(text), True)


def _is_name(token: Token, wording: Wording) -> bool:
    mention = wording.actors.of(token.i)
    if mention is None or mention.head != token.i or mention.kind == "group" or not wording.replaces(mention, token):
        return False
    alone = mention.end - mention.start == 1 and token.i == token.sent.start and mention.kind != "person"
    return not (alone and is_common_plural(token.text))  # "Vandals damaged ..." at the head of a sentence


def _behind(verb: Token, shown: set[Token], wording: Wording, depth: int) -> tuple[list[str], list[str]]:
    """Return what stands behind the verb: the objects and complements that must stay, and the phrases that may go, in text order."""
    kept: list[tuple[int, str]] = []
    loose: list[tuple[int, str]] = []
    taken, gap = {token.i for token in shown}, -1
    for child in verb.children:
        ahead = child.dep_ in SUBJECTS and child.i < verb.i
        if child.i in taken or child.i in wording.skip or ahead or child.dep_ in {"conj", "cc", "punct", "compound:prt"}:
            continue
        if child.dep_ == "obj" and lemma_of(verb).endswith(f" {child.lower_}"):
            continue  # "takes place"
        if gap >= 0 and child.left_edge.i == gap and child.dep_ in {"obl", "nmod"}:
            gap = child.right_edge.i + 1  # "landing at the bay, 25 miles | from Athens"
            continue
        text, must = _piece(verb, child, wording, depth)
        if not text and child.i > verb.i and child.dep_ in {"obl:unmarked", "obl", "nmod"} and _behind_comma(child):
            gap = child.right_edge.i + 1
        if text:
            place = len(verb.doc) if text.startswith(":") or child.i < verb.i else child.i
            (kept if must and (not loose or text.startswith(":")) else loose).append((place, text))
    return [text for _, text in sorted(kept)], [text for _, text in sorted(loose)]


def _piece(verb: Token, child: Token, wording: Wording, depth: int) -> tuple[str, bool]:
    """Return the words of one child of the verb, and whether the line needs them."""
    if child.dep_ == "advcl" and child.i > verb.i and to_infinitive(child) and verb.lemma_ in words("asking_through.txt"):
        return wording.clause(child, depth), True  # "called on Minsk to free them"
    if (
        child.dep_ == "ccomp"
        and child.i > verb.i
        and kid(verb, "obj") is not None
        and kid(child, *SUBJECTS, "mark", "aux") is None
        and (child.tag_ == "VBN" or child.pos_ == "ADJ")
    ):
        return wording.clause(child, depth), True  # "called the decision biased"
    if child.dep_ in {"ccomp", "parataxis"} and marks(child) != {"for", "to"}:
        return _reported(verb, child, wording, depth), True
    if child.dep_ == "advcl" and marks(child) == {"if"}:
        text = wording.clause(child, depth)
        return text[:1].lower() + text[1:], False
    if child.i < verb.i:
        return "", False
    if child.dep_ in {"obj", "iobj", *SUBJECTS}:  # a second subject behind the verb is a mislabelled object
        if _behind_comma(child) and (child.dep_ not in OBJECTS or kid(verb, "obl", "obl:unmarked") is None or not _opened_again(child)):
            return "", False  # "sacked 14 drivers, a date that ...": an apposition that the parser hung on the verb
        return wording.object(child, depth), True
    if child.dep_ == "xcomp":
        return wording.clause(child, depth), True
    if child.dep_ == "advcl" and child.tag_ == "VBG" and marks(child) & LOOSE:
        return wording.clause(child, depth), True
    if child.dep_ in {"advcl", "ccomp"} and marks(child) == {"for", "to"} and child.i > verb.i:
        return wording.clause(child, depth).removeprefix("for "), True  # "called for members | to donate food"
    if child.dep_ in {"obl", "nmod", "obl:agent", "obl:unmarked"}:
        word = preposition(child)
        if not word and _behind_comma(child):
            return "", False  # "sacked on December 12, a date that ...": an apposition that the parser hung on the verb
        if word in NOT_SHOWN or word == "than":
            return "", False  # "than" without its "better"
        before = child.left_edge.nbor(-1) if child.left_edge.i else child
        lost = f"{before.lower_} " if not word and before.lower_ == "for" and before.dep_ == "mark" else ""
        text = wording.with_preposition(child, depth)
        if not text and child.tag_ == "PRP" and child.i == verb.i + 2:
            text = wording.plain(child)  # "charges for them"
        return (lost + text if text else ""), not word
    if child.dep_ == "advmod" and child.i == verb.i + 1 and child.lower_ in words("kept_adverbs.txt"):
        return child.text, True
    return "", False


def _behind_comma(child: Token) -> bool:
    edge = child.left_edge
    return edge.text == "," or (edge.i > 0 and edge.nbor(-1).text == ",")


def _opened_again(child: Token) -> bool:
    """Whether the comma closes what was slipped in before the object: "sold, for $3 million, the house"."""
    edge = child.left_edge.i
    between = child.doc[child.head.i + 1 : edge]
    return sum(word.text == "," for word in between) > 1


def _reported(verb: Token, child: Token, wording: Wording, depth: int) -> str:
    """Return what is said: a clause behind the verb as it stands; of a quotation before or behind it, its words."""
    says = verb.lemma_.lower() in attribution_verbs()
    opened = marks(child) & {"that", "whether", "how", "why"}
    if child.dep_ == "parataxis" and _another_story(verb, child):
        return ""
    if not says and (child.dep_ == "parataxis" or child.i < verb.i or not (opened or verb.lemma_.lower() in governors("clause"))):
        return ""
    if child.dep_ == "parataxis" and (kid(verb, "obj", "ccomp") is not None or kid(child, *SUBJECTS) is None):
        return ""
    text = wording.clause(child, depth)
    if len(text.split()) < 3:
        return ""
    if says and _is_quoted(child):
        return f": “{text[:1].upper()}{text[1:]}”"
    return f": {text}" if says and (child.i < verb.i or child.dep_ == "parataxis") else text


def _another_story(verb: Token, clause: Token) -> bool:
    """Whether a semicolon or an "and" opens the clause: it is joined to the speech, not said in it."""
    between = verb.doc[min(verb.i, clause.i) : max(verb.i, clause.i)]
    return any(word.text == ";" for word in between) or kid(clause, "cc") is not None


def _is_quoted(clause: Token) -> bool:
    """Whether a quotation opens the clause, or has opened before it and not been closed ("“... ,” she said, “the dam broke”")."""
    first = clause.left_edge
    if any(word.text in QUOTES for word in clause.doc[max(0, first.i - 1) : first.i + 2]):
        return True
    return any(word.text in CLOSING for word in clause.doc[clause.right_edge.i : clause.right_edge.i + 3]) and not any(
        word.text in QUOTES | CLOSING for word in clause.doc[first.i : clause.right_edge.i]
    )


def extract(token: Token, wording: Wording, depth: int, start: Token | None = None) -> Parts:
    """Return the nearest clause around the token that has a named subject, in the article's own words and tense.

    `start` is where to begin when the token's own clause would say more than the article does ("denied a rumour | that the wall had cracked").
    """
    free = replace(wording, bound=(), without=-1)
    head = start or token
    while not _has_subject(head, free, depth):
        if head.head.i == head.i:
            break
        if head.dep_ in {"conj", "parataxis"} and kid(head, *SUBJECTS) is not None:
            break  # a clause of its own, be its subject a pronoun: what it is joined to is another story
        if head.dep_ in {"ccomp", "parataxis"} and is_attribution(head.head):
            said = verb_line(head.head, arguments_of(head.head), "happened", replace(wording, bound=()), depth)
            if said.whole and token.text.lower() in said.text.lower():
                return said
        head = head.head
    needed = frozenset(t.i for t in (token, *token.ancestors))
    if token.dep_ in {"acl", "acl:relcl"} and head.i != token.i:  # "United, founded in 1936, ...": its time is all that it tells
        free = replace(free, skip=free.skip - {t.i for t in token.subtree})
    return Parts(free.clause(head, depth, needed))


def _has_subject(head: Token, wording: Wording, depth: int) -> bool:
    subject = kid(head, *SUBJECTS, "expl")
    if subject is None or head.dep_ == "acl:relcl" or before_dash(subject, head):
        return False
    return subject.tag_ == "EX" or bool(wording.phrase(subject, depth))

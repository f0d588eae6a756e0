"""The line of a clause: its subject, its verb in the form the status asks for, and what stands behind it, in the article's order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.events.arguments import Arguments, arguments_of
from pipeline.events.attribution import is_attribution
from pipeline.events.clause_rest import behind_verb
from pipeline.events.clause_subject import (
    before_dash,
    inside,
    is_name,
    is_team_name,
    may_show,
    names_of,
    subject_text,
    with_object,
    without_roles,
)
from pipeline.events.grammar import SUBJECTS, is_passive, kid, kids, lemma_of, preposition
from pipeline.events.lexicon import event_noun, words
from pipeline.events.line_faults import holds
from pipeline.events.phrases import listed
from pipeline.events.present_tense import in_present
from pipeline.events.verb_forms import active_form, is_condition, is_plural, passive_form
from pipeline.events.wording import ANYBODY, Wording
from pipeline.records import Status

PRONOUNS = frozenset({"it", "them", "him", "her", "us", "me", "you"})


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
    subjects, agents = _surface(verb, found, passive)
    everybody, subjects = subjects, without_roles(subjects, wording)
    stative = passive and not found.patients and bool(subjects)
    above = verb.head
    if above.dep_ == "acl" and above.head in subjects and verb.dep_ in {"xcomp", "ccomp"}:
        wording = replace(wording, without=above.i)  # "migrants hoping to escape": "hope to" is told with the verb
    subject = subject_text(verb, subjects, wording, depth)
    outside = [] if passive else _outside(verb, found, wording)
    objects = [_stranded(verb) + inside(text, token) for token in outside[:2] if (text := wording.phrase(token, depth, alone=True))]
    turned = not passive and not subject and bool(objects)
    if turned:
        passive, subject, subjects, objects = True, " and ".join(objects), tuple(outside), []
    elif not passive and not subject and (told := kid(verb, "obj")) is not None and told.i not in wording.skip:
        return without_subject(verb, told, status, wording, depth)
    wording = replace(wording, bound=(subject, *names_of(subjects, wording)) if subject else ())
    named = len(subjects) == 1 and is_name(subjects[0], wording)
    one = len(subjects) == 1 and " and " not in subject and (len(everybody) > 1 or subjects[0].tag_ == "NN")
    person = named and getattr(wording.actors.of(subjects[0].i), "kind", "") == "person" and subjects[0].tag_ != "NNPS"
    team = named and subjects[0].lower_ == "they" and is_team_name(subject)
    plural = team or (is_plural(verb, subjects, named) and not person and not (one and (named or kid(subjects[0], "conj") is not None)))
    form = (passive_form if passive else active_form)(verb, status, plural, subject)
    if subject and status == "hypothetical" and is_condition(verb):
        subject = f"if {subject[:1].lower() + subject[1:] if subject[:4] in {'The ', 'A ', 'An '} else subject}"
    behind, loose = behind_verb(verb, {*subjects} | {*outside}, wording, depth)
    if passive and agents and not any(text.startswith("by ") for text in (*behind, *loose)):
        doers = [token for token in agents[:3] if token.i not in wording.skip and token.lower_ not in words("edge_nouns.txt")]
        told_by = [text for token in doers if (text := wording.phrase(token, depth, alone=True))]
        loose = [*([f"by {listed(told_by)}"] if told_by else []), *loose]
    if behind and behind[-1].startswith(":"):
        loose = []
    if objects and kid(verb, "iobj") is not None and behind:
        objects, behind = [behind[0], *objects], behind[1:]  # "a penalty, which the referee awarded Sweden"
    if objects and (step := kid(verb, "xcomp")) is not None and not _has_object(step, wording):
        objects, behind = [], [with_object(text, step, objects) for text in behind]
    if stative and not behind and not loose and status in {"happened", "ongoing"}:
        form = f"{'are' if plural else 'is'} {form}"  # "Not everyone is convinced"
    if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "dead" and not any("dead" in text.split() for text in behind):
        form = f"{form} dead"  # "shot dead Mark Lind"
    core = " ".join(part for part in (subject, *_around(form, [*objects, *behind])) if part)
    return Parts(core.strip(), tuple(loose), bool(subject) and not _lacks_sense(verb, core, plural), turned)


def _surface(verb: Token, found: Arguments, passive: bool) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the tokens of the line's subject, and those who did it where it is passive."""
    if not passive:
        return _antecedent(verb) or found.agents, ()
    subjects = tuple(token for token in found.patients if token.i < verb.i) or found.patients[:1]
    own = kid(verb, *SUBJECTS)
    if not subjects and own is not None and own.i < verb.i and verb.lower_ in words("stative_participles.txt"):
        return found.agents, ()  # "Those diplomats were engaged in ...", "Not everyone is convinced"
    occasion = _scheduled(verb, subjects)
    return ((occasion,) if occasion is not None else subjects), found.agents


def _antecedent(verb: Token) -> tuple[Token, ...]:
    """Return what a "who" whose noun has no name of its own stands for: "the 22-year-old, who joined Benfica" joined it."""
    own = kid(verb, "nsubj")
    person = own is not None and own.lower_ == "who" and verb.dep_ == "acl:relcl" and verb.head.pos_ in {"ADJ", "NUM"}
    return (verb.head,) if person else ()


def _scheduled(verb: Token, subjects: tuple[Token, ...]) -> Token | None:
    """Return the occasion that is planned or called off where the parser hung the clause on a noun inside its phrase.

    "A visit by Peru's president that had been planned" (the visit), "elections to the council, scheduled for May" (the elections).
    """
    if len(subjects) != 1 or subjects[0].dep_ != "nmod" or lemma_of(verb) not in words("scheduling_verbs.txt"):
        return None
    above = subjects[0].head
    known = event_noun(above.text, above.lemma_) is not None and event_noun(subjects[0].text, subjects[0].lemma_) is None
    return above if known and verb.dep_ in {"acl", "acl:relcl"} and above.i < subjects[0].i else None


def _outside(verb: Token, found: Arguments, wording: Wording) -> list[Token]:
    """Return the objects that stand outside the verb's own clause: the noun of a relative clause, be it that of the verb above."""
    within = {token.i for token in verb.subtree} - {token.i for other in kids(verb, "conj") for token in other.subtree}
    outside = [token for token in found.patients if token.i not in within and may_show(token, verb, wording)]
    if verb.dep_ == "acl:relcl" and any(word.tag_ == "WRB" for word in kids(verb, "advmod")):
        outside = [token for token in outside if token.i != verb.head.i]  # "three bays where seagrass has vanished"
    above = verb.head
    gap = kid(above, "obj") if verb.dep_ == "xcomp" and above.dep_ == "acl:relcl" else None
    if not outside and gap is not None and gap.tag_ in {"WDT", "WP"} and not _has_object(verb, wording):
        outside = [above.head]  # "a rival, which it agreed to acquire"
    return outside


def _stranded(verb: Token) -> str:
    """Return the preposition between a relative clause and its noun: "a dig that it had campaigned for", "the cab in which he rode"."""
    if verb.dep_ != "acl:relcl":
        return ""
    before = [f"{preposition(word)} " for word in kids(verb, "obl", "nmod") if word.tag_ in {"WDT", "WP"} and preposition(word)]
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    alone = behind.tag_ == "IN" and behind.head.i == verb.i and behind.dep_ not in {"mark", "case"}
    return before[0] if before else f"{behind.text} " if alone else ""


def _has_object(verb: Token, wording: Wording) -> bool:
    told = kid(verb, "obj")
    return told is not None and told.i not in wording.skip


def _around(form: str, behind: list[str]) -> list[str]:
    """Return the verb with what is behind it, a pronoun before the verb's particle: "blows it up", not "blows up it"."""
    main, _, particle = form.rpartition(" ")
    if main and behind and behind[0] in PRONOUNS and particle in words("kept_adverbs.txt"):
        return [main, behind[0], particle, *behind[1:]]
    return [form, *behind]


def _lacks_sense(verb: Token, core: str, plural: bool) -> bool:
    """Whether the line says nothing: "describes" of an unnamed "what", or one thing that does something to each other."""
    of_nothing = verb.dep_ == "acl:relcl" and verb.head.lower_ in words("empty_words.txt") and kid(verb, "obj") is None
    return of_nothing or (not plural and any(pair in core for pair in ("each other", "one another")))


def without_subject(verb: Token, told: Token, status: Status, wording: Wording, depth: int) -> Parts:
    """An active verb of which nobody is said to be the subject: told in the passive, "14 drivers sacked"."""
    text = wording.phrase(told, depth)
    plural = is_plural(verb, (told,), False)
    behind, loose = behind_verb(verb, {told}, wording, depth)
    extras = tuple(part for part in (*behind, *loose) if not part.startswith("by "))  # "failed an inspection | by the agency"
    return Parts(f"{text} {passive_form(verb, status, plural, text)}".strip(), extras, bool(text), True)


def extract(token: Token, wording: Wording, depth: int, start: Token | None = None) -> Parts:
    """Return the nearest clause around the token that has a named subject, in the article's own words and tense.

    `start` is where to begin when the token's own clause would say more than the article: "denied a rumour | that the wall had cracked".
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
            if said.whole and holds(said.text.rpartition(": ")[2], token):
                return said
        head = head.head
    needed = frozenset(t.i for t in (token, *token.ancestors))
    if token.dep_ in {"acl", "acl:relcl"} and head.i != token.i:  # "United, founded in 1936, ...": its time is all that it tells
        free = replace(free, skip=free.skip - {t.i for t in token.subtree})
    told = replace(free, bound=ANYBODY, forms={} if wording.quoted else in_present(head, free))
    return Parts(told.clause(head, depth, needed))


def _has_subject(head: Token, wording: Wording, depth: int) -> bool:
    subject = kid(head, *SUBJECTS, "expl")
    if subject is None or head.dep_ == "acl:relcl" or before_dash(subject, head):
        return False
    return subject.tag_ == "EX" or bool(wording.phrase(subject, depth))


def is_of_an_unnamed(verb: Token, wording: Wording) -> bool:
    """Whether a relative clause is that of a pronoun nobody stands behind: "a plant which it bought" is a plant bought."""
    subject = kid(verb, "nsubj")
    return verb.dep_ == "acl:relcl" and subject is not None and subject.lower_ in {"it", "they"} and not wording.phrase(subject)

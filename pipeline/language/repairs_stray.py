"""Repairs of subjects that hang beside their own verb: behind a mark, behind "after", before a closing "said", before "he"."""

from __future__ import annotations

from pipeline.language.data_files import read_words
from pipeline.language.tree_view import HELPERS, NOUNS, SUBJECT, TreeView

_TIME_MARKS = frozenset(("since", "after", "before", "until"))
_PERSONS = frozenset(("he", "she", "they"))


def subject_behind_its_mark(view: TreeView) -> None:
    """A subject behind the mark of its clause hung on the verb above: "postponed it after Arnault, her husband, was accused": he was.

    Not "postponed the talks because it rained": the clause has its own.
    """
    for verb in view.places():
        above = view.head[verb]
        mark = next(iter(view.kids(verb, "mark")), -1)
        if view.dep[verb] not in ("advcl", "ccomp") or not above < mark < verb or view.low(mark) == "to" or not view.is_finite(verb):
            continue
        if view.kids(verb, *SUBJECT, "expl"):
            continue
        stray = [k for k in view.kids(above, *SUBJECT, "obj", "obl") if mark < k < verb and not view.kids(k, "case")]
        if len(stray) == 1 and view.pos[stray[0]] in NOUNS and view.left_edge(stray[0]) == mark + 1:
            view.hang(stray[0], verb, view.subject_label(verb))


def time_taken_from_its_verb(view: TreeView) -> None:
    """The subject behind "after" taken for a phrase of time: "recalled them after a crash near Vik killed a man": the crash did.

    Not "after the crash, she resigned": she did.
    """
    for verb in view.places():
        if view.dep[verb] not in ("advcl", "parataxis", "conj") or view.pos[verb] != "VERB" or view.tag[verb] not in ("VBD", "VBZ", "VBP"):
            continue
        if view.kids(verb, *SUBJECT, "expl", "aux", "cc", "mark") or view.head[verb] >= verb:
            continue
        for noun in view.kids(verb, "obl"):
            case = next((k for k in view.kids(noun, "case") if view.low(k) in _TIME_MARKS), -1)
            if 0 <= case < noun < verb and view.right_edge(noun) == verb - 1:
                view.hang(noun, verb, "nsubj")
                view.hang(case, verb, "mark")
                view.dep[verb] = "advcl"
                break


def sayer_of_another(view: TreeView) -> None:
    """A speaker before a closing "said" hung on the clause that is said: "Lind will get half, the academy said": the academy says.

    Not "Lind will get what the academy said": there nothing parts them.
    """
    for said in view.places():
        if view.low(said) not in read_words("en/repairs/saying_forms.txt") or view.dep[said] != "ROOT" or view.kids(said, *SUBJECT):
            continue
        for verb in view.kids(said, "parataxis", "ccomp"):
            subjects = view.kids(verb, *SUBJECT)
            last = subjects[-1] if len(subjects) > 1 else -1
            if verb < last < said and view.right_edge(last) == said - 1 and "," in (view.low(view.left_edge(last) - 1), view.low(verb + 1)):
                view.hang(last, said, "nsubj")
                view.dep[verb] = "ccomp"
                break


def description_before_its_pronoun(view: TreeView) -> None:
    """A description before its pronoun taken for the subject: "The son of a docker, he left school": he is the son.

    Not "The mayor left; he was tired": no comma joins them.
    """
    for noun in view.places():
        verb = view.head[noun]
        if view.dep[noun] not in SUBJECT or view.pos[noun] != "NOUN" or noun >= verb:
            continue
        pronoun = next((k for k in view.kids(verb, *SUBJECT) if noun < k < verb and view.low(k) in _PERSONS), -1)
        if pronoun > 0 and view.low(pronoun - 1) == "," and view.head[pronoun - 1] in (noun, verb, pronoun):
            view.dep[noun] = "dislocated"
            view.gather()


def name_hung_on_its_verb(view: TreeView) -> None:
    """A name right before its finite verb taken for a part of a name: "Labour leader Keir Starmer promised support": he promised.

    Not "the Keir Starmer promised": what a participle tells of is no subject of a sentence.
    """
    for name in view.places():
        verb = view.head[name]
        if view.dep[name] not in ("flat", "compound", "nmod:desc") or view.pos[verb] != "VERB" or view.pos[name] not in NOUNS:
            continue
        right = view.right_edge(name)
        if right == verb - 1 and view.is_finite(verb) and not view.kids(verb, *SUBJECT, "expl") and view.tag[verb] != "VBN":
            view.dep[name] = "nsubj"
            view.gather()


def object_behind_an_aside(view: TreeView) -> None:
    """The object of a verb behind an aside, taken for an aside too: "bought, in March 1998, | a farm near Seville".

    Not "resigned, in March 1998, a day before the vote": one can resign without an object.
    """
    forms = read_words("en/repairs/needs_an_object.txt") | read_words("en/repairs/takes_an_object.txt")
    for i in view.places():
        if view.tag[i] != "VBD" or view.low(i) not in forms or view.low(i + 1) != "," or view.kids(i, "obj", "iobj", "ccomp", "xcomp"):
            continue
        slipped = [k for k in view.kids(i, "obl", "obl:unmarked", "advmod") if view.left_edge(k) in (i + 1, i + 2)]
        for thing in view.kids(i, "parataxis", "appos", "obl:unmarked", "obl", "conj", "dep"):
            start = view.left_edge(thing)
            start += view.low(start) == ","
            close = bool(slipped) and view.low(start - 1) == "," and view.right_edge(slipped[0]) + 1 >= start - 1 > i + 1
            noun = view.pos[thing] in ("NOUN", "PROPN") and not view.kids(thing, "case", "cc", "cop", *SUBJECT)
            if close and noun and thing not in slipped and view.low(thing) not in read_words("en/events/units_of_time.txt"):
                view.dep[thing] = "obj"
                break


def verb_in_a_row(view: TreeView) -> None:
    """A past tense without a subject between a comma and the "and" of the last verb is one of a row: "began | , made his debut and won".

    Not "began, she said, and won": it has a subject of its own.
    """
    for i in view.places():
        head = view.head[i]
        if view.dep[i] != "parataxis" or not head < i or view.tag[i] != "VBD" or view.tag[head] != "VBD" or view.pos[i] != "VERB":
            continue
        last = [k for k in view.kids(head, "conj") if k > i and view.kids(k, "cc") and view.tag[k] in ("VBD", "VBN")]
        if last and view.low(view.left_edge(i)) == "," and view.kids(head, *SUBJECT) and not view.kids(i, *SUBJECT, *HELPERS):
            view.dep[i] = "conj"

"""Repairs of arcs around subjects: a day, a speaker or a second clause that the model took for the subject's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.language.data_files import read_words
from pipeline.language.decode import Words
from pipeline.language.tree_view import FINITE, NOUNS, TreeView

_SUBJECTS = ("nsubj", "nsubj:pass")
LONGEST_SUBJECT = 12  # words of a subject that a day may have cut off
_STOPS = (".", "?", "!", "”", '"', "''")


def join_at_a_day(words: Sequence[str], found: Words) -> None:
    """Join a sentence cut before the day between subject and verb: "Mayor Ana Lind | Wednesday rejected the plan".

    Not "Lind left. Wednesday brought rain": a full stop ends the first; nor behind a heading that is more than a name.
    """
    cuts = [i for i, starts in enumerate(found.starts) if starts]
    for before, day in pairwise(cuts):
        verb = day + 1
        if words[day].lower() not in read_words("en/repairs/weekdays.txt") or verb >= len(words) or found.head[day] != verb:
            continue
        root = next((i for i in range(before, day) if found.head[i] == i), -1)
        named = found.pos[day - 1] == "PROPN" and root >= 0 and found.pos[root] in NOUNS and day - before <= LONGEST_SUBJECT
        if not named or found.tag[verb] not in FINITE or any(found.tag[i] in FINITE for i in range(before, day)):
            continue
        found.starts[day] = False
        found.dep[day] = "obl:unmarked"
        found.head[root], found.dep[root] = verb, "nsubj"


def day_before_its_verb(view: TreeView) -> None:
    """A day between subject and verb taken for the subject: "Officials Friday held talks", "Minister Ana Lind Wednesday rejected it".

    Not "Black Friday drew crowds": the word before belongs to the day's own phrase; nor "Monday brought rain": nothing stands before.
    """
    days = read_words("en/repairs/weekdays.txt")
    for day in view.places():
        verb = view.head[day]
        if view.dep[day] not in _SUBJECTS or view.low(day) not in days or view.kids(day) or day <= view.first:
            continue
        noun = day - 1
        while view.head[noun] not in (verb, noun, day) and view.right_edge(view.head[noun]) == day - 1:
            noun = view.head[noun]
        if not day < verb or view.pos[noun] not in NOUNS or view.kids(noun, "case") or view.low(day - 1) == ",":
            continue
        if view.head[noun] == verb and view.dep[noun] not in (*_SUBJECTS, "obl", "obl:unmarked", "dep", "appos", "vocative"):
            continue
        label = view.dep[day]
        view.hang(day, verb, "obl:unmarked")
        view.hang(noun, verb, label)


def pair_in_a_headline(view: TreeView) -> None:
    """Two names that a headline joins by a comma, taken for an apposition: "Iran, US to resume talks": both do.

    Not "Lind, Norway's envoy, left": an apposition ends in a comma of its own.
    """
    for name in view.places():
        first = view.head[name]
        if view.dep[name] != "appos" or view.pos[name] != "PROPN" or view.pos[first] != "PROPN" or view.dep[first] not in _SUBJECTS:
            continue
        verb, behind = view.head[first], view.right_edge(name) + 1
        parted = "," in (view.low(view.left_edge(name)), view.low(view.left_edge(name) - 1))
        if parted and (behind == verb or (behind < verb and view.head[behind] == verb and view.dep[behind] in ("mark", "aux"))):
            view.hang(name, first, "conj")


def name_before_its_infinitive(view: TreeView) -> None:
    """A headline's subject hung on its infinitive under another label: "Minister [Ana Lind] to meet union leaders".

    Not "Plan to meet union leaders": no name.
    """
    for verb in view.places():
        if view.head[verb] != verb or view.tag[verb] != "VB" or view.low(verb - 1) != "to" or view.kids(verb, *_SUBJECTS):
            continue
        name = next((k for k in view.kids(verb, "flat", "dep", "appos", "compound") if k < verb), verb)
        if view.pos[name] == "PROPN" and view.left_edge(name) == view.first and not view.kids(name, "case"):
            view.hang(name, verb, "nsubj")


def subjects_in_a_row(view: TreeView) -> None:
    """Two subjects that are one: joined by "and" ("Hartwell Foods and Brightwater Energy met"), or a name cut in two ("Ostrava | Tyre").

    Not "The plan the union rejected failed": the second has a verb of its own; nor a day (`day_before_its_verb`).
    """
    for verb in view.places():
        subjects = [k for k in view.kids(verb, *_SUBJECTS) if k < verb and view.pos[k] in NOUNS]
        if len(subjects) != 2:
            continue
        first, second = subjects
        gap = view.left_edge(second) - view.right_edge(first) - 1
        start = view.left_edge(second)
        if gap == 1 and view.low(start - 1) == "," and view.low(view.left_edge(first) - 1) == "," and view.right_edge(second) == verb - 1:
            view.hang(first, second, "appos")  # "Born in Oslo, [the third of five children], Havel began ..."
            continue
        joined = view.low(start) in ("and", "&") or (gap == 1 and view.low(start - 1) in ("and", "&"))
        shared = any(view.words[k][:1].isupper() for k in view.kids(second, "amod"))  # "U.S. and Russian envoys": one noun
        if joined and gap <= 1 and not shared:
            view.hang(second, first, "conj")
        elif gap == 0 and start == second and view.pos[first] == view.pos[second] == "PROPN" and view.right_edge(first) == first:
            view.hang(second, first, "flat")


def subject_taken_for_a_conjunct(view: TreeView) -> None:
    """A second clause's subject joined to the object before "and": "carried oil and [a submarine] fired at it": the submarine fired.

    Not "sold cars and trucks and made money": the verb has an "and" of its own.
    """
    for verb in view.places():
        if view.dep[verb] not in ("conj", "parataxis") or view.kids(verb, *_SUBJECTS, "cc", "mark", "expl"):
            continue
        first = min((k for k in view.kids(verb, "aux", "aux:pass") if k < verb), default=verb)
        if view.tag[first] not in FINITE:
            continue
        noun = next((k for k in view.places() if view.dep[k] == "conj" and view.pos[k] in NOUNS and view.right_edge(k) == first - 1), -1)
        joined = noun >= 0 and any(view.low(k) == "and" for k in view.kids(noun, "cc"))
        if joined and view.head[noun] < noun and view.dep[view.head[noun]] not in _SUBJECTS and not view.kids(noun, "case"):
            view.hang(noun, verb, "nsubj")


def sayer_among_subjects(view: TreeView) -> None:
    """Who says it in the middle of a clause taken for its subject: "Lund and two aides, the report said, shipped arms": they shipped.

    Not "The mayor, Anna Berg, said": no second subject stands before the speaker.
    """
    for said in view.places():
        if view.event[said] != "REPORTING" or view.low(said - 1) in (",", ""):
            continue
        for clause in view.kids(said, "ccomp"):  # "signed an accord, [a spokesman] said"
            subjects = view.kids(clause, *_SUBJECTS)
            if clause < said and len(subjects) > 1 and view.right_edge(subjects[-1]) == said - 1 and not view.kids(said, *_SUBJECTS):
                view.hang(subjects[-1], said, "nsubj")
        if view.low(said + 1) != ",":
            continue
        for clause in view.kids(said, "ccomp", "parataxis"):
            subjects = [k for k in view.kids(clause, *_SUBJECTS) if k < said]
            if clause > said and len(subjects) == 2 and view.right_edge(subjects[1]) == said - 1:
                view.hang(subjects[1], said, "nsubj")
                break


def said_at_the_end(view: TreeView) -> None:
    """A speaker at the end of the sentence taken for a second subject: "Troops shelled the port, residents and an envoy said".

    Not "Troops shelled the port residents said was theirs": no comma parts the speaker from the clause.
    """
    said = view.end - 1
    while said > view.first and view.pos[said] == "PUNCT":
        said -= 1
    verb = view.head[said]
    speaker = verb
    if view.dep[said] in ("acl", "acl:relcl"):
        while view.dep[speaker] == "conj" and view.head[speaker] != speaker:
            speaker = view.head[speaker]
        verb = view.head[speaker]
    elif view.dep[said] == "conj":
        speaker = next((k for k in view.kids(verb, *_SUBJECTS) if k > verb and view.right_edge(k) == said - 1), verb)
    if view.event[said] not in ("REPORTING", "OCCURRENCE") or view.low(said) not in read_words("en/repairs/saying_forms.txt"):
        return
    own = [k for k in view.kids(verb, *_SUBJECTS) if k < verb]
    edge = view.left_edge(speaker)
    if speaker == verb or not own or not verb < speaker < said or view.dep[speaker] not in (*_SUBJECTS, "conj", "parataxis", "obl"):
        return
    if "," not in (view.low(edge), view.low(edge - 1)):
        return
    above, label = view.head[verb], view.dep[verb]
    view.head[said], view.dep[said] = (said if above == verb else above), label
    view.head[verb], view.dep[verb] = said, "ccomp"
    view.head[speaker], view.dep[speaker] = said, "nsubj"
    view.tag[said], view.pos[said], view.event[said] = "VBD", "VERB", "REPORTING"
    view.gather()


def participle_behind_a_relative_clause(view: TreeView) -> None:
    """A participle behind a comma hung inside the clause that a noun before it has: "blocked a rule that cut aid, siding with the states".

    Not "the man who left, saying nothing, is back": the sentence's own verb follows.
    """
    main = view.root()
    if main < 0 or view.tag[main] not in FINITE:
        return
    for verb in view.places():
        edge = view.left_edge(verb)
        parted = "," in (view.low(edge), view.low(edge - 1)) and verb > main
        if view.tag[verb] != "VBG" or view.dep[verb] not in ("advcl", "acl") or not parted or view.kids(verb, *_SUBJECTS, "mark", "case"):
            continue
        above = view.head[verb]
        while view.dep[above] in ("xcomp", "obj", "obl", "conj", "ccomp") and view.head[above] != above:
            above = view.head[above]
        if view.dep[above] in ("acl:relcl", "acl") and main < above < verb and view.low(view.left_edge(above) - 1) != ",":
            view.hang(verb, main, "advcl")


def participle_behind_its_subject(view: TreeView) -> None:
    """A participle right behind the subject hung on the verb: "Astronomers led by Lind found a planet": Lind leads them.

    Not "Asked by Lind, astronomers found": it stands before the subject.
    """
    for i in view.places():
        verb = view.head[i]
        beside = view.dep[i] == "parataxis" and view.tag[i] in ("VBN", "VBD") and view.low(i - 1) == "," and not view.kids(i, "obj")
        if not (beside or (view.tag[i] == "VBN" and view.dep[i] == "advcl")):
            continue
        if verb < i or view.kids(i, "mark", "aux", "aux:pass", *_SUBJECTS):
            continue
        subject = next((k for k in view.kids(verb, *_SUBJECTS) if k < i and view.right_edge(k) == view.left_edge(i) - 1), None)
        if subject is None and beside:  # "Reyes, dropped for the last game, came on"
            subject = next((k for k in view.kids(verb, *_SUBJECTS) if k < i and _last_word(view, k) == i - 2), None)
        if subject is not None and view.left_edge(i) in (i, i - 1):
            view.tag[i] = "VBN"
            view.hang(i, subject, "acl")


def _last_word(view: TreeView, i: int) -> int:
    return max(k for k in view.subtree(i) if view.pos[k] != "PUNCT")


def name_behind_its_noun(view: TreeView) -> None:
    """A name right behind the noun that says who it is, taken for a phrase of its own: "sold by the shipowner [Petros Kallas]"."""
    for name in view.places():
        verb = view.head[name]
        if view.dep[name] != "obl:agent" or view.pos[name] != "PROPN" or view.kids(name, "case", "det"):
            continue
        noun = next((k for k in view.kids(verb, "obl") if view.right_edge(k) == view.left_edge(name) - 1), None)
        if noun is not None and view.pos[noun] == "NOUN" and view.kids(noun, "case"):
            view.hang(name, noun, "flat")
            view.dep[noun] = "obl:agent"


def past_taken_for_a_participle(view: TreeView) -> None:
    """A sentence's only verb taken for a participle beside its subject: "Hartwell Foods named Ana Lind chief executive."

    Not "Firm named in bribery inquiry" nor "The man named in the report.": no object stands behind the verb.
    """
    root = view.root()
    if root < 0 or view.pos[root] not in NOUNS or view.low(view.end - 1) not in _STOPS or view.kids(root, "cop", *_SUBJECTS):
        return
    inside = {i for clause in view.kids(root, "acl:relcl") for i in view.subtree(clause)}
    if any(view.tag[i] in FINITE and i not in inside for i in view.places()):
        return
    behind = [i for i in inside if view.tag[i] == "VBN" and view.dep[i] in ("xcomp", "advcl", "conj") and view.low(i - 1) == ","]
    for verb in [*view.kids(root, "acl"), *behind]:
        objects = [k for k in view.kids(verb, "obj", "xcomp") if k > verb and view.pos[k] in NOUNS]
        if view.tag[verb] != "VBN" or not objects or view.kids(verb, "aux", "mark", *_SUBJECTS) or verb < root:
            continue
        if any(k < verb and view.dep[k] not in ("punct", "advmod", "obl", "obl:unmarked") for k in view.kids(verb)):
            continue
        view.tag[verb] = "VBD"
        view.crown(verb, root, [k for k in view.kids(root) if k > verb])  # also "Lind, who had left, named ..."
        return


def name_before_the_subject(view: TreeView) -> None:
    """A joined clause's subject split, its name left to the clause before: "expel U.S. envoys and | Anna Berg the envoy has confirmed".

    Not "envoys and Anna Berg, the envoy has confirmed": a comma parts them.
    """
    for i in view.places():
        if view.dep[i] not in ("flat", "conj") or view.pos[i] != "PROPN" or view.head[i] > i or not view.kids(i, "cc"):
            continue
        behind = view.right_edge(i) + 1
        noun = next((k for k in view.places() if k > i and view.dep[k] in _SUBJECTS and view.left_edge(k) == behind), None)
        if noun is None or view.low(behind) not in ("the", "a", "an") or view.tag[noun] != "NN":
            continue
        verb = view.head[noun]
        if verb < noun or view.pos[verb] != "VERB":
            continue
        for word in view.kids(i, "cc", "advmod"):
            if view.words[word].islower():
                view.hang(word, verb, view.dep[word])
        view.hang(i, verb, view.dep[noun])
        view.hang(noun, i, "appos")
        if view.head[verb] < i:
            view.hang(verb, view.head[verb], "conj")

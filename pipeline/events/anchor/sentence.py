"""Time handed on inside a sentence, along the parse: coordination, complements, participles, event nouns."""

from __future__ import annotations

from pipeline.events.anchor.life import retells
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.share import carried_time, earlier, is_point, later, same_bounds, same_time
from pipeline.events.anchor.subject import is_since_then
from pipeline.events.anchor.words import carries, clause_word_times, complement_times, event_nouns, giving_way, scheduling_words
from pipeline.events.trigger import Dating
from pipeline.language.data_files import read_words

_SCHEDULED = (("obl",), ("obj",), ("nsubj:pass",), ("nsubjpass",))
_NOUN_ATTACHED = ("obj", "dobj", "iobj", "nsubj", "nsubj:pass", "nsubjpass", "obl", "obl:agent", "conj", "nmod", "appos")


def inherit(node: Node, parent: Node, donor: Dating) -> Dating | None:
    """Return the node's time as its governor's time gives it, or None where the grammar says nothing."""
    if node.is_noun and parent.token.lemma_ in scheduling_words() and node.path in _SCHEDULED:
        return carried_time(donor, 0.9)
    if not is_point(donor):
        return _bounded(node, parent, donor)
    if len(node.path) != 1:
        return _through_noun(node, parent, donor)
    if not node.is_noun:
        return _verb(node, parent, donor)
    if donor.basis == "publication" and not carries(parent.token, "object") and not node.path[0].startswith("obl"):
        return None  # that an act is news says nothing of the events it names
    return _noun(node, parent, donor)


def _bounded(node: Node, parent: Node, donor: Dating) -> Dating | None:
    """Return a deadline or an open stretch that holds for the node as well: "stay closed until", "have until May to reply"."""
    if len(node.path) != 1 or node.is_noun or donor.date == "":
        return None
    word = event_words(parent)
    if node.path[0] == "conj" and node.time.tense in (parent.time.tense, "infinitive"):
        return same_bounds(donor, word, 0.75)
    if parent.token.lemma_ in read_words("en/anchor/granting_verbs.txt") and donor.relation == "until" and node.time.tense == "infinitive":
        return carried_time(donor, 0.9)
    holds = node.token.pos_ in ("ADJ", "NOUN") or node.token.tag_ == "VBN" or _goes_on(node, parent)
    return carried_time(donor, 0.9) if node.path[0] in ("xcomp", "advcl") and holds else None


def _goes_on(node: Node, parent: Node) -> bool:
    """Whether the verb above only says that the event begins, goes on or ends: "kept shipping them until May"."""
    same = node.token.tag_ == "VBG" and complement_times().get(parent.token.lemma_) == "same"
    return same or parent.token._.event == "ASPECTUAL"


def _verb(node: Node, parent: Node, donor: Dating) -> Dating | None:
    word = event_words(parent)
    match node.path[0]:
        case "conj":
            return _coordinated(node, parent, donor)
        case "xcomp":
            return _infinitive(node, parent, donor)
        case "ccomp" | "csubj" | "csubj:pass":
            return None if retells(parent.token) else reported(node, donor, word)
        case "parataxis" if node.token._.event == "REPORTING" and node.token.i > parent.token.i:
            return None  # "offered to go on Wednesday, officials admitted"
        case "parataxis":
            return reported(node, donor, word) if node.time.looks_back == parent.time.looks_back or not node.time.looks_back else None
        case "advcl":
            return _adverbial(node, parent, donor)
        case "acl" if node.time.tense == "participle" and node.token.tag_ == "VBG":
            return same_time(donor, word, 0.6)
        case "acl:relcl" if parent.is_noun and any(child.lower_ in ("where", "when") for child in node.token.children):
            return same_time(donor, word, 0.7)
    return None


def _coordinated(node: Node, parent: Node, donor: Dating) -> Dating | None:
    tense, word = node.time.tense, event_words(parent)
    if parent.token.lower_ == "born":
        return None  # "was born in Oslo in 1945 and studied in Bergen": not in that year
    if node.time.looks_ahead and not parent.time.looks_ahead:
        return later(donor, word) if tense == "future" else None
    if node.time.looks_back and parent.time.looks_ahead:
        return None
    if tense == "pluperfect" and parent.time.tense != "pluperfect":
        return None
    days = donor.granularity in ("minute", "hour", "day")
    if tense == "present" and parent.time.looks_back and not (node.time.progressive and days):
        return None  # "pleaded guilty last month and is cooperating"
    if tense == "perfect" and parent.time.tense == "past" and (donor.basis != "publication" or is_since_then(node.token)):
        return None  # "gained independence in 1962 and has seen four coups"
    return same_time(donor, word, 0.85)


def _infinitive(node: Node, parent: Node, donor: Dating) -> Dating | None:
    if parent.token.lemma_ in giving_way() and parent.time.tense != "past" and donor.basis != "publication":
        return carried_time(donor, 0.9)  # "is expected on Monday to resign"
    time = complement_times().get(parent.token.lemma_, "same" if node.token.tag_ in ("VBG", "VBN") else "later")
    if time == "earlier" and node.token.tag_ == "VBG":
        return None  # "admitted stealing it": when is not said
    if parent.token._.event == "ASPECTUAL":
        time = "same"
    return same_time(donor, event_words(parent), 0.8) if time == "same" else later(donor, event_words(parent))


def reported(node: Node, donor: Dating, word: str) -> Dating | None:
    """Return the time of what is reported at the donor's time: still so, done by then, or still ahead."""
    tense = node.time.tense
    if node.trigger is not None and node.trigger.quoted and not (tense == "perfect" or (tense == "present" and node.time.progressive)):
        return None
    if node.time.looks_ahead:
        return later(donor, word) if tense != "modal" else None
    if tense == "pluperfect":
        return earlier(donor, word, 0.7)
    if tense in ("present", "participle", "none"):
        return same_time(donor, word, 0.8 if node.time.progressive else 0.65)
    if tense in ("past", "perfect"):
        judged = node.token.pos_ == "NOUN" and any(child.dep_ == "cop" for child in node.token.children)
        return None if judged else same_time(donor, word, 0.55)  # "argued that the sale was a breach" judges, and tells no event
    return None


def _adverbial(node: Node, parent: Node, donor: Dating) -> Dating | None:
    time = clause_word_times().get(node.mark.split()[-1], "none") if node.mark else ""
    word, tense = event_words(parent), node.time.tense
    if tense == "infinitive" and node.token.tag_ == "VBG":
        return None  # "pleaded guilty to stealing it"
    if tense == "infinitive":
        happened = parent.time.looks_back and parent.token._.event not in ("I_STATE", "I_ACTION", "REPORTING")
        return same_time(donor, word, 0.45) if happened else None
    if time == "earlier":
        ahead = parent.time.looks_ahead or (parent.time.tense == "infinitive" and parent.token.dep_ in ("xcomp", "acl"))
        coming = ahead and node.time.looks_back  # "it will cut jobs after it lost an order"
        return None if coming else earlier(donor, word, 0.75, "event")
    if time == "later":
        return later(donor, word) if not node.time.looks_back else None
    if time == "same" or (not time and tense == "participle"):
        return same_time(donor, word, 0.75 if tense == "participle" else 0.7) if tense not in ("pluperfect", "modal") else None
    return None


def _noun(node: Node, parent: Node, donor: Dating) -> Dating | None:
    dep, word, verb = node.path[0], event_words(parent), parent.token.lemma_
    remote = verb in read_words("en/anchor/remote_objects.txt")
    if dep == "conj" and parent.is_noun:
        return same_time(donor, word, 0.7)
    if parent.is_noun:
        return None
    if dep in ("nsubj", "nsubj:outer") and not remote and parent.token._.event != "REPORTING":
        if carries(parent.token, "subject") or any(child.dep_ == "cop" for child in parent.token.children):
            return carried_time(donor, 0.9) or same_time(donor, word, 0.85)
        return same_time(donor, word, 0.6)
    if is_ended(node, parent):
        return None
    if dep in ("obj", "dobj", "nsubj:pass", "nsubjpass"):
        if carries(parent.token, "object"):
            return carried_time(donor, 0.9) or same_time(donor, word, 0.9)
        acts = parent.token._.event in ("OCCURRENCE", "ASPECTUAL") or verb in ("announce", "unveil")
        return same_time(donor, word, 0.6) if acts and not remote and dep in ("obj", "dobj") else None
    if dep.startswith("obl"):
        return _oblique(node, parent, donor)
    return None


def is_ended(noun: Node, verb: Node) -> bool:
    """Whether the noun is a long occasion that the verb ends: in "ending a strike" the ending is on that day, not the strike."""
    ends = verb.token.lemma_ in read_words("en/events/ending_verbs.txt") and noun.path[0] in ("obj", "dobj", "nsubj:pass", "nsubjpass")
    return ends and noun.token.lemma_.lower() in read_words("en/anchor/long_occasions.txt")


def _oblique(node: Node, parent: Node, donor: Dating) -> Dating | None:
    word = event_words(parent)
    if node.mark == "on" and parent.token.lemma_ in read_words("en/anchor/topic_verbs.txt"):
        return None
    time = clause_word_times().get(node.mark.split()[-1] if node.mark else "", "none")
    if time == "same":
        return same_time(donor, word, 0.65)
    if time == "earlier":
        return earlier(donor, word, 0.7, "event")
    return None


def _through_noun(node: Node, parent: Node, donor: Dating) -> Dating | None:
    """Return the time of a participle or relative clause that hangs on a plain noun of the dated clause."""
    if node.is_noun or len(node.path) > 2 or node.path[-1] not in _NOUN_ATTACHED:
        return None
    if node.path[0] == "acl:relcl" and any(child.lower_ in ("where", "when") for child in node.token.children):
        return same_time(donor, event_words(parent), 0.7)
    host = node.token.head
    ended = parent.token._.event == "ASPECTUAL"  # "talks chaired by her ended in May"
    own_event = not event_nouns().isdisjoint((host.lemma_, host.lower_)) and node.token.tag_ == "VBN" and ended
    participle = node.path[0] == "acl" and (node.token.tag_ == "VBG" or own_event)
    return same_time(donor, event_words(parent), 0.55) if participle else None

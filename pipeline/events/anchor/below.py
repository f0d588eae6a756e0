"""Time that comes up the parse: what a predicate or event noun takes from a dated one that hangs on it."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.reason import event_words
from pipeline.events.anchor.share import carried_time, is_point, same_time
from pipeline.events.anchor.words import carries, complement_times, giving_way, scheduling_words
from pipeline.events.raising import carrier
from pipeline.events.trigger import Dating
from pipeline.language.data_files import read_words
from pipeline.records import Timex

_OWN = ("explicit", "relative")


def time_from_below(node: Node, child: Node, dating: Dating) -> Dating | None:
    """Return the node's time as a dated node that hangs on it gives it, or None.

    A light verb has its event noun's, a first verb that of the one joined to it ("arrived and left on Monday"), a main clause that of
    its "when" clause, a verb that of the event that does it ("an explosion on Thursday destroyed the clinic").
    """
    if len(child.path) != 1 or dating.basis == "publication":
        return None
    if not is_point(dating):
        return carried_time(dating, 0.8) if _shares_limit(node, child, dating) else None
    certain = _from_noun(node, child, dating) if child.is_noun else _from_clause(node, child, dating)
    if not certain:
        return None
    own = _is_carried(node, child)
    return carried_time(dating, certain) if own else same_time(dating, event_words(child), certain)


def scheduled_before(node: Node, nodes: Mapping[int, Node], datings: Mapping[int, Dating]) -> Dating | None:
    """Return the time of the scheduling word right before an infinitive, wherever the parse tied it ("was due to rule by May")."""
    i = node.token.i
    word = nodes.get(i - 2)
    if node.time.tense != "infinitive" or word is None or node.token.doc[i - 1].lower_ != "to" or word.token.lemma_ not in giving_way():
        return None
    own = datings.get(i - 2)
    return carried_time(own, 0.9) if own is not None and own.basis in _OWN else None


def carried_below(node: Node, datings: Mapping[int, Dating]) -> Dating | None:
    """Return the time of the verb that carries the noun below a word that schedules it: "the hearing is due to be held on Friday"."""
    if not node.is_noun:
        return None
    verb = carrier(node.token)
    own = datings.get(verb.i) if verb.i != node.token.head.i else None
    return carried_time(own, 0.9) if own is not None and own.basis in _OWN else None


def _shares_limit(node: Node, clause: Node, dating: Dating) -> bool:
    """Whether the limit behind the last of joined verbs holds for the first: "must be charged or released by Friday"."""
    if clause.path[0] == "xcomp":  # "will stay shut until March"
        return dating.basis in _OWN and not node.is_noun and (clause.token.pos_ == "ADJ" or clause.token.tag_ == "VBN")
    joined = clause.path[0] == "conj" and not clause.is_noun and clause.time.tense == node.time.tense
    return joined and dating.basis in _OWN and node.time.looks_ahead and not _stands_apart(clause)


def _is_carried(node: Node, child: Node) -> bool:
    """Whether the child's expression is the node's own: a setting's day, or the date of the verb that carries an event noun."""
    if child.is_noun:
        own_object = child.path[0] in ("obj", "dobj")  # see _from_noun
        return own_object or _only_says_whether(node) or is_setting(child) or carries(node.token, _role(child.path[0]))
    return node.is_noun or (child.path[0] == "xcomp" and node.token._.event == "ASPECTUAL")


def is_setting(noun: Node) -> bool:
    """Whether the noun's event is where its clause takes place ("at Sunday's final")."""
    return noun.path[0].startswith("obl") and noun.mark in ("in", "at", "during")


def _from_noun(node: Node, noun: Node, dating: Dating) -> float:
    if node.is_noun:
        return 0.0
    dep, verb = noun.path[0], node.token.lemma_
    if carries(node.token, _role(dep)) or is_setting(noun):
        return 0.7
    own = dating.timex is not None and dating.basis in _OWN
    if verb in read_words("en/anchor/rescheduling.txt") and dating.timex is not None and _is_new_time(noun, dating.timex):
        return 0.0  # "adjourned sentencing [to June 14]": the adjourning was before
    if own and dep in ("obj", "dobj") and verb in read_words("en/anchor/taking_part.txt"):
        return 0.7
    if own and dep in ("nsubj", "nsubj:pass", "nsubjpass") and _only_says_whether(node):
        return 0.7
    if own and dep in ("obj", "dobj") and dating.timex is not None and _stands_right_behind(noun, dating.timex):
        return 0.7  # the parse hung the clause's day on its object: "signed the agreement [on Monday]"
    acts = node.token._.event == "OCCURRENCE" and verb not in read_words("en/anchor/remote_objects.txt")
    days = dating.granularity in ("minute", "hour", "day", "month") or noun.token.lemma_ in read_words("en/events/nature.txt")
    return 0.75 if own and days and acts and dep == "nsubj" and node.time.tense == "past" else 0.0


def _is_new_time(noun: Node, timex: Timex) -> bool:
    doc = noun.token.doc
    first = next((token for token in doc[noun.token.i : noun.token.sent.end] if token.idx >= timex.start_char), None)
    return first is not None and doc[first.i - 1].lower_ in ("to", "until", "till")


def _only_says_whether(node: Node) -> bool:
    """Whether the clause only says that a set event comes off or not: "has been cancelled", "will go ahead"."""
    lemma = node.token.lemma_
    ahead = lemma not in ("go", "call") or any(child.lower_ in ("ahead", "off") for child in node.token.children)
    return lemma in read_words("en/anchor/coming_off.txt") and ahead and (node.time.passive or lemma in ("go", "proceed"))


def _stands_right_behind(noun: Node, timex: Timex) -> bool:
    """Whether the expression follows the noun with no verb between (else it belongs to that verb: "a strike planned for Thursday")."""
    if timex.start_char < noun.token.idx:
        return False
    between = noun.token.doc[noun.token.i + 1 : noun.token.sent.end]
    return not any(token.pos_ == "VERB" for token in between if token.idx < timex.start_char)


def _from_clause(node: Node, clause: Node, dating: Dating) -> float:
    dep = clause.path[0]
    if node.is_noun:
        return _from_participle(clause)
    if dep == "xcomp" and node.token._.event == "ASPECTUAL":
        return 0.9
    if dep == "xcomp" and dating.basis in _OWN and complement_times().get(node.token.lemma_) == "same":
        return 0.85  # "declined to comment on Tuesday", "failed to appear on Monday"
    if dep == "advcl" and clause.mark in ("when", "as", "while"):
        coming = node.time.looks_ahead or node.time.tense == "infinitive"
        ahead = clause.mark == "when" and coming and dating.basis in _OWN and clause.time.tense == "present"
        return (
            0.75 if (clause.time.looks_back and node.time.tense == "past") or ahead else 0.0
        )  # "must approve it when they meet on Friday"
    if dep == "advcl" and clause.time.tense == "infinitive" and node.time.tense == "past" and _is_a_day_of_the_past(dating):
        return 0.55  # "came from behind to beat them on Sunday"
    if dep == "conj" and clause.time.tense == node.time.tense and dating.basis in _OWN and not _stands_apart(clause):
        return 0.0 if _is_a_life(node, dating) else 0.7
    return 0.0


def _is_a_day_of_the_past(dating: Dating) -> bool:
    return dating.basis in _OWN and dating.timex is not None and dating.granularity == "day" and dating.timex.direction != "future"


def _is_a_life(node: Node, dating: Dating) -> bool:
    """Whether three or more joined verbs are told with one long time: "kept an inn, wrote his memoirs and drowned in 1879"."""
    joined = [child for child in node.token.children if child.dep_ == "conj" and child.pos_ == "VERB"]
    return len(joined) > 1 and dating.granularity not in ("minute", "hour", "day")


def _from_participle(clause: Node) -> float:
    """Return how surely an event noun has the time of what is said of it: "talks held in May", "a vote planned for May"."""
    passive = clause.token.tag_ == "VBN" and (clause.path[0] == "acl" or (clause.path[0] == "acl:relcl" and clause.time.passive))
    if not passive:
        return 0.0
    lemma = clause.token.lemma_
    if carries(clause.token, "object") or lemma in scheduling_words():
        return 0.9
    acts = clause.token._.event == "OCCURRENCE" and lemma not in read_words("en/anchor/remote_objects.txt")
    return 0.55 if acts and clause.path[0] == "acl" else 0.0


def _role(dep: str) -> str:
    if dep in ("nsubj", "nsubj:outer"):
        return "subject"
    return "object" if dep in ("obj", "dobj", "nsubj:pass", "nsubjpass") else ""


def _stands_apart(clause: Node) -> bool:
    """Whether a comma or semicolon parts the clause from the one it is joined to."""
    first = clause.token.left_edge.i
    return any(token.text in (",", ";") for token in clause.token.doc[max(0, first - 1) : clause.token.i])

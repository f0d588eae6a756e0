"""Which verbs and predicates name an event of their own."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.attribution import asks_for, is_attribution, reports, speech_row, to_a_body
from pipeline.events.came_about import took_effort
from pipeline.events.event_types import known_words
from pipeline.events.grammar import (
    auxiliaries,
    is_passive,
    is_predicate,
    is_present,
    kid,
    kids,
    lemma_of,
    marks,
    preposition,
    to_infinitive,
)
from pipeline.events.lexicon import event_adjectives, event_noun, governors, mapping, noun_statuses, pairs, words
from pipeline.events.limits import given_time
from pipeline.events.no_events import is_no_event, is_thing, stays_so
from pipeline.events.raising import raised_subjects
from pipeline.events.standing import negated
from pipeline.events.times import Times

ROW, SPEECH, NOT = "row", "speech", ""
NO_CLAUSE = frozenset({"amod", "aux", "aux:pass", "cop", "case", "mark", "fixed", "compound"})


def verb_verdict(verb: Token, times: Times, quoted: frozenset[int], headline: bool) -> str:
    """Return "row" for an event, "speech" for mere attribution (a trigger, but no row), "" for neither."""
    if verb.dep_ in NO_CLAUSE or verb.i in times.tokens or kid(verb, "det") is not None:
        return NOT
    dated = times.dated(verb.i)
    if is_no_event(verb, dated, times):
        return NOT
    if is_attribution(verb) and not asks_for(verb):
        verdict = _speech_verdict(verb, dated, times, quoted)
        if verdict is not None:
            return SPEECH if verdict == ROW and _tells_its_noun(verb, dated) else verdict
    elif verb.dep_ == "acl" and verb.tag_ == "VBN" and dated and not _of_its_noun(verb) and verb.lemma_ != "date":
        return ROW
    asked = to_infinitive(verb) and times.limited(verb.i) and kid(verb, "obj") is not None  # "are required to fit alarms by 2027"
    if (_state(verb) and not _state_with_a_date(verb, dated) and not asked) or gives_way(verb, dated, times):
        return NOT
    if verb.lemma_.lower() in words("naming_verbs.txt") and not _calls(verb):
        return NOT
    if not (verb._.event or dated or headline or (verb.tag_ == "VBD" and (lemma_of(verb), "verb") in known_words())):
        return NOT
    return NOT if _tells_its_noun(verb, dated) or generic(verb, dated, headline) or goal(verb, dated or given_time(verb, times)) else ROW


def _speech_verdict(verb: Token, dated: bool, times: Times, quoted: frozenset[int]) -> str | None:
    """Return the verdict on a verb of saying or thinking, None where it is to be judged like any other verb."""
    kind = speech_row(verb)
    if reports(verb, quoted):
        formal = kind == "always" or (kind == "body" and to_a_body(verb)) or (dated and is_passive(verb))
        return ROW if formal else SPEECH
    if lemma_of(verb) in {"expect", "forecast"} and not gives_way(verb, dated, times) and kid(verb, "xcomp", "ccomp") is None:
        return ROW if _dated_below(verb, times) else NOT  # "is expected in Venice tomorrow"
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and dated and kind != "thought":
        return ROW  # "a milestone found last year"
    bare = kind == "never" and kid(verb, "obj", "obl", "nsubj:pass", "xcomp") is None and not to_infinitive(verb)
    if bare and (dated or times.limited(verb.i)) and negated(verb):
        return ROW  # "had not replied by Thursday"
    return NOT if kind == "thought" or bare else None


def _state(verb: Token) -> bool:
    """Whether the verb only tells how things are; "located the wreck" is none, "is located in Peru" is."""
    word = verb.lemma_.lower()
    changes = word in words("states_when_passive.txt") and not is_passive(verb) and kid(verb, "obj") is not None
    busy = word in words("busy_verbs.txt") and verb.tag_ == "VBG" and any(aux.lemma_ == "be" for aux in auxiliaries(verb))
    listed = word in words("state_verbs.txt") or lemma_of(verb) in words("state_verbs.txt")
    return listed and not changes and not busy


def _state_with_a_date(verb: Token, dated: bool) -> bool:
    """Whether a state of the past has a date that makes it an event: "used a ferry until 1951", "saw a van at 7 p.m."."""
    return dated and verb.tag_ in {"VBD", "VBN"} and verb.lemma_.lower() in words("states_with_dates.txt")


def dated_predicate(word: Token, times: Times) -> bool:
    """Whether an adjective tells what is so from or on a date: "results are due on 1 August", "will be available in June"."""
    if word.lower_ not in words("dated_predicates.txt") or kid(word, "cop") is None or not times.dated(word.i):
        return False
    subject = kid(word, "nsubj", "nsubj:outer")
    return subject is not None and event_noun(subject.text, subject.lemma_) is None and kid(word, "xcomp") is None


def _tells_its_noun(verb: Token, dated: bool) -> bool:
    """Whether a participle only says what an event noun is about: "a meeting discussing the plan" is one event."""
    if verb.dep_ not in {"acl", "advcl"} or verb.tag_ != "VBG" or dated:
        return False
    before = verb.nbor(-1) if verb.i > 0 else verb
    if verb.dep_ == "advcl" and (before.dep_ != "obj" or before.lemma_.lower() not in words("documents.txt")):
        return False
    noun = verb.head if verb.dep_ == "acl" else before
    if noun.lemma_.lower() in words("documents.txt"):
        # "a statement alleging abuse" is told by "released"; "a statement rejecting the ban" is the rejection, "demanding aid" the demand
        return lemma_of(verb) in words("telling_verbs.txt") and kid(verb, "obj") is None
    return event_noun(noun.text, noun.lemma_) is not None and bool(noun._.event)


def gives_way(verb: Token, dated: bool, times: Times) -> bool:
    """Whether the verb only carries another event word: held talks, is expected to retaliate, began to fall."""
    word = lemma_of(verb)
    aspect = mapping("aspectual_verbs.csv", "verb", "own").get(word)
    carried = _carried(verb)
    if aspect is not None:
        inner = kid(verb, "xcomp")
        if aspect == "never" and inner is not None and not dated:
            return True  # "kept working": what goes on is a state
        complement = (inner is not None and not _state(inner)) or bool(carried)
        dated = dated or any(
            times.dated(child.i) for child in verb.children if child.dep_ in {"obl", "obj"} and not event_noun(child.text, child.lemma_)
        )
        return complement and (aspect == "never" or not dated)
    if any(child.dep_ == "xcomp" or (to_infinitive(child) and _governed(child)) for child in kids(verb, "xcomp", "advcl", "ccomp")) and any(
        (form, "infinitive") in pairs("giving_way.csv", "word", "complement") for form in (word, verb.lemma_.lower())
    ):
        return True
    if _of_its_noun(verb) or stays_so(verb):
        return True
    if any(child.lemma_.lower() in event_adjectives() for child in kids(verb, "xcomp")):
        return True  # "left four dead"
    if word in {"give", "have", "get"} and times.limited(verb.i) and any(to_infinitive(c) for c in kids(verb, "xcomp", "advcl", "acl")):
        return True  # "gave them until Friday to reply"
    if not carried:
        return False
    light, way = pairs("light_verbs.csv", "verb", "role"), pairs("giving_way.csv", "word", "complement")
    return any((word, role) in light or (word, "object") in way for role in carried)


def _of_its_noun(verb: Token) -> bool:
    """Whether a participle only carries or schedules the event noun before it: "the election scheduled for 2025", "a suit filed in May"."""
    own = any(child.tag_ == "WDT" for child in kids(verb, "nsubj", "nsubj:pass"))
    if verb.dep_ != "acl" and not (verb.dep_ == "acl:relcl" and is_passive(verb) and own):
        return False
    word = lemma_of(verb)
    waits = (word, "object") in pairs("giving_way.csv", "word", "complement")
    if not waits and not (verb.dep_ == "acl" and (word, "object") in pairs("light_verbs.csv", "verb", "role")):
        return False
    noun = verb.head
    while waits and event_noun(noun.text, noun.lemma_) is None and noun.dep_ in {"nmod", "nmod:poss"}:
        noun = noun.head  # "elections to the council, scheduled for 17 January"
    entry = event_noun(noun.text, noun.lemma_)
    return entry is not None and (verb.dep_ == "acl" or entry.evidence != "anaphor")


def _calls(verb: Token) -> bool:
    """Whether "call" is a call for something ("called for talks", "called on them to leave") and not a naming ("called it a success")."""
    return (
        kid(verb, "compound:prt") is not None
        or any(preposition(child) in {"for", "on", "upon"} for child in kids(verb, "obl"))
        or any("for" in marks(child) for child in kids(verb, "advcl", "ccomp", "xcomp"))
        or "object" in _carried(verb)
    )


def _dated_below(verb: Token, times: Times) -> bool:
    return times.dated(verb.i) or times.limited(verb.i) or any(times.dated(child.i) for child in kids(verb, "obj", "obl", "nsubj:pass"))


def _carried(verb: Token) -> list[str]:
    """Return the roles in which event nouns hang on the verb: object, subject."""
    roles = []
    for role, labels in (("object", ("obj", "nsubj:pass")), ("subject", ("nsubj", "nsubj:pass"))):
        raised = raised_subjects(verb) if role == "subject" or is_passive(verb) else []
        if role == "subject" and verb.dep_ == "acl:relcl" and any(child.tag_ == "WDT" for child in kids(verb, "nsubj")):
            raised = [verb.head]  # "the accident, which occurred yesterday"
        for noun in (*kids(verb, *labels), *raised):
            entry = None if is_thing(noun) else event_noun(noun.text, noun.lemma_)
            if entry is not None and entry.evidence != "anaphor" and (verb.lemma_, noun.lemma_) not in pairs("idioms.csv", "verb", "noun"):
                roles.append(role)
    return roles


def generic(verb: Token, dated: bool, headline: bool) -> bool:
    """Whether the verb tells what is always so: simple present outside headlines, without a date of its own."""
    if headline or dated or marks(verb) & words("conditionals.txt"):
        return False
    helpers = auxiliaries(verb)
    if _of_what_is_always_so(verb, helpers):
        return True
    if to_infinitive(verb) and any(aux.lemma_ == "be" and aux.i < verb.i for aux in helpers):
        return False  # "are to withdraw"
    finite = helpers[0] if helpers else verb
    if _is_usual(verb, finite, helpers):
        return True
    if is_passive(verb) and helpers and kid(verb, "nsubj:pass", "nsubj") is not None:
        return False  # "are charged with", "is trapped": a state that an event has left
    if not helpers and verb.tag_ == "VBZ" and verb.dep_ == "ROOT" and (lemma_of(verb), "verb") in known_words() and _named_agent(verb):
        return False  # "Israel claims the city"; a habit would stand in a plural or a subordinate clause
    if (is_present(finite) and all(aux.dep_ != "aux" for aux in helpers)) or any(
        aux.lemma_ == "do" and aux.tag_ in {"VBZ", "VBP"} for aux in helpers
    ):
        return True
    subject = kid(verb, "nsubj", "nsubj:pass") or (kid(verb.head, "nsubj", "nsubj:pass") if verb.dep_ == "conj" else None)
    named = subject is None or subject.pos_ == "PROPN" or (subject.dep_ == "nsubj:pass" and subject.pos_ != "NOUN")
    return any(aux.lower_ in {"can", "ca"} for aux in helpers) and not named


def _is_usual(verb: Token, finite: Token, helpers: list[Token]) -> bool:
    """Whether a present passive tells a quality or a habit: "is spread by mosquitoes", "are often fined"; not "is charged with"."""
    if (
        not helpers
        or not is_passive(verb)
        or not is_present(finite)
        or any(aux.lemma_ == "have" or aux.lower_ == "being" for aux in helpers)
    ):
        return False
    often = any(child.lower_ in words("often_words.txt") for child in kids(verb, "advmod"))
    return often or lemma_of(verb) in words("states_in_present_passive.txt")


def _of_what_is_always_so(verb: Token, helpers: list[Token]) -> bool:
    """Whether a participle or infinitive hangs on what is always so: "it is thin, making it light", "lets users download music".

    Not "says ..., adding that", "plans to open", "is searching the area, stopping cars".
    """
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ == "know" and is_passive(above):
        return True  # "is known to harm crops"
    if verb.tag_ == "VBG" and verb.dep_ == "csubj" and not helpers:
        return is_present(above) or any(aux.tag_ in {"VBZ", "VBP", "MD"} for aux in auxiliaries(above))  # "redesigning it has a rationale"
    if verb.tag_ == "VBG" and "for" in marks(verb):
        lens = above.pos_ == "NOUN" and above.lemma_.lower() not in noun_statuses() and not is_predicate(above)
        if lens or (above.lemma_ == "use" and is_passive(above)):
            return True  # "a lens for taking pictures", "used for taking portraits"
    loose = verb.tag_ == "VBG" and not helpers and verb.dep_ in {"advcl", "acl", "conj"}
    helped = governors("infinitive").get(lemma_of(above)) == "inherit" or lemma_of(above) in words("letting_verbs.txt")
    inner = verb.dep_ in {"xcomp", "ccomp"} and verb.tag_ in {"VB", "VBG"} and helped
    if lemma_of(above) in mapping("aspectual_verbs.csv", "verb", "own"):
        return False  # "prices keep rising"
    if not (loose or inner) or above.i == verb.i or (above.pos_ == "VERB" and is_attribution(above)):
        return False
    if above.pos_ != "VERB":
        return loose and any(cop.tag_ in {"VBZ", "VBP"} for cop in kids(above, "cop"))
    return generic(above, False, False) or (above.tag_ in {"VBZ", "VBP"} and _state(above))


def _named_agent(verb: Token) -> bool:
    subject = kid(verb, "nsubj")
    return subject is not None and subject.pos_ == "PROPN" and subject.ent_type_ not in {"DATE", "TIME"} and kid(verb, "advmod") is None


def goal(verb: Token, dated: bool) -> bool:
    """Whether the verb only names an aim or a condition: "in order to limit access", "if they had concerns"."""
    if dated or took_effort(verb):
        return False
    if to_infinitive(verb):
        if verb.dep_ == "advcl" and (_governed(verb) or (verb.head.dep_ == "ROOT" and not is_predicate(verb.head))):
            return False
        if verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN":
            return False  # "Lidl to open 30 stores", a headline
        return verb.dep_ in {"advcl", "csubj"} or (verb.dep_ == "acl" and verb.head.lemma_.lower() not in noun_statuses())
    return False


def _governed(verb: Token) -> bool:
    """Whether an infinitive that hangs loosely on a verb belongs to it or its object: "is due to land", "signed a contract to buy"."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > 0 else verb
    if before.pos_ == "NOUN" and before.lemma_.lower() in noun_statuses():
        return True
    if sent_to_do(verb):
        return True
    if lemma_of(verb.head) not in governors("infinitive"):
        return False
    asked = [child for child in kids(verb.head, "obl") if preposition(child) in {"on", "upon", "to", "for"} and child.i < verb.i]
    through = verb.head.lemma_.lower() in words("asking_through.txt") and any(before in child.subtree for child in asked)
    return through or before.i == verb.head.i or verb.head.lemma_ in {"have", "give"}


def sent_to_do(verb: Token) -> bool:
    """Whether somebody went and did it: "returned to the stage to unveil the phone", not "went to school in order to learn"."""
    went = verb.head
    if verb.dep_ not in {"advcl", "xcomp"} or not to_infinitive(verb) or went.tag_ not in {"VBD", "VBN"} or verb.i < went.i:
        return False
    past = went.tag_ == "VBD" or any(aux.lemma_ == "have" for aux in auxiliaries(went))
    return past and lemma_of(went) in words("going_verbs.txt") and "order" not in marks(verb) and bool(verb._.event)


def counted_participle(token: Token) -> bool:
    """Whether a participle before a counted noun names what happened to it: "nine injured inmates"."""
    if token.dep_ != "amod" or token.tag_ not in {"VBN", "JJ"}:
        return False
    listed = token.lower_ in event_adjectives() or token.lemma_.lower() in event_adjectives()
    counted = any(word.like_num or word.lower_ in words("crowds.txt") for word in kids(token.head, "nummod", "amod", "det"))
    return listed and (counted or (bool(token._.event) and token.head.tag_ == "NNS" and kid(token.head, "det") is None))


def adjective_verdict(token: Token) -> bool:
    """Whether an adjective names a change that happened: "leaving four people dead", "five were injured"."""
    if token.lemma_.lower() not in event_adjectives() and token.lower_ not in event_adjectives():
        return False
    if token.dep_ == "amod":
        return False
    before = token.doc[max(token.sent.start, token.i - 6) : token.i]
    return any(word.pos_ == "NUM" or word.lower_ in words("crowds.txt") for word in before)

"""What is always so: states, habits, qualities and rules, which are no events of their own."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.attribution import is_attribution
from pipeline.events.event_types import known_words
from pipeline.events.grammar import auxiliaries, is_passive, is_predicate, is_present, kid, kids, lemma_of, marks, to_infinitive
from pipeline.events.lexicon import event_noun, governors, mapping, noun_statuses, words
from pipeline.events.no_events import is_human


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
    if _is_usual(verb, finite, helpers) or _is_promised_of_a_thing(verb, finite):
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


def _is_promised_of_a_thing(verb: Token, finite: Token) -> bool:
    """Whether a coming quality of a thing is told: "the speaker will play for 30 hours", not "the pianist will play Chopin"."""
    subject = kid(verb, "nsubj")
    if subject is not None and subject.tag_ == "WDT":
        subject = verb.head
    thing = subject is not None and subject.pos_ == "NOUN" and not is_human(subject) and event_noun(subject.text, subject.lemma_) is None
    return finite.lower_ in {"will", "’ll", "'ll"} and thing and lemma_of(verb) in words("product_verbs.txt")


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
    return generic(above, False, False) or (above.tag_ in {"VBZ", "VBP"} and is_state(above))


def _named_agent(verb: Token) -> bool:
    subject = kid(verb, "nsubj")
    return subject is not None and subject.pos_ == "PROPN" and subject.ent_type_ not in {"DATE", "TIME"} and kid(verb, "advmod") is None


def is_state(verb: Token) -> bool:
    """Whether the verb only tells how things are; "located the wreck" is none, "is located in Peru" is."""
    word = verb.lemma_.lower()
    changes = word in words("states_when_passive.txt") and not is_passive(verb) and kid(verb, "obj") is not None
    busy = word in words("busy_verbs.txt") and verb.tag_ == "VBG" and any(aux.lemma_ == "be" for aux in auxiliaries(verb))
    listed = word in words("state_verbs.txt") or lemma_of(verb) in words("state_verbs.txt")
    return listed and not changes and not busy

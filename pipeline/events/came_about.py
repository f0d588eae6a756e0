"""Words around a verb that say whether it came about after all, whatever its own form says: had to, almost, would rather, was to."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.attribution import is_attribution
from pipeline.events.grammar import SUBJECTS, auxiliaries, is_passive, is_present, kid, kids, lemma_of, marks, to_infinitive
from pipeline.events.lexicon import governors, words


def had_to(verb: Token) -> bool:
    """Whether somebody had to do it and so did it: "the panel had to postpone its hearing".

    Not "said it had to raise rates", which is a view, and not "did not have to", "may have had to".
    """
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    need = verb.head
    if verb.dep_ != "xcomp" or need.lemma_ != "have" or not to_infinitive(verb):
        return False
    helpers = auxiliaries(need)
    past = need.tag_ == "VBD" or (need.tag_ == "VBN" and any(aux.lemma_ == "have" for aux in helpers))
    if not past or any(aux.tag_ == "MD" for aux in helpers):
        return False
    return not (need.dep_ in {"ccomp", "xcomp"} and need.head.i < need.i and is_attribution(need.head))


def took_effort(verb: Token) -> bool:
    """Whether the clause above says what it took to get there: "it took four attempts to climb the face", not "it takes time to learn"."""
    taking = verb.head if verb.head.pos_ == "VERB" else verb.head.head
    subject = kid(taking, "nsubj", "expl")
    return taking.lemma_ == "take" and taking.tag_ == "VBD" and subject is not None and subject.lower_ == "it" and to_infinitive(verb)


def nearly(verb: Token) -> bool:
    """Whether it almost happened, so it did not: "almost resigned"; not "almost doubled", where the amount is near."""
    word = verb.nbor(-1) if verb.i > 0 else verb
    return (
        word.lower_ in words("nearly_words.txt")
        and word.head.i == verb.i
        and not {verb.lemma_.lower(), lemma_of(verb)} & words("amount_verbs.txt")
    )


def nearly_not(verb: Token) -> bool:
    """Whether it happened though it almost did not: "the evening nearly did not happen"."""
    helpers = auxiliaries(verb)
    return bool(helpers) and any(child.lower_ in words("nearly_words.txt") and child.i < helpers[0].i for child in kids(verb, "advmod"))


def preferred(verb: Token, modal: Token) -> bool:
    """Whether it is only what somebody would sooner do: "would rather quit than sign"."""
    return modal.lower_ in {"would", "'d", "’d"} and any(child.lower_ in {"rather", "sooner"} for child in kids(verb, "advmod"))


def only_compared(verb: Token) -> bool:
    """Whether a bare form stands behind "than": "rather than betray them", "rather than recall it or [offer] a fix"."""
    if verb.tag_ not in {"VB", "VBP"}:
        return False
    before = kids(verb, "mark", "case", "cc")
    if any(child.lower_ == "than" or any(below.lower_ == "than" for below in kids(child, "fixed")) for child in before):
        return True
    joined = verb.dep_ == "conj" and verb.head.i < verb.i and not kids(verb, "nsubj", "aux")
    return joined and only_compared(verb.head)


def plan_undone(verb: Token) -> bool:
    """Whether what was once to be is called off in the clause above: "the show, which was to open on Thursday, has been postponed"."""
    noun = verb.head
    if verb.dep_ != "acl:relcl" or not any(child.lower_ in {"was", "were"} for child in kids(verb, "cop", "aux")):
        return False
    undoing = governors("object").get(lemma_of(noun.head)) == "denied"
    return undoing and (noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_ == "nsubj" and is_passive(noun.head)))


def lies_ahead(verb: Token) -> bool:
    """Whether the clause above lies ahead and waits for it: "will not resume before a review is finished"; not "fell when it rained"."""
    if verb.dep_ != "advcl" or not marks(verb) & words("waiting_words.txt") or any(aux.tag_ == "MD" for aux in auxiliaries(verb)):
        return False
    main = verb.head if verb.head.pos_ == "VERB" else verb.head.head
    modal = next((aux for aux in auxiliaries(main) if aux.tag_ == "MD"), None)
    if modal is None or modal.lower_ in {"could", "can", "ca"} or any(aux.lemma_ == "have" for aux in auxiliaries(main)):
        return False
    finite = next(iter(auxiliaries(verb)), verb)
    return is_present(finite) or (modal.lower_ in {"would", "'d", "’d"} and finite.tag_ == "VBD")


def still_goes_on(verb: Token) -> bool:
    """Whether a past progressive only follows the tense of "said": "prosecutors said they were looking into it" as they still are.

    Not "the driver said he was crossing the bridge when it fell" and not where the clause has a time of its own.
    """
    helpers = auxiliaries(verb)
    if verb.tag_ != "VBG" or not any(aux.lemma_ == "be" and aux.tag_ == "VBD" for aux in helpers) or verb.dep_ not in {"ccomp", "conj"}:
        return False
    first = verb.head if verb.dep_ == "conj" else verb
    said = first.head
    told = first.dep_ == "ccomp" and said.tag_ == "VBD" and is_attribution(said) and kid(said, *SUBJECTS) is not None
    return told and lemma_of(verb) in words("lasting_work.txt") and kid(verb, "advcl", "obl:unmarked") is None

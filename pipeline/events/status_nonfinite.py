"""The status of infinitives, gerunds and participles: what the word that governs them makes of them."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from pipeline.events.came_about import took_effort
from pipeline.events.grammar import clause_of, in_relative, is_due_to, is_predicate, kid, kids, lemma_of, marks
from pipeline.events.lexicon import Standing, governors, noun_statuses, words
from pipeline.events.standing import negated, under

Look = Callable[[Token], Standing]


def infinitive_standing(verb: Token, helpers: list[Token], headline: bool, look: Look) -> Standing:
    """Return the standing of an infinitive with "to": by the verb, adjective or noun it hangs on, else an aim."""
    perfect = any(aux.lower_ == "have" and aux.i > 0 and aux.nbor(-1).lower_ == "to" for aux in helpers)
    if perfect and verb.dep_ != "xcomp":
        return "denied"  # "was to have been unveiled", not "is alleged to have bribed"
    if any(aux.lemma_ == "have" for aux in helpers) and any(child.lower_ == "yet" for child in verb.children):
        return "denied"  # "has yet to ratify", with "has" as the auxiliary
    if any(aux.lemma_ == "be" and aux.i < verb.i and aux.tag_ in {"VBZ", "VBP", "VBD"} for aux in helpers):
        return "planned"
    governor = verb.head
    if is_due_to(verb):
        return "denied" if {"had", "been"} <= {aux.lower_ for aux in verb.doc[max(0, verb.i - 5) : verb.i]} else "planned"
    if verb.dep_ == "conj":
        return look(governor)
    told = headline or (governor.dep_ == "ROOT" and governor.pos_ == "PROPN")
    if verb.dep_ == "ROOT" or (told and verb.dep_ in {"acl", "parataxis"} and governor.pos_ in {"NOUN", "PROPN"}):
        return "planned"  # "Lidl to open 30 stores"
    if took_effort(verb):
        return "happened"
    if verb.dep_ == "acl":
        return noun_governor(governor)
    if verb.dep_ in {"advcl", "obl", "nmod"}:
        return _purpose(verb, governor, look)
    return _came_to_nothing(governor, verb) or _governed(verb, governor, perfect, look)


def let_standing(governor: Token, look: Look) -> Standing:
    """Return the standing of a bare infinitive behind its governor: "helped them [escape]", "would not let me [sail]" (denied)."""
    outer, word = look(governor), lemma_of(governor)
    if word in words("letting_verbs.txt") and outer == "denied":
        return "denied"
    if governor.lemma_ == "let" and governor.tag_ == "VBD" and outer == "happened":
        return "happened"  # "let a weak shot slip"
    return under(outer, governors("infinitive").get(word, "inherit"))


def _governed(verb: Token, governor: Token, perfect: bool, look: Look) -> Standing:
    """The standing that an infinitive has from the word it depends on."""
    outer, word = look(governor), lemma_of(governor)
    if word in words("letting_verbs.txt") and outer == "denied":
        return "denied"  # "did not allow him to leave"
    if governor.lower_ == "able" and outer == "happened" and any(child.tag_ == "VBD" for child in kids(governor, "cop")):
        return "happened"  # "were able to block the road"
    if governor.lower_ == "going" and outer in {"ongoing", "happened"} and kid(governor, "aux") is not None:
        return "planned"
    if governor.lemma_ == "be":
        return under(outer, "planned") if outer == "denied" else "planned"
    given = governors("infinitive").get(word, governors("infinitive").get(governor.lemma_.lower(), "hypothetical"))
    if perfect and given in {"planned", "expected", "obligation"}:
        given = "hypothetical" if given == "planned" else given
    if given == "planned" and word == "set" and lemma_of(verb) in words("drift_verbs.txt"):
        given = "expected"  # "is set to shrink"
    return under(outer, given)


def _came_to_nothing(governor: Token, verb: Token) -> Standing | None:
    """What was once to be and was not: "had been due to end", "was meant to start", "has yet to ratify"; not "was due to speak".

    None where the words leave it open.
    """
    helpers = [child.lower_ for child in governor.children if child.dep_ in {"aux", "aux:pass", "cop"}]
    if governor.lemma_ == "have" and any(child.lower_ == "yet" for child in (*governor.children, *verb.children)):
        return "denied"
    if governor.lower_ in words("intended_words.txt") and "had" in helpers and "been" in helpers:
        return "denied"
    return "denied" if governor.lower_ in {"meant", "supposed"} and {"was", "were"} & set(helpers) else None


def _purpose(verb: Token, governor: Token, look: Look) -> Standing:
    """An infinitive that the parser hangs loosely on a verb: "has until Friday to reply", "signed a contract to buy", else an aim."""
    noun = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > 0 else verb
    if lemma_of(governor) in words("going_verbs.txt") and governor.tag_ in {"VBD", "VBN"} and look(governor) == "happened":
        return "happened"  # "returned to the stage to unveil the phone"
    if noun.pos_ == "NOUN" and noun.lemma_.lower() in noun_statuses():
        return noun_governor(noun)
    given = governors("infinitive").get(lemma_of(governor))
    return under(look(governor), given) if given else "planned"


def noun_governor(noun: Token) -> Standing:
    """Return what a noun gives its infinitive: "decision to expel", "refusal to sign", "the first to arrive"."""
    given = noun_statuses().get(noun.lemma_.lower())
    undone = lemma_of(noun.head) in governors("plan") or governors("object").get(lemma_of(noun.head)) == "denied"
    if noun.dep_ in {"obj", "nsubj:pass"} and undone:
        return "denied"  # "a plan to close was denied", "reversed its decision to close"
    if given in {"planned", "expected"} and negated(noun):
        return "denied"  # "has no intention of selling"
    if given:
        return given
    if noun.dep_ == "obj" and noun.head.lemma_ in {"have", "give", "get"}:
        return "obligation" if noun.lemma_.lower() in words("measure_nouns.txt") else "hypothetical"  # "has six weeks to repair it"
    ordinal = any(child.lower_ in {"first", "last", "only", "latest", "second", "third", "next"} for child in noun.children)
    return "happened" if ordinal or noun.lower_ in {"first", "last", "latest"} else "hypothetical"


def ing_standing(verb: Token, helpers: list[Token], look: Look) -> Standing:
    """Return the standing of a form in -ing: progressive, gerund behind a verb or preposition, or participle beside a noun."""
    be = [aux for aux in helpers if aux.lemma_ == "be"]
    if be:
        past = any(aux.tag_ == "VBD" for aux in helpers) or (
            any(aux.tag_ == "VBN" for aux in be) and any(aux.lower_ == "had" for aux in helpers)
        )
        return "happened" if past else "ongoing"
    governor = _gerund_governor(verb)
    if verb.dep_ == "ROOT":
        return "ongoing"
    mark = marks(verb)
    if mark & {"without", "than", "instead"} or (governor.lower_ == "far" and "from" in mark):
        return "denied"
    if mark & {"after", "since", "over", "following"}:
        return "happened"
    if governor.pos_ == "NOUN" and not is_predicate(governor):
        given = noun_governor(governor) if mark and governor.lemma_.lower() in noun_statuses() else None
        return given or look(clause_of(governor))
    return _gerund(verb, governor, mark, look(governor))


def _gerund(verb: Token, governor: Token, mark: set[str], outer: Standing) -> Standing:
    """The standing of a form in -ing that hangs on a verb or predicate, which stands as `outer`."""
    if governor.lower_ == "seen" and verb.dep_ == "xcomp" and any(aux.tag_ in {"VBZ", "VBP"} for aux in kids(governor, "aux:pass")):
        return "expected"  # "losses are seen widening"
    if any(lemma_of(governor) in governors(word) for word in mark & {"from", "against"}):
        return under(outer, "denied")
    if "of" in mark and any(child.lower_ == "short" for child in governor.children):
        return under(outer, "denied")  # "stopped short of promising"
    if "for" in mark and governors("gerund").get(lemma_of(governor)) == "denied":
        return "happened"  # the reason: "blocked the site for showing the film"
    given = governors("gerund").get(lemma_of(governor))
    if outer == "denied" and lemma_of(governor) in words("left_open.txt"):
        return "hypothetical"  # "has not ruled out leading a minority government"
    if given and "with" in mark:
        return under(outer, given)  # "charged with smuggling parrots"
    if verb.i == governor.i + 1 or verb.dep_ in {"xcomp", "ccomp", "obj"} or mark & {"of", "from", "for", "against", "about"}:
        return under(outer, given or "inherit")
    return "happened" if outer in {"denied", "deadline", "obligation"} else outer


def _gerund_governor(verb: Token) -> Token:
    """Return the word that a form in -ing depends on: the verb right before it where the parser hung it on the noun behind.

    "proposed [taxing] private jets": what is proposed.
    """
    before = verb.nbor(-1) if verb.i > 0 else verb
    slipped = verb.dep_ == "acl" and verb.i < verb.head.i and before.pos_ == "VERB" and lemma_of(before) in governors("gerund")
    return before if slipped else verb.head


def participle_standing(verb: Token, look: Look) -> Standing:
    """A past participle without auxiliary: finished, unless the verb that governs it is not ("wants him arrested")."""
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ == "VERB":
        if verb.head.lemma_ in {"have", "get", "see", "find"}:
            return look(verb.head)  # "had the witness removed"
        if any(aux.tag_ == "VBG" for aux in kids(verb, "aux:pass")):
            return under(look(verb.head), governors("gerund").get(lemma_of(verb.head), "inherit"))
        return under(look(verb.head), governors("infinitive").get(lemma_of(verb.head), "inherit"))
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not in_relative(verb):
        return look(verb.head)
    return "happened"

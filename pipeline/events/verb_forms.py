"""The verb of a line in the form its status asks for: the historical present, "to do", "expected to do", "could do", "must do".

Where the article's own words say how the event stands (a modal, a governing verb), the line keeps them.
"""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.events.grammar import auxiliaries, is_passive, kid, kids, lemma_of, marks, preposition, to_infinitive
from pipeline.events.inflection import inflected
from pipeline.events.lexicon import modifiers, words
from pipeline.language.data_files import read_words
from pipeline.language.gazetteer import demonyms, load_gazetteer
from pipeline.language.name_cues import cue_label
from pipeline.records import Status

PLURAL_FORMS = frozenset({"are", "were", "have", "do", "'re", "’re", "'ve", "’ve"})
MANY_PRONOUNS = frozenset({"they", "we", "these", "those", "i", "you"})
SINGULAR_FORMS = frozenset({"is", "was", "has", "does", "'s", "’s"})
EMPTY_SUBJECTS = ("no ", "neither", "none", "nobody", "nothing", "no one")
NOT_PLURAL = frozenset({"ss", "us", "is"})
KEPT_MODALS = frozenset({"could", "might", "would", "may", "can", "should", "must", "will"})


def _is_team(verb: Token, name: Token) -> bool:
    """Whether a name stands for many, as a team's or a people's does: "the Lakers", "Britons"; not "the Philippines", "the Times".

    The article's own verb decides where its form tells ("the Mavericks were").
    """
    if name.pos_ == "PRON":
        return False  # "We have signed", where "we" is told as Italy
    if verb.dep_ == "acl:relcl" and name.tag_ == "NNPS" and any(word.lower_ == "who" for word in kids(verb, "nsubj", "nsubj:pass")):
        return True  # "the Liberal Democrats, who oppose it"
    if own := kid(verb, "nsubj", "nsubj:pass"):
        helpers = auxiliaries(verb)
        told = (helpers[0] if helpers else verb).lower_
        if own.i == name.i and (told in SINGULAR_FORMS or told in PLURAL_FORMS):
            return told in PLURAL_FORMS
    if name.lower_ in words("parties_of_many.txt"):
        return True
    if name.text in demonyms() and name.text[1:].islower() and any(child.lower_ == "the" for child in name.children):
        return True  # "the Japanese"
    if name.lower_[-2:] in NOT_PLURAL or not name.lower_.endswith("s"):
        return False
    if name.text in demonyms():
        return True
    start = name.doc[name.left_edge.i]
    known = load_gazetteer().label(name.doc[start.i : name.i + 1].text) is not None
    return start.lower_ == "the" and name.ent_type_ != "LOC" and not known and cue_label(name.text) is None


def is_plural(verb: Token, agents: tuple[Token, ...], named: bool) -> bool:
    """Whether the subject takes a plural verb; `named` tells that one name stands for it."""
    if len(agents) > 1 or any(child.dep_ == "conj" for agent in agents[:1] for child in agent.children) or _present_plural(verb, agents):
        return True
    if named or not agents:
        return bool(agents) and _is_team(verb, agents[0])
    head = agents[0]
    if head.lower_ in MANY_PRONOUNS or head.lower_ in words("one_person.txt"):
        return head.lower_ in MANY_PRONOUNS  # "if someone were able to shut the system down"
    own = kid(verb, "nsubj", "nsubj:pass")
    helpers = auxiliaries(verb)
    finite = helpers[0] if helpers else verb
    if own is not None and own.i == head.i and verb.dep_ != "acl:relcl":
        if finite.lower_ in SINGULAR_FORMS or finite.tag_ == "VBZ":
            return False
        if finite.lower_ in PLURAL_FORMS or (finite.tag_ == "VBP" and head.tag_ != "NN"):
            return True
    if head.tag_ == "NNPS" and head.ent_type_ in {"ORG", "GPE", "LOC"} and kid(head, "compound", "flat") is not None:
        return False  # "Vale Instruments raised its forecast": one company
    if head.tag_ in {"NNS", "NNPS"} or (head.lower_ in words("plural_words.txt") and kid(head, "appos") is None):
        return True  # "a number of"; not "her opposite number, Ana Lind"
    if head.pos_ == "NUM" or any(number.lower_ not in {"one", "1"} for number in kids(head, "nummod")):
        return bool(head.lower_ not in {"one", "1"}) and not _portion(head)
    opens = head.i == head.sent.start and kid(head, "compound", "flat") is None and not head.text.isupper()
    if head.tag_ == "NN" and head.lemma_.lower() == head.lower_:
        return False  # "atlas"
    ending = str(head.lower_)
    common = bool(head.pos_ in {"NOUN", "PROPN"} and (opens or head.ent_type_ == ""))
    if not common:
        return False
    return ending.endswith("s") and ending[-2:] not in NOT_PLURAL


def _present_plural(verb: Token, agents: tuple[Token, ...]) -> bool:
    """Whether the article itself has a plural present behind the name: "Lund sign keeper"; not a past spelled alike ("Crew beat")."""
    own = bool(agents) and agents[0] in verb.children and agents[0].pos_ == "PROPN"
    return (
        own
        and verb.tag_ == "VBP"
        and verb.lower_ == verb.lemma_.lower()
        and not auxiliaries(verb)
        and verb.lower_ not in read_words("en/repairs/same_past.txt")
    )


def _portion(head: Token) -> bool:
    return bool(head.pos_ == "NOUN" and head.tag_ == "NN")


def active_form(verb: Token, status: Status, plural: bool, subject: str = "") -> str:
    """Return the verb group of an active line, without its subject."""
    prefix, lemma = _prefix(verb), lemma_of(verb)
    status = "happened" if status == "denied" and _says_itself(verb) else status
    present = prefix + (lemma if plural else inflected(lemma, "VBZ"))
    lemma = prefix + lemma
    had = _had_been_done(verb, status)
    if had:
        return f"{modal_of(verb)} {'not ' if status == 'denied' else _not(verb)}have {prefix}{inflected(lemma_of(verb), 'VBN')}"
    if status in {"happened", "ongoing", "denied"} and _no_longer(verb):
        return f"no longer {present}"
    if status == "denied":
        if subject.lower().startswith(EMPTY_SUBJECTS) or _empty_object(verb):
            return present
        if to_infinitive(verb) and _not(verb) and (governed := _governed(verb, plural)):
            return f"{governed} not to {lemma}"  # "ordered not to restart the reactor"
        return f"{_refusing(verb) or ('do' if plural else 'does')} not {lemma}"
    if status in {"happened", "ongoing"} or verb.lemma_ in {"expect", "forecast"}:
        return present
    if status == "hypothetical":
        governed = _governed(verb, plural)
        if governed:
            return f"{governed} {_not(verb)}{inflected(lemma, 'VBG') if verb.tag_ == 'VBG' else 'to ' + lemma}"
        if is_condition(verb):
            return f"{'do' if plural else 'does'} not {lemma}" if _not(verb) else present
        return f"allegedly {present}" if alleged(verb) else f"{modal_of(verb)} {_not(verb)}{lemma}"
    return f"{_before(verb, status)}{lemma}"


def passive_form(verb: Token, status: Status, plural: bool, subject: str = "") -> str:
    """Return the verb group of a passive line: "expelled", "to be expelled", "could be expelled"."""
    lemma = lemma_of(verb)
    status = "happened" if status == "denied" and _says_itself(verb) else status
    if any(aux.lemma_ == "become" for aux in auxiliaries(verb)) and status in {"happened", "ongoing"}:
        return f"{'become' if plural else 'becomes'} {verb.text.lower()}"  # "the decision became known"
    done = (
        f"{_prefix(verb)}{verb.text.lower()} {lemma.partition(' ')[2]}".strip()
        if verb.tag_ == "VBN" or verb.lower_.endswith("ed")
        else _prefix(verb) + inflected(lemma, "VBN")
    )
    if _had_been_done(verb, status):
        return f"{modal_of(verb)} {'not ' if status == 'denied' else _not(verb)}have been {done}"
    if status == "denied":
        if subject.lower().startswith(EMPTY_SUBJECTS):
            return done
        if _no_longer(verb):
            return f"no longer {done}"
        if to_infinitive(verb) and _not(verb) and (governed := _governed(verb, plural)):
            return f"{governed} not to be {done}"
        modal = _refusing(verb)
        return f"{modal} not be {done}" if modal else f"not {done}"
    if status in {"happened", "ongoing"}:
        return done
    if status == "hypothetical":
        governed = _governed(verb, plural) if is_passive(verb) else ""
        if governed:
            return f"{governed} {_not(verb)}{'being' if verb.tag_ == 'VBG' else 'to be'} {done}"
        if is_condition(verb):
            return f"{'are' if plural else 'is'} {_not(verb)}{done}"
        return f"allegedly {done}" if alleged(verb) else f"{modal_of(verb)} {_not(verb)}be {done}"
    if verb.lemma_ in {"expect", "forecast"}:
        return done
    return f"{_before(verb, status)}be {done}"


def _had_been_done(verb: Token, status: Status) -> bool:
    """Whether a modal looks back: "might have reduced the damage", "could not have been prevented"."""
    helpers = auxiliaries(verb)
    if status not in {"hypothetical", "denied"} or alleged(verb) or is_condition(verb):
        return False
    if status == "hypothetical" and (helpers[0] if helpers else verb).tag_ == "VBD" and not any(aux.lower_ == "could" for aux in helpers):
        return True  # "believed | to be lost: it survived two heatwaves"
    return any(aux.lower_ in KEPT_MODALS - {"will"} for aux in helpers) and any(
        aux.lower_ == "have" and aux.tag_ == "VB" for aux in helpers
    )


def _refusing(verb: Token) -> str:
    """Return the modal of a denial that looks ahead: "will not attend"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG":
        return "will"  # "are not going to forgive"
    return next(("will" if aux.lower_ == "wo" else aux.lower_ for aux in auxiliaries(verb) if aux.lower_ in {"wo", *KEPT_MODALS}), "")


def _before(verb: Token, status: Status) -> str:
    if status == "expected":
        return "should " if any(aux.lower_ == "should" for aux in auxiliaries(verb)) else "expected to "
    drifts = lemma_of(verb) in words("deadline_verbs.txt")
    return "must " if status == "deadline" and not drifts else "to "


def modal_of(verb: Token) -> str:
    """Return the modal that the article uses for what is only possible, "may" where it has none."""
    found = next((aux.lower_ for aux in auxiliaries(verb) if aux.lower_ in KEPT_MODALS), "must" if has_to(verb) else "may")
    return "could" if found == "can" else found


def _has_condition(verb: Token) -> bool:
    return any(marks(clause) & {"if", "unless", "should", "provided"} for clause in kids(verb, "advcl"))


def has_to(verb: Token) -> bool:
    """Whether "have to" governs the infinitive: "will have to be approved", not "has yet to be approved"."""
    above = verb.head
    return (
        verb.dep_ == "xcomp"
        and to_infinitive(verb)
        and above.lemma_ == "have"
        and not any(word.lower_ == "yet" for word in verb.doc[above.i : verb.i])
    )


def says_how(verb: Token) -> bool:
    """Whether the verb itself or what governs it directly says how a possible event stands: a modal, "wants to", "if", "allegedly"."""
    own = any(aux.lower_ in KEPT_MODALS and (aux.lower_ != "will" or _has_condition(verb)) for aux in auxiliaries(verb))
    return own or is_condition(verb) or alleged(verb) or has_to(verb) or bool(_governed(verb, False))


def is_condition(verb: Token) -> bool:
    """Whether the verb heads an if-clause, whose line begins with "If"."""
    return bool(marks(verb) & {"if", "unless"}) and verb.dep_ in {"advcl", "ccomp", "parataxis", "ROOT"}


def alleged(verb: Token) -> bool:
    """Whether an adverb makes it an allegation: "allegedly took the money"."""
    return any(modifiers("adverb").get(child.lower_) == "hypothetical" and child.lower_.endswith("edly") for child in kids(verb, "advmod"))


def _not(verb: Token) -> str:
    """Return the negation of a governed verb: "asked | not to turn away boats"."""
    return "not " if any(child.lower_ in {"not", "never", "n't", "n’t"} and child.i < verb.i for child in kids(verb, "advmod")) else ""


def _says_itself(verb: Token) -> bool:
    """Whether an adverb that the line shows says by itself that it was not done: "nearly burst"."""
    near = any(child.lower_ in {"nearly", "almost"} for child in kids(verb, "advmod"))
    return near and not _not(verb) and bool(_prefix(verb))


def _no_longer(verb: Token) -> str:
    places = [child.i for child in kids(verb, "advmod") if child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no"]
    return "no longer " if places else ""


def _prefix(verb: Token) -> str:
    """Return what a hyphen ties to the verb: "re-opened"."""
    limits = [child.lower_ for child in kids(verb, "advmod") if child.i < verb.i and child.lower_ in words("limiting_adverbs.txt")]
    limit = "".join(f"{adverb} " for adverb in limits[-1:])  # "is seldom enforced"
    if verb.i < 2 or verb.nbor(-1).text != "-" or verb.nbor(-1).whitespace_ or verb.nbor(-2).whitespace_:
        return limit
    return f"{limit}{verb.nbor(-2).text.lower()}-"


def _empty_object(verb: Token) -> bool:
    if any(noun.lower_ in {"none", "nothing", "nobody"} for noun in kids(verb, "obj")):
        return True
    return any(child.lower_ == "no" for noun in kids(verb, "obj") for child in kids(noun, "det"))


def _governed(verb: Token, plural: bool) -> str:
    """Return the governing verb of an infinitive or gerund as the line shows it: "wants", "asked" (of whom it is asked), "accused of"."""
    above = verb.head
    if above.i == verb.i or above.i > verb.i or above.pos_ != "VERB" or verb.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return ""
    if any(child.dep_ in {"advmod"} and child.lower_ in {"not", "n't", "n’t", "never"} for child in above.children):
        return ""
    if above.lemma_ in {"be", "have", "do", "go", "give", "say"} or kid(verb, "nsubj", "nsubj:pass") is not None:
        return ""
    opener = "" if to_infinitive(verb) else next(iter(marks(verb) & {"of", "from", "for", "against", "into"}), "")
    if not to_infinitive(verb) and (verb.tag_ != "VBG" or not opener):
        return ""
    lemma = lemma_of(above)
    through = next((child for child in kids(above, "obl") if preposition(child) in {"on", "upon", "to", "with"}), None)
    if not opener and through is not None and lemma.partition(" ")[0] in words("asked_through.txt"):
        return "asked"  # "called on | Minsk to free them": it is Minsk that is asked
    if verb.dep_ == "advcl" and not opener:
        return ""
    told_of = is_passive(above) or kid(above, "obj", "iobj") is not None
    modal = next((aux.lower_ for aux in auxiliaries(above) if aux.lower_ in KEPT_MODALS), "")
    if modal:
        return f"{modal} be {inflected(lemma, 'VBN')} {opener}".strip() if told_of else f"{modal} {lemma} {opener}".strip()
    if told_of:
        return f"{inflected(lemma, 'VBN')} {opener}".strip()
    return f"{lemma if plural else inflected(lemma, 'VBZ')} {opener}".strip()

"""Verbs and nouns that look like events and are none: parts of names and compounds, descriptions, states."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.actors.reading import role_of
from pipeline.events.grammar import auxiliaries, clause_of, is_passive, kid, kids, lemma_of, preposition
from pipeline.events.lexicon import event_noun, pairs, words
from pipeline.events.times import Times

PEOPLE = frozenset({"official", "executive", "private"})
ALONE, FEW = 12, 3
"""Tokens of a sentence that may be a mere exclamation or heading, and its words beside the noun."""


def is_no_event(verb: Token, dated: bool, times: Times) -> bool:
    """Whether a verb tells no event of its own, for one of the reasons below."""
    if in_compound(verb) or is_cry(verb) or opens_speech(verb) or describes(verb, dated) or takes_time(verb, times):
        return True
    if is_depictive(verb) or is_at_fault(verb) or is_plural_noun(verb) or is_what_is(verb) or is_quality(verb):
        return True
    return only_shows(verb) or only_links(verb) or (is_capability(verb) and not dated)


def is_depictive(verb: Token) -> bool:
    """Whether a participle behind an intransitive verb only says how somebody is meanwhile: "retired hurt", not "was found murdered"."""
    above = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ not in {"VBN", "JJ"} or above.pos_ != "VERB" or auxiliaries(verb) or kid(verb, "obj", "obl:agent"):
        return False
    return lemma_of(above) in words("depictive_verbs.txt") and not is_passive(above) and kid(above, "obj") is None


def is_at_fault(verb: Token) -> bool:
    """Whether "to blame" only says whose fault it is: "a software update was to blame", not "sought to blame the crew"."""
    before = verb.nbor(-1).lower_ if verb.i > 0 else ""
    return (
        verb.lower_ == "blame"
        and before == "to"
        and kid(verb, "obj", "obl") is None
        and any(aux.lemma_ == "be" for aux in kids(verb, "cop", "aux"))
    )


def is_plural_noun(verb: Token) -> bool:
    """Whether what the tagger took for an infinitive behind "to" is a noun in the plural: "closed to lorries", "agree to ransoms"."""
    word = verb.lower_
    return verb.tag_ == "VB" and word.endswith("s") and not word.endswith("ss") and verb.lemma_.lower() != word and verb.dep_ != "ROOT"


def is_what_is(verb: Token) -> bool:
    """Whether it only stands for a thing: "what is left of the wall", "those who were gone"."""
    if lemma_of(verb) == "go" and verb.tag_ == "VBN" and any(aux.lemma_ == "be" for aux in auxiliaries(verb)):
        return True
    subject = kid(verb, "nsubj:pass", "nsubj")
    return lemma_of(verb) == "leave" and is_passive(verb) and subject is not None and subject.lower_ in {"what", "all", "little"}


def is_quality(verb: Token) -> bool:
    """Whether a participle is joined to an adjective that says how things are: "boats are old and overcrowded"."""
    above = verb.head
    return (
        verb.dep_ == "conj"
        and verb.tag_ in {"VBN", "JJ"}
        and above.tag_ == "JJ"
        and any(cop.tag_ in {"VBZ", "VBP"} for cop in kids(above, "cop"))
        and not auxiliaries(verb)
    )


def is_human(noun: Token) -> bool:
    """Whether the noun means people: "prisoners", "the minister", "troops", "she"; not "the ministry"."""
    if noun.pos_ == "PRON":
        return noun.lower_ in {"he", "she", "him", "her", "we", "us", "i", "me", "who", "whom", "you"}
    role = role_of(noun) if noun.pos_ == "NOUN" else None
    return noun.lemma_.lower() in words("people_nouns.txt") or (role is not None and role.kind in PEOPLE)


def in_compound(verb: Token) -> bool:
    """Whether a participle is part of a word or stands before its noun: "market-leading", "of drinking water"; not "drinking the water"."""
    before = verb.doc[verb.i - 1] if verb.i > 0 else verb
    if before.text in {"-", "–"} and not before.whitespace_ and verb.i > 1 and not verb.doc[verb.i - 2].whitespace_:
        return bool(verb.doc[verb.i - 2].tag_ != "AFX")  # "re-elected" is one verb
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    if verb.tag_ != "VBG" or after.pos_ != "NOUN" or auxiliaries(verb):
        return False
    return any(child.dep_ in {"case", "det", "nmod:poss"} and child.i < verb.i for child in after.children)


def opens_speech(verb: Token) -> bool:
    """Whether a participle only says how or where something is said: "Speaking in Oslo, she said"."""
    return (
        verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in {"speak", "talk"} and verb.head.lemma_ in words("telling_verbs.txt")
    )


def is_capability(verb: Token) -> bool:
    """Whether the verb names what something can do: "capable of holding 500 songs", "the ability to listen"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words("learning_verbs.txt"):
        return True  # "learned to ski", "hard to sell"
    if verb.dep_ == "xcomp" and verb.head.lower_ == "able":
        return any(cop.tag_ in {"VBZ", "VBP"} for cop in kids(verb.head, "cop"))  # "is able to connect to a network"
    if verb.dep_ == "acl":
        return verb.head.lemma_.lower() in words("capability_nouns.txt")
    return verb.tag_ == "VBG" and verb.head.lower_ in {"capable", "incapable"}


def is_cry(verb: Token) -> bool:
    """Whether a verb is called out with nothing to it: "Breaking: ...", "Strike!!!", not "Issued at 06:00"."""
    after = verb.doc[verb.i + 1].text[:1] if verb.i + 1 < len(verb.doc) else ""
    if verb.dep_ == "ROOT" and after in {"!", "?"} and all(child.dep_ == "punct" for child in verb.children):
        return True
    bare = verb.dep_ == "ROOT" and verb.tag_ == "VBG" and not auxiliaries(verb)
    return bare and all(child.dep_ in {"punct", "parataxis", "appos", "discourse", "nsubj"} for child in verb.children)


def describes(verb: Token, dated: bool) -> bool:
    """Whether an undated participle or passive only describes: "the team led by Roth", "is survived by a son", "barrels filled with oil".

    "The walls, painted in 1610" and "she survived the crash" tell events.
    """
    word = lemma_of(verb)
    if is_passive(verb) and word in words("passive_states.txt"):
        return True
    return verb.dep_ in {"acl", "xcomp"} and verb.tag_ == "VBN" and not dated and word in words("describing_participles.txt")


def only_links(verb: Token) -> bool:
    """Whether the verb only links two events with names of their own: "storms caused flooding", not "the storm caused a man to sell"."""
    if lemma_of(verb) not in words("linking_verbs.txt"):
        return False
    if verb.lemma_ == "lead" and verb.tag_ == "VBG" and verb.dep_ == "advcl" and any(preposition(c) == "to" for c in kids(verb, "obl")):
        return True  # "..., leading to suspicion"
    above = [verb.head] if verb.dep_ in {"acl", "acl:relcl"} else kids(verb, "nsubj", "nsubj:pass")
    behind = kids(verb, "obj", "obl:agent") or [child for child in kids(verb, "obl") if preposition(child) in {"to", "in", "by", "from"}]
    return all(any(is_event_word(noun) for noun in side) for side in (above, behind))


def is_event_word(noun: Token) -> bool:
    """Whether the noun is one that names an event here."""
    entry = event_noun(noun.text, noun.lemma_)
    return entry is not None and entry.evidence in {"sure", "weak"} and bool(noun._.event)


def takes_time(verb: Token, times: Times) -> bool:
    """Whether "take" only says how long something takes: "it took four minutes", "it took them until noon"."""
    subject, thing = kid(verb, "nsubj", "expl"), kid(verb, "obj")
    measured = thing is not None and (thing.i in times.tokens or thing.lemma_.lower() in words("measure_nouns.txt"))
    return verb.lemma_ == "take" and (
        measured or (subject is not None and subject.lower_ == "it" and kid(verb, "obj", "xcomp") is not None)
    )


def only_shows(verb: Token) -> bool:
    """Whether a thing shows something: "photos show debris", not "Apple showed a phone"."""
    subject = kid(verb, "nsubj")
    thing = subject is not None and subject.pos_ == "NOUN" and not is_human(subject)
    return lemma_of(verb) in words("showing_verbs.txt") and thing and not auxiliaries(verb) and kid(verb, "ccomp") is None


def is_named_by_number(noun: Token) -> bool:
    """Whether the noun is the first part of a name with a number: "Flight 1914"; not "talks on 7 March"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return after.head.i == noun.i and after.dep_ in {"flat", "nummod", "nmod"} and after.text.isdigit() and after.i != noun.i


def hyphenated(word: Token) -> str:
    """Return the whole word that the token ends, with what stands before its hyphen: "semi-final"; "" where it has none."""
    if word.i < 2 or word.nbor(-1).text not in {"-", "‐", "‑"} or word.nbor(-1).whitespace_ or word.nbor(-2).whitespace_:
        return ""
    return f"{word.nbor(-2).lower_}-{word.lemma_.lower()}"


def is_denied_by_prefix(noun: Token) -> bool:
    """Whether the part before the hyphen turns the word into a description: "anti-war", "post-election", not "semi-final"."""
    return hyphenated(noun).partition("-")[0] in words("describing_prefixes.txt")


def is_exclaimed(noun: Token, dated: bool, headline: bool) -> bool:
    """Whether the noun stands all but alone, without a verb, a name, a number or a date: "Strike!!!", "Course of the war."

    A headline may ("Hundreds dead in stampede"), unless it is cried out or asked.
    """
    sentence = noun.sent
    if len(sentence) > ALONE:
        return False
    cried = sentence.text.rstrip()[-1:] in {"!", "?"}
    others = [token for token in sentence if token.i != noun.i and token.is_alpha]
    if (dated and not cried) or (headline and others and not cried):
        return False
    return len(others) <= FEW and not any(token.pos_ in {"VERB", "AUX", "PROPN", "NUM"} or token.like_num for token in others)


def is_thing(noun: Token) -> bool:
    """Whether a compound with the noun names a thing or a paper: "tax return", "comet probe"."""
    return any(
        (child.lemma_.lower(), noun.lemma_.lower()) in pairs("things_named.csv", "modifier", "noun")
        for child in kids(noun, "compound", "amod")
    )


def is_own_paper(noun: Token, dated: bool) -> bool:
    """Whether the noun is the paper or meeting in which something is said: "told the exchange in a filing", "said at a news conference"."""
    above = clause_of(noun) if noun.dep_ == "nmod" and noun.head.pos_ != "VERB" else noun.head
    return (
        noun.dep_ in {"obl", "nmod"}
        and preposition(noun) in {"in", "on", "by", "at", "during"}
        and (noun.lemma_.lower() in words("papers.txt") or (not dated and noun.lemma_.lower() in words("talk_venues.txt")))
        and above.lemma_.lower() in words("telling_verbs.txt")
    )


def stays_so(verb: Token) -> bool:
    """Whether the verb says that something stays as it is: "will stay closed"; what it stays is the event."""
    inner = kid(verb, "xcomp")
    return lemma_of(verb) in {"stay", "remain", "keep"} and inner is not None and inner.tag_ == "VBN" and inner.pos_ == "VERB"

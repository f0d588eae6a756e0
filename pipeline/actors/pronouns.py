"""Third person and relative pronouns: whom they take up, by gender, number, subject and nearness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipeline.actors.candidates import Candidate, Candidates
from pipeline.actors.collective_pronouns import collective, dealt_with, previous_pair
from pipeline.actors.mentions import mention
from pipeline.actors.pronoun_words import pronoun_sort
from pipeline.actors.reading import role_of
from pipeline.language.arcs import own_subject
from pipeline.language.data_files import read_words
from pipeline.records import ActorMention

_BODIES = frozenset(("state", "organisation"))
_COLLECTIVES = frozenset(("state", "organisation", "group"))
_SUBJECTS = ("nsubj", "nsubj:pass")
_OBJECTS = ("obj", "iobj")
PARALLEL = 2.5  # more than a subject of the sentence before has
CONTINUED = 1.5
_NEARLY = frozenset(("not", "n't", "n’t", "nearly", "almost"))
MAIN = 1.5  # more than another has the one whom the article is about
KIN = 1.5  # less has one who is named only as somebody's ("Her granddaughter, Ana Lind, said")
ASIDE = 0.75  # less has the subject of a clause with "who" or "when" in a sentence before
SURE = 0.75  # how far the best person must lead the next


def antecedent(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return a mention of the pronoun with its antecedent's actors, or None where it is unsure."""
    word = token.lower_
    sort = pronoun_sort(word)
    if sort in ("m", "f"):
        found = _person(token, candidates, sort)
    elif sort == "relative":
        found = _relative(token, candidates)
    elif sort == "singular":
        found = None if _is_dummy(token) else dealt_with(token, candidates) or collective(token, candidates, _BODIES)
    elif sort == "plural":
        found = collective(token, candidates, _COLLECTIVES)
    elif word == "both" and token.dep_ in _SUBJECTS:
        found = previous_pair(token, candidates)
    else:
        return None
    if found is None:
        return None
    return mention(
        token.doc, (token.i, token.i + 1, token.i), found.actors, (found.kind, "thing" if found.kind == "thing" else "actor", "pronoun")
    )


def _person(token: Token, candidates: Candidates, wanted: str) -> ActorMention | None:
    dead = _dies(token)
    if not dead and _means_its_speaker(token, candidates):
        return None
    if (office := _office_above(token, candidates)) is not None:
        return office
    scores: dict[str, float] = {}
    mentions: dict[str, ActorMention] = {}
    near = [candidate for candidate in _sensible(candidates) if candidate.mention.kind == "person"]
    barred = {c.mention.actors[0] for c in near if _same_clause_subject(token, c) or (dead and _speaks(token, c))} | {candidates.speaker}
    owner = candidates.people.get(candidates.main)
    about = owner is not None and owner.gender in ("", wanted)  # the article is about one whom the pronoun may mean
    main = not _left_the_main_one(token, near, candidates.main)
    for place, candidate in enumerate(near):
        name = candidate.mention.actors[0]
        if name in barred:
            continue
        facts = candidates.people.get(name)
        gender = facts.gender if facts else ""
        if gender and gender != wanted:
            continue
        score = 3.0 - candidate.sentences + (1.5 if candidate.is_subject else 0) + (1.0 if gender == wanted else 0) - 0.05 * place
        goes_on = max(_continuity(token, candidate), MAIN if main and name == candidates.main else 0, _says_of_himself(token, candidate))
        score += -KIN if about and _is_somebodys(token, candidate, wanted) else goes_on
        score -= ASIDE if about and candidate.sentences and candidate.is_subject and _in_an_aside(token, candidate) else 0
        if score > scores.get(name, -9):
            scores[name], mentions[name] = score, candidate.mention
    ranked = sorted(scores, key=lambda name: -scores[name])
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < SURE):
        return None
    return mentions[ranked[0]]


def _means_its_speaker(token: Token, candidates: Candidates) -> bool:
    """Whether the pronoun takes up the unnamed one who says it: "A neighbour said he had heard shots"; not "his lawyer said he would"."""
    verb = token.head
    if token.dep_ not in _SUBJECTS or verb.dep_ != "ccomp" or verb.head.i > verb.i:
        return False
    speaker = own_subject(verb.head)
    if speaker is None or speaker.tag_ not in ("NN", "NNP") or any(c.mention.head == speaker.i for c in candidates.near):
        return False
    role = role_of(speaker)
    return role is not None and role.kind in ("official", "private")


def _office_above(token: Token, candidates: Candidates) -> ActorMention | None:
    """Return the unnamed holder of a state's office whose clause the pronoun's hangs on ("The American president said he would visit")."""
    verb = token.head
    if token.dep_ not in _SUBJECTS or verb.dep_ not in ("ccomp", "advcl") or verb.head.i > verb.i:
        return None
    speaker = own_subject(verb.head)
    role = role_of(speaker) if speaker is not None and speaker.tag_ == "NN" else None
    if speaker is None or role is None or role.kind != "official":
        return None
    return next((c.mention for c in candidates.near if c.mention.head == speaker.i and c.mention.kind == "state"), None)


def _continuity(token: Token, candidate: Candidate) -> float:
    """Return how much likelier the one is whom a pronoun took up in the sentence before: most for an object behind an object.

    "The queen made her a dame. Marsh left her": not the queen.
    """
    before = token.doc[candidate.mention.head]
    while before.dep_ == "conj":
        before = before.head
    parallel = _OBJECTS if token.dep_ in _OBJECTS else (*_SUBJECTS, *_OBJECTS) if token.dep_ in _SUBJECTS else ()
    if candidate.sentences == 0 and before.head == token.head.head != token.head and before.dep_ in parallel:
        return CONTINUED  # "The referee sent Marsh off, and the league suspended him", "lost Strand when he was hit"
    if candidate.sentences != 1 or candidate.mention.how != "pronoun" or token.doc[candidate.mention.head].tag_.startswith("W"):
        return 0.0
    return PARALLEL if token.dep_ in _OBJECTS and before.dep_ in _OBJECTS else CONTINUED


def _left_the_main_one(token: Token, near: Sequence[Candidate], main: str) -> bool:
    """Whether the sentence before is another person's altogether ("Moss hired Holt. Holt left. She ..."), without the main one."""
    before = [c for c in near if c.sentences <= 1]
    alone = [c for c in before if c.is_subject and c.mention.how in ("name", "alias") and not _in_an_aside(token, c)]
    return bool(alone) and all(c.mention.actors[0] != main for c in before)


def _in_an_aside(token: Token, candidate: Candidate) -> bool:
    """Whether the candidate's verb stands in a relative clause or one with "when", "after" and the like."""
    verb = token.doc[candidate.mention.head].head
    while verb.dep_ in ("conj", "xcomp"):
        verb = verb.head
    return verb.dep_ in ("acl:relcl", "advcl")


def _is_somebodys(token: Token, candidate: Candidate, wanted: str) -> bool:
    """Whether the candidate is brought in as one of the person's whom "her" takes up ("Her son, Urs, said he ...", "her lawyer Ana Lind").

    Not one who is told of by that person's name ("Marsh's son, Urs"), where either may be meant.
    """
    root = token.doc[candidate.mention.head]
    noun = root.head if root.dep_ in ("appos", "flat") else root
    nouns = [root, noun, *(child for child in root.lefts if child.dep_ == "nmod:desc")]  # "his rival Boris Orlov"
    return any(child.dep_ == "nmod:poss" and pronoun_sort(child.lower_) == wanted for word in nouns for child in word.lefts)


def _sensible(candidates: Candidates) -> Iterator[Candidate]:
    return (c for c in candidates.near if c.sentences <= 3 and c.mention.role == "actor")


def _same_clause_subject(token: Token, candidate: Candidate) -> bool:
    """Whether the candidate is the subject of the verb whose object the pronoun is ("Ana praised her": not Ana)."""
    if token.dep_ not in ("obj", "iobj", "obl") or token.lower_.endswith("self"):
        return False
    verb = token.head
    while verb.dep_ in ("conj", "xcomp", "advcl") and not any(child.dep_ in _SUBJECTS for child in verb.children):
        verb = verb.head
    subject = token.doc[candidate.mention.head]
    return subject.head == verb and subject.dep_ in _SUBJECTS


def _dies(token: Token) -> bool:
    """Whether the pronoun's clause tells that somebody died, which nobody says of himself ("said she died", not "said she would die")."""
    verb = token.head
    dies = token.dep_ in _SUBJECTS and verb.dep_ == "ccomp" and verb.lemma_ in read_words("en/actors/verbs_of_death.txt")
    return dies and not any(child.tag_ == "MD" or child.dep_ == "neg" or child.lower_ in _NEARLY for child in verb.children)


def _speaks(token: Token, candidate: Candidate) -> bool:
    """Whether the candidate tells the pronoun's clause ("Her daughter, Jana, said she died": Jana does)."""
    speaker = own_subject(token.head.head)
    return speaker is not None and candidate.mention.head in {
        speaker.i,
        *(child.i for child in speaker.children if child.dep_ in ("appos", "flat")),
    }


def _says_of_himself(token: Token, candidate: Candidate) -> float:
    """Return how much likelier the one is who tells the pronoun's clause: "Ana Lind said she was pleased"."""
    told = token.dep_ in _SUBJECTS and token.head.dep_ == "ccomp" and token.head.head.i < token.i
    return PARALLEL if told and candidate.sentences == 0 and _speaks(token, candidate) else 0.0


def _relative(token: Token, candidates: Candidates) -> ActorMention | None:
    verb = token.head if token.dep_ != "nmod:poss" else token.head.head
    if verb.dep_ != "acl:relcl" or token.i > verb.i:
        return None
    noun = verb.head
    named = [child.i for child in noun.children if child.dep_ == "appos"]  # "her husband, Urs Amstad, who died"
    heads = [noun.i, *([noun.head.i] if noun.dep_ == "appos" else named)]  # "Nok Saelim, a student, who was hit"
    return next((c.mention for i in heads for c in candidates.near if c.mention.head == i and c.mention.role == "actor"), None)


def _is_dummy(token: Token) -> bool:
    """Whether "it" refers to nothing or to a matter: an expletive, an object, or the subject of "it was a move", "it is likely that"."""
    if token.lower_ == "its":
        return False
    if token.dep_ not in _SUBJECTS:
        return True
    verb = token.head
    if verb.pos_ in ("NOUN", "ADJ", "PROPN", "PRON", "NUM", "ADV") or verb.lemma_ in read_words("en/actors/dummy_verbs.txt"):
        return True
    return any(child.dep_ in ("csubj", "expl") for child in verb.children) or (
        token.dep_ == "nsubj:pass" and any(child.dep_ in ("ccomp", "csubj:pass", "xcomp") for child in verb.children)
    )

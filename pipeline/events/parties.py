"""Which named party a word of an event's grammar stands for: its own name, an apposition, its owner, or what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from pipeline.actors.reading import role_of
from pipeline.actors.world import is_unknown
from pipeline.events.arguments import arguments_of
from pipeline.events.grammar import conjuncts, first_conjunct, kids, lemma_of, preposition
from pipeline.events.lexicon import FOLDER, event_noun, words
from pipeline.language.data_files import read_table, read_words
from pipeline.language.name_clubs import stands_for_its_team
from pipeline.records import ActorMention

if TYPE_CHECKING:
    from pipeline.actors import Actors

_BODY_VERBS = ("body_verbs.txt", "government_verbs.txt")
_DEALS = ("acted_on.txt", "government_verbs.txt", "toward_state.txt", "giving_verbs.txt")


@cache
def prepositions(use: str) -> tuple[str, ...]:
    """Return the prepositions of one use (towards, inner, local, joining, place) in the order of the table."""
    return tuple(row["preposition"] for row in read_table(FOLDER + "participant_prepositions.csv", "preposition", use) if row[use])


def parties_of(tokens: Iterable[Token], actors: Actors) -> list[ActorMention]:
    """Return the mentions that these tokens stand for; an unnamed head brings its owner ("Ukraine's army", "soldiers from Vik")."""
    found: list[ActorMention] = []
    for counting in tokens:
        token = _counted(counting)
        named = party(token, actors, "") or _apposed(token, actors) or _called(token, actors) or _called(counting, actors)
        mention = _owned_by(named, token.doc, actors)
        before = _joined_before(mention, token.doc, actors)
        found += [*before, mention] if mention is not None else _owners(token, actors)[:2]
    return found


def _counted(token: Token) -> Token:
    """Return who is counted or gathered: the fighters of "dozens of Hamas fighters", the union of "members of the Teamsters union"."""
    seen = token
    while seen.lemma_.lower() in read_words("en/actors/partitives.txt"):
        behind = next((child for child in kids(seen, "nmod") if preposition(child) == "of" and child.i > seen.i), None)
        if behind is None or any(child.dep_ in {"appos", "compound"} and child.ent_type_ for child in seen.children):
            break
        seen = behind
    return seen if seen.pos_ != "PRON" else token


def _joined_before(mention: ActorMention | None, doc: Doc, actors: Actors) -> list[ActorMention]:
    """Return the name before "and" that the parse took for a part of the name behind it ("Norrland Timber and | Hartwell Foods met")."""
    if mention is None or mention.how != "name" or mention.start < 2 or doc[mention.start - 1].lower_ not in {"and", "&"}:
        return []
    other = actors.of(mention.start - 2)
    if other is None or other.end != mention.start - 1 or other.role != "actor" or other.how != "name":
        return []
    inside = mention.start <= doc[other.head].head.i < mention.end and doc[other.head].dep_ in {"compound", "nmod"}
    return [other] if inside else []


def _owned_by(mention: ActorMention | None, doc: Doc, actors: Actors) -> ActorMention | None:
    """Return the body behind a name that the parse took for the subject and that is only its owner ("The Beatles' Apple Corps sued")."""
    if mention is None or mention.end + 1 >= len(doc) or doc[mention.end].text not in {"'", "’", "'s", "’s"}:
        return mention
    owned = actors.of(mention.end + 1)
    return owned if owned is not None and owned.start == mention.end + 1 and owned.kind == "organisation" else mention


def _owners(token: Token, actors: Actors) -> list[ActorMention]:
    """Return what names an unnamed head: an apposition, else its owner, else where it comes from."""
    entry = event_noun(token.text, token.lemma_) if token.pos_ == "NOUN" or token.is_sent_start else None
    if entry is not None and role_of(token) is None:
        return [m for agent in arguments_of(token).agents if (m := party(agent, actors, "")) is not None]
    heads = [token, *conjuncts(token)[1:]]
    for labels in (("appos", "flat"), ("nmod:poss", "compound", "amod")):
        owners = [owner for head in heads for child in kids(head, *labels) if not _only_owned(child) for owner in conjuncts(child)]
        if labels[0] == "appos":  # "a husband, the physicist Urs Amstad", "his successor, Count Emanuele Lastra"
            owners += [below for owner in owners for below in kids(owner, "appos", "flat")]
        found = [m for owner in owners if (m := party(owner, actors, "")) is not None and not _is_a_persons(m, owner)]
        if found:
            return found
    role = role_of(token)
    behind = {"from", "of", "at", "for"} if role is not None and role.kind in {"executive", "official"} else {"from", "of", "at"}
    origins = [child for child in kids(token, "nmod") if preposition(child) in behind]  # "lawyers for Ana Lind"
    origins = [child for child in origins if not _is_of_another(child)]  # "supporters of Ana Lind"
    return [m for child in origins if (m := party(child, actors, "at" if preposition(child) == "at" else "from")) is not None]


def _is_a_persons(mention: ActorMention, owner: Token) -> bool:
    """Whether the owner is a person before people who act for themselves ("Trump employees handed over")."""
    people = words("other_people.txt")
    return mention.kind == "person" and owner.dep_ == "compound" and owner.head.lemma_.lower() in people


def _only_owned(owner: Token) -> bool:
    """Whether a person's pronoun only says whose thing it is: "her atlas appeared", not "his government fell", "her lawyer appealed"."""
    if _is_of_another(owner):
        return True
    role = role_of(owner.head)
    return (
        owner.tag_ == "PRP$"
        and owner.lower_ in {"his", "her", "my"}
        and (role is None or role.kind == "private" or (role.kind == "official" and owner.head.tag_ == "NNS"))
    )


def _is_medium(name: Token) -> bool:
    """Whether it only says where somebody speaks or writes: "announced it in a Facebook Live address", "in a BBC interview"."""
    form = name.head
    return (
        name.dep_ == "compound" and form.lemma_.lower() in words("media_forms.txt") and preposition(form) in {"in", "on", "via", "during"}
    )


def _is_of_another(owner: Token) -> bool:
    """Whether the owner only tells who somebody else is: "Iran's neighbours", "her colleagues", "his officers"."""
    owns = owner.dep_ == "nmod:poss" or (owner.dep_ == "nmod" and preposition(owner) == "of")
    role = role_of(owner.head)
    own_men = owner.lower_ in {"his", "her"} and owner.head.tag_ == "NNS" and role is not None and role.kind == "official"
    return owns and (own_men or owner.head.lemma_.lower() in words("other_people.txt"))


def _called(noun: Token, actors: Actors) -> ActorMention | None:
    """Return the name by which a participle tells who an unnamed noun is: "a man named Lunt", "a team led by Ana Lind"."""
    if event_noun(noun.text, noun.lemma_) is not None and role_of(noun) is None:
        return None  # "the trial, to be led by Ana Lind, may last"
    led = [clause for clause in kids(noun, "acl") if clause.lemma_.lower() in words("leading_participles.txt") and clause.tag_ == "VBN"]
    leaders = [agent for clause in led for agent in kids(clause, "obl", "obl:agent") if preposition(agent) == "by"]
    for leader in (t for agent in leaders for t in (agent, *kids(agent, "appos", "flat"))):
        if (mention := actors.of(leader.i)) is not None and mention.role == "actor":
            return mention
    clauses = [clause for clause in kids(noun, "acl") if clause.lemma_.lower() in words("naming_participles.txt")]
    names = [
        name for clause in clauses for name in kids(clause, "obl", "obj", "xcomp") if preposition(name) in {"", "as"} and name.i > clause.i
    ]
    return next((m for name in names if (m := actors.of(name.i)) is not None and m.kind == "person"), None)


def _apposed(token: Token, actors: Actors) -> ActorMention | None:
    """Return the name between commas right behind a noun ("His firm, Brix Associates, pleaded guilty"), whatever the parser made of it."""
    doc = token.doc
    if token.dep_ == "appos" and (named := actors.of(token.head.i)) is not None and named.kind == "person" and named.head == token.head.i:
        return named  # "Nok Saelim, a student who was hit"
    if token.pos_ != "NOUN" or token.i + 2 >= len(doc) or doc[token.i + 1].text != ",":
        return None
    mention = actors.of(token.i + 2)
    if mention is None or mention.kind not in {"person", "organisation"} or mention.start != token.i + 2 or mention.end >= len(doc):
        return None
    return mention if doc[mention.end].text in {",", ";", ".", ")"} and mention.how in {"name", "alias"} else None


def parties_inside(tokens: Iterable[Token], actors: Actors) -> list[ActorMention]:
    """Return the mentions in the phrases of these tokens: the head's own, else those that hang on it ("12 of Vik's envoys")."""
    found: list[ActorMention] = []
    for token in tokens:
        mention = party(token, actors, "") or _apposed(token, actors) or _called(token, actors)
        found += [mention] if mention is not None else _inside(token, actors, 4)
    return found


def _inside(token: Token, actors: Actors, depth: int) -> list[ActorMention]:
    """Return the parties that hang on an unnamed head: what names it, else its owner, else its phrases."""
    for labels in (("appos", "flat", "compound"), ("nmod:poss", "amod", "nmod", "conj", "obl")):
        found: list[ActorMention] = []
        for child in kids(token, *labels):
            word = preposition(child)
            if (child.dep_ in {"nmod", "obl"} and word and word not in prepositions("inner")) or _is_of_another(child) or _is_medium(child):
                continue
            mention = party(child, actors, word)
            if mention is not None:
                others = (party(other, actors, word) for other in conjuncts(child)[1:])
                found += [mention, *(other for other in others if other is not None)]
            elif depth:
                found += _inside(child, actors, depth - 1)
        if found:
            return found
    return []


def party(token: Token, actors: Actors, before: str) -> ActorMention | None:
    """Return the mention at the token if it can take part; `before` is its preposition.

    A place that stands as subject or object, or behind "with" or "against", acts ("Vik rejected the plan"); behind "in" it is where.
    """
    mention = actors.of(token.i)
    if mention is None or mention.kind == "thing" or mention.role == "thing":
        return None
    if mention.role == "actor" or (before == "at" and mention.kind == "organisation"):
        return mention
    subject = token.dep_ in {"nsubj", "nsubj:pass", "conj"} and not before and not preposition(token)
    if mention.kind == "state":
        return mention if subject or before in prepositions("joining") else None
    if before in {"with", "against"}:
        return mention
    if mention.head != token.i or not mention.actors:
        return None
    if _acts_through_its_head(token) or (preposition(token) == "by" and acts_as_a_body(token.head)):
        return mention  # "was struck down by Ohio"
    if stands_for_its_team(token):  # "Leeds lost to Burnley"
        return mention
    if is_unknown(mention.actors[0]):
        return mention if acts_as_a_land(token, before) else None
    shouted = mention.text.split(",")[0].isupper() and token.doc[mention.start].is_sent_start  # a dateline
    return mention if subject and not shouted and token.dep_ == "nsubj" and acts_as_a_body(token.head) else None


def courts_at(obliques: Iterable[tuple[str, Token]], actors: Actors) -> list[ActorMention]:
    """Return the court where somebody is judged ("was jailed at Leeds Crown Court"): the court does it."""
    found = [actors.of(token.i) for before, token in obliques if before in {"at", "in", "before"}]
    return [m for m in found if m is not None and m.kind == "organisation" and is_court(m)]


def is_court(mention: ActorMention) -> bool:
    """Whether the name is a court's."""
    return not read_words("en/actors/court_words.txt").isdisjoint(mention.text.split())


def _acts_through_its_head(place: Token) -> bool:
    """Whether the place's own kind acts for it: "the state of Texas sued", "fined by the city of Leeds"; not "left the city of Leeds"."""
    head = place.head
    if place.dep_ != "nmod" or preposition(place) != "of" or head.lemma_.lower() not in read_words("en/actors/place_heads.txt"):
        return False
    acts = (head.dep_ == "nsubj" and not preposition(head)) or preposition(head) == "by"
    return acts and acts_as_a_body(first_conjunct(head).head)


def acts_as_a_land(token: Token, before: str) -> bool:
    """Whether a place that no table knows stands where a land or a people acts or is dealt with, not where something only happens.

    "Vik broke off relations with Tal", "aid to Vik", "a raid by Vik", "Vik's offer"; not "reached Vik", "the road to Vik".
    """
    first = first_conjunct(token)
    if before == "to":
        return lemma_of(first.head) not in read_words("en/actors/movement_verbs.txt") and _deals(first.head)
    if before in {"between", "among"}:
        return event_noun(first.head.text, first.head.lemma_) is not None or _deals(first.head)  # not "the road between Vik and Tal"
    if before == "by":
        return True
    if before == "from":
        role = role_of(first.head)
        return role is not None and role.kind in {"official", "organ"}
    if before or preposition(first):
        return before == "on" and _deals(first.head)
    verb = first.head
    if first.dep_ == "nsubj":
        return verb.pos_ != "NOUN" and lemma_of(verb) not in read_words("en/actors/place_subject_verbs.txt")
    if first.dep_ in {"nmod:poss", "compound", "amod"}:
        return event_noun(verb.text, verb.lemma_) is not None
    return first.dep_ in {"obj", "iobj", "nsubj:pass"} and _deals(verb)


def _deals(word: Token) -> bool:
    """Whether the verb or noun is one by which lands deal with each other: accuses, supplies; aid, a visit of state, sanctions."""
    lemma = lemma_of(word)
    return word._.event == "I_ACTION" or any(lemma in read_words(f"en/actors/{name}") for name in _DEALS)


def acts_as_a_body(verb: Token) -> bool:
    """Whether the verb is one that a place does only where it stands for its people or its government ("Vik rejected the plan")."""
    lemma = lemma_of(verb)
    return verb._.event in {"REPORTING", "I_ACTION"} or any(lemma in read_words(f"en/actors/{name}") for name in _BODY_VERBS)

"""Slips of the model that the words around them give away, mended in its tags and arcs before anything is read from them.

Each repair is a function over one sentence with an example (mended) and a counter-example (left alone). They run in order, once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language.decode import Words
from pipeline.language.lemmas import is_common_plural
from pipeline.language.repairs_arcs import (
    absolute_clause,
    absolute_pair,
    act_behind_its_limit,
    due_to_do,
    headline_infinitive,
    object_before_infinitive,
    said_in_the_middle,
    scheduling_root,
    state_of_the_object,
    words_before_their_verb,
)
from pipeline.language.repairs_briefs import (
    event_word_in_ing,
    headline_of_a_person,
    label_before_a_colon,
    money_behind_its_verb,
    number_before_its_participle,
)
from pipeline.language.repairs_clauses import (
    clause_behind_its_saying,
    headline_passive,
    joined_to_a_passive,
    name_behind_an_opening,
    number_behind_its_verb,
    object_taken_for_subject,
    participle_for_the_verb,
    relative_of_a_verb,
    sayer_in_the_middle,
    stranded_subject,
)
from pipeline.language.repairs_headlines import (
    clause_behind_as,
    plural_taken_for_a_verb,
    receiver_in_a_headline,
    verb_behind_a_pair,
    verb_behind_its_dateline,
    verb_taken_for_a_noun,
    verb_taken_for_a_plural,
)
from pipeline.language.repairs_prefixes import prefix_before_its_noun, prefix_before_its_verb
from pipeline.language.repairs_reduced import (
    clause_behind_a_time_mark,
    finite_behind_have,
    finite_joined_to_a_gerund,
    noun_part_of_a_verb,
    noun_taken_for_a_particle,
    object_before_its_verb,
    participle_in_place_of_the_verb,
    subject_behind_a_participle,
    subject_of_a_participle,
    verb_behind_a_participle_phrase,
)
from pipeline.language.repairs_relatives import (
    charges_joined,
    harm_of_the_act,
    joined_phrase,
    main_verb_in_a_relative_clause,
    what_was_agreed,
    what_was_told,
    who_of_a_body,
    who_of_a_family,
)
from pipeline.language.repairs_stray import (
    description_before_its_pronoun,
    name_hung_on_its_verb,
    object_behind_an_aside,
    sayer_of_another,
    subject_behind_its_mark,
    time_taken_from_its_verb,
    verb_in_a_row,
)
from pipeline.language.repairs_subjects import (
    day_before_its_verb,
    join_at_a_day,
    name_before_its_infinitive,
    name_before_the_subject,
    name_behind_its_noun,
    pair_in_a_headline,
    participle_behind_a_relative_clause,
    participle_behind_its_subject,
    past_taken_for_a_participle,
    said_at_the_end,
    sayer_among_subjects,
    subject_taken_for_a_conjunct,
    subjects_in_a_row,
)
from pipeline.language.repairs_tags import (
    bare_verb_for_a_noun,
    counted_noun_for_a_verb,
    particle_in_capitals,
    passive_joined,
    past_behind_did,
    past_like_the_base,
    past_of_its_subject,
    reduced_relative,
    subjunctive,
    verb_before_its_object,
)
from pipeline.language.repairs_times import (
    clause_behind_a_count,
    month_of_what_is_promised,
    phrase_of_an_aside,
    subject_behind_as,
    time_after_a_relative_clause,
    unit_behind_an_object,
)
from pipeline.language.tree_view import TreeView

Repair = Callable[[TreeView], None]
IN_ORDER: tuple[Repair, ...] = (
    label_before_a_colon,
    counted_noun_for_a_verb,
    bare_verb_for_a_noun,
    unit_behind_an_object,
    subject_behind_as,
    money_behind_its_verb,
    event_word_in_ing,
    number_before_its_participle,
    headline_of_a_person,
    prefix_before_its_verb,
    prefix_before_its_noun,
    headline_infinitive,
    verb_taken_for_a_plural,
    verb_taken_for_a_noun,
    clause_behind_as,
    plural_taken_for_a_verb,
    verb_behind_a_pair,
    verb_behind_its_dateline,
    scheduling_root,
    past_taken_for_a_participle,
    main_verb_in_a_relative_clause,
    due_to_do,
    day_before_its_verb,
    name_before_its_infinitive,
    name_behind_its_noun,
    pair_in_a_headline,
    participle_behind_its_subject,
    subjects_in_a_row,
    subject_taken_for_a_conjunct,
    sayer_among_subjects,
    said_in_the_middle,
    sayer_in_the_middle,
    name_behind_an_opening,
    number_behind_its_verb,
    said_at_the_end,
    stranded_subject,
    name_before_the_subject,
    relative_of_a_verb,
    participle_for_the_verb,
    clause_behind_its_saying,
    noun_taken_for_a_particle,
    object_before_its_verb,
    participle_in_place_of_the_verb,
    noun_part_of_a_verb,
    subject_of_a_participle,
    subject_behind_a_participle,
    clause_behind_a_time_mark,
    finite_behind_have,
    verb_behind_a_participle_phrase,
    finite_joined_to_a_gerund,
    object_taken_for_subject,
    words_before_their_verb,
    time_after_a_relative_clause,
    clause_behind_a_count,
    month_of_what_is_promised,
    phrase_of_an_aside,
    participle_behind_a_relative_clause,
    absolute_clause,
    absolute_pair,
    act_behind_its_limit,
    object_before_infinitive,
    state_of_the_object,
    reduced_relative,
    subject_behind_its_mark,
    time_taken_from_its_verb,
    sayer_of_another,
    description_before_its_pronoun,
    name_hung_on_its_verb,
    who_of_a_body,
    who_of_a_family,
    harm_of_the_act,
    joined_phrase,
    what_was_agreed,
    what_was_told,
    charges_joined,
    joined_to_a_passive,
    headline_passive,
    receiver_in_a_headline,
    object_behind_an_aside,
    verb_in_a_row,
    passive_joined,
    past_behind_did,
    subjunctive,
    past_like_the_base,
    past_of_its_subject,
    verb_before_its_object,
    particle_in_capitals,
)


def repaired(words: Sequence[str], found: Words) -> Words:
    """Return the model's words with the slips mended; the input stays as it is."""
    mended = replace(
        found,
        tag=list(found.tag),
        pos=list(found.pos),
        morph=list(found.morph),
        event=list(found.event),
        head=list(found.head),
        ner=list(found.ner),
        starts=list(found.starts),
        dep=list(found.dep),
    )
    join_at_a_day(words, mended)
    cuts = [*(i for i, starts in enumerate(mended.starts) if starts), len(words)]
    for first, end in pairwise(cuts):
        if end - first > 2:
            view = TreeView(words, mended.tag, mended.pos, mended.event, mended.head, mended.dep, first, end)
            for repair in IN_ORDER:
                repair(view)
    for i in _plain_plurals(words, found):
        mended.tag[i], mended.pos[i], mended.ner[i] = "NNS", "NOUN", "O"
    for i, tag in enumerate(mended.tag):
        if tag != found.tag[i]:
            mended.morph[i] = _MORPH.get(tag, mended.morph[i])
    return mended


def _plain_plurals(words: Sequence[str], found: Words) -> list[int]:
    """Return the plural nouns that only their place at the head of a sentence made persons: "Vandals damaged four graves".

    Not "Jobs said", where the text has "Steve Jobs" too.
    """
    inside = {word for word, starts in zip(words, found.starts, strict=True) if not starts}
    lone = [i for i, label in enumerate(found.ner) if label == "B-PERSON" and found.starts[i] and found.ner[i + 1 : i + 2] != ["I-PERSON"]]
    return [i for i in lone if words[i] not in inside and is_common_plural(words[i])]


_MORPH = {
    "NNS": "Number=Plur",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part|Voice=Pass",
    "VB": "VerbForm=Inf",
    "VBG": "VerbForm=Ger",
}

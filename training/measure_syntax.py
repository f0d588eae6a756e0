"""How well tags, trees, sentence starts and verb forms are found, on texts that the product cuts into words itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score
from spacy.scorer import Scorer
from spacy.training import Example

from training.layer import gold_docs

VERBAL = ("VERB", "AUX")
TENSE = ("Tense", "VerbForm")
RELATIONS = ("nsubj", "nsubj:pass", "obj", "obl", "xcomp", "ccomp", "advcl", "acl:relcl")


def tense(morphology: str) -> list[str]:
    """Return the features of tense and verb form, sorted.

    >>> tense("VerbForm=Fin|Mood=Ind|Tense=Past")
    ['Tense=Past', 'VerbForm=Fin']
    """
    return sorted(part for part in morphology.split("|") if part.split("=")[0] in TENSE)


def verb_tense(examples: Sequence[Example]) -> float:
    """Return the share of gold verbs whose tense and form are right, 0 to 100."""
    right = seen = 0
    for example in examples:
        gold = zip(example.get_aligned("MORPH", as_string=True), example.get_aligned("POS", as_string=True), strict=True)
        for token, (morphology, pos) in zip(example.predicted, gold, strict=True):
            if morphology is not None and pos in VERBAL:
                seen += 1
                right += tense(morphology) == tense(str(token.morph))
    return 100 * right / max(1, seen)


def measure_syntax(nlp: Language, path: Path) -> dict[str, float]:
    """Return UAS, LAS, sentence F, tag accuracies, verb tense and F of some relations on one test file, 0 to 100."""
    gold = gold_docs(nlp, path)
    examples = [Example(found, doc) for found, doc in zip(nlp.pipe(doc.text for doc in gold), gold, strict=True)]
    scores = parser_score(examples) | Scorer.score_token_attr(examples, "pos") | Scorer.score_token_attr(examples, "tag")
    wanted = {"UAS": "dep_uas", "LAS": "dep_las", "sentence F": "sents_f", "POS": "pos_acc", "tag": "tag_acc"}
    found = {name: 100 * scores[key] for name, key in wanted.items()} | {"verb tense": verb_tense(examples)}
    types = scores["dep_las_per_type"]
    return found | {relation: 100 * types[relation]["f"] for relation in RELATIONS if relation in types}

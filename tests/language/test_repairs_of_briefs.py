"""The repairs of headlines, briefs and slips of tags on hand-made trees: what each mends, and what looks alike and stays."""

from __future__ import annotations

import pytest

from pipeline.language.repairs import repaired
from tests.language.test_repairs import arcs_of, tree

MENDED = [
    (
        "Kenya/NNP/ROOT>- :/:/punct>fell rain/NN/nsubj>fell fell/VBD/acl:relcl>Kenya ././punct>fell",
        {"fell": "VBD/ROOT>-", "Kenya": "NNP/discourse>fell"},
    ),
    (
        "Peru/NNP/nsubj:pass>moved :/:/punct>mayor mayor/NN/appos>Peru was/VBD/aux:pass>moved moved/VBN/ROOT>- ././punct>moved",
        {"mayor": "NN/nsubj:pass>moved", "Peru": "NNP/discourse>moved"},
    ),
    (
        "rivals/NNS/nsubj>agree agree/VBP/ROOT>- truce/NN/obj>agree after/IN/mark>killed 27/CD/obl>killed killed/VBN/advcl>agree",
        {"27": "CD/nsubj:pass>killed"},
    ),
    (
        "Mother/NN/ROOT>- of/IN/case>toddler toddler/NN/nmod>Mother charged/VBN/acl>toddler with/IN/case>murder murder/NN/obl>charged",
        {"charged": "VBN/ROOT>-", "Mother": "NN/nsubj:pass>charged"},
    ),
    (
        "Two/CD/nsubj:pass>held held/VBN/ROOT>- over/IN/case>school school/NN/obl>held shooting/VBG/advcl>held",
        {"shooting": "NN/obl>held", "school": "NN/compound>shooting"},
    ),
    (
        "light/NN/nsubj>stopped stopped/VBD/ROOT>- play/VB/xcomp>stopped ././punct>stopped",
        {"play": "NN/obj>stopped"},
    ),
    (
        "They/PRP/nsubj>took took/VBD/ROOT>- 214/CD/nsubj>took shoots/VBZ/obj>took and/CC/cc>read read/VBD/conj>shoots ././punct>took",
        {"shoots": "NNS/obj>took", "214": "CD/nummod>shoots", "read": "VBD/conj>took"},
    ),
    (
        "Museum/NN/nsubj>ordered ordered/VBD/ROOT>- to/TO/mark>return return/VB/xcomp>ordered vase/NN/obj>return",
        {"ordered": "VBN/ROOT>-", "Museum": "NN/nsubj:pass>ordered"},
    ),
    (
        "Maker/NN/nsubj>swamped swamped/VBD/ROOT>- by/IN/case>orders orders/NNS/obl>swamped",
        {"swamped": "VBN/ROOT>-", "Maker": "NN/nsubj:pass>swamped"},
    ),
    (
        "Lind/NNP/nsubj>dropped ,/,/punct>Lind dropped/VBD/ROOT>- by/IN/case>Rae Rae/NNP/obl>dropped ,/,/punct>dropped "
        "put/VBD/parataxis>dropped it/PRP/obj>put ././punct>dropped",
        {"dropped": "VBN/acl>Lind", "put": "VBD/ROOT>-", "Lind": "NNP/nsubj>put"},
    ),
    (
        "named/VBD/ROOT>- an/DT/det>hours heir/NN/compound>hours hours/NNS/obl:unmarked>named after/IN/case>vote vote/NN/obl>named",
        {"heir": "NN/obj>named", "an": "DT/det>heir"},
    ),
    (
        "Firms/NNS/nsubj>cut cut/VBD/ROOT>- jobs/NNS/obj>cut as/IN/case>crisis crisis/NN/obl>cut deepened/VBD/advcl>cut ././punct>cut",
        {"crisis": "NN/nsubj>deepened", "as": "IN/mark>deepened"},
    ),
    (
        "statement/NN/ROOT>- alleging/VBG/acl>statement Lind/NNP/nsubj>lied lied/VBD/acl>statement ././punct>statement",
        {"lied": "VBD/ccomp>alleging"},
    ),
    (
        "Firms/NNS/nsubj>lose lose/VBP/ROOT>- $/$/compound>lose 2/CD/compound>m m/CD/nummod>$ ././punct>lose",
        {"$": "$/obj>lose"},
    ),
]
LEFT_ALONE = [
    "rose/VBD/ROOT>- $/$/obj>rose 2/CD/compound>m m/CD/nummod>$",
    "left/VBD/ROOT>- in/IN/case>hours rush/NN/compound>hours hours/NNS/obl>left before/IN/case>noon noon/NN/obl>left",
    "He/PRP/nsubj>worked worked/VBD/ROOT>- as/IN/case>guide guide/NN/obl>worked and/CC/cc>drifted drifted/VBD/conj>worked",
    "Officials/NNS/nsubj>named named/VBD/ROOT>- :/:/punct>Lind Lind/NNP/obj>named and/CC/cc>Voss Voss/NNP/conj>Lind",
    "killed/VBN/ROOT>- in/IN/case>2019 2019/CD/obl>killed at/IN/case>sea sea/NN/obl>killed",
    "Photos/NNS/ROOT>- of/IN/case>man man/NN/nmod>Photos accused/VBN/acl>man of2/IN/case>murder murder/NN/obl>accused",
    "held/VBN/ROOT>- over/IN/case>school school/NN/obl>held funding/VBG/acl>school cuts/NNS/obj>funding",
    "let/VBD/ROOT>- him/PRP/obj>let play/VB/xcomp>let ././punct>let",
    "Police/NNS/nsubj>ordered ordered/VBD/ROOT>- men/NNS/obj>ordered to/TO/mark>leave leave/VB/xcomp>ordered",
    "Shares/NNS/nsubj>dropped dropped/VBD/ROOT>- by/IN/case>percent 3/CD/nummod>percent percent/NN/obl>dropped",
]


@pytest.mark.parametrize(("text", "wanted"), MENDED)
def test_a_slip_is_mended(text, wanted):
    words, found = tree(text)
    arcs = arcs_of(words, repaired(words, found))
    assert {word: arcs[word] for word in wanted} == wanted


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    words, found = tree(text)
    assert arcs_of(words, repaired(words, found)) == arcs_of(words, found)

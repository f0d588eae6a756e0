"""Every rule fires on its example and stays silent on its counter-example; names are unique."""

import pytest

from pipeline.timex.order import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_fires_on_its_example(rule):
    assert list(rule.find(rule.example, 0, len(rule.example)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_leaves_its_counter_example_alone(rule):
    found = [rule.counter[c.start : c.end] for c in rule.find(rule.counter, 0, len(rule.counter))]
    assert not found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_gate_lets_the_example_through(rule):
    from pipeline.timex.gate import mask_of, needs_mask

    assert mask_of(rule.example, 0, len(rule.example)) & needs_mask(rule.needs)


def test_names_are_unique():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))

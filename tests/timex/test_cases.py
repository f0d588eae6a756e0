"""One test for each row of the case files: all time expressions of its text, nothing more, nothing less."""

import pytest

from tests.timex.case_files import expected, load_cases

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case, read):
    found = [(t.text, t.type, t.value, t.mod) for t in read(case["text"], case["dct"])]
    assert found == expected(case["expect"]), case["why"]


def test_there_are_many_cases():
    empty = sum(not case["expect"] for case in CASES)
    assert len(CASES) - empty >= 900
    assert empty >= 300

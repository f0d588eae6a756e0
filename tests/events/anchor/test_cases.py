"""Every case of tests/cases/anchor."""

from __future__ import annotations

import pytest

from tests.events.anchor.factory import date_word, read_cases


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case["id"])
def test_case(language, case):
    dating = date_word(language, case["text"], case["dct"], case["trigger"])
    found = [str(dating.first_day or ""), str(dating.last_day or ""), dating.relation or ""]
    assert found == [case["first_day"], case["last_day"], case["relation"]], f"{case['why']}: {dating.reason}"
    assert case["basis"] in ("", dating.basis), dating.reason
    assert dating.reason

"""Without a Chromium the browser tests are skipped, and say so; with CI=true they fail."""

from __future__ import annotations

import pytest

from tests.browser.conftest import NAMES, chromium


def nothing(_name: str) -> None:
    return None


@pytest.mark.parametrize("environment", [{}, {"CI": ""}, {"CI": "false"}])
def test_no_chromium_is_a_loud_skip(environment):
    with pytest.raises(pytest.skip.Exception, match=r"NO CHROMIUM FOUND .*NOT tested"):
        chromium(nothing, environment)


def test_no_chromium_fails_in_ci():
    with pytest.raises(pytest.fail.Exception, match="NO CHROMIUM FOUND"):
        chromium(nothing, {"CI": "true"})


@pytest.mark.parametrize("name", NAMES)
def test_any_of_the_names_is_enough(name):
    assert chromium(lambda asked: f"/bin/{asked}" if asked == name else None, {"CI": "true"}) == f"/bin/{name}"

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.actors import find_actors
from pipeline.language import LanguageModel
from pipeline.records import Article
from tests.actors.actor_cases import COLUMNS, ActorCase, CaseError, load_cases

CASES = load_cases()


def _parameters() -> list[object]:
    known = pytest.mark.xfail(strict=True, reason="known gap")
    return [pytest.param(case, id=case.id, marks=[known] if case.gap else []) for case in CASES]


@pytest.mark.parametrize("case", _parameters())
def test_case(case: ActorCase, language: LanguageModel, tmp_path: Path) -> None:
    article = Article("case", "", case.text)
    doc = language.analyse(article)
    actors = find_actors(article, doc, (), tmp_path / "none.csv")
    span = doc.char_span(case.start, case.end, alignment_mode="expand")
    found = actors.of(span.root.i)
    if not case.actors:
        assert found is None or found.role == "thing", f"{case.why}: {found}"
        acting = [m for m in actors.mentions if m.role == "actor" and case.start <= m.start_char and m.end_char <= case.end]
        assert not acting, f"{case.why}: {acting}"
        return
    assert found is not None, case.why
    assert sorted(found.actors) == sorted(case.actors), f"{case.why}: {found}"
    assert found.role == case.role, f"{case.why}: {found}"


def test_enough_cases() -> None:
    assert len(CASES) >= 150


def _write(folder: Path, *rows: str) -> None:
    (folder / "bad.csv").write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")


def test_loader_rejects_a_duplicate_id(tmp_path: Path) -> None:
    _write(tmp_path, "one,Norway left.,Norway,1,Norway,actor,,why", "one,Peru left.,Peru,1,Peru,actor,,why")
    with pytest.raises(CaseError, match="twice"):
        load_cases(tmp_path)


def test_loader_rejects_the_same_question(tmp_path: Path) -> None:
    _write(tmp_path, "one,Norway left.,Norway,1,Norway,actor,,why", "two,Norway left.,Norway,1,Norway,actor,,why")
    with pytest.raises(CaseError, match="asked twice"):
        load_cases(tmp_path)


def test_loader_rejects_a_phrase_that_does_not_fit(tmp_path: Path) -> None:
    _write(tmp_path, "one,Norway left.,Norway,2,Norway,actor,,why")
    with pytest.raises(CaseError, match="does not stand 2 times"):
        load_cases(tmp_path)


def test_loader_rejects_a_role_without_actors(tmp_path: Path) -> None:
    _write(tmp_path, "one,Norway left.,Norway,1,,actor,,why")
    with pytest.raises(CaseError, match="does not fit"):
        load_cases(tmp_path)

"""Imports go one way: dashboard -> ui -> pipeline; and nothing in pipeline reads the clock or the neighbouring folders."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "pipeline").rglob("*.py"))
FORBIDDEN = {"streamlit", "plotly", "ui", "dashboard", "tests"}
CLOCKS = {"now", "today", "utcnow", "time_ns"}


def imported(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pipeline_module(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not imported(tree) & FORBIDDEN
    calls = {node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    assert not calls & CLOCKS, f"reads the clock: {calls & CLOCKS}"


def test_only_ui_and_dashboard_import_streamlit():
    others = [path for path in ROOT.glob("*.py") if path.name != "dashboard.py"] + MODULES
    assert others and not [path for path in others if "streamlit" in imported(ast.parse(path.read_text(encoding="utf-8")))]

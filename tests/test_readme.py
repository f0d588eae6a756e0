"""The README says what is true: its column table is the event table's own, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.event_table import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def column_rows() -> list[str]:
    return [f"| `{column.name}` | {column.label} | {column.meaning} |" for column in COLUMNS]


def test_column_table_is_that_of_the_code(request):
    text = README.read_text(encoding="utf-8")
    before, rest = text.split("<!-- columns -->\n")
    _, after = rest.split("<!-- /columns -->")
    table = "\n".join(["| column | on the page | meaning |", "|---|---|---|", *column_rows()])
    if request.config.getoption("--rewrite-golden"):
        README.write_text(f"{before}<!-- columns -->\n{table}\n<!-- /columns -->{after}", encoding="utf-8")
    assert table in README.read_text(encoding="utf-8"), "run pytest --rewrite-golden tests/test_readme.py"


def test_every_local_link_leads_somewhere():
    pages = [README, ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
    missing = []
    for page in pages:
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                missing.append(f"{page.name}: {target}")
    assert not missing


def test_ci_runs_the_readme_commands():
    ci, readme = (ROOT / ".ci" / "run").read_text(encoding="utf-8"), README.read_text(encoding="utf-8")
    assert "pip install -r requirements.txt && streamlit run dashboard.py" in readme
    assert "pip install -r requirements-dev.txt && pytest" in readme
    assert "requirements-dev.txt" in ci and re.search(r"^pytest$", ci, re.M)

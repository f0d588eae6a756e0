"""Real processes: one is killed in the middle of an add, several write at once."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from pipeline.store import Store
from tests.store.made_events import made_article, made_table

ROOT = Path(__file__).resolve().parents[2]

KILLED = """
    import os, signal, sys
    import sqlalchemy as sa
    from pipeline.store import Store
    from tests.store.made_events import made_article, made_table

    store = Store.open(sys.argv[1])
    store.add(made_article("first"), made_table("first", 3))
    store.add(made_article("replaced"), made_table("replaced", 3))
    statement = sys.argv[2]

    def stop(connection, cursor, sql, *_):
        if sql.startswith(statement):
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(store._engine, "after_cursor_execute", stop)
    for name in ("replaced", "second"):
        store.add(made_article(name, text="half written"), made_table(name, 2000))
"""
ADDING = """
    import sys
    from pipeline.store import Store
    from tests.store.made_events import made_article, made_table

    for number in range(int(sys.argv[3])):
        name = f"{sys.argv[2]}-{number}"
        Store.open(sys.argv[1]).add(made_article(name), made_table(name, 20))
"""
KILLED_ANY_TIME = """
    import itertools, sys
    from pipeline.store import Store
    from tests.store.made_events import made_article, made_table

    store = Store.open(sys.argv[1])
    for number in itertools.count():
        name = f"n{number}"
        store.add(made_article(name), made_table(name, 300))
        print(name, flush=True)
"""


def start(script, *arguments):
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )


@pytest.mark.parametrize("statement", ["UPDATE dateline", "UPDATE articles", "DELETE FROM events", "INSERT INTO events"])
def test_a_kill_between_two_statements_of_an_add_keeps_the_state_before(tmp_path, statement):
    path = tmp_path / "kept.db"
    process = start(KILLED, path, statement)
    assert process.wait(60) == -signal.SIGKILL, process.stderr.read()
    process.communicate()
    store = Store.open(str(path))
    assert [(line.article_id, line.n_events) for line in store.listing()] == [("first", 3), ("replaced", 3)]
    assert "half written" not in {article.text for article in store.articles()}
    store.add(made_article("later"), made_table("later"))
    assert len(store.events()) == 8


def test_a_kill_at_any_time_keeps_all_that_was_reported_and_no_half_article(tmp_path):
    path = tmp_path / "kept.db"
    process = start(KILLED_ANY_TIME, path)
    reported = [process.stdout.readline().strip() for _ in range(3)]
    process.kill()
    reported += process.communicate()[0].split()
    kept = {line.article_id: line.n_events for line in Store.open(str(path)).listing()}
    assert len(reported) >= 3
    assert set(reported) <= set(kept)
    assert set(kept.values()) == {300}


def test_several_processes_add_at_once_to_a_database_that_does_not_exist_yet(tmp_path):
    path = tmp_path / "kept.db"
    processes = [start(ADDING, path, name, 8) for name in "abc"]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    listing = Store.open(str(path)).listing()
    assert {line.article_id for line in listing} == {f"{name}-{number}" for name in "abc" for number in range(8)}
    assert {line.n_events for line in listing} == {20}

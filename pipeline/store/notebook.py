"""What a reader keeps beside the articles: saved views, and corrections of events. Plain statements; `Store` gives the transactions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from pipeline.store.schema import corrections, views

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view's name and the query of the address that opens it ("actor=Russia&status=deadline")."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A reader's judgement on one event: `review` is confirmed, edited or rejected, `changes` the cells that replace what was read.

    `trigger` and `sentence` find the event again if a new version of the article gave it another id.
    """

    event_id: str
    article_id: str
    trigger: str
    sentence: str
    review: str
    changes: Mapping[str, Any]


def saved_views(connection: sa.Connection) -> list[SavedView]:
    """Return the saved views in the order of their names."""
    rows = connection.execute(sa.select(views.c.name, views.c.link)).all()
    return sorted((SavedView(name, link) for name, link in rows), key=lambda view: view.name.casefold())


def save_view(connection: sa.Connection, view: SavedView) -> None:
    """Keep a view; one of the same name is replaced."""
    connection.execute(sa.delete(views).where(views.c.name == view.name))
    connection.execute(sa.insert(views).values(name=view.name, link=view.link))


def delete_view(connection: sa.Connection, name: str) -> bool:
    """Drop a view; False when there is none of that name."""
    return bool(connection.execute(sa.delete(views).where(views.c.name == name)).rowcount)


def last_corrections(connection: sa.Connection) -> list[Correction]:
    """Return the correction that counts of each event: the last one."""
    last = sa.select(sa.func.max(corrections.c.number)).group_by(corrections.c.event_id)
    rows = connection.execute(sa.select(corrections).where(corrections.c.number.in_(last)).order_by(corrections.c.number)).mappings()
    return [
        Correction(row["event_id"], row["article_id"], row["trigger"], row["sentence"], row["review"], json.loads(row["changes"]))
        for row in rows
    ]


def add_correction(connection: sa.Connection, correction: Correction) -> None:
    """Put a correction on top of those of its event. Earlier changes stay; what has been edited stays "edited" when it is confirmed."""
    same = sa.select(corrections.c.changes).where(corrections.c.event_id == correction.event_id)
    before = json.loads(connection.scalar(same.order_by(corrections.c.number.desc()).limit(1)) or "{}")
    changes = before | dict(correction.changes)
    connection.execute(
        sa.insert(corrections).values(
            event_id=correction.event_id,
            article_id=correction.article_id,
            trigger=correction.trigger,
            sentence=correction.sentence,
            review="edited" if changes and correction.review == "confirmed" else correction.review,
            changes=json.dumps(changes, ensure_ascii=False),
        )
    )


def undo_correction(connection: sa.Connection, event_id: str) -> bool:
    """Take the last correction of an event off; False when it has none."""
    last = connection.scalar(sa.select(sa.func.max(corrections.c.number)).where(corrections.c.event_id == event_id))
    if last is None:
        return False
    connection.execute(sa.delete(corrections).where(corrections.c.number == last))
    return True

"""When an event is: the time expression that belongs to it by syntax, or what its sentence, its story or the publication gives."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.events.anchor.engine import Engine
from pipeline.events.anchor.nodes import Node
from pipeline.events.anchor.sentence import is_ended
from pipeline.events.anchor.words import carries, carries_events
from pipeline.events.trigger import Dating, Trigger
from pipeline.records import Article, Timex

_NO_TIME = "the text gives no time for this"


def date_triggers(article: Article, doc: Doc, timexes: Sequence[Timex], triggers: Sequence[Trigger]) -> tuple[Dating, ...]:
    """Read the article's time expressions and triggers, return each trigger's date and why, in the same order.

    A trigger without evidence gets basis "none"; the publication day is only ever given with basis "publication".
    """
    engine = Engine.of(article, doc, timexes, triggers)
    engine.run(timexes)
    return tuple(_dating(engine, trigger) for trigger in triggers)


def _dating(engine: Engine, trigger: Trigger) -> Dating:
    dating = engine.datings.get(trigger.head)
    if dating is None and trigger.clause != trigger.head and _gives_way(engine, trigger):
        dating = engine.datings.get(trigger.clause)
    if dating is None:
        return Dating(reason=_NO_TIME if not trigger.quoted else "said in direct speech; the text gives no time for this", certain=0.5)
    return dating


def _carries(clause: Node, noun: Node) -> bool:
    """Whether the clause's verb only carries the noun where it stands: in "the cut follows an inquiry" the cut, not the inquiry."""
    role = noun.path[0] if noun.path else ""
    if role.startswith("nsubj") and clause.time.passive:
        role = "obj"
    if role in ("obj", "dobj"):
        return carries(clause.token, "object")
    return carries_events(clause.token.lemma_)


def _gives_way(engine: Engine, trigger: Trigger) -> bool:
    """Whether the noun's clause has a verb that is no event of its own, so that the clause's time is the noun's."""
    node = engine.nodes.get(trigger.clause)
    head = engine.nodes.get(trigger.head)
    dating = engine.datings.get(trigger.clause)
    if dating is not None and dating.basis == "publication" and node is not None and head is not None and not _carries(node, head):
        return False  # that a clause is news says nothing of the events it names
    if node is None or head is None or node.trigger is not None or head.parent != trigger.clause or len(head.path) != 1:
        return False
    return not is_ended(head, node)

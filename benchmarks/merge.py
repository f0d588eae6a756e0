"""The same event across articles, against gold coreference (JSONL in the shape of ECB+): B3 with gold mentions.

python benchmarks/merge.py MENTIONS.jsonl [--wrong N]

Each line is a document: `id, subtopic, sentences [{n, text, tokens}], mentions [{text, type, sentence, tokens, coref_id}]`. Every action
mention in a checked sentence becomes a row without a date, published on one day for each subtopic; people and places of its sentence are
its names. Mentions that one document tells twice are joined beforehand: only joins between documents are judged.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.merge import merge_stories
from pipeline.records import Event

_FIRST_DAY = dt.date(2010, 1, 1)
_DAYS_APART = 30


def rows_of(document: Mapping[str, Any], published: dt.date) -> list[tuple[Event, str]]:
    """Return the document's action mentions as rows, each with its gold story."""
    checked = set(document.get("validated_sentences", ()))
    sentences = {sentence["n"]: sentence for sentence in document["sentences"]}
    first_of: dict[str, str] = {}
    rows = []
    for mention in document["mentions"]:
        if not mention["type"].startswith(("ACTION", "NEG_ACTION")) or mention["sentence"] not in checked:
            continue
        sentence = sentences[mention["sentence"]]
        place = mention["sentence"] * 1000 + mention["tokens"][0]
        gold = mention["coref_id"] or f"{document['id']}-{mention['m_id']}"
        event_id = f"{document['id']}-{place}-{mention['m_id']}"
        story = first_of.setdefault(gold, event_id)
        beside = [other for other in document["mentions"] if other["sentence"] == mention["sentence"]]
        people = [other["text"] for other in beside if other["type"].startswith("HUMAN") and other["text"][:1].isupper()]
        places = [other["text"] for other in beside if other["type"].startswith("LOC") and other["text"][:1].isupper()]
        rows.append((_row(document["id"], event_id, story, mention["text"], sentence["text"], place, published, people, places), gold))
    return rows


def _row(*cells: Any) -> Event:
    article, event_id, story, trigger, sentence, place, published, people, places = cells
    return Event(
        event_id, article, article, "", published, trigger, place, place + len(trigger), trigger, "OTHER", "happened", sentence, 0,
        len(sentence), actors=tuple(dict.fromkeys(people)), names=tuple(dict.fromkeys([*people, *places])), story_id=story,
    )  # fmt: skip


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Return B3 precision, recall and F of one clustering (row -> story) against the other."""
    ours, theirs = _members(found), _members(gold)
    shared = [len(ours[found[row]] & theirs[gold[row]]) for row in gold]
    precision = sum(n / len(ours[found[row]]) for n, row in zip(shared, gold, strict=True)) / len(gold)
    recall = sum(n / len(theirs[gold[row]]) for n, row in zip(shared, gold, strict=True)) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _members(story_of: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for row, story in story_of.items():
        members[story].add(row)
    return members


def wrong_joins(events: Iterable[Event], gold: Mapping[str, str]) -> Counter[str]:
    """Return the pairs of triggers that were joined wrongly, by how often."""
    by_story: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_story[event.story_id].append(event)
    pairs: Counter[str] = Counter()
    for group in by_story.values():
        pairs.update(" / ".join(sorted((a.trigger, b.trigger))) for a in group for b in group
                     if a.event_id < b.event_id and gold[a.event_id] != gold[b.event_id])  # fmt: skip
    return pairs


def missed_joins(events: Iterable[Event], gold: Mapping[str, str]) -> Counter[str]:
    """Return the pairs of triggers that were left apart wrongly, by how often."""
    by_gold: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_gold[gold[event.event_id]].append(event)
    pairs: Counter[str] = Counter()
    for group in by_gold.values():
        pairs.update(" / ".join(sorted((a.trigger, b.trigger))) for a in group for b in group
                     if a.event_id < b.event_id and a.story_id != b.story_id)  # fmt: skip
    return pairs


def main() -> None:
    """Print B3 apart and merged, and the commonest wrong and missed joins."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("mentions", type=Path)
    parser.add_argument("--wrong", type=int, default=0, help="how many of the commonest wrong and missed joins to print")
    options = parser.parse_args()
    documents = [json.loads(line) for line in options.mentions.read_text(encoding="utf-8").splitlines()]
    subtopics = sorted({document["subtopic"] for document in documents})
    rows = [row for d in documents for row in rows_of(d, _FIRST_DAY + dt.timedelta(_DAYS_APART * subtopics.index(d["subtopic"])))]
    gold = {event.event_id: story for event, story in rows}
    merged = merge_stories([event for event, _ in rows])
    for name, events in (("apart", [event for event, _ in rows]), ("merged", merged)):
        figures = b_cubed({event.event_id: event.story_id for event in events}, gold)
        print(f"{name:<8} P {figures[0]:.3f} R {figures[1]:.3f} F {figures[2]:.3f}  ({len(gold)} mentions)")
    if options.wrong:
        for name, pairs in (("joined wrongly", wrong_joins(merged, gold)), ("left apart", missed_joins(merged, gold))):
            print(f"\n{name}")
            for pair, count in pairs.most_common(options.wrong):
                print(f"{count:>6}  {pair}")


if __name__ == "__main__":
    main()

"""An article with the shown events as a TimeML document: EVENT and TIMEX3 tags in the text, an instance and a link for each row.

As in `timeml`, the text between <TEXT> and </TEXT> with the tags taken out is the article's text. TimeML tags cannot nest: where a
trigger lies in a time expression ("Monday's strike"), the time keeps its tag and the event is counted in EXTRAINFO as left out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from pipeline.export.about import About
from pipeline.export.json_table import records
from pipeline.export.timeml import HEAD, dct_tag, xml_attribute, xml_text
from pipeline.records import Article

_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP archive can say: the same rows give the same bytes
_LINKS = {
    "by": "BEFORE", "until": "ENDED_BY", "since": "BEGUN_BY", "before": "BEFORE", "after": "AFTER",
    "at": "IS_INCLUDED", "during": "IS_INCLUDED", "between": "IS_INCLUDED",
}  # fmt: skip
"""TimeML's relType (section TLINK) of an event to the time that our `time_relation` relates it to."""
_CLASSES = {"STATEMENT": "REPORTING"}
_MODALITY = {"hypothetical": "may", "expected": "likely", "deadline": "must", "planned": "will"}


class _Tag(NamedTuple):
    start: int
    end: int
    rank: int  # at one place a time comes before an event
    name: str
    attributes: dict[str, str]


def timeml_events_bytes(article: Article, table: pd.DataFrame, about: About) -> bytes:
    """Return the document of one article and those rows of the table that were read in it."""
    rows = records(table[table["article_id"] == article.article_id])
    tags, events = _tags(article, rows)
    parts = [HEAD, f"<DOCID>{xml_text(article.article_id)}</DOCID>\n", f"<DCT>{dct_tag(article)}</DCT>\n"]
    left = len(rows) - len(events)
    said = about.sentence + (f"; {left} events without a tag, because it would lie in a time expression" if left else "")
    parts += [f"<TITLE>{xml_text(article.title)}</TITLE>\n", f"<EXTRAINFO>{xml_text(said)}</EXTRAINFO>\n", "<TEXT>"]
    at = 0
    for tag in tags:
        words = " ".join(f'{name}="{xml_attribute(value)}"' for name, value in tag.attributes.items())
        inner = xml_text(article.text[tag.start : tag.end])
        parts += [xml_text(article.text[at : tag.start]), f"<{tag.name} {words}>{inner}</{tag.name}>"]
        at = tag.end
    parts += [xml_text(article.text[at:]), "</TEXT>\n", *_instances(events), *_links(events, tags), "</TimeML>\n"]
    return "".join(parts).encode("utf-8")


def timeml_zip(articles: Mapping[str, Article], table: pd.DataFrame, about: About) -> bytes:
    """Return a ZIP archive with one document for each article that has a row in the table, and a README that says what made it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("README.txt", _STAMP), f"{about.title}\n{about.sentence}\n{about.link}\n")
        names: set[str] = set()
        for article_id in dict.fromkeys(table["article_id"]):
            if article_id in articles:
                name = _free_name(article_id, names)
                archive.writestr(zipfile.ZipInfo(f"{name}.tml", _STAMP), timeml_events_bytes(articles[article_id], table, about))
    return out.getvalue()


def _free_name(article_id: str, taken: set[str]) -> str:
    plain = "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in article_id)[:80] or "article"
    number, name = 1, plain
    while name.casefold() in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name.casefold())
    return name


def _tags(article: Article, rows: list[dict[str, Any]]) -> tuple[list[_Tag], dict[str, dict[str, Any]]]:
    """Return the tags that can stand beside each other, and the row of each event that got one, by its eid."""
    wanted: dict[tuple[int, int, int], dict[str, Any]] = {}
    for row in rows:
        if (
            not pd.isna(row["time_start"])
            and not pd.isna(row["time_end"])
            and isinstance(row["timex_type"], str)
            and isinstance(row["timex_value"], str)
        ):
            wanted.setdefault((int(row["time_start"]), 0, int(row["time_end"])), row)
        wanted[int(row["trigger_start"]), 1, int(row["trigger_end"])] = row
    times = [(start, end) for start, rank, end in wanted if not rank]
    tags: list[_Tag] = []
    events: dict[str, dict[str, Any]] = {}
    at = 0
    for (start, rank, end), row in sorted(wanted.items(), key=lambda item: item[0]):
        if rank and any(start < last and first < end for first, last in times):
            continue
        if start < at or not start < end <= len(article.text):
            continue
        if rank:
            events[f"e{len(events) + 1}"] = row
            kind = _CLASSES.get(row["event_type"], "OCCURRENCE")
            tags.append(_Tag(start, end, rank, "EVENT", {"eid": f"e{len(events)}", "class": kind}))
        else:
            number = 1 + sum(not tag.rank for tag in tags)
            attributes = {"tid": f"t{number}", "type": row["timex_type"], "value": row["timex_value"]}
            tags.append(_Tag(start, end, rank, "TIMEX3", attributes | {"functionInDocument": "NONE"}))
        at = end
    return tags, events


def _instances(events: Mapping[str, dict[str, Any]]) -> list[str]:
    found = []
    for eid, row in events.items():
        modality = _MODALITY.get(row["status"], "")
        attributes = {"eiid": f"ei{eid[1:]}", "eventID": eid, "tense": "NONE", "aspect": "NONE", "pos": "UNKNOWN"}
        attributes |= {"polarity": "NEG" if row["status"] == "denied" else "POS", **({"modality": modality} if modality else {})}
        found.append(_element("MAKEINSTANCE", attributes))
    return found


def _links(events: Mapping[str, dict[str, Any]], tags: list[_Tag]) -> list[str]:
    times = {(tag.start, tag.end): tag.attributes["tid"] for tag in tags if not tag.rank}
    found: list[str] = []
    for eid, row in events.items():
        tid = (
            "" if pd.isna(row["time_start"]) or pd.isna(row["time_end"]) else times.get((int(row["time_start"]), int(row["time_end"])), "")
        )
        relation = _LINKS.get(str(row["time_relation"]), "IS_INCLUDED")
        if row["date_basis"] == "publication":
            tid, relation = "t0", "IS_INCLUDED"
        if tid and row["date_basis"] != "none":
            attributes = {"lid": f"l{len(found) + 1}", "relType": relation, "eventInstanceID": f"ei{eid[1:]}", "relatedToTime": tid}
            found.append(_element("TLINK", attributes))
    return found


def _element(name: str, attributes: Mapping[str, str]) -> str:
    return f"<{name} " + " ".join(f'{key}="{xml_attribute(value)}"' for key, value in attributes.items()) + "/>\n"

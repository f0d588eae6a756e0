"""What is no news: verse, tables, code, lists, menus, capitals, no full stops, other languages, no sense at all."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from pipeline.events import repeats
from pipeline.events.prose import is_odd, is_verse
from pipeline.ingest.building import Parts, build_article
from pipeline.run import Line
from pipeline.settings import Settings

POEM = """The wind went out to find the sea,
And May was kind and June was free.
O Sunday, burn thy candles low,
For winter comes, and I must go.

Hail, Mary! sang the second bell,
The soldiers marched, the city fell;
And no one knows what Monday knew,
The stars fell down, the morning flew."""
TABLE = """Team\tP\tW\tD\tL\tPts
Rovers\t12\t8\t2\t2\t26
Athletic\t12\t7\t3\t2\t24

| Year | Revenue | Profit |
|------|---------|--------|
| 2019 | 412 | 33 |
| 2020 | 398 | 21 |"""
CODE = """def close(self, date=2020):
    for day in range(1, 31):
        if self.killed and not self.attacked:
            raise ValueError("strike on Monday")
    return {"expelled": 12, "meeting": datetime(2022, 3, 7)}

SELECT * FROM events WHERE date BETWEEN '2022-01-01' AND '2022-03-01' AND status = 'happened';
$ git push origin main && make test"""
MENU = """Home | News | Sport | Weather | Sounds
Sign in | Subscribe | Terms of use | Contact us
Copyright 2024. All rights reserved."""
LIST = """- milk
- eggs
1. Meeting
2. Strike
3. Vote"""
SHORT_CODE = """def strike(target):
    \"\"\"Attack the target.\"\"\"
    if target.killed:
        raise WarError("explosion")
    return fire(target)"""
TABS = "Date\tHome\tAway\tScore\n1 March\tRovers\tUnited\t2-1\n8 March\tAlbion\tCity\t0-0"
POSTS = "Strike!!! Unbelievable.\nExplosion?? Anyone?\nFire. Fire. Fire.\nWar!\nLayoffs again...\nstrike 🔥 @user"
FROM_GERMANY = (
    "Die Bundesregierung hat am Montag beschlossen, zwölf Diplomaten auszuweisen. Der Botschafter muss das Land bis zum 7. März verlassen."
)
FROM_SPAIN = "El gobierno anunció el lunes que expulsará a doce diplomáticos. El embajador debe salir del país antes del 7 de marzo."
NO_NEWS = [
    POEM,
    TABLE,
    CODE,
    MENU,
    LIST,
    SHORT_CODE,
    TABS,
    POSTS,
    FROM_GERMANY,
    FROM_SPAIN,
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.",
]


@pytest.fixture(scope="module")
def rows_of(language):
    line = Line(Settings(), language)
    return lambda text: line.article_events(build_article(Parts(text, "case", published=dt.date(2022, 3, 1))))


@pytest.mark.parametrize(
    "text", NO_NEWS, ids=["poem", "table", "code", "menu", "list", "short code", "tabs", "posts", "german", "spanish", "lorem"]
)
def test_what_is_no_news_has_no_rows(rows_of, text):
    assert rows_of(text) == ()


def test_news_between_code_and_menus_is_read(rows_of):
    text = f"{MENU}\n\nNorway expelled two envoys on Monday.\n\n{CODE}\n\n{POEM}\n\nThe talks will resume on Friday."
    assert [event.trigger for event in rows_of(text)] == ["expelled", "resume"]


def test_posts_that_tell_something_are_read(rows_of):
    text = "Strike!!! Can't believe they sacked Tom Ek lol\nPolice arrested two fans in Leeds last night"
    assert [(event.trigger, event.status) for event in rows_of(text)] == [("sacked", "happened"), ("arrested", "happened")]


def test_a_heading_is_no_event_and_a_headline_is(rows_of):
    triggers = [event.trigger for event in rows_of("Hundreds dead in stampede\n\nAftermath of the war.\n\nThe king fled.")]
    assert {"dead", "fled"} <= set(triggers) and "war" not in triggers


def test_capitals(rows_of):
    rows = {event.trigger: event for event in rows_of("RUSSIA ON MONDAY EXPELLED TWELVE U.S. DIPLOMATS. THEY MUST LEAVE BY 7 MARCH.")}
    assert rows["EXPELLED"].source_actors == ("Russia",) and str(rows["EXPELLED"].first_day) == "2022-02-28"
    assert rows["LEAVE"].status == "deadline" and str(rows["LEAVE"].last_day) == "2022-03-07"


def test_no_full_stops(rows_of):
    text = "the council met on monday and voted to close the school police arrested two men after the protest"
    triggers = {event.trigger for event in rows_of(text)}
    assert {"met", "voted", "arrested"} <= triggers


@pytest.mark.parametrize(
    "text", ['"' * 800 + " he said", "(" * 600 + "strike" + ")" * 600, "word " * 900, "The council met and " * 150 + "left."]
)
def test_endless_sentences_end(rows_of, text):
    assert all(len(event.summary) <= 110 for event in rows_of(text))


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        ("The company paid $640 million (a record).", False),
        ("See https://example.org/a_b?c=d for the results of the vote.", False),
        ("“It is over” [sic], he said; the talks – all three – failed.", False),
        ("He will resign in June.", False),
        ("if self.killed and not self.attacked: return {}", True),
        ("Home | News | Sport", True),
        ("Strike", True),
        ("Sign in to read more.", True),
    ],
)
def test_a_line_of_prose(line, odd):
    assert is_odd(line) is odd


def test_wrapped_prose_and_lists_of_headlines_are_no_verse():
    wrapped = ["The council met on Monday in the hall,", "and the mayor, who had been ill,", "asked it to close", "the school."]
    headlines = ["Russia expels diplomats", "Dockers back walkout", "Lake core pushes back date", "Two towns cut off, river rises"]
    assert not is_verse(wrapped)
    assert not is_verse([line + "." for line in headlines])
    assert is_verse(POEM.split("\n\n")[0].splitlines())


def test_mentions_of_one_act_are_compared_in_linear_time(monkeypatch):
    asked = []
    monkeypatch.setattr(repeats, "_same", lambda mention, group: asked.append(mention) or False)
    for count in (400, 800):
        asked.clear()
        mentions = [SimpleNamespace(key="kill", trigger=None, status="happened") for _ in range(count)]
        monkeypatch.setattr(repeats, "_fullness", lambda mention: 0)
        repeats.leaders(mentions)
        assert len(asked) <= repeats.MOST_STORIES * count

import datetime as dt
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import IngestError
from pipeline.ingest import READERS, article_from_text, articles_from_upload, read_articles


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ids(result):
    return [article.article_id for article in result.articles]


def said(result):
    return [str(problem) for problem in result.problems]


def test_a_folder_is_read_in_order_of_names_and_what_cannot_be_read_is_named(tmp_path):
    write(tmp_path, "b/two.txt", "The council met.")
    write(tmp_path, "a/one.txt", "The council met.")
    write(tmp_path, "README.md", "notes")
    write(tmp_path, ".hidden/three.txt", "The council met.")
    write(tmp_path, "c/paper.odt", b"PK")
    result = read_articles([tmp_path])
    assert ids(result) == ["one", "two"]
    assert len(said(result)) == 1
    assert "paper.odt: cannot read .odt; it reads .txt" in said(result)[0]


def test_a_missing_file_a_strange_ending_and_an_empty_folder_are_named(tmp_path):
    (tmp_path / "empty").mkdir()
    result = read_articles([tmp_path / "no.txt", write(tmp_path, "a.docx", b"PK"), write(tmp_path, "noending", "x"), tmp_path / "empty"])
    assert not result.articles
    assert [line.removeprefix(f"{tmp_path}/")[:30] for line in said(result)] == [
        "no.txt: no such file",
        "a.docx: cannot read .docx; it ",
        "noending: cannot read a file w",
        "empty: no file in it that can ",
    ]


def test_files_of_one_stem_get_their_folder_before_the_id_and_a_file_met_twice_is_read_once(tmp_path):
    first = write(tmp_path, "north/vote.txt", "The council met.")
    write(tmp_path, "south/vote.txt", "The senate met.")
    result = read_articles([first, tmp_path])
    assert ids(result) == ["vote", "south-vote"]
    assert not result.problems


def test_ids_that_come_twice_in_a_table_are_named_and_nothing_is_lost(tmp_path):
    lines = "".join(json.dumps({"id": "a", "text": text, "published": "2022-03-01"}) + "\n" for text in ("One.", "Two.", "Three."))
    result = read_articles([write(tmp_path, "x.jsonl", lines)])
    assert ids(result) == ["a", "a-2", "a-3"]
    assert [line.split(": ", 1)[1] for line in said(result)] == [
        "the id 'a' stands twice; the second is kept as 'a-2'",
        "the id 'a' stands twice; the second is kept as 'a-3'",
    ]


def test_jsonl_takes_text_and_id_as_given_and_names_the_bad_line(tmp_path):
    good = {
        "id": "a 1",
        "title": "T",
        "published": "2022-03-01",
        "text": " \tMonday,\r\n\u2028 it \U0001f600 rained. ",
        "url": "https://x.org",
        "source": "Paper",
    }
    content = json.dumps(good) + "\n\n{broken\n[1]\n" + json.dumps({"id": "b"}) + "\n" + json.dumps({**good, "id": 7, "published": "soon"})
    result = read_articles([write(tmp_path, "x.jsonl", content)])
    first, last = result.articles
    assert (first.article_id, first.title, first.published, first.published_source) == (
        "a 1",
        "T",
        dt.date(2022, 3, 1),
        "JSON field 'published'",
    )
    assert (first.text, first.url, first.source) == (good["text"], "https://x.org", "Paper")
    assert (last.article_id, last.published) == ("7", None)
    assert [line.removeprefix(f"{tmp_path}/x.jsonl ")[:22] for line in said(result)] == [
        "line 3: is not JSON (E",
        "line 4: is no JSON obj",
        "line 5: no text in it ",
        "line 6: JSON field 'pu",
    ]
    assert said(result)[3].endswith("'soon' is no date; write it as 2022-03-01")


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=9)
    | st.sampled_from(["2022-03-01", "x", "20220301"]),
    lambda values: (
        st.lists(values, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "title", "date", "url", "publisher", "name"]), values)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["id", "text", "title", "date", "url", "publisher", "lang"]), json_values, min_size=1))
def test_whatever_a_json_line_holds_it_is_an_article_that_can_be_kept_or_a_problem(record):
    result = articles_from_upload("x.jsonl", json.dumps(record).encode())
    assert result.articles or result.problems
    for article in result.articles:
        kept = (article.article_id, article.title, article.text, article.published_source, article.url, article.source, article.language)
        assert "\x00" not in "".join(kept).encode("utf-8").decode()
        assert article.article_id


def test_half_characters_in_json_keep_their_place():
    (article,) = articles_from_upload("x.jsonl", b'{"id": "a", "text": "a \\ud83d b", "title": "\\udc00"}').articles
    assert (article.text, article.title) == ("a \ufffd b", "\ufffd")


@pytest.mark.parametrize("content", ['{"text": "One."}', '[{"body": "One."}]', '{"status": "ok", "articles": [{"articleBody": "One."}]}'])
def test_json_of_one_article_a_list_and_a_wrapped_list(content):
    (article,) = articles_from_upload("x.json", content.encode()).articles
    assert article.text == "One."


@pytest.mark.parametrize("content", ["[]", "3", "{", '{"title": "x"}', "[" * 100_000])
def test_json_without_an_article_is_named(content):
    result = articles_from_upload("x.json", content.encode())
    assert not result.articles
    assert len(result.problems) == 1


def test_csv_with_line_breaks_in_cells_semicolons_and_a_bad_row():
    content = 'id;Headline;pub_date;Body\r\n1;A vote;2022-03-01;"One,\r\ntwo"\r\n\r\n2;;;\r\n;;rubbish;Three\r\n'
    result = articles_from_upload("x.csv", content.encode("utf-8-sig"))
    assert [(a.article_id, a.title, a.text) for a in result.articles] == [("1", "A vote", "One,\r\ntwo"), ("x-6", "Three", "Three")]
    assert result.articles[0].published_source == "column 'pub_date'"
    assert [line[:12] for line in said(result)] == ["x.csv line 5", "x.csv line 6"]


def test_csv_without_a_text_column_says_what_it_has():
    assert said(articles_from_upload("x.csv", b"a,b\n1,2\n")) == [
        "x.csv: has no column 'text'; name the column with the articles so; its first line is a, b"
    ]


PAGE = """<!doctype html><html><head><title>Council votes for tram | The Paper</title>{head}
<meta property="og:site_name" content="The Paper"></head><body><nav>Home</nav><article><h1>Council votes for tram</h1>{line}
<p>The council voted on Monday for a tram line that will run from the harbour to the hospital, after a debate of seven hours.</p>
<p>Mayor Anna Holt said building would begin next year, and that the first cars would roll in 2026 if the money came through.</p>
<p>Opponents announced that they would go to court before the end of the month.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("head", "line", "published", "source"),
    [
        (
            '<meta property="article:published_time" content="2022-03-01T09:30:00+01:00">',
            "",
            "2022-03-01T09:30:00+01:00",
            "page metadata 'article:published_time'",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-03-01"}]}</script>',
            "",
            "2022-03-01",
            "page metadata 'datePublished'",
        ),
        (
            '<script type="application/ld+json">{broken</script>',
            "<p><time datetime='2022-03-01'>1 March</time></p>",
            "2022-03-01",
            "date printed in the page",
        ),
    ],
)
def test_html_gives_text_title_outlet_and_date(head, line, published, source):
    (article,) = articles_from_upload("page.html", PAGE.format(head=head, line=line).encode()).articles
    assert (article.article_id, article.title, article.source) == ("page", "Council votes for tram", "The Paper")
    assert (article.published.isoformat(), article.published_source) == (published, source)
    assert "The council voted on Monday" in article.text
    assert "Home" not in article.text


@pytest.mark.parametrize("content", [b"", b"<html><body></body></html>", b"\x00\x01"])
def test_html_without_an_article_is_named(content):
    result = articles_from_upload("page.html", content)
    assert not result.articles
    assert len(result.problems) == 1


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("“Größe” costs €5.".encode(), "“Größe” costs €5."),
        ("\ufeff“Größe” costs €5.".encode(), "“Größe” costs €5."),
        ("“Größe” costs €5.".encode("cp1252"), "“Größe” costs €5."),
        ("“Größe” costs €5.".encode("utf-16"), "“Größe” costs €5."),
        (
            "Совет собрался в понедельник и принял решение о строительстве.".encode("cp1251"),
            "Совет собрался в понедельник и принял решение о строительстве.",
        ),
    ],
)
def test_encodings(content, text):
    assert articles_from_upload("x.txt", content).articles[0].text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no text in it"),
        (b" \r\n\t ", "no text in it"),
        (b"--- * ---", "no text in it"),
        (b"a\x00b", "is not text (it has NUL bytes); give a text file"),
        (b"\xff\x00\x81\x9d" * 9, "is not text (it has NUL bytes); give a text file"),
        (bytes(range(1, 32)) * 9, "is not text (it has control characters); give a text file"),
        (b"\xef\xbb\xbf\xff\xff", "is not utf-8 text, though its first bytes say so"),
    ],
)
def test_what_is_no_text_is_named(content, reason):
    result = articles_from_upload("x.txt", content)
    assert said(result) == [f"x.txt: {reason}"]


def test_pasted_text():
    article = article_from_text("Published: 1 March 2022\n\nThe council met.")
    assert (article.published, article.published_source) == (dt.date(2022, 3, 1), "date line at the top")
    assert article.article_id == article_from_text(article.text).article_id != article_from_text(article.text + " ").article_id
    given = article_from_text(article.text, published=dt.date(2021, 1, 1), title="T", article_id="x")
    assert (given.published, given.published_source, given.title, given.article_id) == (dt.date(2021, 1, 1), "given", "T", "x")
    with pytest.raises(IngestError, match="pasted text: no text in it"):
        article_from_text("  \n ")


@given(st.text(min_size=1))
def test_any_text_is_kept_unchanged_or_refused_and_the_body_lies_in_it(text):
    try:
        article = article_from_text(text)
    except IngestError:
        return
    assert article.text == text
    assert 0 <= article.body_start <= len(text)
    assert article.title


@given(
    st.sampled_from(["", "date 2022-03-01 ", "Published: 1 March 2022\r\n", "\ufeff", "By Jane Doe, 3 March 2022\n"]),
    st.text(st.sampled_from("ab \r\n.,Mé😀"), max_size=60),
)
def test_offsets_count_in_the_decoded_file(head, tail):
    text = head + "Monday" + tail
    (article,) = articles_from_upload("x.txt", text.encode()).articles
    assert article.text == text.removeprefix("\ufeff")
    assert article.text.find("Monday") >= article.body_start


@pytest.mark.parametrize(
    "text",
    [
        "Monday " * 300_000,
        "date 2022-03-01 " + "Monday " * 300_000,
        "U.S." * 500_000,
        ("By Jane Doe, " * 20 + "\n") * 8000,
        "March " * 350_000,
    ],
)
def test_two_megabytes_are_read(text):
    def seconds(content):
        begun = time.process_time()
        assert articles_from_upload("us-told-big-story.txt", content).articles
        return time.process_time() - begun

    content = text.encode()
    assert seconds(content) < 24 * max(seconds(content[: len(content) // 8]), 0.05), "it must grow in proportion to the text"


@given(st.binary(max_size=200), st.sampled_from(sorted(READERS)))
def test_no_content_breaks_a_reader(content, ending):
    result = articles_from_upload(f"x{ending}", content)
    assert result.articles or result.problems


def test_control_characters_in_a_feed_do_not_stop_it():
    entry = "<item><title>Council\x02 vote</title><description>&lt;p&gt;The council\x00 met\x1f on Monday.&lt;/p&gt;</description></item>"
    result = articles_from_upload("f.rss", f"<rss version='2.0'><channel><title>T</title>{entry}</channel></rss>".encode())
    assert [(article.title, article.text) for article in result.articles] == [("Council vote", "The council met on Monday.")]


def test_what_breaks_a_reader_is_a_problem_of_its_file_alone(tmp_path, monkeypatch):
    def broken(_name, _content):
        raise ZeroDivisionError("a library's fault")

    monkeypatch.setitem(READERS, ".html", broken)
    result = read_articles([write(tmp_path, "bad.html", "<p>x</p>"), write(tmp_path, "good.txt", "The council met.")])
    assert ids(result) == ["good"]
    assert said(result) == [
        f"{tmp_path}/bad.html: could not be read (ZeroDivisionError: a library's fault); copy its text into a .txt file"
    ]
    assert said(articles_from_upload("bad.html", b"<p>x</p>"))[0].startswith("bad.html: could not be read")

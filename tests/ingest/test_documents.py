"""PDF documents and feeds, made here byte by byte so that each test shows what it reads."""

import datetime as dt

import pytest

from pipeline.ingest import articles_from_upload
from pipeline.ingest.feed import text_of_markup
from pipeline.ingest.pdf_document import join_lines, without_running_heads


def pdf(*pages, title=""):
    """A PDF of the pages' lines in Helvetica; pypdf mends the missing cross-reference table."""
    parts = [b"%PDF-1.4\n"]
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    parts.append(b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n")
    parts.append(f"2 0 obj <</Type /Pages /Kids [{kids}] /Count {len(pages)}>> endobj\n".encode())
    parts.append(b"3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\n")
    parts.append(f"4 0 obj <</Title ({title})>> endobj\n".encode())
    for n, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -15 Td\n" if line else "0 -15 Td\n" for line in lines)
        stream = f"BT /F1 11 Tf 50 780 Td\n{shown}ET".encode()
        parts.append(
            f"{10 + 2 * n} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>> "
            f"/Contents {11 + 2 * n} 0 R>> endobj\n".encode()
        )
        parts.append(f"{11 + 2 * n} 0 obj <</Length {len(stream)}>> stream\n".encode() + stream + b"\nendstream endobj\n")
    parts.append(b"trailer <</Root 1 0 R /Info 4 0 R>>\nstartxref\n0\n%%EOF")
    return b"".join(parts)


PAGES = (
    ["The Lisport Gazette   page 1", "HARBOUR VOTE SPLITS THE COUNCIL", "Published: 1 March 2022",
     "The council of Lisport voted on Monday to close the old har-", "bour by the end of June, and the mayor said it would be filled."],
    ["The Lisport Gazette   page 2", "Dockers will march on Friday. They have asked the regional court", "to stop the plan."],
    ["The Lisport Gazette   page 3", "A first plan failed in 2019."],
)  # fmt: skip


def test_a_pdf_is_one_article_with_whole_words_and_without_running_heads():
    (article,) = articles_from_upload("vote.pdf", pdf(*PAGES, title="Harbour vote")).articles
    assert article.article_id == "vote"
    assert article.title == "Harbour vote"
    assert article.published == dt.date(2022, 3, 1)
    assert article.published_source == "date line at the top"
    assert "close the old harbour by the end of June, and the mayor said it would be filled." in article.text
    assert "asked the regional court to stop the plan." in article.text
    assert "Gazette" not in article.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 nothing", "is no PDF that can be read"),
        (b"hello", "is no PDF that can be read"),
        (pdf([""]), "holds no text, perhaps only scanned pictures"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_named_with_what_to_do(content, said):
    result = articles_from_upload("paper.pdf", content)
    assert not result.articles
    assert str(result.problems[0]).startswith(f"paper.pdf: {said}")


def test_a_line_that_stands_once_or_twice_at_the_head_of_a_page_is_text():
    pages = [["The council met.", "It voted."], ["The council met.", "It rose."], ["Nobody came.", "3"]]
    assert without_running_heads(pages) == [*pages[:2], ["Nobody came."]]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The vote is on Tues-", "day at noon precisely."], "The vote is on Tuesday at noon precisely."),
        (["A press release of the Anglo-", "Danish society of Lisport."], "A press release of the Anglo- Danish society of Lisport."),
        (
            ["It was late.", "Then all of the members of the council voted."],
            "It was late.\n\nThen all of the members of the council voted.",
        ),
        ([], ""),
    ],
)
def test_lines_become_paragraphs(lines, text):
    assert join_lines(lines) == text


RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lisport Wire</title>
<item><title>Council &lt;b&gt;votes&lt;/b&gt;</title><guid>w-1</guid><link>https://example.org/1</link>
<pubDate>Tue, 01 Mar 2022 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded>&lt;p&gt;The council voted on Monday.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;p&gt;It rose.&lt;/p&gt;
</content:encoded></item>
<item><title>Empty</title><guid>w-2</guid></item>
<item><guid>w-3</guid><pubDate>soon</pubDate><description>The port will close on Friday.</description></item>
</channel></rss>"""

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><id>a1</id><title>T</title>
<updated>2022-03-02T08:00:00Z</updated><published>2022-03-01T08:00:00Z</published><summary>Work begins today.</summary></entry></feed>"""


def test_each_entry_of_a_feed_is_an_article_and_what_lacks_text_or_date_is_named():
    result = articles_from_upload("wire.rss", RSS)
    first, third = result.articles
    assert (first.article_id, first.title, first.source, first.url) == ("w-1", "Council votes", "Lisport Wire", "https://example.org/1")
    assert first.text == "The council voted on Monday.\nIt rose."
    assert first.published == dt.datetime(2022, 3, 2, 4, 30, tzinfo=dt.UTC)
    assert first.published_source == "feed entry's date"
    assert third.published is None
    assert [str(problem) for problem in result.problems] == [
        "wire.rss entry 2: no text in it",
        "wire.rss entry 3: feed entry's date 'soon' is no date; write it as 2022-03-01",
    ]


def test_an_atom_entry_is_dated_by_its_publication_not_by_its_last_change():
    (article,) = articles_from_upload("blog.atom", ATOM).articles
    assert article.published == dt.datetime(2022, 3, 1, 8, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize("content", [b"<note>no feed</note>", b"", b"\x00\x01", b"<rss version='2.0'><channel></channel></rss>"])
def test_what_is_no_feed_is_named(content):
    result = articles_from_upload("data.xml", content)
    assert not result.articles
    assert "data.xml: is " in str(result.problems[0])


def test_markup_of_an_entry_leaves_only_its_text():
    assert text_of_markup("a &lt;b&gt; <i>c</i><br>d<style>x</style> <!-- no --> e") == "a <b> c\nd e"

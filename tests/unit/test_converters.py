"""HTML, DOCX, CSV and Zendesk in: what they hold comes over, and every planted loss is listed."""

import base64
import json
import zipfile
from pathlib import Path

import pytest

from kbdesk.content.importing import BaseIn, read_base
from kbdesk.content.loss_report import Severity
from kbdesk.core.articles import Article, Link

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
Told = list[tuple[str, str, int]]


def write(root: Path, path: str, content: str | bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def walked(found: BaseIn) -> dict[str, Article]:
    return {article.id: article for article in found.articles}


def told(found: BaseIn) -> Told:
    return sorted((e.severity.value, e.topic, e.line) for e in found.report)


HTML = f"""<!DOCTYPE html>
<html lang="en"><head><title>Site - Refund</title>
<meta name="description" content="Say it  first."><meta name="keywords" content="refund, credit">
<style>p {{ color: red }}</style></head><body>
<nav>menu</nav>
<main><h1>Refund <em>a bill</em></h1>
<p style="color:red">Ten * days_ and ::: or {{#x}} <!-- note --></p>
<p>::: internal</p>
<script>alert(1)</script>
<p><a href="sub/other.html#when">Other</a> <a href="gone.html">Gone</a>
<a href="javascript:alert(1)">Bad</a> <a href="https://x.example/a">Web</a></p>
<table><tr><th>A</th><th>B</th></tr><tr><td colspan="2">one<br>two</td></tr>
<tr><td><ul><li>x</li></ul></td><td>y</td></tr></table>
<iframe src="https://video.example"></iframe>
<p><u>under</u> <b>bold</b></p>
<img src="i.png" alt="pic"><img src="https://x.example/r.png" alt="far">
<img src="data:image/png;base64,{base64.b64encode(PNG).decode()}" alt="in">
<form><input name="q"></form>
<ol><li>un</li><li>deux</li></ol>
<pre><code>::: code</code></pre>
</main></body></html>
"""


def test_html_pages_come_in_with_their_links_images_and_fields(tmp_path: Path) -> None:
    write(tmp_path, "refund.html", HTML)
    write(tmp_path, "sub/other.html", '<h2 id="when">When</h2><p><a href="../refund.html">R</a>')
    write(tmp_path, "i.png", PNG)
    write(tmp_path, "site.css", "p{}")
    found = read_base(tmp_path)
    articles = walked(found)
    refund = articles["refund"]
    assert (refund.title, refund.summary, refund.lang) == ("Refund a bill", "Say it first.", "en")
    assert refund.tags == ("refund", "credit")
    assert refund.links == (Link("sub/other", "Other", "when"),)
    assert articles["sub/other"].links == (Link("refund", "R"),)
    assert refund.assets == ("i.png", "refund-images/1.png")
    assert [(a.path, a.data) for a in found.assets] == [
        ("i.png", PNG),
        ("refund-images/1.png", PNG),
    ]
    text = "\n".join(passage.text for passage in refund.passages)
    assert "Ten * days_ and ::: or {#x}\n::: internal\n" in text
    assert "A | B\none\ntwo | \n- x | y" in text
    assert "alert" not in text
    assert "menu" not in text


def test_every_loss_planted_in_html_is_listed_and_none_invented(tmp_path: Path) -> None:
    write(tmp_path, "refund.html", HTML)
    write(tmp_path, "sub/other.html", "<p>x</p>")
    write(tmp_path, "i.png", PNG)
    write(tmp_path, "notes.txt", "x")
    found = read_base(tmp_path)
    walked(found)
    assert told(found) == [
        ("lost", "Colours", 7),
        ("lost", "Embedded pages and videos", 14),
        ("lost", "Files of a kind that is not taken in", 0),
        ("lost", "Forms", 18),
        ("lost", "Images that are not files of the base", 0),
        ("lost", "Links to a file that is not there", 0),
        ("lost", "Links to a heading that is not there", 0),
        ("lost", "Links with a scheme that is not followed", 0),
        ("lost", "Lists and tables inside a table cell", 13),
        ("lost", "Merged cells of tables", 12),
        ("lost", "Scripts", 9),
        ("lost", "Underlining", 15),
        ("note", "Pages of which only the main part is taken", 0),
    ]
    assert {entry.path for entry in found.report} == {"refund.html", "notes.txt"}


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.html", "<script>x</script>")
    found = read_base(tmp_path)
    assert walked(found) == {}
    assert [entry.severity for entry in found.report][-1] is Severity.REFUSED


def test_plain_html_brings_no_loss(tmp_path: Path) -> None:
    write(tmp_path, "a.html", "<h1>T</h1><p>Un <b>mot</b>.</p><ul><li>a</li></ul><hr>")
    found = read_base(tmp_path)
    assert walked(found)["a"].title == "T"
    assert told(found) == []


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r>{}<w:t>{}</w:t></w:r></w:p>'
IMAGE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="i" descr="{alt}"/><a:graphic xmlns:a="http://'
    'schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://'
    'schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="' + R + '" '
    'r:embed="{rel}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r></w:p>"
)
CELL = "<w:tc>{}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def docx(root: Path, path: str, body: str, *, losses: bool) -> None:
    """Write a Word document by hand: the smallest zip that Word's readers accept."""
    rels = [
        f'<Relationship Id="r1" Type="{R}/image" Target="media/i.png"/>',
        f'<Relationship Id="r2" Type="{R}/image" Target="media/i.emf"/>',
        f'<Relationship Id="r3" Type="{R}/hyperlink" Target="b.docx" TargetMode="External"/>',
        f'<Relationship Id="r4" Type="{R}/styles" Target="styles.xml"/>',
    ]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/></w:style>'
        for name, label in (("Title", "Title"), ("H1", "heading 1"), ("Odd", "Fancy"))
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="png" '
        'ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f"{''.join(rels)}</Relationships>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/media/i.png": PNG,
        "word/media/i.emf": b"\x01\0\0\0",
    }
    if losses:
        parts["word/header1.xml"] = "<w:hdr/>"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(root / path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_word_document_comes_in_and_its_losses_are_listed(tmp_path: Path) -> None:
    merged = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    table = (
        f"<w:tbl><w:tr>{CELL.format('', 'A')}{CELL.format('', 'B')}</w:tr>"
        f"<w:tr>{CELL.format(merged, 'both')}</w:tr></w:tbl>"
    )
    link = f'<w:p><w:hyperlink xmlns:r="{R}" r:id="r3"><w:r><w:t>B</w:t></w:r></w:hyperlink></w:p>'
    body = (
        PARAGRAPH.format("Title", "", "Le titre")
        + PARAGRAPH.format("H1", "", "Une partie")
        + PARAGRAPH.format("Odd", '<w:rPr><w:color w:val="FF0000"/></w:rPr>', "Du texte")
        + IMAGE.format(alt="photo", rel="r1")
        + IMAGE.format(alt="dessin", rel="r2")
        + table
        + link
    )
    docx(tmp_path, "f/a.docx", body, losses=True)
    docx(tmp_path, "f/b.docx", "<w:p><w:r><w:t>Simple</w:t></w:r></w:p>", losses=False)
    found = read_base(tmp_path)
    articles = walked(found)
    assert articles["f/a"].title == "Le titre"
    assert [p.heading for p in articles["f/a"].passages] == ["Une partie"]
    assert articles["f/a"].links == (Link("f/b", "B"),)
    assert articles["f/a"].assets == ("f/a-images/1.png",)
    assert [(a.path, a.data) for a in found.assets] == [("f/a-images/1.png", PNG)]
    assert articles["f/b"].title == "b"
    assert told(found) == [
        ("lost", "Colours", 0),
        ("lost", "Headers and footers", 0),
        ("lost", "Merged cells of tables", 0),
        ("note", "Styles of Word that are read as plain text", 0),
        ("refused", "Images of a kind that is not shown", 0),
    ]


def test_titles_and_summaries_of_others_keep_their_no_break_spaces(tmp_path: Path) -> None:
    price = "10\u00a0\u20ac  net\u202f!"
    kept = "10\u00a0\u20ac net\u202f!"
    write(tmp_path, "h/a.html", f'<meta name="description" content="{price}"><h1>{price}</h1>x')
    docx(tmp_path, "d/a.docx", PARAGRAPH.format("Title", "", price) + "<w:p/>", losses=False)
    write(tmp_path, "z/a.json", json.dumps([{"id": 1, "title": price, "body": "x"}]))
    write(tmp_path, "c/a.csv", f"title,body,tags\n{price},x,{price}\n")
    found = [next(read_base(tmp_path / folder).articles) for folder in "hdzc"]
    assert [article.title for article in found] == [kept] * 4
    assert found[0].summary == kept
    assert found[3].tags == (kept,)


@pytest.mark.parametrize("content", [b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_word_document_is_refused(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "a.docx", content)
    found = read_base(tmp_path)
    assert walked(found) == {}
    assert [(e.path, e.severity) for e in found.report] == [("a.docx", Severity.REFUSED)]


def test_a_table_of_articles_comes_in_row_by_row(tmp_path: Path) -> None:
    write(
        tmp_path, "base.csv",
        "Titre;Contenu;Mots-clés;Rubrique;Langue;Brouillon;Prix\r\n"
        'Délai;"<p>Dix <b>jours</b></p>\n<script>x</script>";a, b;Facturation;fr;non;12\r\n'
        "Délai;Texte **simple**;;Facturation;;;\r\n"
        ";Sans titre;;;;;\r\n"
        "Plus tard;x;;;;oui;\r\n"
        "Trop;x;;;;;;de trop\r\n",
    )  # fmt: skip
    found = read_base(tmp_path)
    articles = walked(found)
    assert set(articles) == {"facturation/delai", "facturation/delai-2", "trop"}
    first = articles["facturation/delai"]
    assert (first.title, first.lead, first.tags) == (
        "Délai",
        "Dix jours",
        ("a", "b", "Facturation"),
    )
    assert first.extra["prix"] == "12"
    assert articles["facturation/delai-2"].lead == "Texte simple"
    assert told(found) == [
        ("lost", "Cells beyond the last column", 7),
        ("lost", "Drafts", 6),
        ("lost", "Scripts", 0),
        ("refused", "Rows without a title", 5),
    ]


def test_a_table_that_holds_no_articles_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.csv", "x,y\n1,2\n")
    write(tmp_path, "b.csv", 'title,body\n"a,b\0')
    found = read_base(tmp_path)
    assert walked(found) == {}
    assert [(e.path, e.severity) for e in found.report] == [
        ("a.csv", Severity.REFUSED), ("b.csv", Severity.REFUSED),
    ]  # fmt: skip


ZENDESK = {
    "categories": [{"id": 1, "name": "Abonnés"}],
    "sections": [{"id": 11, "name": "Box", "category_id": 1}],
    "articles": [
        {
            "id": 101, "title": "Redémarrer", "section_id": 11, "locale": "fr",
            "label_names": ["box"], "updated_at": "2026-02-03T04:05:06Z", "draft": False,
            "body": '<p>Voir <a href="https://x.zendesk.com/hc/fr/articles/102-Panne#a">panne</a>'
            ' <a href="/hc/fr/articles/999">rien</a></p><p style="background:red">!</p>',
            "attachments": [{"id": 1}],
        },
        {"id": 102, "title": "Panne", "section_id": 11, "locale": "en-us", "body": "<h2>A</h2>x"},
        {"id": 103, "title": "Plus tard", "draft": True, "body": "x"},
        {"id": 104, "title": "", "body": "x"},
    ],
}  # fmt: skip


def test_a_zendesk_export_comes_in_with_its_sections_labels_and_links(tmp_path: Path) -> None:
    write(tmp_path, "export.json", json.dumps(ZENDESK))
    found = read_base(tmp_path)
    articles = walked(found)
    first = articles["abonnes/box/101-redemarrer"]
    assert (first.title, first.lang, first.tags) == ("Redémarrer", "fr", ("box", "Abonnés", "Box"))
    assert str(first.updated) == "2026-02-03"
    assert first.links == (Link("abonnes/box/102-panne", "panne", "a"),)
    assert articles["abonnes/box/102-panne"].lang == "en"
    assert told(found) == [
        ("lost", "Attachments", 0),
        ("lost", "Colours", 0),
        ("lost", "Drafts", 0),
        ("lost", "Links to an article that is not there", 0),
        ("refused", "Articles without a title", 0),
    ]


def test_a_zendesk_export_may_be_several_files_a_bare_list_or_a_table(tmp_path: Path) -> None:
    write(tmp_path, "z/sections.json", json.dumps({"sections": ZENDESK["sections"]}))
    write(tmp_path, "z/articles.json", json.dumps(ZENDESK["articles"]))
    assert set(walked(read_base(tmp_path / "z"))) == {"box/101-redemarrer", "box/102-panne"}
    write(tmp_path, "c/a.csv", "id,title,body,label_names,locale\n7,T,<p>x</p>,a;b,fr\n")
    (article,) = walked(read_base(tmp_path / "c", format="zendesk")).values()
    assert (article.id, article.title, article.tags) == ("7", "T", ("a", "b"))


def test_json_that_cannot_be_read_is_refused_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "a.json", '{"articles": [\n}')
    write(tmp_path, "b.json", "[" * 100_000)
    write(tmp_path, "c.json", '{"articles": [1, null, {"title": {}}], "sections": 3}')
    found = read_base(tmp_path)
    assert walked(found) == {}
    assert [(e.path, e.line) for e in found.report][:2] == [("a.json", 2), ("b.json", 0)]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "x",
        "<ol>" * 3_000 + "<li>x",
        '<table><tr><td colspan="²">a</td><td colspan="-1">b</td><td rowspan="x">c</td></table>',
        '<ol start="abc"><li>x</ol><h9>y</h9><a>z</a><img><p>t',
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">x</html>',
        "https://x.example/only.html",
        "<p>&#0;&#xD800;&#1114112;</p>x",
        "<svg><svg><p>x</p></svg></svg><script><script>y</script>z",
        '<img src="data:image/png;base64,!!!!">x<img src="data:image/png;base64,AAAA">',
        "<!-- <!-- --> --><![CDATA[ x ]]><!x><?y?>z",
    ],
)
def test_no_html_stops_the_import(tmp_path: Path, html: str) -> None:
    """A page comes in or is refused; the one beside it always comes in."""
    write(tmp_path, "a.html", html)
    write(tmp_path, "b.html", "<p>sound</p>")
    found = read_base(tmp_path)
    articles = walked(found)
    assert articles["b"].lead == "sound"
    assert "a" in articles or [entry.path for entry in found.report] == ["a.html"]

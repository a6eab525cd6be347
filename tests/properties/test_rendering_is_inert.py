"""What is shown holds only our tags and safe addresses; in public, nothing internal."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kbdesk.content.articles import parse
from kbdesk.content.plain_text import to_plain_text
from kbdesk.content.render import to_html, to_safe_html
from kbdesk.core.articles import Article, Audience
from kbdesk.errors import BadContent, Trouble

DAY = date(2026, 5, 1)
TAGS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "ul", "ol", "li", "table", "thead",
    "tbody", "tr", "th", "td", "pre", "code", "em", "strong", "s", "br", "hr", "span",
}  # fmt: skip
ATTRIBUTES = {"class", "id", "name", "href", "src", "alt", "align", "start", "width", "cellspacing"}
ADDRESS = re.compile(r"(?:https?:|mailto:|tel:|kb:|#)[^\s\"<>]*\Z")
XSS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))", "[a](<java\tscript:alert(1)>)", "[a](&#106;avascript:alert(1))",
    "[a](javascript&colon;alert(1))", "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](//evil.example/x)", "[a](\\\\evil\\x)",
    "[a](http://a\"onmouseover=\"x)", "[a](<http://a b>)", "![a](javascript:alert(1))",
    "![\"onerror=\"x](x.png)", "![a](x.png\"onerror=\"y)", "![a](http://evil.example/x.png)",
    "![a](data:image/png;base64,iVBORw0KGgo=)", "<http://a\"b>", "<javascript:alert(1)>",
    "# a {#x\"onclick=\"y}", "# <b>t</b>", "`<script>`", "```\n</pre><script>\n```",
    "```<script>\nx\n```", "| <script> |\n|---|\n| </td><b> |", "::: <script>\nx\n:::",
    "::: x onclick=1\nx\n:::", "[a]: javascript:x\n\n[a]", "[a](kb:../../etc)", "[a](asset:x)",
    "[a](#\"onclick=\"x)", "&lt;script&gt;", "&#60;script&#62;", "{<script>}", "{a\"b}",
    "1. a\n999999999. b", "[a](mailto:x?body=%0a\"<b>)", "<iframe src=http://x></iframe>",
    "[a](F1.md\"><script>)", "[a](<F1.md\"><script>>)", "![a](<../../x.png\"><script>>)",
]  # fmt: skip


class Checker(HTMLParser):
    """Reads HTML as strictly as a browser is lax: anything unexpected fails."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            if name == "href":
                assert ADDRESS.match(value or ""), value
            if name == "src":
                assert (value or "").startswith("asset:"), value

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def check(html: str) -> None:
    checker = Checker(convert_charrefs=True)
    checker.feed(html)
    checker.close()


@pytest.mark.parametrize("kind", ["article", "script", "guide"])
@pytest.mark.parametrize("text", XSS)
def test_a_known_attack_is_inert(text: str, kind: str) -> None:
    try:
        article = parse(f"---\nkind: {kind}\n---\n## A {{#a}}\n\n{text}\n", path="f/a.md")
    except BadContent:
        return
    check(to_html(article, on=DAY).html)
    check(to_html(article, on=DAY, ids={}).html)


SCRAPS = st.sampled_from([*XSS, "\n", "\n\n", "- ", "> ", "::: internal\n", ":::\n", "    ", "|"])


@given(st.lists(SCRAPS | st.text(max_size=10), max_size=12).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_text_at_all_becomes_a_tag(text: str) -> None:
    try:
        article = parse(text, path="f/a.md")
    except BadContent:
        return
    check(to_html(article, on=DAY).html)
    to_plain_text(article, on=DAY)


SECRET = "zqsecret"
PIECES = st.sampled_from(
    [
        "texte", "", "# T", "## U {#u}", "- a", "  - b", "> c", "```", "~~~", "    code", "| a |",
        "|---|", "::: note", "::: warning", ":::: note", "::: valid from=2026-01-01", ":::", "::::",
        "[lien][r]", "[r]: /public", "```quiz", "  :::", "- ::: note", "> :::", "1. x", "---",
        "::: inconnu", "**", "[", "`", "<!--", "-->", "\\",
    ]
)  # fmt: skip
INSIDE = PIECES | st.sampled_from(
    [f"{SECRET} texte", f"# {SECRET}", f"[r]: /{SECRET}", f"- {SECRET}", f"> {SECRET}",
     f"| {SECRET} |", f"![{SECRET}](x.png)", f"[x](/{SECRET}.md)", f"    {SECRET}"]
)  # fmt: skip
NEUTRAL = {":::", "::::", "  :::", "```", "~~~", "```quiz", "- ::: note", "> :::"}


@st.composite
def with_internal_blocks(draw: st.DrawFn) -> str:
    """Write an article in which the secret stands between an opening and its own closing only."""
    lines: list[str] = ["---", "audience: public", "---"]
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(st.lists(PIECES.filter(lambda line: line not in NEUTRAL), max_size=6))
        lines += ["", "::: internal", *draw(balanced()), ":::", ""]
    return "\n".join(lines + draw(st.lists(PIECES, max_size=4)))


@st.composite
def balanced(draw: st.DrawFn) -> list[str]:
    """Write the inside of a block: whatever is opened in it is closed in it."""
    lines: list[str] = []
    for line in draw(st.lists(INSIDE, max_size=8)):
        if line.startswith(":::") and line.strip(":"):
            lines += [line, *draw(st.lists(INSIDE.filter(_closes_nothing), max_size=3)), ":" * 4]
        elif line in {"```", "~~~"}:
            lines += [line, f"{SECRET} :::", ":::", line]
        elif _closes_nothing(line):
            lines.append(line)
    return lines


def _closes_nothing(line: str) -> bool:
    return line not in NEUTRAL and not line.startswith(":::")


@given(with_internal_blocks())
@settings(max_examples=150, deadline=None)
def test_public_renderings_never_tell_what_is_internal(text: str) -> None:
    """H02: no internal word comes out in public, whatever stands around it."""
    check_nothing_leaks(text)


@pytest.mark.long
@given(with_internal_blocks())
@settings(max_examples=2000, deadline=None)
def test_two_thousand_articles_made_at_random_leak_nothing(text: str) -> None:
    """H02, at length."""
    check_nothing_leaks(text)


def check_nothing_leaks(text: str) -> None:
    try:
        article = parse(text, path="f/a.md", ids={})
    except BadContent:
        return
    assert SECRET not in told_in_public(article)
    assert all(p.internal for p in article.passages if SECRET in p.text + p.heading)


def told_in_public(article: Article) -> str:
    public = Audience.PUBLIC
    html = to_html(article, on=DAY, audience=public)
    return "".join(
        (
            html.html,
            str(html.outline),
            to_safe_html(article, on=DAY, audience=public),
            to_plain_text(article, on=DAY, audience=public),
        )
    )


def test_an_internal_article_has_no_public_form() -> None:
    article = parse("# Secret\n", path="a.md")
    for render in (to_html, to_safe_html, to_plain_text):
        with pytest.raises(Trouble, match="internal use only"):
            render(article, on=DAY, audience=Audience.PUBLIC)

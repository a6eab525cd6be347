"""The shortcuts of our parser change its speed and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kbdesk.content.containers import add_containers
from kbdesk.content.markdown import tokens_of

LINES = st.sampled_from(
    [
        "un", "deux trois", "**a** b", "** a", "***", "[x](y)", "[x]: y", "12 a", "12. a", "1)",
        "1234567890. a", "(a)", "« a »", '"a"', "[a\\]: b]: c", "- a", "  - b", "    - c", "* d",
        "+ e", "1. f", "   g", "> h", ">> i", "", "# j", "---", "===", "```", "~~~", "    code",
        "| a | b |", "|---|---|", "a | b", "-", "- - -", "*", "[x]: /y", "[x]", "a  ", "\tb",
        "::: note", ":::", "- [ ] t", "é", "**a**", "`b`", "a_b_c", "~~s~~", "![i](j)",
        "<http://a.b>", "&amp;", "a\\", "- un\ndeux",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=14).map("\n".join) | st.text(
    "ab-*+ \n>#|`[]():&_~!1.\t", max_size=60
)


def plain_parser() -> MarkdownIt:
    options = {"html": False, "tasklists": True, "maxNesting": 60}
    md = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    add_containers(md)
    return md


PLAIN = plain_parser()


def shape(tokens: list[Token]) -> list[object]:
    return [
        (t.type, t.tag, t.nesting, t.level, t.content, t.hidden, t.map, shape(t.children or []))
        for t in tokens
    ]


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_the_tokens_are_those_of_the_plain_parser(text: str) -> None:
    assert shape(tokens_of(text)) == shape(PLAIN.parse(text))

"""Find the questions of an article in its tokens; how a question is written is core's affair."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from kbdesk.content.markdown import plain, tokens_of
from kbdesk.content.passages import is_quiz
from kbdesk.core.articles import Article
from kbdesk.core.faults import Fault
from kbdesk.core.questions import BadQuestion, Placed, Question, parse_question, tie_of


def questions_of(article: Article) -> tuple[Question, ...]:
    """Read the questions of an article that was accepted."""
    return tuple(placed.question for placed in placed_in(tokens_of(article.body)))


def placed_in(tokens: list[Token]) -> tuple[Placed, ...]:
    """Return the sound questions of a page, each with what it tests."""
    return tuple(found for found in _read(tokens) if isinstance(found, Placed))


def faults(tokens: list[Token]) -> list[Fault]:
    """List the blocks that are no question, each with its line in the body, from 0."""
    return [found.fault for found in _read(tokens) if isinstance(found, BadQuestion)]


def _read(tokens: list[Token]) -> Iterator[Placed | BadQuestion]:
    heading = anchor = ""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            heading, anchor = plain(tokens[index + 1].children), str(token.attrs["id"])
        elif is_quiz(token):
            yield _placed(tokens, index, anchor, heading)


def _placed(tokens: list[Token], index: int, anchor: str, heading: str) -> Placed | BadQuestion:
    token = tokens[index]
    line = token.map[0] if token.map else 0
    above = block_above(tokens, index)
    if not above:
        told = "This question stands below no text that it could test."
        return BadQuestion("question_alone", told, line)
    kind = token.info.partition("quiz")[2].strip()
    try:
        question = parse_question(token.content, kind=kind, tie=tie_of(above), line=line)
    except BadQuestion as fault:
        return fault
    return Placed(question, above, anchor, heading)


def block_above(tokens: list[Token], index: int) -> str:
    """Return the plain text of the block before `index`, other questions left aside."""
    level = tokens[index].level
    end = index
    while end and is_quiz(tokens[end - 1]) and tokens[end - 1].level == level:
        end -= 1
    start = end - 1
    if start < 0 or tokens[start].level < level:
        return ""
    while tokens[start].level > level or tokens[start].nesting < 0:
        start -= 1
    return "\n".join(_lines(tokens[start:end]))


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """Give the lines of a block as it is read; a row of a table is one."""
    cells: list[str] | None = None
    for token in tokens:
        text = _text(token)
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cells)
            cells = None
        elif text and cells is not None:
            cells.append(text)
        elif text:
            yield text


def _text(token: Token) -> str:
    if token.type == "inline":
        return plain(token.children)
    return token.content if token.type in {"fence", "code_block"} else ""

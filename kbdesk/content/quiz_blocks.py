"""Find the questions of an article in its tokens; how a question is written is core's affair."""

import hashlib

from markdown_it.token import Token

from kbdesk.content.markdown import plain, tokens_of
from kbdesk.content.passages import is_quiz
from kbdesk.core.articles import Article
from kbdesk.core.questions import BadQuestion, Question, parse_question


def questions_of(article: Article) -> tuple[Question, ...]:
    """Read the questions of an article that was accepted."""
    return tuple(
        question for question in _read(tokens_of(article.body)) if isinstance(question, Question)
    )


def faults(tokens: list[Token]) -> list[tuple[str, int]]:
    """List the blocks that are no question: a sentence and the line in the body, from 0."""
    return [
        (found.sentence, found.line) for found in _read(tokens) if isinstance(found, BadQuestion)
    ]


def _read(tokens: list[Token]) -> list[Question | BadQuestion]:
    return [_question(tokens, index) for index, token in enumerate(tokens) if is_quiz(token)]


def _question(tokens: list[Token], index: int) -> Question | BadQuestion:
    token = tokens[index]
    line = token.map[0] if token.map else 0
    above = block_above(tokens, index)
    if not above:
        return BadQuestion("This question stands below no text that it could test.", line)
    kind = token.info.partition("quiz")[2].strip()
    tie = hashlib.sha256(" ".join(above.split()).encode()).hexdigest()
    try:
        return parse_question(token.content, kind=kind, tie=tie, line=line)
    except BadQuestion as fault:
        return fault


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
    return "\n".join(filter(None, map(_text, tokens[start:end])))


def _text(token: Token) -> str:
    if token.type == "inline":
        return plain(token.children)
    return token.content if token.type in {"fence", "code_block"} else ""

"""Find the steps and the choices of a guide in the tokens of its page; the rules are in core."""

from dataclasses import replace

from markdown_it.token import Token

from kbdesk.content.anchors import split_target
from kbdesk.content.containers import CLOSE, OPEN
from kbdesk.content.markdown import plain, tokens_of
from kbdesk.core.articles import Article
from kbdesk.core.faults import Fault
from kbdesk.core.guides import Choice, Guide, Step

_LISTS = {"bullet_list_open": "bullet_list_close", "ordered_list_open": "ordered_list_close"}


def guide_of(article: Article) -> Guide:
    """Read the guide that an article is."""
    return guide_in(tokens_of(article.body))


def faults(tokens: list[Token]) -> list[Fault]:
    """List the faults of the guide in `tokens`, each with its line in the body, from 0."""
    return guide_in(tokens).check()


def guide_in(tokens: list[Token]) -> Guide:
    """Read the steps: each level-2 heading, and the opening when it offers choices itself."""
    steps = [Step("", "")]
    around: list[bool] = []  # whether each block around the token is internal
    for index, token in enumerate(tokens):
        if token.type == OPEN:
            around.append(token.meta["container"].internal)
        elif token.type == CLOSE:
            around.pop()
        elif is_step(token):
            title = plain(tokens[index + 1].children)
            steps.append(Step(step_id(token), title, (), _line(token), any(around)))
        elif token.type in _LISTS:
            offered = tuple(
                replace(choice, internal=any(around)) for choice in choices(tokens, index)
            )
            steps[-1] = replace(steps[-1], choices=steps[-1].choices + offered)
    return Guide(tuple(steps if steps[0].choices else steps[1:]))


def is_step(token: Token) -> bool:
    """Say whether a token opens a step."""
    return token.type == "heading_open" and token.tag == "h2"


def step_id(token: Token) -> str:
    """Return the name of the step that a heading opens."""
    return str(token.meta.get("explicit") or token.attrs["id"])


def choices(tokens: list[Token], start: int) -> tuple[Choice, ...]:
    """Read the list that opens at `start`: its choices when every item is one link to a step."""
    found: list[Choice] = []
    index = start + 1
    while tokens[index].type == "list_item_open":
        choice = _choice(tokens, index)
        if choice is None:
            return ()
        found.append(choice)
        index += 5  # item, paragraph, inline, /paragraph, /item
    return tuple(found)


def _choice(tokens: list[Token], item: int) -> Choice | None:
    """Read an item that holds one paragraph with one link and nothing else."""
    inside = [token.type for token in tokens[item + 1 : item + 5]]
    if inside != ["paragraph_open", "inline", "paragraph_close", "list_item_close"]:
        return None
    inline = tokens[item + 2]
    children = inline.children or []
    if len(children) < 2 or children[0].type != "link_open" or children[-1].type != "link_close":
        return None
    href = str(children[0].attrs.get("href", ""))
    if not href.startswith("#") or any(child.type == "link_close" for child in children[:-1]):
        return None
    hint = str(children[0].attrs.get("title", "")).strip()
    return Choice(plain(children), split_target(href)[1], _line(inline), hint)


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0

"""Large bases for measuring, recombined from the paragraphs and titles of a smaller real one.

An article takes the shape (headings, paragraphs, lists, tables in their order) of one real article
and fills it from three, so that lengths, links and the vocabulary of one text stay lifelike. The
n-th article depends on the seed and on n alone: the first 7,000 of 100,000 are those of a base of
7,000. Links go to earlier articles, mostly to the first ones, since real links crowd as well.
What is made here holds the words of the base it was made from: keep it under build/, commit none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from kbdesk.core.articles import Article, Link, Passage

SEED = 20_26
SOURCES = 3  # real articles behind each made one
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)\)")
_ARTICLE_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s#:]+\.md)(#[^)\s]*)?\)")
_TITLE = re.compile(r'^title: *"?(.*?)"?$', re.MULTILINE)
_SYNTAX = re.compile(r"^ *(?:>|[-*+] |\d+[.)] |\|)+ ?|\*\*|`|\||^ *[-:| ]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of Markdown between blank lines; `level` is 0 for anything but a heading."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Quarry:
    """The real texts to cut from: one title and its blocks for each real article."""

    titles: tuple[str, ...]
    blocks: tuple[tuple[Block, ...], ...]


@cache
def quarry(folder: Path) -> Quarry:
    """Read every Markdown file of a base, in the order of the paths."""
    titles, blocks = [], []
    for file in sorted(folder.rglob("*.md")):
        title, found = _read(file.read_text("utf-8"))
        if title and any(block.level == 0 for block in found):
            titles.append(title)
            blocks.append(found)
    if not titles:
        raise ValueError(f"No article to cut from in {folder}")
    return Quarry(tuple(titles), tuple(blocks))


def make(folder: Path, count: int, *, seed: int = SEED) -> Iterator[Article]:
    """Make `count` articles out of the base in `folder`, one at a time."""
    real = quarry(folder)
    return (make_one(real, n, seed) for n in range(count))


def read(folder: Path) -> Iterator[Article]:
    """Give the real articles themselves, read the same simple way; links only as their text."""
    for file in sorted(folder.rglob("*.md")):
        source, path = file.read_text("utf-8"), file.relative_to(folder).as_posix()
        title, blocks = _read(source)
        passages = tuple(_passages(title, list(blocks)))
        yield Article(path.removesuffix(".md"), path, source, title, passages=passages)


def make_one(real: Quarry, n: int, seed: int = SEED) -> Article:
    """Make the n-th article: the same one on every call."""
    random = Random(f"{seed}:{n}")
    chosen = [random.randrange(len(real.titles)) for _ in range(SOURCES)]
    title = _recombined(real.titles[chosen[0]], real.titles[chosen[1]])
    blocks = [
        Block(block.level, _relinked(block.text, n, random))
        for block in _filled([real.blocks[c] for c in chosen], random)
    ]
    return _article(n, title, blocks)


def write_folder(articles: Iterable[Article], folder: Path) -> int:
    """Write articles as the Markdown files of a base; return how many."""
    count = 0
    for article in articles:
        count += 1
        file = folder / article.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article.source, "utf-8")
    return count


def plain(markdown: str) -> str:
    """Strip what a reader does not see; near enough to what the product's own reader makes."""
    return _SYNTAX.sub("", _LINK.sub(r"\1", markdown)).strip()


def _read(source: str) -> tuple[str, tuple[Block, ...]]:
    front, _, body = source.partition("\n---\n") if source.startswith("---") else ("", "", source)
    found = _TITLE.search(front)
    blocks = [_block(text.strip("\n")) for text in re.split(r"\n\s*\n", body) if text.strip()]
    heads = [block.text for block in blocks if block.level == 1]
    title = found[1] if found else (heads[0] if heads else "")
    return title, tuple(block for block in blocks if block.level != 1)


def _block(text: str) -> Block:
    hashes = re.match(r"(#{1,6}) +(.*)", text)
    return Block(len(hashes[1]), hashes[2].strip()) if hashes else Block(0, text)


def _recombined(first: str, second: str) -> str:
    """Join the beginning of one title to the end of another: "Bail : préavis" and so on."""
    if " : " in first and " : " in second:
        return f"{first.partition(' : ')[0]} : {second.partition(' : ')[2]}"
    head, tail = first.split(), second.split()
    return " ".join(head[: len(head) // 2 + 1] + tail[len(tail) // 2 :])


def _filled(sources: list[tuple[Block, ...]], random: Random) -> Iterator[Block]:
    """Follow the shape of the first source; take each text from any of them."""
    texts = [_unending([b for b in source if not b.level], random) for source in sources]
    heads = [[b for b in source if b.level] for source in sources]
    headings = [_unending(found, random) for found in heads if found]
    for block in sources[0]:
        yield Block(block.level, next(random.choice(headings if block.level else texts)).text)


def _unending(blocks: list[Block], random: Random) -> Iterator[Block]:
    """Give the blocks in a random order, and again when all were given."""
    while blocks:
        yield from random.sample(blocks, len(blocks))


def _relinked(text: str, n: int, random: Random) -> str:
    def aim(match: re.Match[str]) -> str:
        return f"[{match[1]}]({_number(int(n * random.random() ** 2))}.md)" if n else match[1]

    return _ARTICLE_LINK.sub(aim, text)


def _number(n: int) -> str:
    return f"{n:06}"


def _article(n: int, title: str, blocks: list[Block]) -> Article:
    body = "\n\n".join([f"# {title}", *(_markdown(block) for block in blocks)]) + "\n"
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    front = f'---\nid: "made/{_number(n)}"\ntitle: "{quoted}"\nlang: fr\n---\n'
    return Article(
        id=f"made/{_number(n)}",
        path=f"made/{_number(n)}.md",
        source=f"{front}\n{body}",
        title=title,
        body=f"\n{body}",
        body_line=front.count("\n") + 1,
        passages=tuple(_passages(title, blocks)),
        links=tuple(_links(blocks)),
    )


def _markdown(block: Block) -> str:
    return f"{'#' * block.level} {block.text}" if block.level else block.text


def _passages(title: str, blocks: list[Block]) -> Iterator[Passage]:
    """Cut at the headings; anchors only count, since nobody reads these pages closely."""
    level, heading, texts, n = 0, "", [], 0
    for block in [*blocks, Block(1, title)]:
        if not block.level:
            texts.append(plain(block.text))
            continue
        if texts or level:
            yield Passage(f"s{n}" if level else "", heading, level, "\n".join(texts))
        level, heading, texts, n = block.level, plain(block.text), [], n + 1


def _links(blocks: list[Block]) -> Iterator[Link]:
    for block in blocks:
        for match in _ARTICLE_LINK.finditer(block.text):
            yield Link(f"made/{match[2].removesuffix('.md')}", plain(match[1]))

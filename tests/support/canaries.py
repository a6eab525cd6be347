"""Articles made at random whose internal parts hold a canary: whatever leaves must not hold it."""

import random
from collections.abc import Callable

from kbdesk.content.articles import parse
from kbdesk.core.articles import Article

CANARY = "kanari"
_OPENINGS = ("internal", "interne", "Internal", "secret", "zzz")  # unknown words count as internal
_PUBLIC = ("note", "warning", "info", "valid from=2020-01-01")


class Maker:
    """Writes one article; the same seed writes the same one."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.words = 0
        self.steps: list[str] = []  # of a guide: where choices may lead

    def text(self, inside: bool) -> str:
        """Write a few words, with a canary inside what is internal."""
        self.words += 1
        word = f"{CANARY}{self.words}" if inside else f"mot{self.words}"
        form = self.rng.choice(
            ("{}", "**{}** dit", "*{}*", "`{}`", "{} : {{nom}}", "[{}](autre.md)", "~~{}~~",
             "[{}](https://ex.org/{})", "![{}](i.png)", '[{}](#a "{}")', "« {} »", "a<br>{}",
             f"[mot][{self.rng.choice('xyz')}] {{}}")
        )  # fmt: skip
        return form.replace("{}", word)

    def blocks(self, depth: int, *, inside: bool) -> str:
        count = self.rng.randint(1, 3)
        return "\n\n".join(self.block(depth, inside=inside) for _ in range(count))

    def block(self, depth: int, *, inside: bool) -> str:
        kinds: list[Callable[[int, bool], str]] = [
            self.paragraph,
            self.items,
            self.table,
            self.code,
            self.heading,
            self.address,
        ]
        if depth < 3:
            kinds += [self.container, self.container, self.quote, self.nested_items]
        return self.rng.choice(kinds)(depth, inside)

    def paragraph(self, _depth: int, inside: bool) -> str:
        return "\n".join(self.text(inside) for _ in range(self.rng.randint(1, 2)))

    def items(self, _depth: int, inside: bool) -> str:
        mark = self.rng.choice(("-", "1.", "- [x]"))
        return "\n".join(f"{mark} {self.text(inside)}" for _ in range(2))

    def nested_items(self, depth: int, inside: bool) -> str:
        within = self.blocks(depth + 1, inside=inside).replace("\n", "\n  ")
        return f"- {self.text(inside)}\n\n  {within}"

    def quote(self, depth: int, inside: bool) -> str:
        return "> " + self.blocks(depth + 1, inside=inside).replace("\n", "\n> ")

    def table(self, _depth: int, inside: bool) -> str:
        cells = [self.text(inside).replace("|", "") for _ in range(4)]
        return f"| {cells[0]} | {cells[1]} |\n|---|---|\n| {cells[2]} | {cells[3]} |"

    def code(self, _depth: int, inside: bool) -> str:
        return f"```\n{self.text(inside)}\n:::\n```"

    def heading(self, _depth: int, inside: bool) -> str:
        return f"{'#' * self.rng.randint(3, 5)} {self.text(inside)}"

    def address(self, _depth: int, inside: bool) -> str:
        word = CANARY if inside else "mot"
        return f"[{self.rng.choice('xyz')}]: https://ex.org/{word} '{word}'"

    def container(self, depth: int, inside: bool) -> str:
        closed = inside or self.rng.random() < 0.6
        name = self.rng.choice(_OPENINGS if closed and not inside else _PUBLIC + _OPENINGS)
        hidden = inside or name in _OPENINGS
        colons = ":" * self.rng.randint(3, 5)
        body = self.blocks(depth + 1, inside=hidden)
        if self.steps and self.rng.random() < 0.5:
            word = CANARY if hidden else "choix"
            target = self.rng.choice(self.steps)
            body += f'\n\n- [{word} {self.words}](#{target} "{word}")'
        return f"{colons} {name}\n{body}\n{colons}"

    def article(self, kind: str) -> Article:
        head = f"---\nkind: {kind}\ntitle: Titre\nsummary: Dit {{nom}}.\naudience: public\n---\n"
        if kind != "guide":
            parts = [f"## {self.text(False)}\n\n{self.blocks(0, inside=False)}" for _ in range(3)]
            return parse(head + "\n\n".join(parts), path="dossier/fiche.md")
        return parse(head + self.guide(), path="dossier/guide.md")

    def guide(self) -> str:
        """Write a guide whose every step leads on to the last; some steps stand in a block."""
        count = self.rng.randint(3, 6)
        self.steps = [f"s{number}" for number in range(count)]
        parts = []
        for number in range(count):
            body = self.blocks(1, inside=False)
            onward = f"- [Oui {number}](#s{number + 1})" if number + 1 < count else ""
            parts.append(f"## « Question {number} » {{#s{number}}}\n\n{body}\n\n{onward}")
        hidden = f"## {CANARY} {{#cache}}\n\n« {CANARY} »\n\n- [{CANARY}](#s1)"
        return (
            "\n\n".join(parts) + f"\n\n::: interne\n{hidden}\n:::\n\n## Fin {{#fin}}\n\n« Dit. »\n"
        ).replace("- [Oui 0](#s1)", '- [Oui 0](#s1)\n- [Autre](#cache)\n- [Fin](#fin "fin")')

"""Guides of any size, as text: for walks, for pictures and for the search of leaks."""

from kbdesk.content.articles import parse
from kbdesk.core.articles import Article

LONG_WORD = "anticonstitutionnellementdisproportionné"


def tall_guide(steps: int = 60) -> Article:
    """Make a guide of that many steps: a question each, the last ones its ends."""
    ends = steps // 3
    text = ["---\nkind: guide\ntitle: Grand guide\nlang: fr\naudience: internal\n---\n"]
    asked = steps - ends
    for number in range(asked):
        text.append(f"## « Question {number} ? » {{#s{number}}}\n\nUne aide pour {number}.\n")
        following = f"s{number + 1}" if number + 1 < asked else f"s{asked}"
        text.append(f"- [Oui {number}](#{following})")
        text.append(f"- [Non {number}](#s{asked + number % ends})\n")
    text += [
        f"## Fin {n} {{#s{n}}}\n\n« Voilà ce que je fais, {n}. »\n" for n in range(asked, steps)
    ]
    return parse("\n".join(text), path="tests/grand-guide.md")


def wide_guide(choices: int = 14) -> Article:
    """Make a guide whose first step has many choices, in words too long for a narrow window."""
    offered = "\n".join(
        f'- [Réponse {n} : {LONG_WORD}](#fin{n} "Ce que cela {LONG_WORD}")' for n in range(choices)
    )
    ends = "\n\n".join(f"## Fin {n} {{#fin{n}}}\n\n« Dit {n}. »" for n in range(choices))
    head = "---\nkind: guide\ntitle: Large guide\nlang: fr\n---\n"
    return parse(f"{head}## Laquelle, {LONG_WORD} ? {{#a}}\n\n{offered}\n\n{ends}\n",
                 path="tests/large-guide.md")  # fmt: skip

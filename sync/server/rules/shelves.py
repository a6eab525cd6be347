"""What the list of shelves of a base says, as far as the server heeds it.

The list is YAML as people wrote it, and the server reads no YAML: it looks for an entry of one
shelf, `- id: SHELF` up to the next one or `{id: SHELF, ...}` on one line, and in it for
`four_eyes: true`. What cannot be made out so asks for nothing; desks read it in full.
"""

import re

from sync.server.rules.rule import Bench

LIST = "spaces"  # kind and id of the list of shelves
YES = re.compile(r"""\bfour_eyes["']?\s*:\s*["']?(?:true|yes|on)\b""", re.IGNORECASE)
COMMENT = re.compile(r"(?:^|\s)#.*")


def four_eyes(bench: Bench, shelf: str) -> bool:
    """Return whether nobody publishes their own text alone in a shelf."""
    found = bench.entity(LIST, LIST)
    if found is None or found.body is None:
        return False
    named = re.compile(
        rf"""\bid["']?\s*:\s*["']?{re.escape(shelf)}["']?\s*(?:[,}}]|$)""", re.MULTILINE
    )
    return any(named.search(one) and YES.search(one) for one in _entries(found.body))


def _entries(text: str) -> list[str]:
    """Cut a list into its entries: at each dash that begins a line, and at each brace."""
    plain = "\n".join(COMMENT.sub("", line) for line in text.splitlines())
    return re.split(r"^\s*-\s|\{", plain, flags=re.MULTILINE)

"""Scripts and replies: `{names}` in a text, filled in before it is said or pasted.

A name without a value is never pasted as a hole: it stays as written and is reported missing.
`{{name}}` is not a variable.
"""

import re
from collections.abc import Mapping

VARIABLE = re.compile(r"(?<!\{)\{([^\W\d]\w*(?:[ '’-]\w+)*)\}(?!\})")


def variables(text: str) -> tuple[str, ...]:
    """Name the variables of `text`, each once, in the order of their first use."""
    return tuple(dict.fromkeys(VARIABLE.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return `text` with what is known filled in, and the names that are missing.

    A value is put in as it is: braces inside it are not variables again.
    """
    missing = tuple(name for name in variables(text) if not values.get(name, "").strip())
    filled = VARIABLE.sub(lambda found: found[0] if found[1] in missing else values[found[1]], text)
    return filled, missing

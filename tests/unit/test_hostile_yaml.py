"""YAML of others that would end the process, or never end: refused in a sentence.

In a process of their own, because the parser in C leaves no exception behind.
"""

import subprocess
import sys

import pytest

from kbdesk.content.lists import read_list

HEADS = {
    "brackets, one a line": "a: " + "[\n" * 40_000,
    "braces, one a line": "a: " + "{\n" * 40_000,
    "keys of keys": "a:\n " + "? " * 30_000 + "x",
    "keys in brackets": "a: " + "[?\n" * 20_000,
    "dashes": "a:\n " + "- " * 30_000 + "x",
    "on one line": "a: " + "[" * 40_000,
}
LISTS = {
    "brackets": "spaces: " + "[" * 50_000 + "]" * 50_000,
    "lines": "spaces: " + "{\n" * 50_000,
    "keys": "spaces:\n " + "? " * 30_000 + "x",
    "merged aliases": "l0: &l0 {a: 1}\n" + "".join(
        f"l{n}: &l{n} {{<<: [{', '.join([f'*l{n - 1}'] * 9)}]}}\n" for n in range(1, 40)
    ),
    "in itself": "spaces: &a [*a]",
    "a tag for another value": "spaces: !!bool maybe",
    "a tag for nothing": "spaces: !!int ''",
    "a tag for a moment": "spaces: !!timestamp soon",
}  # fmt: skip
CHILD = """
import sys
from kbdesk.errors import BadContent
from kbdesk.content import front_matter, lists
text = sys.stdin.read()
try:
    front_matter.read(f"---\\n{text}\\n---\\nx") if sys.argv[1] == "head" else \
        lists.read_list("spaces", text)
except BadContent as fault:
    print("refused:", fault)
"""


@pytest.mark.parametrize(
    ("what", "text"),
    [*(("head", one) for one in HEADS.values()), *(("list", one) for one in LISTS.values())],
    ids=[*HEADS, *LISTS],
)
def test_hostile_yaml_is_refused(what: str, text: str) -> None:
    """No crash of the process, no error but ours, and no waiting."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, what], input=text, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout[:8], done.stderr) == (0, "refused:", "")


def test_aliases_of_an_honest_list_are_read() -> None:
    text = "usual: &usual {four_eyes: true}\nspaces:\n- {<<: *usual, id: base}\n"
    assert read_list("spaces", text)["spaces"] == [{"four_eyes": True, "id": "base"}]

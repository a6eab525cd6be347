"""Changing a field touches its lines and no other."""

from datetime import date

import pytest

from kbdesk.content.articles import parse, replace_fields
from kbdesk.errors import BadContent

SOURCE = """---
# who reads this
title: "Un : deux"   # shown
tags:
  - a
  - b

verified: 2026-01-01
other: {kept: as it is}
---
Corps
---
title: not a field
"""


def test_the_line_of_the_field_changes_and_the_rest_stays() -> None:
    assert replace_fields(SOURCE, verified=date(2026, 10, 2)) == SOURCE.replace(
        "verified: 2026-01-01", "verified: 2026-10-02"
    )


def test_a_field_over_several_lines_is_replaced_whole() -> None:
    changed = replace_fields(SOURCE, tags=["x", "y, z"])
    assert changed == SOURCE.replace("tags:\n  - a\n  - b\n", 'tags: [x, "y, z"]\n')
    assert parse(changed, path="a.md").tags == ("x", "y, z")


def test_a_new_field_goes_last_and_none_takes_one_away() -> None:
    assert replace_fields(SOURCE, owner="ana") == SOURCE.replace("is}\n---", "is}\nowner: ana\n---")
    assert replace_fields(SOURCE, verified=None) == SOURCE.replace("verified: 2026-01-01\n", "")
    assert replace_fields(SOURCE, absent=None) == SOURCE


def test_a_text_without_front_matter_gets_one() -> None:
    assert replace_fields("Corps\n", title="T") == "---\ntitle: T\n---\nCorps\n"
    assert (
        replace_fields("\ufeffCorps\r\n", title="T") == "\ufeff---\r\ntitle: T\r\n---\r\nCorps\r\n"
    )


@pytest.mark.parametrize(
    "value",
    ["yes", "null", "12", "1.5", "2026-01-01", "a: b", "a #b", "- a", "'", '"', "\\", " a ", "",
     "a\nb", "é’\xa0«»", "\x85\u2028\ufeff\x7f", "😀\n",
     "{a}", "[b]", "*c", "&d", "!e", "%f", "@g"],
)  # fmt: skip
def test_any_value_is_read_back_as_given(value: str) -> None:
    assert parse(replace_fields("x", zz=value), path="a.md").extra["zz"] == value


def test_a_front_matter_that_is_never_closed_is_a_fault() -> None:
    with pytest.raises(BadContent, match="never closed"):
        replace_fields("---\ntitle: a\n", title="b")

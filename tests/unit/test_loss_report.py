"""The loss report: short for a person, whole for a file."""

import json

from kbdesk.content.loss_report import Entry, LossReport, Severity, refusal
from kbdesk.errors import BadContent


def report() -> LossReport:
    kinds = [
        Entry(Severity.NOTE, "Kinds", f"{n}.md", "is read", 3, "kind", "Fiche") for n in range(7000)
    ]
    links = [Entry(Severity.LOST, "Links", "a.md", f"to {n}", n) for n in range(1, 6)]
    bad = refusal(BadContent("No.", line=4, field="id", remedy="Do."), "b.md")
    return LossReport([*kinds, *links, bad])


def test_seven_thousand_equal_notes_are_one_line_and_a_few_losses_are_shown() -> None:
    text = report().to_text()
    assert text == (
        "Refused (the file stays out)\n"
        "  Faults of the text: 1\n"
        "    b.md:4: id: No. Do.\n"
        "\n"
        "Lost (the rest of the file is in)\n"
        "  Links: 5\n"
        "    a.md:1: to 1\n    a.md:2: to 2\n    a.md:3: to 3\n    … and 2 more\n"
        "\n"
        "Notes (nothing is lost)\n"
        "  Kinds: 7,000\n"
        "    Fiche (7,000)\n"
    )


def test_the_full_text_and_the_json_hold_every_entry() -> None:
    whole = report().to_text(full=True)
    assert "a.md:5: to 5" in whole
    assert whole.count("kind: is read") == 7000
    document = json.loads(json.dumps(report().to_json()))
    assert document["counts"] == {"refused": 1, "lost": 5, "note": 7000}
    assert len(document["entries"]) == 7006
    assert document["entries"][-1]["line"] == 4


def test_an_empty_report_says_that_nothing_was_lost() -> None:
    assert LossReport().to_text() == "Nothing was lost.\n"

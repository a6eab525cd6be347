"""The lanes that the window works through: one per resource, so that none waits for another."""

from dataclasses import dataclass

from kbdesk.work import Runner


@dataclass(frozen=True)
class Lanes:
    """Where the window sends its work; results come back on the GUI thread."""

    search: Runner  # questions to the index: answered in the order asked, newest first shown
    writer: Runner  # the one lane that writes
    render: Runner  # articles made ready to read

"""What operations do: one file per kind. A new kind is a new file and a line here."""

from collections.abc import Mapping

from sync.server.rules.announce import Announce
from sync.server.rules.not_found import NotFound
from sync.server.rules.publish import Publish
from sync.server.rules.retire import Retire
from sync.server.rules.rule import Rule

RULES: Mapping[str, Rule] = {
    "publish": Publish(),
    "retire": Retire(),
    "not_found": NotFound(),
    "announce": Announce(),
}

"""`discuss`: those who decide about a suggestion ask its author something, and its author answers.

It decides nothing and is for nobody else; once the suggestion is decided there is no more to say.
"""

from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.editing import DiscussAsked, Reply, Suggestion
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.principal import Principal
from sync.server.rules import replies, suggestions
from sync.server.rules.rule import Bench, Outcome, applied, refused


class Discuss:
    """The rule of `discuss`."""

    body: Any = DiscussAsked

    def touches(
        self, operation: Operation, body: DiscussAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (suggestions.KIND, body.suggestion), (suggestions.OWN, body.suggestion)

    def decide(self, bench: Bench, operation: Operation, body: DiscussAsked) -> Outcome:
        made = bench.told(suggestions.KIND, body.suggestion, Suggestion)
        if made is None or not suggestions.concerns(bench, body.suggestion, made):
            return refused("not_found", "There is no such suggestion for you. Look again.")
        if (
            wrong := suggestions.decided(made) or replies.wrong(body.text, made.replies)
        ) is not None:
            return wrong
        said = Reply(bench.me, bench.at, replies.OPEN, body.text)
        made = replace(made, replies=(*made.replies, said))
        return applied(*suggestions.puts(bench, body.suggestion, made))

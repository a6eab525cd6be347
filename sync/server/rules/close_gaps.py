"""`close_gaps`: what was not found is found now, or was no gap at all. Those who asked are told."""

from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.gaps import AnsweredGap, CloseGapsAsked, Gap
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules.not_found import ASKER, KIND, Asker
from sync.server.rules.rule import Bench, Outcome, applied, refused, written
from sync.server.setting_up import EDIT

ANSWERED = "answered_gap"
MOST = 500  # gaps at once
BEST, WORST = 1, 3  # ranks at which a query finds its answer


class CloseGaps:
    """The rule of `close_gaps`."""

    body: Any = CloseGapsAsked

    def touches(
        self, operation: Operation, body: CloseGapsAsked, principal: Principal
    ) -> tuple[Key, ...]:
        gaps = [one.gap for one in body.proofs[:MOST]]
        article = (("article", body.article),) if body.article else ()
        return (*((kind, gap) for gap in gaps for kind in (KIND, ASKER)), *article)

    def decide(self, bench: Bench, operation: Operation, body: CloseGapsAsked) -> Outcome:
        if not bench.reads(EDIT):
            return refused("forbidden", "Who writes or steers closes gaps. Ask one of them.")
        article = bench.entity("article", body.article) if body.article else None
        if (wrong := _wrong(bench, body, article)) is not None:
            return wrong
        puts: list[Put] = []
        for proof in {one.gap: one for one in body.proofs}.values():
            gap = bench.told(KIND, proof.gap, Gap)
            if gap is not None and gap.state == "open":
                made = _decided(bench, body, gap, proof.rank)
                puts.append(Put(KIND, proof.gap, EDIT, "", written(made)))
                puts += _answer(bench, body, proof.gap, gap, article)
        return applied(*puts)


def _decided(bench: Bench, body: CloseGapsAsked, gap: Gap, rank: int) -> Gap:
    decided = replace(gap, decided_by=bench.me, decided_at=bench.at)
    if body.why:
        return replace(decided, state="dismissed", why=body.why)
    return replace(decided, state="closed", article=body.article, rank=rank)


def _answer(
    bench: Bench, body: CloseGapsAsked, id_: str, gap: Gap, article: Entity | None
) -> list[Put]:
    """Tell who asked, if they may read the answer."""
    asker = bench.told(ASKER, id_, Asker)
    if asker is None or article is None or body.why:
        return []
    if not bench.other_reads(asker.person, article.space):
        return []
    told = AnsweredGap(gap.query, body.article, bench.at, body.title)
    return [Put(ANSWERED, id_, f"~{asker.person}", "", written(told))]


def _wrong(bench: Bench, body: CloseGapsAsked, article: Entity | None) -> Outcome | None:
    if not body.proofs or len(body.proofs) > MOST:
        return refused("malformed", f"Close one gap or more, and at most {MOST}. Divide them.")
    if body.why.strip():
        return None
    if article is None or article.body is None or not bench.reads(article.space):
        return refused("not_found", "There is no such article for you. Choose another.")
    if not all(BEST <= one.rank <= WORST for one in body.proofs):
        sentence = f"A gap closes when its query finds the article among the first {WORST}. "
        return refused("not_proved", sentence + "Mend the article, and try again.")
    return None

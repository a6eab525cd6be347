"""A desk in an office where people write: suggestions, remarks and answers as a server sends them.

For windows and pictures, upon `signed_in`: whose desk it is decides what is theirs. Texts are made
from those of the sample base, so that what is compared is real.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kbdesk.services.connected.reading_on import parser
from kbdesk.services.workspace import Workspace
from sync.protocol.bodies import editing as wire
from tests.support.signed_in import Server

ANA = "ines.carlier"
BOX = "facturation/remboursement"
SHELVES = ("facturation", "fibre", "mobile", "resiliation", "contrats", "materiel")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Office:
    """Lets suggestions and remarks come to one desk."""

    def __init__(self, workspace: Workspace, now: datetime, *, writes: bool) -> None:
        self._workspace = workspace
        self._now = now
        self.server = Server(workspace, now)
        self.server.colleagues()
        with workspace.kb.writing() as connection:
            for shelf in SHELVES:
                connection.execute(
                    "INSERT OR REPLACE INTO spaces (space, cursor, sweeping, epoch, title, head,"
                    " may_write) VALUES (?, 1, 0, 'e', ?, 1, ?)",
                    (shelf, shelf.capitalize(), int(writes)),
                )

    def text(self, article: str) -> str:
        """Return what is published of an article."""
        found = self._workspace.entities.one("article", article)
        assert found is not None
        return found.body

    def publish(self, article: str, changes: Mapping[str, str]) -> None:
        """Let somebody publish other words for some of an article."""
        workspace = self._workspace
        path = workspace.articles.path_of(article)
        text = _replaced(self.text(article), changes)
        workspace.articles.put_all([parser(workspace.kb)(text, path, _of(article))])

    def suggest(  # noqa: PLR0913  # a suggestion as it is
        self,
        id_: str,
        article: str,
        changes: Mapping[str, str] | None,
        ago: timedelta,
        *,
        by: str = ANA,
        base: Mapping[str, str] | None = None,
        own: bool = False,
        **more: object,
    ) -> None:
        """Let a suggestion come: words to be replaced in the text, None to take it out."""
        now = self.text(article)
        start = _replaced(now, base or {})
        mine = None if changes is None else _replaced(start, changes)
        kind, space = (
            ("own_suggestion", f"~{by}") if own else ("suggestion", f"+edit.{_of(article)}")
        )
        body = wire.Suggestion(
            article, _of(article), by, (self._now - ago).isoformat(), mine,
            base_rev=1, rev=1, base=start,
            **({"verdict": "clash" if base else "fresh"} | more),  # type: ignore[arg-type]
        )  # fmt: skip
        self.server.put(kind, id_, body, space)

    def remark(
        self, id_: str, article: str, kind: str, text: str, ago: timedelta, *, by: str = ANA,
        own: bool = False, **more: object,
    ) -> None:  # fmt: skip
        """Let a remark come."""
        at = (self._now - ago).isoformat()
        name, space = ("own_feedback", f"~{by}") if own else ("feedback", f"+edit.{_of(article)}")
        body = wire.Feedback(article, kind, by, at, at, text=text, rev=1, **more)  # type: ignore[arg-type]
        self.server.put(name, id_, body, space)

    def take_part(self, article: str, words: str, decided: str) -> None:
        """Publish one of the changes of FIRST, to the credit of who proposed it."""
        self.publish(article, {words: FIRST[words]})
        rev = self._workspace.versions.present(article)
        credit = wire.Credit(article, rev, ANA, "julien.perrot", decided)
        self.server.put("credit", f"{article}@{rev}", credit, _of(article))

    def reply(
        self, text: str, ago: timedelta, state: str = "done", by: str = "julien.perrot"
    ) -> tuple[wire.Reply, ...]:
        """Make the answer to a remark, or a word about a suggestion."""
        at = (self._now - ago).isoformat()
        return (wire.Reply(by, at, state, text),)

    def discussed(self) -> tuple[wire.Reply, ...]:
        """Make a question back about a suggestion, and its answer."""
        question = self.reply("Depuis quelle date, et pour quels clients ?", 50 * MINUTE, "open")
        answer = "Depuis le 1er novembre, pour tous : c’est écrit dans les conditions."
        return (*question, *self.reply(answer, 20 * MINUTE, "open", ANA))

    def author(self) -> None:
        """Fill the queues of somebody who writes on all shelves."""
        self.suggest(
            "s1", BOX, FIRST, 1 * HOUR, by=ANA,
            comment="L’écart peut dater de 24 mois depuis le 1er novembre.",
        )  # fmt: skip
        self.suggest("s2", "mobile/portabilite", {"RIO": "numéro RIO"}, 3 * HOUR, by="paul.nguyen",
                     comment="Les clients ne savent pas ce qu’est le RIO.")  # fmt: skip
        self.suggest("s3", "contrats/changement-titulaire", {"72 heures": "24 heures"}, 2 * DAY,
                     by="lea.roussel", base={"48 heures": "72 heures"})  # fmt: skip
        self.suggest("s4", "materiel/repeteur", None, 4 * DAY, by="hugo.marchand",
                     comment="On ne le vend plus depuis octobre.")  # fmt: skip
        self.remark("f1", BOX, "outdated", "Le délai n’est plus le bon.", 30 * HOUR, by=ANA,
                    query="remboursement délai")  # fmt: skip
        self.remark("f2", BOX, "outdated", "Pareil chez moi ce matin.", 2 * HOUR, by="omar.diallo")
        self.remark(
            "f3",
            "fibre/wifi",
            "unclear",
            "Quel bouton sur la box 6 ?",
            5 * HOUR,
            by="hugo.marchand",
        )
        self.remark("f4", "mobile/esim", "thanks", "Parfait pour l’appel de ce matin.", 6 * HOUR,
                    by="lea.roussel")  # fmt: skip

    def agent(self) -> None:
        """Give somebody a week of contributions with their answers, once."""
        if self._workspace.entities.one("own_suggestion", "o1") is not None:
            return  # another shape of the same window
        decided = (self._now - 3 * HOUR).isoformat()
        self.suggest(
            "o1", BOX, FIRST, 1 * DAY, own=True, state="partly accepted", decided_at=decided,
            decided_by="julien.perrot", comment="L’écart peut dater de 24 mois.",
            why="La messagerie, oui. Le délai de 12 mois reste : il protège les clients pros.",
        )  # fmt: skip
        self.take_part(BOX, "jamais par téléphone", decided)
        self.suggest("o2", "mobile/portabilite", {"RIO": "numéro RIO"}, 2 * HOUR, own=True,
                     comment="Plus clair pour les clients.")  # fmt: skip
        self.remark("r1", "fibre/wifi", "unclear", "Quel bouton sur la box 6 ?", 2 * DAY, own=True,
                    state="done", replies=self.reply("La photo y est.", 5 * HOUR))  # fmt: skip
        self.remark("r2", "mobile/esim", "missing", "Le cas du second téléphone.", 3 * DAY,
                    own=True)  # fmt: skip


FIRST = {
    "moins de 12 mois": "moins de 24 mois",
    "jamais par téléphone": "jamais par téléphone ni par messagerie",
}


def _of(article: str) -> str:
    return article.partition("/")[0]


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        text = text.replace(old, new)
    return text

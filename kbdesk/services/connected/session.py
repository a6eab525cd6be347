"""Signing in and out, and whose work is whose on a profile that has seen more than one person.

A profile is one person's folder. Nothing stops another from signing in, but what the first one did
stays theirs: it waits for them, is told of, and is never sent under another name (G5). What the
new one may not read goes before they can see it.
"""

import socket
from dataclasses import dataclass

from kbdesk.errors import NotSignedIn, OtherProfile, ServerTrouble
from kbdesk.services.connected import downloads
from kbdesk.services.connected.account import Account, Accounts
from kbdesk.services.connected.front_door import FrontDoor
from kbdesk.services.workspace import Workspace
from sync.client.ports import SignedOut, SyncTrouble
from sync.protocol import wire


@dataclass(frozen=True, slots=True)
class Welcome:
    """A sign-in that worked; `notes` are sentences that the person should read."""

    account: Account
    notes: tuple[str, ...] = ()


class Session:
    """The sign-in of one profile."""

    def __init__(self, workspace: Workspace, door: FrontDoor) -> None:
        self._workspace = workspace
        self._accounts = Accounts(workspace.profile)
        self._door = door

    def account(self) -> Account | None:
        """Return whose profile this is, None while it is local."""
        return self._accounts.read()

    def token(self) -> str:
        """Return the token, or raise `NotSignedIn`."""
        account = self.account()
        token = self._accounts.token()
        if account is None or token is None:
            raise NotSignedIn(account.url if account else "URL", account.person if account else "")
        return token

    def sign_in(
        self, url: str, user: str, password: str, *, device: str = "", replace_base: bool = False
    ) -> Welcome:
        """Sign in; raise `OtherProfile` when a base from files would have to give way unasked."""
        self._refuse_a_local_base(replace_base=replace_base)
        before = self._workspace.outbox.identity()
        url, device = full_address(url), device or socket.gethostname()
        session = self._ask(url, user, password, device)
        person = session.person
        account = Account(
            url=url, server=session.server, person=person.name, role=person.role,
            full_name=person.full_name, device=device,
            expires=session.expires,
        )  # fmt: skip
        self._workspace.become(session.server, person.name, session.spaces)
        if before != (session.server, person.name):
            downloads.clear(self._workspace.profile)  # of another person, or for nobody
        kept = self._accounts.keep(account, session.token)
        return Welcome(kept, tuple(self._notes(before, kept)))

    def _ask(self, url: str, user: str, password: str, device: str) -> wire.Session:
        try:
            return self._door.sign_in(url, user, password, device)
        except SignedOut as trouble:
            raise ServerTrouble(trouble.sentence, state="signed out") from trouble
        except SyncTrouble as trouble:
            raise ServerTrouble(trouble.sentence, f"Check the address {url}.") from trouble

    def sign_out(self) -> Account:
        """End the session here, and at the server if it can be reached; nothing else goes."""
        account = self.account()
        if account is None:
            raise NotSignedIn("URL", "")
        token = self._accounts.token()
        self._accounts.forget_token()
        if token is not None:
            self._door.sign_out(account.url, token)
        return account

    def end(self) -> None:
        """Note that the server has ended the session: what waits goes on waiting."""
        self._accounts.forget_token()

    def learn(self, role: str) -> None:
        """Keep what the server last said of this person."""
        self._accounts.learn(role)

    def _refuse_a_local_base(self, *, replace_base: bool) -> None:
        count = self._workspace.articles.count()
        if self.account() is None and count and not replace_base:
            raise OtherProfile(
                f"This profile holds {count} articles that came from files; "
                "the server's base would take their place.",
                "Use a profile of its own (--profile DIR), or add --replace-base.",
            )

    def _notes(self, before: tuple[str, str] | None, now: Account) -> list[str]:
        counts = self._workspace.outbox.counts()
        notes = [
            f"{count} things that {person or 'somebody'} did here wait until "
            f"{person or 'they'} signs in again; they are not sent as {now.person}."
            for person, count in sorted(counts.others.items())
        ]
        if before is not None and before != (now.server, now.person) and not notes:
            notes.append(f"This was the profile of {before[1]}.")
        return notes


def full_address(url: str) -> str:
    """Complete an address as people type it; only this machine is spoken to without TLS unasked."""
    url = url.strip().rstrip("/")
    if "://" in url:
        return url
    near = url.split(":")[0] in {"localhost", "127.0.0.1"}
    return f"{'http' if near else 'https'}://{url}"

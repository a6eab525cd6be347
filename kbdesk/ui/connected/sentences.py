"""The connection in words: how level the desk is, what to do, what was refused and why."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from kbdesk.core.lease import Lease, Level
from kbdesk.services.connected.sync_facts import Activity, Entry, Refusal, SyncFacts, Welcome

MEGABYTE = 1_000_000
UNREADABLE = frozenset({"malformed", "id", "kind", "path", "unacceptable", "damaged"})


class Sentences(QObject):
    """The words; one instance serves all, and its methods are the functions of this module."""

    # ages

    def ago(self, moment: datetime, now: datetime) -> str:
        """Say how long ago something was, in the fewest letters."""
        minutes = int((now - moment).total_seconds() // 60)
        if minutes < 1:  # also a moment still to come, by a clock that was moved
            return self.tr("just now")
        if minutes < 60:
            return self.tr("%n min ago", "", minutes)
        hours = minutes // 60
        return (
            self.tr("%n h ago", "", hours) if hours < 48 else self.tr("%n d ago", "", hours // 24)
        )

    def span(self, length: timedelta) -> str:
        """Say how long something lasted, in the fewest letters."""
        minutes = int(abs(length).total_seconds() // 60)
        if minutes < 60:
            return self.tr("%n min", "", minutes)
        hours = minutes // 60
        return self.tr("%n h", "", hours) if hours < 48 else self.tr("%n d", "", hours // 24)

    def age(self, lease: Lease) -> str:
        """Say that a copy is old, and what that means; "" for a fresh one."""
        if lease.level is Level.FRESH or lease.age is None:
            return ""
        told = {
            Level.AGEING: self.tr("Not synced for %1: this may be out of date."),
            Level.LOCKED: self.tr("Locked, because not synced for %1."),
        }
        return told[lease.level].replace("%1", self.span(lease.age))

    def clock(self, off: timedelta) -> str:
        """Say that the clock of the machine is wrong."""
        told = (
            self.tr("The clock of this computer is %1 ahead. Ages are counted without it.")
            if off > timedelta(0)
            else self.tr("The clock of this computer is %1 behind. Ages are counted without it.")
        )
        return told.replace("%1", self.span(off))

    def tight(self) -> str:
        """Say that the disk is full and what is still kept."""
        return self.tr(
            "The disk is full. What you write still goes into a reserve; free some room soon."
        )

    def next_try(self, moment: datetime, now: datetime) -> str:
        """Say when the next try is."""
        seconds = (moment - now).total_seconds()
        if seconds < 1:
            return self.tr("Next try: now.")
        if seconds < 90:
            text = self.tr("%n s", "", max(1, round(seconds / 10) * 10))
        else:
            text = self.tr("%n min", "", round(seconds / 60))
        return self.tr("Next try in %1 at most.").replace("%1", text)

    # the line

    def line(self, facts: SyncFacts, now: datetime) -> str:
        """Say the state in a few words, for the line at the foot."""
        success = facts.last_success
        told = {
            "never": self.tr("First copy to come"),
            "signed out": self.tr("Signed out: sign in again"),
            "too old": self.tr("kbdesk must be updated"),
            "no room": self.tr("The disk is full"),
            "intercepted": self.tr("The network wants a sign-in"),
            "patience": self.tr("The server asks for patience"),
        }
        if facts.state in told:
            return told[facts.state]
        if facts.state == "offline":
            if success is None:
                return self.tr("Server out of reach")
            return self.tr("Offline, synced %1").replace("%1", self.ago(success, now))
        if success is None:
            return ""
        return self.tr("Synced %1").replace("%1", self.ago(success, now))

    def waiting(self, count: int) -> str:
        """Say how much waits to be sent."""
        return self.tr("%n to send", "", count)

    def refused(self, count: int) -> str:
        """Say how much was not taken."""
        return self.tr("%n not taken", "", count)

    # the page

    def state(self, facts: SyncFacts) -> str:
        """Say the state in one sentence."""
        told = {
            "local": self.tr("This computer works by itself."),
            "never": self.tr("The first copy is still to come."),
            "offline": self.tr("The server cannot be reached."),
            "patience": self.tr("The server asks for patience."),
            "intercepted": self.tr("The network answers in place of the server."),
            "signed out": self.tr("Your session has ended."),
            "too old": self.tr("This kbdesk is too old for the server."),
            "no room": self.tr("The disk is full."),
        }
        if facts.state in told:
            return told[facts.state]
        if facts.refused:
            return self.tr("%n thing(s) of yours not taken.", "", len(facts.refused))
        if facts.waiting:
            return self.tr("%n thing(s) still to be sent.", "", len(facts.waiting))
        if facts.unread:
            return self.tr("%n article(s) still to be read in.", "", facts.unread)
        if facts.state == "behind":
            return self.tr("A part of what is new is still on its way.")
        return self.tr("All is up to date.")

    def remedy(self, facts: SyncFacts) -> str:
        """Say what it means, and what to do."""
        return {
            "local": self.tr(
                "Nothing leaves it. With a server, the base is that of your team and stays level."
            ),
            "never": self.tr("It comes by itself as soon as the server answers."),
            "patience": self.tr(
                "It has much to do just now. What you write is kept, and goes by itself."
            ),
            "offline": self.tr(
                "Read and search as usual. What you write is kept, and goes by itself."
            ),
            "intercepted": self.tr(
                "Open any page in your browser: the network may want you to sign in to it first."
            ),
            "signed out": self.tr("Sign in again: what waits is kept, and goes then."),
            "too old": self.tr("Have it updated. Reading goes on, and what waits is kept."),
            "no room": self.tr("Free some room. It then goes on by itself."),
        }.get(facts.state, self._remedy_when_connected(facts))

    def _remedy_when_connected(self, facts: SyncFacts) -> str:
        if facts.refused:
            return self.tr("It is kept here until you decide: see below.")
        if facts.waiting:
            return self.tr("It goes by itself; there is nothing to do.")
        if facts.unread:
            return self.tr("They can be opened already; search finds them in a moment.")
        return ""

    def entry(self, of: Entry) -> str:
        """Name what was done, and about what."""
        about = self.tr("“%1”").replace("%1", of.about) if of.about else ""
        names = {
            "publish": self.tr("Publish %1"),
            "retire": self.tr("Take out %1"),
            "announce": self.tr("Announce %1"),
            "not_found": self.tr("Not found: %1"),
            "feedback": self.tr("Remark: %1"),
            "answer_feedback": self.tr("Answer: %1"),
            "discuss": self.tr("Answer: %1"),
            "take_back": self.tr("Take back"),
        }
        return names.get(of.kind, f"{of.kind} %1").replace("%1", about).strip()

    def reason(self, of: Entry) -> str:
        """Say why something was not taken, and what can be done; else the server's own words."""
        told = {
            "conflict": self.tr(
                "Somebody changed this article meanwhile. Your text is kept at the server, "
                "for whoever looks after the base to compare."
            ),
            "gone": self.tr(
                "This article was taken out meanwhile. Your text is kept at the server, "
                "for whoever looks after the base to decide."
            ),
            "forbidden": self.tr(
                "You may not write in this space. Ask whoever looks after the base, "
                "then send it again."
            ),
            "answered": self.tr("It was answered before it could be taken back."),
            "not_yours": self.tr("Another person has sent the same thing."),
            "unknown_kind": self.tr("The server does not know this act yet: it must be updated."),
            "no_space": self.tr("This space is not there any more, or not yours to see."),
            "too_large": self.tr("It is too large for the server. Make it shorter."),
            "id_taken": self.tr("Something else in the base has this name. Choose another."),
            "not_found": self.tr("It is not in the base any more: nothing is left to do."),
            "server_fault": self.tr("The server failed over it. Send it again a little later."),
        }
        if of.code in UNREADABLE:
            return self.tr(
                "The server cannot read it. Keep it in a file, and show that to whoever "
                "looks after kbdesk."
            )
        return told.get(of.code) or of.reason or self.tr("The server gave no reason.")

    # going on

    def activity(self, of: Activity) -> str:
        """Say what is being done and how far."""
        counted = of.total > 0 and of.stage not in {"asking", "checking"}
        told = {
            "importing": self.tr("Bringing in: %1 of %2"),
            "sending": self.tr("Sending: %1 of %2"),
            "fetching": self.tr("Copying: %1 of %2"),
            "downloading": self.tr("Copying: %1 of %2 MB"),
            "reading": self.tr("Making searchable: %1 of %2"),
        }
        if counted and of.stage in told:
            done, total = self._amounts(of)
            return told[of.stage].replace("%1", done).replace("%2", total)
        plain = {
            "importing": self.tr("Bringing in…"),
            "sending": self.tr("Sending…"),
            "checking": self.tr("Comparing with the server…"),
            "attachments": self.tr("Fetching pictures…"),
            "fetching": self.tr("Copying…"),
        }
        return plain.get(of.stage, self.tr("Asking the server…"))

    def _amounts(self, of: Activity) -> tuple[str, str]:
        if of.stage == "downloading":
            return self._decimal(of.done / MEGABYTE), self._decimal(of.total / MEGABYTE)
        return self._number(of.done), self._number(of.total)

    def _number(self, count: int) -> str:
        return f"{count:,}".replace(",", self.tr(",", "between thousands"))

    def _decimal(self, amount: float) -> str:
        return f"{amount:.1f}".replace(".", self.tr(".", "before decimals"))

    # signing in

    def refusal(self, of: Refusal) -> str:
        """Say why nobody could sign in, and what to do."""
        return {
            "password": self.tr("Name and password do not fit. Type the password again."),
            "unreachable": self.tr("Nothing answers at this address. Check it, and your network."),
            "certificate": self.tr(
                "The certificate of this server is not trusted here. Show this to your IT: %1"
            ).replace("%1", of.details),
            "stranger": self.tr(
                "Something answers at this address, but it is not a kbdesk server. "
                "Check the address."
            ),
            "portal": self.tr(
                "A web page answers in place of the server. Your network may want you to sign in "
                "to it first: open any page in your browser, then try again."
            ),
            "too old": self.tr("This kbdesk and this server do not fit: one must be updated."),
            "busy": self.tr("The server asks for a moment of patience. Try again in a minute."),
            "base": self.tr(
                "This computer holds a base brought in from files. The one of the server would "
                "take its place; the files themselves stay where they are."
            ),
        }.get(of.kind, self.tr("That did not work, and the fault is ours. Try again."))

    def welcome(self, of: Welcome) -> str:
        """Say what the new person should know of the one before; "" for nothing."""
        told = [self.others(person, count) for person, count in sorted(of.others.items())]
        if of.before and not told:
            told.append(self.tr("Until now this was the desk of %1.").replace("%1", of.before))
        return " ".join(told)

    def others(self, person: str, count: int) -> str:
        """Say whose work waits under another name."""
        name = person or self.tr("somebody")
        text = self.tr("%n thing(s) of %1 wait here until they sign in again.", "", count)
        return text.replace("%1", name)


_sentences = Sentences()
span, age, clock = _sentences.span, _sentences.age, _sentences.clock
tight = _sentences.tight
ago, next_try, line = _sentences.ago, _sentences.next_try, _sentences.line
waiting, refused = _sentences.waiting, _sentences.refused
state, remedy = _sentences.state, _sentences.remedy
entry, reason, activity = _sentences.entry, _sentences.reason, _sentences.activity
refusal, welcome, others = _sentences.refusal, _sentences.welcome, _sentences.others

"""The words of the Now screen that several of its widgets say."""

from PySide6.QtCore import QObject

from kbdesk.core.cards import ContactCard, Why
from kbdesk.core.contact import Caller, Contact, Phase
from kbdesk.ui.now import telling

WHYS = 2  # reasons told for one card: the strongest
LONGEST = 80  # characters of one reason


class NowWords(QObject):
    """The words; one instance serves all, and its methods are the functions of this module."""

    def state(self, phase: Phase) -> str:
        """Name where a contact stands."""
        return {
            Phase.RINGING: self.tr("Ringing"),
            Phase.TALKING: self.tr("On the line"),
            Phase.HELD: self.tr("On hold"),
            Phase.WRAPPING: self.tr("After the call"),
        }[phase]

    def queue(self, title: str) -> str:
        """Name the queue a contact came by."""
        return self.tr("Queue %1").replace("%1", title) if title else ""

    def who(self, contact: Contact) -> str:
        """Name the customer, or say calmly that nobody knows."""
        if name := telling.told_name(contact):
            return name
        if telling.withheld(contact):
            return self.tr("Withheld number")
        return telling.number(contact) or self.tr("Unknown customer")

    def trust(self, contact: Contact) -> str:
        """Say how sure it is who is on the line."""
        if telling.withheld(contact):
            return self.tr("ask who it is")
        if contact.verified:
            return self.tr("identity verified")
        if contact.phone is None:
            return ""
        if contact.caller is None and not contact.matches:
            return self.tr("unknown number")
        return self.tr("unverified")

    def customer(self, caller: Caller) -> str:
        """Say what a customer has, and since when."""
        year = telling.year(caller.since)
        since = self.tr("with us since %1").replace("%1", year) if year else ""
        return "\u00a0· ".join(part for part in (caller.product, since) if part)

    def reason(self, why: Why) -> str:
        """Say one reason why a card is here."""
        text = why.text[:LONGEST]
        told: dict[str, str] = {
            "rule": text,
            "queue": self.queue(text),
            "intent": self.tr("Reason given: “%1”").replace("%1", text),
            "tag": self.tr("Customer: %1").replace("%1", text),
            "account": text,
            "words": self._heard(text),
            "use": self.tr("Often of use here"),
        }
        return told.get(why.source, text)

    def _heard(self, text: str) -> str:
        if not text:
            return self.tr("The customer's words")
        return self.tr("Customer's words: “%1”").replace("%1", text)

    def reasons(self, card: ContactCard, most: int = WHYS) -> str:
        """Say why a card is here, the strongest reasons first."""
        said = list(dict.fromkeys(self.reason(why) for why in card.why))
        return " · ".join([text for text in said if text][:most])

    def copy(self) -> str:
        """Name the act of copying what to say."""
        return self.tr("Copy")

    def copied(self) -> str:
        """Say that it is on the clipboard."""
        return self.tr("Copied")

    def copy_sentence(self) -> str:
        """Name the act of copying in full, for who cannot see what stands beside it."""
        return self.tr("Copy what to say")

    def quoted(self, sentence: str) -> str:
        """Write a sentence to say between the quotes of the language."""
        return self.tr("“%1”").replace("%1", sentence) if sentence else ""


_words = NowWords()
state, queue, who, trust = _words.state, _words.queue, _words.who, _words.trust
customer, reason, reasons, quoted = (
    _words.customer, _words.reason, _words.reasons, _words.quoted
)  # fmt: skip
copy, copied, copy_sentence = _words.copy, _words.copied, _words.copy_sentence

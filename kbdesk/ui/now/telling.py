"""What the panel tells of a contact, as plain values: how long, who, whom to choose. Qt-free."""

from datetime import datetime

from kbdesk.core.contact import Contact, Phase


def since(contact: Contact) -> datetime:
    """Return the moment from which the running time counts: ring, answer, or end."""
    if contact.phase is Phase.WRAPPING:
        return contact.ended or contact.began
    if contact.phase is Phase.RINGING:
        return contact.began
    return contact.answered or contact.began


def running(begun: datetime, now: datetime) -> str:
    """Write a time that runs: 02:14, or 1:02:14; a clock set back shows 00:00."""
    seconds = max(0, int((now - begun).total_seconds()))
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def asks_who(contact: Contact, nobody: str = "") -> bool:
    """Return whether it may be one of several, and nobody has said which.

    `nobody` is the key of the contact of which it was said that it is none of them.
    """
    return contact.caller is None and bool(contact.matches) and contact.key != nobody


def alike(contact: Contact) -> bool:
    """Return whether the number is only like those of the customers it could be."""
    e164 = contact.phone.e164 if contact.phone is not None else ""
    return not any(e164 in caller.phones for caller in contact.matches)


def withheld(contact: Contact) -> bool:
    return contact.phone is not None and contact.phone.kind == "withheld"


def told_name(contact: Contact) -> str:
    """Return who it is: the customer known here before what the telephone says; "" for nobody."""
    if contact.caller is not None:
        return contact.caller.name
    return contact.name


def year(since: str) -> str:
    """Return the year of a day, or what was written in its place."""
    return since[:4] if since[:4].isdecimal() else since


def number(contact: Contact) -> str:
    """Return the number as a person writes it, "" when there is none to show."""
    if contact.phone is None or contact.phone.kind == "withheld":
        return ""
    return contact.phone.shown

"""What went wrong with the connection, for whoever looks after it: by its code, in our words.

The server and the way to it speak English, for logs; a fault that has no code here is told so.
"""

from PySide6.QtCore import QObject

from kbdesk.services.connected.sync_facts import SyncFacts


class ConnectionFaults(QObject):
    """The sentences; one instance serves all."""

    def last(self, facts: SyncFacts) -> str:
        """Say why the last try failed, "" where it did not."""
        return self._told().get(facts.trouble_code, facts.trouble)

    def _told(self) -> dict[str, str]:
        return {
            "unreachable": self.tr("The server could not be reached."),
            "silent": self.tr("The server took the connection and did not answer."),
            "damaged": self.tr("What came is not what the server sent. Nothing was changed."),
            "stranger": self.tr("What answers at this address is not a kbdesk server."),
            "stale": self.tr("The server had changed meanwhile. It is asked again."),
            "intercepted": self.tr("The network answered in place of the server."),
            "proxy": self.tr("The proxy cannot be reached, or does not let us through."),
            "proxy_password": self.tr("The proxy wants a password."),
            "certificate": self.tr("The certificate of the server is not trusted here."),
            "busy": self.tr("The server asked for patience."),
            "signed_out": self.tr("The session has ended."),
            "too_old": self.tr("This kbdesk and the server do not fit: one must be updated."),
            "disagreed": self.tr("The server refused a request. Its log says which."),
            "unacceptable": self.tr("The server refused what a request carried. See its log."),
            "no_room": self.tr("The disk was full."),
            "sweep_held": self.tr("Too much would have gone at once: the copy stays as it is."),
        }

    def alert(self, code: str, about: str, sentence: str) -> str:
        """Say what a comparison of the copy with the server has found."""
        told = {
            "differs": self.tr(
                "The copy of “%1” differs from that of the server. It is compared again."
            )
        }.get(code, sentence)
        return told.replace("%1", about)


_faults = ConnectionFaults()
last, alert = _faults.last, _faults.alert

"""Addresses that prove themselves: pages and snapshots that nginx may hand out without asking.

The signature is what nginx checks with `secure_link_md5 "$secure_link_expires $arg_epoch $space
$kbdesk_key"`: MD5 is what that module has, and here it only needs to be hard to make up without
the key, which stands last so that nothing can be appended. The epoch is in it because a restored
server writes other pages under the same numbers. It covers a space, not a person: whoever may read
the space gets the same one, so the cache has one copy. It ends within `seconds`, and that is how
long a copied address outlives a right that was withdrawn; `heads` gives a fresh one.
"""

import base64
import hashlib
import hmac
import time
from collections.abc import Callable


class Signer:
    """Makes and checks signatures. All processes of one server share the key."""

    def __init__(self, key: str, seconds: int, clock: Callable[[], float] = time.time) -> None:
        self._key = key
        self._seconds = seconds
        self._clock = clock

    def query(self, epoch: str, space: str) -> str:
        """Return what the addresses of a space end in, the same for all for half its time."""
        half = self._seconds // 2
        expires = (int(self._clock()) // half + 2) * half
        return f"?epoch={epoch}&exp={expires}&sig={self._signature(epoch, space, str(expires))}"

    def holds(self, epoch: str, space: str, expires: str, signature: str) -> bool:
        if not (expires.isascii() and expires.isdigit() and len(expires) < 16):
            return False
        sound = hmac.compare_digest(
            self._signature(epoch, space, expires).encode(),
            signature.encode("utf-8", "surrogatepass"),
        )
        return sound and int(expires) >= self._clock()

    def _signature(self, epoch: str, space: str, expires: str) -> str:
        text = f"{expires} {epoch} {space} {self._key}".encode("utf-8", "surrogatepass")
        digest = hashlib.md5(text, usedforsecurity=False).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")

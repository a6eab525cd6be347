"""When two texts count as the same text, for both sides."""

import unicodedata


def normal(text: str) -> str:
    """Bring a text to the form in which texts are compared: NFC, LF, a final newline."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return plain if not plain or plain.endswith("\n") else plain + "\n"


def text_sha256(text: str | None) -> str:
    """Hash a text by what it says, to the letter but for how its lines end; "" for none."""
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    if text is None:
        return ""
    return hashlib.sha256(normal(text).encode("utf-8", "surrogatepass")).hexdigest()

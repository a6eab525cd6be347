"""The HTTP side of the central server: bytes in, bytes out, and nothing decided here."""

"""The contact in hand: who it is, what to say now, the note, and how it ends."""

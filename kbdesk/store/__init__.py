"""The databases of a profile: kb.db, which can be made again, and user.db, which cannot."""

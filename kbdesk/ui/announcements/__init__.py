"""Announcements: mine, the strip of a critical one, writing one, and how far it came."""

"""The names of the four live screens, and who has the last of them. Qt-free."""

ANNOUNCEMENTS, LEARN, CONTRIBUTIONS, STEER = "announcements", "learn", "contributions", "steer"
STEERING = frozenset({"supervisor", "author", "admin"})
PLACES = (ANNOUNCEMENTS, LEARN, CONTRIBUTIONS, STEER)

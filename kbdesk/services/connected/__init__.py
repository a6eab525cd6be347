"""The desk and its server: signing in, keeping level, sending, and what is said of it."""

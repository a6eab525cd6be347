"""Steering: what is missing, what to verify, what waits, and how people learn."""

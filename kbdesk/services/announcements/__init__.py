"""Announcements: sending, meeting, confirming and counting them."""

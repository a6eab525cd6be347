"""What desks and the central server say to each other, and both of their sides.

Knows neither kbdesk nor Qt, so that a server installs without a desk.
"""

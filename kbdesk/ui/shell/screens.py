"""The screens of the window, in the order of the rail and of the menu.

A screen that is not here does not exist for rail, menu or palette. `act` names its key and its
words; what makes the screen is the window's business, and so is who has which.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its name, its icon, the act that shows it, and where it stands."""

    name: str
    icon: str
    act: str
    at_foot: bool = False
    in_rail: bool = True


SCREENS = (
    Screen("search", "magnifying-glass", "show_search"),
    Screen("now", "headset", "show_now"),
    Screen("announcements", "megaphone", "show_announcements"),
    Screen("learn", "graduation-cap", "show_learn"),
    Screen("contributions", "pencil", "show_contributions"),
    Screen("steer", "chart-bar", "show_steer"),
    Screen("settings", "sliders-horizontal", "settings", at_foot=True),
    Screen("help", "question", "help", at_foot=True),
    Screen("sync", "arrows-clockwise", "sync", in_rail=False),  # the line at the foot leads there
)

"""The shell around the screens: acts, palette, docking, tray, drops, undo, what went wrong."""

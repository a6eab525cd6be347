"""The list of what was found: its rows, how they are asked for, shown and painted."""

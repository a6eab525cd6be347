"""Engines measured side by side, each in a process and, where needed, a Python of its own."""

"""What people write: the editor, their contributions, remarks, and deciding about what came in."""

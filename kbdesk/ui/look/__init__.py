"""How it looks: tokens, theme, palette, style sheet and icons; all that is on screen wears it."""

"""The contact in hand: where calls come from, who is calling, and the cards that fit."""

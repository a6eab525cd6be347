"""The article on screen: its page, its head, what is found, copied and followed in it."""

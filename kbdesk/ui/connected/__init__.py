"""What the desk shows of its server: signing in, the first copy, the sync page, and their words."""

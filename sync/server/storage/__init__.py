"""Where the server keeps things: one small interface, SQLite or PostgreSQL behind it."""

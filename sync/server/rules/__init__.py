"""What each kind of operation does to what people share: one file per kind."""

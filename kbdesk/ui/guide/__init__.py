"""A guide walked by keys: one question at a time, the choices on digits, the path above them."""

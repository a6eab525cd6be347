"""The desk itself: the only package that knows Qt."""

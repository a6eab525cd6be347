"""Finding and reading: the answers to a question, an article made ready, what it was before."""

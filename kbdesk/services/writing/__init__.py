"""Writing: drafts, suggestions, reviews, remarks, gaps and verifications."""

"""The Tantivy index: what is in it, how it is asked, how it keeps up with the store."""

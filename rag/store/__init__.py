"""Letter -> searchable: passages, vectors, words, and the one writer that keeps them together."""

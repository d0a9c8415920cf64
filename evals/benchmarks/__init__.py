"""Test sets that others made, and speed: how good the encoder and the search are beyond our own questions."""

"""How the encoder and the lexicon were made; needs the `train` extra."""

"""Draft -> verified answer."""

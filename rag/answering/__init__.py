"""Paragraphs -> draft answer."""

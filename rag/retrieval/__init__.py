"""Question -> paragraphs, best first."""

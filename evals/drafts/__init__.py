"""Drafts as a chat model might write them, replayed through the real path: what of them reaches a reader."""

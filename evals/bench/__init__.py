"""Peers on the same work: other ways to find paragraphs, scored on the same questions as this one."""

"""Runs as files that ragas and DeepEval read, and such files as answers or questions of ours."""

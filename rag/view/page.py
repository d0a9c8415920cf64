"""What makes it one page: its style, and the script that brings an opened place into view."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent
ICON = str(_HERE / "icon.png")
STYLE = (_HERE / "page.css").read_text(encoding="utf-8")
SCRIPT = f"<script>{(_HERE / 'page.js').read_text(encoding='utf-8')}</script>"
"""Constant: nothing that comes from a letter, question or answer is ever put into it."""


def signal_html(language: str, turns: int, opened: int) -> str:
    """Tells the script what changed: the language, how many questions were asked, how many places opened."""
    return f'<div class="bw-signal" hidden data-lang="{language}" data-turns="{turns}" data-opened="{opened}"></div>'

"""Parts of a checked claim as HTML. Every text that comes in is escaped here."""

from rag.view.check import CheckView, GateLine
from rag.view.check_strings import ICONS, CheckStrings
from rag.view.text import safe


def heading_html(strings: CheckStrings) -> str:
    """The name of the page and what it is for."""
    title, explains = safe(strings.title), safe(strings.explains)
    return f'<div class="bw-mast" lang="{strings.language}"><h1>{title}</h1><p>{explains}</p></div>'


def verdict_html(seen: CheckView, strings: CheckStrings) -> str:
    """The claim and how it ended: a shape and words, which are read out when they come."""
    ending = strings.endings[seen.verdict]
    decided = " ".join(one.text for one in seen.decided)
    why = f'<p class="bw-why"><b>{safe(strings.decided)}:</b> {safe(decided)}</p>' if decided else ""
    return (
        f'<div class="bw-verdict bw-{seen.verdict.value}" role="status" lang="{strings.language}">'
        f'<p class="bw-claim" lang="{seen.spoken}">{safe(seen.claim)}</p>'
        f"<p>{_sign(ICONS[seen.verdict], strings.verdict)}<strong>{safe(ending.name)}.</strong> "
        f"{safe(ending.meaning)}</p>{why}</div>"
    )


def opening_html(seen: CheckView) -> str:
    """As of which date the letter speaks, and what the quotes below are."""
    words = " ".join(filter(None, (seen.opening, seen.lead)))
    return f'<p class="bw-opening" lang="{seen.language}">{safe(words)}</p>'


def gates_html(seen: CheckView, strings: CheckStrings) -> str:
    """Every gate with its outcome, in the order in which they were asked."""
    return f'<ul class="bw-gates" lang="{seen.language}">{"".join(_gate(one, strings) for one in seen.gates)}</ul>'


def _gate(line: GateLine, strings: CheckStrings) -> str:
    sign, outcome = ("✓", strings.passed) if line.passed else ("✕", strings.failed)
    return f"<li>{_sign(sign, outcome)}{safe(line.text)}</li>"


def _sign(shape: str, meaning: str) -> str:
    """A shape for the eye, and what it means for the ear."""
    return f'<span aria-hidden="true">{shape}</span><span class="bw-unseen">{safe(meaning)}: </span>'

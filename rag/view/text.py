"""Text of letters, questions and answers, made safe to show."""

import html
import re

from rag.answering.model import Answer, Citation
from rag.letters import show_date

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the text around them."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=@])")
_CODE = re.compile(r"(`[^`\n]+`)")


def safe(text: object) -> str:
    """Text for HTML, in an element or a quoted attribute."""
    return html.escape(_CONTROLS.sub("", str(text)), quote=True)


def plain_markdown(text: str) -> str:
    """Text that Streamlit's Markdown shows as it stands: no links, images, colours, formulas or HTML."""
    return _MARKDOWN.sub(r"\\\1", _CONTROLS.sub("", text))


def message_markdown(text: str) -> str:
    """A message of ours: `commands` in backticks stay code, all else is shown as it stands."""
    parts = _CODE.split(text)
    return "".join(part if index % 2 else plain_markdown(part) for index, part in enumerate(parts))


def preview(text: str, limit: int = 130) -> str:
    """The first words of a text, at most `limit` characters, cut between words."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"


_LABELS = {
    "nl": {"question": "Vraag", "answer": "Antwoord", "sources": "Bronnen", "undated": "zonder datum", "note": "noot"},
    "en": {"question": "Question", "answer": "Answer", "sources": "Sources", "undated": "undated", "note": "note"},
}


def quotable(question: str, answer: Answer) -> str:
    """A question, its answer and where that stands, as plain text to paste elsewhere; in the answer's language."""
    labels = _LABELS[answer.language]
    blocks = [f"{labels['question']}: {question.strip()}", f"{labels['answer']}:\n{answer.text or answer.note or ''}"]
    sources = dict.fromkeys(_source(one, answer.language) for claim in answer.claims for one in claim.citations)
    if sources:
        blocks.append("\n".join([f"{labels['sources']}:", *(f"- {source}" for source in sources)]))
    return "\n\n".join(blocks) + "\n"


def _source(citation: Citation, language: str) -> str:
    labels = _LABELS[language]
    day = show_date(citation.date, language) if citation.date else labels["undated"]
    title = citation.title or citation.letter
    place = f", §{citation.paragraph}" if citation.paragraph is not None else ""
    note = f", {labels['note']} {citation.footnote}" if citation.footnote is not None else ""
    return f"{title}, {day} ({citation.letter}){place}{note}"

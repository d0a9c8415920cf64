"""Parts of an answer as HTML. Every text that comes in is escaped here; buttons are drawn by the app."""

from rag.answering.model import Status
from rag.letters import Voice
from rag.view.answer import AnswerView, Group, Line, Near
from rag.view.strings import Strings
from rag.view.text import safe


def welcome_html(strings: Strings) -> str:
    """What a visitor reads before the first question."""
    promises = "".join(f"<li>{safe(promise)}</li>" for promise in strings.promises)
    return (
        f'<div class="bw-welcome" lang="{strings.language}"><h2>{safe(strings.welcome)}</h2><ul>{promises}</ul></div>'
    )


def masthead_html(strings: Strings) -> str:
    """The name of the house and what it is for."""
    return f'<div class="bw-mast" lang="{strings.language}"><h1>Briefwijzer</h1><p>{safe(strings.tagline)}</p></div>'


def question_html(question: str, turn: int, strings: Strings) -> str:
    """A question as typed; `turn` counts from 0."""
    return (
        f'<div class="bw-question" data-turn="{turn}"><span class="bw-unseen">{safe(strings.question)}: </span>'
        f'<p dir="auto">{safe(question.strip())}</p></div>'
    )


def opening_html(view: AnswerView, strings: Strings) -> str:
    """How the answer ended, as of which date its letter speaks, and what its claims are."""
    status = safe(strings.status[view.status])
    chip = f'<span class="bw-chip bw-{view.status.value}" lang="{strings.language}">{status}</span>'
    opening = f'<span class="bw-opening">{safe(view.opening)}</span>' if view.opening else ""
    lead = _lead(view.lead) if view.lead else ""
    unseen = f'<span class="bw-unseen" lang="{strings.language}">{safe(strings.answer)}: </span>'
    return f'<div class="bw-head" lang="{view.language}"><p>{unseen}{chip}{opening}</p>{lead}</div>'


def _lead(lead: str) -> str:
    """Lines that begin with a hyphen are a list."""
    lines = lead.splitlines()
    items = "".join(f"<li>{safe(line[2:])}</li>" for line in lines if line.startswith("- "))
    text = " ".join(line for line in lines if not line.startswith("- "))
    return f'<p class="bw-lead">{safe(text)}</p>' + (f'<ul class="bw-lead">{items}</ul>' if items else "")


def holder_html(group: Group, language: str) -> str:
    """Who holds what follows, with the shape of the voice."""
    shapes = shape_html(group.voice) + (shape_html(group.endorses) if group.endorses else "")
    remark = f'<span class="bw-remark">{safe(group.remark)}</span>' if group.remark else ""
    holder = f"<span>{safe(group.holder or '')}</span>"
    return f'<p class="bw-holder bw-{group.voice.value}" lang="{language}">{shapes}{holder}{remark}</p>'


def line_html(line: Line, language: str) -> str:
    """The letter's words, behind their English or a chat model's wording where there is one."""
    lead = f'<p class="bw-fieldlead">{safe(line.lead)}</p>' if line.lead else ""
    wording = f'<p class="bw-translation" lang="{language}">{safe(line.wording)}</p>' if line.wording else ""
    kind = "bw-quote bw-behind" if line.wording else "bw-quote"
    source = f'<p class="bw-source">{safe(line.source)}</p>' if line.source else ""
    quote = f'<blockquote class="{kind}" lang="nl">«{safe(line.quote)}»</blockquote>'
    return f'<div lang="{language}">{lead}{wording}{quote}{source}</div>'


def note_html(view: AnswerView) -> str:
    """What the answer says instead of, or beside, its claims."""
    kind = "bw-note" if view.groups or view.status is not Status.FAILED else "bw-note bw-trouble"
    return f'<p class="{kind}" lang="{view.language}">{safe(view.note or "")}</p>'


def near_html(near: Near) -> str:
    """The beginning of a paragraph that comes near."""
    heading = f"<b>{safe(near.heading)}</b> " if near.heading else ""
    source = f'<p class="bw-source">{safe(near.source)}</p>' if near.source else ""
    return f'<div><p class="bw-near" lang="nl">{heading}{safe(near.words)}</p>{source}</div>'


def small_html(text: str, language: str) -> str:
    """A small heading or remark of the interface."""
    return f'<p class="bw-small" lang="{language}">{safe(text)}</p>'


def shape_html(voice: Voice) -> str:
    """The shape by which a voice is known even without colour."""
    return f'<span class="bw-shape bw-{voice.value}" aria-hidden="true"></span>'

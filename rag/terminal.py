"""What the command line prints for a person. Lines are wrapped on a terminal and left as they are in a file."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.text import Text

from rag.answering.model import Answer
from rag.letters import Letter, Part

if TYPE_CHECKING:
    from rag.checking.model import Checked
    from rag.doctor import Finding
    from rag.rendering.render import RenderReport
    from rag.store.indexing import IndexReport

_out = Console(highlight=False, markup=False, emoji=False)
_err = Console(stderr=True, highlight=False, markup=False, emoji=False)
_STEPS = {
    "read": "Reading letters",
    "embed": "Embedding passages",
    "store": "Building the index",
    "render": "Rendering in English",
}
"""How the steps of indexing and rendering are called."""


def say(text: str | Text, style: str = "") -> None:
    """Print on standard output."""
    _out.print(text, style=style, soft_wrap=not _out.is_terminal)


def note(text: str) -> None:
    """Print a remark on standard error."""
    _err.print(f"Note: {text}", style="yellow", soft_wrap=not _err.is_terminal)


def complain(text: str) -> None:
    """Print on standard error what is wrong."""
    _err.print(text, style="red", soft_wrap=not _err.is_terminal)


def count(number: int, noun: str) -> str:
    """A number of things in words: "1 letter", "2 letters"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each step while it runs, where standard error is a terminal."""
    tasks: dict[str, TaskID] = {}
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=_err, transient=True, disable=not _err.is_terminal) as progress:

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(_STEPS.get(step, step), total=total)
            progress.update(tasks[step], completed=done, total=total)

        yield show


def print_report(report: "IndexReport") -> None:
    """What a run of `rag index` changed, and what there is now."""
    for problem in report.problems:
        note(problem)
    for label, letters in (("Added", report.added), ("Changed", report.changed), ("Removed", report.removed)):
        if letters:
            say(f"{label}: {', '.join(letters)}")
    if report.is_current:
        say("The index is up to date.")
    letters = report.added + report.changed + report.unchanged
    say(f"{count(len(letters), 'letter')}, {count(report.passages, 'passage')}.")


def print_rendering(report: "RenderReport") -> None:
    """What a run of `rag render` made, what it left out and why, and what to do next."""
    for one in report.left_out:
        note(f"{one.label} is left out: {one.reason}.")
    if report.set_aside:
        say(f"The old rendering is kept as {report.set_aside.name}")
    say(f"{count(report.made, 'text')} rendered, {report.kept} kept, {len(report.left_out)} left out: {report.file}")
    if report.made:
        say("Run `rag index` to search and answer with them.")


def print_answer(answer: Answer) -> None:
    """An answer, with its quotes and citations told apart by colour."""
    say(_coloured(answer.text))


def print_checked(checked: "Checked", letters: Mapping[str, Letter]) -> None:
    """A verdict in words, what the letters say and who says it, and the gates that the claim did not pass."""
    from rag.view.check import check_view
    from rag.view.check_strings import CHECK_STRINGS, ICONS

    seen = check_view(checked, letters)
    strings = CHECK_STRINGS[seen.language]
    ending = strings.endings[seen.verdict]
    say(Text.assemble((f"{ICONS[seen.verdict]} {ending.name}.", "bold"), f" {ending.meaning}"))
    if seen.text:
        say("")
        say(_coloured(seen.text))
    if seen.decided:
        say(f"\n{strings.decided}: {' '.join(one.text for one in seen.decided)}")


def _coloured(answer: str) -> Text:
    text = Text(answer)
    text.highlight_regex("«(?:[^«»]|«[^«»]*»)*»", "green")
    text.highlight_regex(r"\[[^\[\]]*§\d[^\[\]]*\]", "cyan")
    return text


def print_letters(letters: Mapping[str, Letter]) -> None:
    """A line a letter."""
    for one in letters.values():
        length = count(len(one.paragraphs), "paragraph")
        say(Text.assemble((one.id, "bold"), f"  {one.date or 'undated'}  {length}  {one.name}"))


def print_letter(letter: Letter) -> None:
    """A letter under its headings, each paragraph with its number and who holds most of it."""
    say(letter.name, style="bold")
    for part in letter.parts:
        say(_facts(part))
    for heading, paragraphs in groupby(letter.paragraphs, key=lambda paragraph: paragraph.heading):
        if heading:
            say(f"\n{heading}", style="bold")
        for paragraph in paragraphs:
            voice = paragraph.voice.value.replace("_", " ")
            say(Text.assemble((f"\n§{paragraph.number} ", "cyan"), (f"({voice}) ", "dim"), paragraph.text))
            for footnote in paragraph.footnotes:
                say(f"  note {footnote.number}: {footnote.text or 'no text in the file'}", style="dim")
    for problem in letter.problems:
        note(problem)


def _facts(part: Part) -> str:
    """What is known of a part, on one line."""
    signed = part.signatory and f"signed: {part.signatory}"
    facts = (part.name.value.replace("_", " "), str(part.date or "undated"), part.addressee, signed)
    return " · ".join(fact for fact in facts if fact)


def print_finding(finding: "Finding") -> None:
    """A line of the doctor's."""
    sign = ("ok   ", "green") if finding.ok else ("fix  ", "bold red")
    say(Text.assemble(sign, (finding.name, "bold"), f": {finding.detail}"))

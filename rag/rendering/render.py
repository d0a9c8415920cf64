"""The one use case: write an English rendering beside a letter, and go on with one that was begun."""

import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from rag.checking.words import Words
from rag.errors import InputError, first_names
from rag.letters import Letter, Rendering, find_letters, read_letter
from rag.letters.sidecars import RENDERING_ENDING, sha256
from rag.rendering.faithful import fault
from rag.rendering.texts import Text, texts_of
from rag.rendering.translator import Translator

_MADE = " through rag render: machine-made, no person has read it"
"""Ends what a rendering of ours says of its making; another ending is a person's."""
_NOTE = "Unofficial translation, machine-made sentence by sentence and checked by rules. Only the Dutch text counts."
_SET_ASIDE = ".old"

Progress = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A text that got no English, and why."""

    label: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RenderReport:
    """What came of a run."""

    file: Path
    made: int
    kept: int
    """Texts that had their English already."""
    left_out: tuple[LeftOut, ...]
    set_aside: Path | None
    """The copy of the rendering that was replaced by force."""


def find_source(name: str, folder: Path) -> Path:
    """The file of a letter, given as a path or by its id in a folder.

    Raises:
        InputError: there is no such letter; the message names those there are.
    """
    if Path(name).is_file():
        return Path(name)
    files = {file.stem: file for file in find_letters([folder])}
    if name not in files:
        raise InputError(
            f"There is no letter {name!r} in {str(folder)!r}. Give a file, or one of: {first_names(files)}."
        )
    return files[name]


def render_letter(
    source: Path, translator: Translator, *, words: Words, force: bool = False, progress: Progress | None = None
) -> RenderReport:
    """Give English to every text of a letter that has none yet; what does not pass the checks is left out.

    The file is replaced in one step after each text, so a run that is stopped loses nothing and the next one goes on
    from there. `force` begins anew; the rendering that was there is then kept as a copy.

    Raises:
        InputError: the rendering that is there was made by a person, and is not forced.
        LetterError: the letter or what lies beside it cannot be read.
        ChatError: the model cannot be reached, refuses, or takes too long.
    """
    letter = read_letter(source)
    file = source.with_suffix(RENDERING_ENDING)
    set_aside = _set_aside(file) if force and letter.rendering else None
    letter = replace(letter, rendering=None) if force else letter
    models = _models(letter, file)
    texts = list(texts_of(letter))
    kept = sum(text.english is not None for text in texts)
    left_out: list[LeftOut] = []
    for place, text in enumerate(texts):
        if text.english is None:
            english = translator.translate(text)
            if reason := fault(text.dutch, english, words):
                left_out.append(LeftOut(label=text.label, reason=reason))
            else:
                texts[place] = replace(text, english=english)
                _write(file, texts, [*models, translator.name])
        if progress:
            progress("render", place + 1, len(texts))
    made = sum(text.english is not None for text in texts) - kept
    return RenderReport(file=file, made=made, kept=kept, left_out=tuple(left_out), set_aside=set_aside)


def _is_ours(rendering: Rendering) -> bool:
    return rendering.made_by.endswith(_MADE)


def _set_aside(file: Path) -> Path:
    """A copy beside those of earlier runs; the rendering stays in its place until there is a row to replace it."""
    copies = (file.with_name(f"{file.name}{_SET_ASIDE}{number or ''}") for number in count())
    copy = next(copy for copy in copies if not copy.exists())
    copy.write_bytes(file.read_bytes())
    return copy


def _models(letter: Letter, file: Path) -> list[str]:
    """Which models made the rendering so far; raises InputError where a person made it."""
    if letter.rendering is None:
        return []
    if not _is_ours(letter.rendering):
        raise InputError(
            f"{str(file)!r} was made by {letter.rendering.made_by!r}, not by `rag render`. "
            "Keep it, or replace it with --force; a copy is kept then."
        )
    return letter.rendering.made_by.removesuffix(_MADE).split(", ")


def _write(file: Path, texts: Sequence[Text], models: Sequence[str]) -> None:
    """The whole rendering, in one step."""
    made_by = ", ".join(dict.fromkeys(models)) + _MADE
    rows: list[dict[str, object]] = [
        {"made_by": made_by, "date": datetime.datetime.now().astimezone().date().isoformat(), "note": _NOTE}
    ]
    rows += [
        {**text.row, "dutch_sha256": sha256(text.dutch), "text": text.english}
        for text in texts
        if text.english is not None
    ]
    unfinished = file.with_name(f".{file.name}.part")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    try:
        unfinished.write_text(lines, encoding="utf-8", newline="\n")
        unfinished.replace(file)
    except OSError as error:
        raise InputError(f"{str(file)!r} cannot be written: {error.strerror}. Make its folder writable.") from error

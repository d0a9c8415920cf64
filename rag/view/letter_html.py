"""A letter as HTML, with the words of one place highlighted. Every text that comes in is escaped here."""

from collections.abc import Iterable, Iterator, Sequence

from rag.answering.citations import field_text
from rag.answering.model import Field
from rag.letters import Footnote, Letter, Paragraph, Part, Voice, show_date
from rag.view.answer_html import shape_html
from rag.view.place import Place, Span
from rag.view.strings import Strings
from rag.view.text import safe


def letter_html(letter: Letter, place: Place | None, strings: Strings, visit: int) -> str:
    """The whole letter; `visit` counts the places opened, so that the page knows when to scroll."""
    here = place if place and place.letter == letter.id else Place(letter=letter.id)
    body = "".join((_head(letter, here, strings), *_paragraphs(letter, here, strings), _loose(letter, strings)))
    label = safe(f"{strings.letter}: {letter.name}")
    back = f'<button type="button" class="bw-back" lang="{strings.language}">{safe(strings.back)}</button>'
    return (
        f'<section class="bw-letter" role="region" tabindex="0" aria-label="{label}" lang="nl"'
        f' data-visit="{visit}-{strings.language}">{back}{body}</section>'
    )


def has_moved(letter: Letter, place: Place) -> bool:
    """Whether words of the place no longer stand where they were quoted."""
    text = _text_of(letter, place)
    return any(text[span.start : span.end] != span.quote for span in place.spans)


def _text_of(letter: Letter, place: Place) -> str:
    if place.field is not None:
        return field_text(letter, place.field) or ""
    paragraph = letter.paragraph(place.paragraph or 0)
    if paragraph is None or place.footnote is None:
        return paragraph.text if paragraph else ""
    return next((note.text or "" for note in paragraph.footnotes if note.number == place.footnote), "")


def _head(letter: Letter, here: Place, strings: Strings) -> str:
    rows = [row for row in _rows(letter, here, strings) if row]
    english = f'<p class="bw-english" lang="en">{safe(letter.rendering.note)}</p>' if letter.rendering else ""
    title = safe(letter.subject) if letter.subject else _field(letter, Field.TITLE, here)
    return (
        f'<header class="bw-lettertop"><h2>{title}</h2>'
        f"<dl>{''.join(rows)}</dl>{_legend(letter, strings)}{english}</header>"
    )


def _rows(letter: Letter, here: Place, strings: Strings) -> Iterator[str]:
    if letter.subject:
        yield _row(strings.fields[Field.TITLE], _field(letter, Field.TITLE, here), strings)
    date = Field.DATELINE if here.field is Field.DATELINE else Field.DATE
    dateline = _field(letter, date, here)
    shown = show_date(letter.date, strings.language) if letter.date else strings.undated
    yield _row(strings.fields[date], dateline or safe(shown), strings)
    for field in (Field.ADDRESSEE, Field.SIGNATORY):
        yield _row(strings.fields[field], _field(letter, field, here), strings)
    dossier = ", nr. ".join(filter(None, (letter.dossier, letter.number)))
    yield _row(strings.dossier, safe(dossier), strings)
    yield _row(strings.source_file, safe(letter.id), strings)


def _row(name: str, content: str, strings: Strings) -> str:
    return f'<div><dt lang="{strings.language}">{safe(name)}</dt><dd>{content}</dd></div>' if content else ""


def _field(letter: Letter, field: Field, here: Place) -> str:
    text = field_text(letter, field) or (letter.name if field is Field.TITLE else "")
    return _marked(text, here.spans if here.field is field else ())


def _legend(letter: Letter, strings: Strings) -> str:
    present = {sentence.voice for paragraph in letter.paragraphs for sentence in paragraph.sentences}
    items = "".join(f"<li>{shape_html(voice)}{safe(strings.voices[voice])}</li>" for voice in Voice if voice in present)
    return f'<div class="bw-legend" lang="{strings.language}"><span>{safe(strings.legend)}</span><ul>{items}</ul></div>'


def _paragraphs(letter: Letter, here: Place, strings: Strings) -> Iterator[str]:
    """Every paragraph, under its part and its headings, outer ones included."""
    headings, part = list(letter.headings), None
    previous: str | None = None
    for paragraph in letter.paragraphs:
        if paragraph.part is not part:
            if part is not None:
                yield _signature(letter, part)
            part = paragraph.part
            if len(letter.parts) > 1:
                yield _part(next((one for one in letter.parts if one.name is part), None), strings)
        if paragraph.heading and paragraph.heading != previous:
            upto = headings.index(paragraph.heading) + 1 if paragraph.heading in headings else 0
            yield from (_heading(letter, one) for one in headings[:upto] or [paragraph.heading])
            del headings[:upto]
        previous = paragraph.heading
        yield _paragraph(letter, paragraph, here, strings)
    if part is not None:
        yield _signature(letter, part)


def _part(part: Part | None, strings: Strings) -> str:
    if part is None:
        return ""
    day = show_date(part.date, strings.language) if part.date else strings.undated
    return f'<p class="bw-part" lang="{strings.language}">{safe(strings.parts[part.name])}<span>{safe(day)}</span></p>'


def _signature(letter: Letter, name: object) -> str:
    lines = next((part.signature for part in letter.parts if part.name is name), ())
    return f'<p class="bw-signature">{"<br>".join(safe(line) for line in lines)}</p>' if lines else ""


def _heading(letter: Letter, heading: str) -> str:
    english = letter.rendering.headings.get(heading) if letter.rendering else None
    behind = f'<span class="bw-english" lang="en">{safe(english)}</span>' if english else ""
    return f"<h3>{safe(heading)}{behind}</h3>"


def _paragraph(letter: Letter, paragraph: Paragraph, here: Place, strings: Strings) -> str:
    hit = here.paragraph == paragraph.number
    spans = here.spans if hit and here.footnote is None else ()
    notes = "".join(_note(letter, note, here if hit else None, strings) for note in paragraph.footnotes)
    return (
        f'<div class="bw-par{" bw-hit" if hit else ""}" id="par-{paragraph.number}">'
        f'<div class="bw-margin"><b>§{paragraph.number}</b>{_voice(paragraph, strings)}</div>'
        f"<div><p>{_marked(paragraph.text, spans, paragraph.footnotes, strings.note)}</p>"
        f"{_english(letter, paragraph)}{notes}</div></div>"
    )


def _voice(paragraph: Paragraph, strings: Strings) -> str:
    """Who is speaking: the voice of most of it, and the others in a mixed paragraph."""
    main = paragraph.voice
    others = dict.fromkeys(sentence.voice for sentence in paragraph.sentences if sentence.voice is not main)
    also = ", ".join(strings.voices[voice].lower() for voice in others)
    rest = f"<small>{safe(strings.partly)} {safe(also)}</small>" if others else ""
    name = f"<span>{safe(strings.voices[main])}{rest}</span>"
    return f'<span class="bw-voice" lang="{strings.language}">{shape_html(main)}{name}</span>'


def _english(letter: Letter, paragraph: Paragraph) -> str:
    if letter.rendering is None:
        return ""
    found = (letter.rendering.sentence(paragraph.number, index) for index in range(len(paragraph.sentences)))
    text = " ".join(filter(None, found))
    return f'<p class="bw-english" lang="en">{safe(text)}</p>' if text else ""


def _note(letter: Letter, note: Footnote, here: Place | None, strings: Strings) -> str:
    spans = here.spans if here and here.footnote == note.number else ()
    missing = f'<em lang="{strings.language}">{safe(strings.note_missing)}</em>'
    text = _marked(note.text, spans) if note.text is not None else missing
    english = letter.rendering.footnotes.get(note.number) if letter.rendering else None
    behind = f'<span class="bw-english" lang="en">{safe(english)}</span>' if english else ""
    return f'<p class="bw-footnote"><b>{note.number}</b><span>{text}{behind}</span></p>'


def _loose(letter: Letter, strings: Strings) -> str:
    if not letter.loose_notes:
        return ""
    notes = "".join(f'<p class="bw-footnote"><span>{safe(note)}</span></p>' for note in letter.loose_notes)
    return f'<div class="bw-loose"><h3 lang="{strings.language}">{safe(strings.loose_notes)}</h3>{notes}</div>'


def _marked(text: str, spans: Sequence[Span], notes: Iterable[Footnote] = (), word: str = "") -> str:
    """Text with the quoted words in <mark> and note numbers that are no part of what one copies."""
    runs = _runs(text, spans)
    numbers = {note.marker: "" for note in notes}
    for note in notes:
        numbers[note.marker] += (
            f'<sup class="bw-fn" data-n="{note.number}" role="img" aria-label="{safe(word)} {note.number}"></sup>'
        )
    cuts = sorted({0, len(text), *numbers, *(edge for run in runs for edge in run)})
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces.append("</mark>" if any(start == run_end for _, run_end in runs) else "")
        pieces.append(numbers.get(start, ""))
        pieces.append("<mark>" if any(start == run_start for run_start, _ in runs) else "")
        pieces.append(safe(text[start:end]))
    return "".join(pieces)


def _runs(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Where quoted words stand, those parted by a space as one; a quote that does not fit is left out."""
    runs: list[tuple[int, int]] = []
    fitting = [span for span in spans if span.start < span.end and text[span.start : span.end] == span.quote]
    for span in sorted(fitting, key=lambda one: (one.start, one.end)):
        if runs and span.start <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], span.end))
        else:
            runs.append((span.start, span.end))
    return runs

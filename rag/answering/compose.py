"""Claims -> the text that a person reads."""

import datetime
from collections.abc import Mapping, Sequence
from itertools import groupby

from rag.answering import phrases
from rag.answering.citations import marker
from rag.answering.headings import told_heading
from rag.answering.model import Citation, Claim, Draft
from rag.letters import Letter, PartName, Voice, show_date


def compose(draft: Draft, language: str, letters: Mapping[str, Letter]) -> str:
    """The answer as plain text: as of when, who says it, the Dutch words, where they stand.

    A draft without claims reads as its note.
    """
    if not draft.claims:
        return draft.note or ""
    opening = draft.opening or as_of(draft.claims, language, letters)
    lines = [" ".join(filter(None, (opening, about_wording(draft.claims, language))))]
    if draft.lead:
        lines.append(draft.lead)
    is_mixed = len({_letters_of(claim) for claim in draft.claims}) > 1
    for cited, own in groupby(draft.claims, key=_letters_of):
        if is_mixed and cited:
            lines.append(phrases.FROM[language].format(letters=phrases.joined(cited, language)))
        lines += [told(list(group), language, letters) for _, group in groupby(own, key=group_of)]
    if draft.note:
        lines.append(draft.note)
    return "\n\n".join(lines)


def group_of(claim: Claim) -> tuple[object, ...]:
    """What claims that follow each other share where they are told together: their letter, and who holds them."""
    return _letters_of(claim), claim.voice, claim.endorses, _is_field(claim)


def _letters_of(claim: Claim) -> tuple[str, ...]:
    """The letters that a claim rests on; none for a fact of the metadata, whose mark names its letter."""
    return () if _is_field(claim) else tuple(dict.fromkeys(one.letter for one in claim.citations))


def holder(claim: Claim, language: str) -> str:
    """Who holds the view, as the beginning of a line."""
    if claim.voice is Voice.CABINET and claim.endorses in phrases.ENDORSING[language]:
        return phrases.ENDORSING[language][claim.endorses]
    return phrases.HOLDERS[language][claim.voice]


def told(claims: Sequence[Claim], language: str, letters: Mapping[str, Letter]) -> str:
    """Claims of one holder on one line: who says it, the words, where they stand."""
    if _is_field(claims[0]):
        return "\n".join(_field_line(claim, language, letters) for claim in claims)
    parts = [_quoted(run, language, letters) for run in runs(claims)]
    lead = holder(claims[0], language)
    if claims[0].is_own_words and claims[0].text.startswith(lead):
        return " ".join(parts)
    if language == "en" and not any(claim.is_rendering or claim.is_own_words for claim in claims):
        lead += f", {phrases.IN_DUTCH}"
    return f"{lead}: {' '.join(parts)}"


def runs(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Quoted claims that stand next to each other in one paragraph, together; each claim in own words by itself."""
    found: list[list[Claim]] = []
    for claim in claims:
        if found and _adjoins(found[-1][-1], claim):
            found[-1].append(claim)
        else:
            found.append([claim])
    return found


def _adjoins(first: Claim, second: Claim) -> bool:
    if first.is_own_words or second.is_own_words:
        return False
    here, there = first.citations[-1], second.citations[0]
    place = (here.letter, here.paragraph, here.footnote)
    is_text = here.field is None and there.field is None
    return is_text and place == (there.letter, there.paragraph, there.footnote) and there.start == here.end + 1


def _quoted(run: Sequence[Claim], language: str, letters: Mapping[str, Letter]) -> str:
    citations = _citations(run)
    if run[0].is_own_words:
        places = (f"«{one.quote}» {marker(one, language, letters)}" for one in citations)
        return " ".join([run[0].text, *places])
    quote = f"«{' '.join(citation.quote for citation in citations)}»"
    mark = marker(citations[0], language, letters)
    heading = f"({told})" if (told := told_heading(citations, letters, language)) else None
    english = " ".join(claim.text for claim in run if claim.is_rendering)
    return " ".join(filter(None, (heading, english, quote, mark)))


def _field_line(claim: Claim, language: str, letters: Mapping[str, Letter]) -> str:
    citation = claim.citations[0]
    lead = phrases.FIELD_LEADS[language][str(citation.field)]
    return f"{lead}: «{citation.quote}» {marker(citation, language, letters)}"


def _is_field(claim: Claim) -> bool:
    return claim.citations[0].field is not None


def about_wording(claims: Sequence[Claim], language: str) -> str:
    """What a reader must know of the text: that a model worded it, who translated it, or that it is Dutch.

    Empty where there is nothing to say.
    """
    if any(claim.is_own_words for claim in claims):
        return phrases.WORDED[language]
    if language == "nl" or all(_is_field(claim) for claim in claims):
        return ""
    return phrases.UNOFFICIAL if any(claim.is_rendering for claim in claims) else phrases.DUTCH_ONLY


def as_of(claims: Sequence[Claim], language: str, letters: Mapping[str, Letter]) -> str:
    """By which letters an answer is, named where there are several to choose from, and as of which date they speak.

    An undated covering note tells only where its letter is not cited.
    """
    citations = _citations(claims)
    own = {one.letter for one in citations if not _in_covering_note(one, letters)}
    dated = [one for one in citations if one.date or one.letter not in own or not _in_covering_note(one, letters)]
    days: dict[str, dict[datetime.date | None, None]] = {}
    for one in dated:
        days.setdefault(one.letter, {})[one.date] = None
    dates = {letter: ", ".join(_day(date, language) for date in found) for letter, found in days.items()}
    if len(days) > 1:
        named = phrases.joined([f"{letter} ({dates[letter]})" for letter in dates], language)
        return phrases.ACCORDING_SEVERAL_NAMED[language].format(letters=named)
    ((name, found),) = days.items()
    is_alone = len(letters) == 1
    if len(found) > 1:
        form = phrases.ACCORDING_SEVERAL if is_alone else phrases.ACCORDING_SEVERAL_NAMED
        return form[language].format(dates=dates[name], letters=f"{name} ({dates[name]})")
    date = next(iter(found))
    if own:
        forms = _ACCORDING if is_alone else _ACCORDING_NAMED
        return _dated(date, forms, name, language)
    return phrases.ACCORDING_COVERING_NOTE[language].format(
        note=_dated(date, (phrases.COVERING_NOTE_OF, phrases.COVERING_NOTE_UNDATED), name, language),
        letter=_dated(letters[name].date, _LETTER if is_alone else _LETTER_NAMED, name, language),
    )


_Forms = tuple[Mapping[str, str], Mapping[str, str]]
"""How a thing with a date is called, and one without."""
_ACCORDING: _Forms = (phrases.ACCORDING, phrases.ACCORDING_UNDATED)
_ACCORDING_NAMED: _Forms = (phrases.ACCORDING_NAMED, phrases.ACCORDING_NAMED_UNDATED)
_LETTER: _Forms = (phrases.LETTER_OF, phrases.LETTER_UNDATED)
_LETTER_NAMED: _Forms = (phrases.LETTER_NAMED_OF, phrases.LETTER_NAMED_UNDATED)


def _dated(date: datetime.date | None, forms: _Forms, letter: str, language: str) -> str:
    dated, undated = (form[language] for form in forms)
    return dated.format(date=_day(date, language), letter=letter) if date else undated.format(letter=letter)


def _day(date: datetime.date | None, language: str) -> str:
    return show_date(date, language) if date else phrases.UNDATED[language]


def _in_covering_note(citation: Citation, letters: Mapping[str, Letter]) -> bool:
    paragraph = letters[citation.letter].paragraph(citation.paragraph or 0)
    return paragraph is not None and paragraph.part is PartName.COVERING_NOTE


def _citations(claims: Sequence[Claim]) -> list[Citation]:
    return [citation for claim in claims for citation in claim.citations]

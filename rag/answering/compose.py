"""Claims -> the text that a person reads."""

import datetime
from collections.abc import Mapping, Sequence
from itertools import groupby

from rag.answering import phrases
from rag.answering.citations import marker
from rag.answering.model import Citation, Claim, Draft
from rag.letters import Letter, PartName, Voice, show_date


def compose(draft: Draft, language: str, letters: Mapping[str, Letter]) -> str:
    """The answer as plain text: as of when, who says it, the Dutch words, where they stand.

    A draft without claims reads as its note.
    """
    if not draft.claims:
        return draft.note or ""
    lines = [" ".join(filter(None, (as_of(draft.claims, language, letters), about_wording(draft.claims, language))))]
    if draft.lead:
        lines.append(draft.lead)
    for _, group in groupby(draft.claims, key=lambda claim: (claim.voice, claim.endorses, _is_field(claim))):
        lines.append(_group(list(group), language, letters))
    if draft.note:
        lines.append(draft.note)
    return "\n\n".join(lines)


def holder(claim: Claim, language: str) -> str:
    """Who holds the view, as the beginning of a line."""
    if claim.voice is Voice.CABINET and claim.endorses in phrases.ENDORSING[language]:
        return phrases.ENDORSING[language][claim.endorses]
    return phrases.HOLDERS[language][claim.voice]


def _group(claims: Sequence[Claim], language: str, letters: Mapping[str, Letter]) -> str:
    """Claims of one holder on one line."""
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
    english = " ".join(claim.text for claim in run if claim.is_rendering)
    return " ".join(filter(None, (english, quote, mark)))


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
    """As of which date the letters speak; an undated covering note tells only where its letter is not cited."""
    citations = _citations(claims)
    own = {one.letter for one in citations if not _in_covering_note(one, letters)}
    dated = [one for one in citations if one.date or one.letter not in own or not _in_covering_note(one, letters)]
    sources = list(dict.fromkeys((one.letter, one.date) for one in dated))
    if len(sources) > 1:
        dates = (_dated(date, "{date}", phrases.UNDATED[language], language) for _, date in sources)
        return phrases.ACCORDING_SEVERAL[language].format(dates=", ".join(dates))
    name, date = sources[0]
    if own:
        return _dated(date, phrases.ACCORDING[language], phrases.ACCORDING_UNDATED[language], language)
    return phrases.ACCORDING_COVERING_NOTE[language].format(
        note=_dated(date, phrases.COVERING_NOTE_OF[language], phrases.COVERING_NOTE_UNDATED[language], language),
        letter=_dated(letters[name].date, phrases.LETTER_OF[language], phrases.LETTER_UNDATED[language], language),
    )


def _dated(date: datetime.date | None, dated: str, undated: str, language: str) -> str:
    return dated.format(date=show_date(date, language)) if date else undated


def _in_covering_note(citation: Citation, letters: Mapping[str, Letter]) -> bool:
    paragraph = letters[citation.letter].paragraph(citation.paragraph or 0)
    return paragraph is not None and paragraph.part is PartName.COVERING_NOTE


def _citations(claims: Sequence[Claim]) -> list[Citation]:
    return [citation for claim in claims for citation in claim.citations]

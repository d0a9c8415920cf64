"""Claims -> the text that a person reads."""

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
    lead = phrases.FIELD_LEADS[language][citation.field or "title"]
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
    """As of which date the letters speak."""
    cited = {citation.letter: None for citation in _citations(claims)}
    if len(cited) > 1:
        dates = (_date(letters[name], language) for name in cited)
        return phrases.ACCORDING_SEVERAL[language].format(dates=", ".join(dates))
    letter = letters[next(iter(cited))]
    if all(_in_covering_note(letter, citation) for citation in _citations(claims)):
        return phrases.ACCORDING_COVERING_NOTE[language].format(date=_date(letter, language))
    return (
        phrases.ACCORDING[language].format(date=_date(letter, language))
        if letter.date
        else phrases.ACCORDING_UNDATED[language]
    )


def _date(letter: Letter, language: str) -> str:
    return show_date(letter.date, language) if letter.date else phrases.UNDATED[language]


def _in_covering_note(letter: Letter, citation: Citation) -> bool:
    paragraph = letter.paragraph(citation.paragraph or 0)
    return paragraph is not None and paragraph.part is PartName.COVERING_NOTE and citation.date is None


def _citations(claims: Sequence[Claim]) -> list[Citation]:
    return [citation for claim in claims for citation in claim.citations]

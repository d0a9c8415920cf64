"""Sentences and footnotes of a letter -> claims, in the language of the answer."""

from rag.answering.citations import cite, cite_field, cite_footnote
from rag.answering.evidence import Place, in_question_language
from rag.answering.model import Claim, Field
from rag.answering.request import Request
from rag.letters import Footnote, Letter, Paragraph, Voice


def sentence_claim(letter: Letter, paragraph: Paragraph, index: int, language: str) -> Claim:
    """The claim that the sentence at `index` (from 0) makes."""
    sentence = paragraph.sentences[index]
    english = in_question_language(letter, paragraph, index, language)
    return Claim(
        text=english or sentence.text,
        voice=sentence.voice,
        endorses=sentence.endorses,
        citations=(cite(letter, paragraph, sentence.start, sentence.end),),
        is_rendering=english is not None,
    )


def claim_at(place: Place, request: Request) -> Claim:
    """The claim of the sentence in a place, in the language of the answer."""
    name, number, index = place
    letter = request.letters[name]
    return sentence_claim(letter, letter.paragraphs[number - 1], index, request.language)


def footnote_claim(letter: Letter, paragraph: Paragraph, note: Footnote, language: str) -> Claim:
    """The claim that a footnote makes; notes speak for whoever writes the letter."""
    english = letter.rendering.footnotes.get(note.number) if letter.rendering and language == "en" else None
    return Claim(
        text=english or note.text or "",
        voice=Voice.NEUTRAL,
        citations=(cite_footnote(letter, paragraph, note),),
        is_rendering=english is not None,
    )


def field_claim(letter: Letter, field: Field) -> Claim | None:
    """A fact of the metadata; None where the letter does not state it."""
    citation = cite_field(letter, field)
    return Claim(text=citation.quote, voice=Voice.NEUTRAL, citations=(citation,)) if citation else None

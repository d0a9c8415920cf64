"""A quoting answer must say what its quote says: the sentence, its rendering, its holder."""

from rag.answering.model import Citation, Claim
from rag.checking.gates.model import Context, GateName, GateResult
from rag.letters import Sentence, Voice


def check_rendering(claim: Claim, context: Context) -> GateResult:
    """Fails a text that is neither the quoted Dutch nor the rendering that belongs to it."""
    citation = claim.citations[0]
    if claim.text == citation.quote and not claim.is_rendering:
        return GateResult(gate=GateName.RENDERING, passed=True, reason="the text is the quote")
    if claim.is_rendering and claim.text == _english(citation, context):
        return GateResult(gate=GateName.RENDERING, passed=True, reason="the text is the rendering of the quote")
    return GateResult(gate=GateName.RENDERING, passed=False, reason="the text is neither the quote nor its rendering")


def check_holder(claim: Claim, context: Context) -> GateResult:
    """Fails a claim whose voice is not that of the sentence it quotes."""
    citation = claim.citations[0]
    if citation.paragraph is None or citation.footnote is not None:
        passed = claim.voice is Voice.NEUTRAL
        return GateResult(gate=GateName.HOLDER, passed=passed, reason="metadata and notes are nobody's view")
    sentence = _sentence(citation, context)
    if sentence is None:
        return GateResult(gate=GateName.HOLDER, passed=False, reason="the quote is no whole sentence")
    passed = (claim.voice, claim.endorses) == (sentence.voice, sentence.endorses)
    return GateResult(gate=GateName.HOLDER, passed=passed, reason=f"the letter gives it to {sentence.voice.value}")


def _sentence(citation: Citation, context: Context) -> Sentence | None:
    paragraph = context.letters[citation.letter].paragraph(citation.paragraph or 0)
    spans = paragraph.sentences if paragraph else ()
    return next((one for one in spans if (one.start, one.end) == (citation.start, citation.end)), None)


def _english(citation: Citation, context: Context) -> str | None:
    letter = context.letters[citation.letter]
    paragraph = letter.paragraph(citation.paragraph or 0)
    if letter.rendering is None or paragraph is None:
        return None
    if citation.footnote is not None:
        return letter.rendering.footnotes.get(citation.footnote)
    spans = [(one.start, one.end) for one in paragraph.sentences]
    place = (citation.start, citation.end)
    return letter.rendering.sentence(paragraph.number, spans.index(place)) if place in spans else None

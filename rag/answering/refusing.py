"""What is said where the letters do not seem to answer."""

from collections.abc import Mapping, Sequence

from rag.answering import phrases
from rag.answering.claims import claim_at
from rag.answering.compose import told
from rag.answering.evidence import Evidence
from rag.answering.model import Draft, Status
from rag.answering.request import Request
from rag.answering.scoring import value
from rag.letters import Letter
from rag.retrieval.search import Hit

_NEAREST = 3
_NEAR_ENOUGH = 0.5
"""So much of what is asked for is held by a sentence that is told as the nearest, and those beside it."""


def nothing_found(request: Request, unheard: str | None, near: Sequence[Evidence]) -> Draft:
    """That the letters do not answer, which name no letter has, and what comes nearest: the first of `near`, if any."""
    language = request.language
    lines = [phrases.NOTHING_FOUND[language]]
    if unheard:
        lines = [phrases.NEVER_MENTIONED[language].format(name=f"‘{unheard}’")]
    if request.hits:
        places = ", ".join(_place_told(hit, request.letters, language) for hit in request.hits[:_NEAREST])
        lines += [phrases.NEAREST[language].format(places=places), phrases.TRY[language]]
    nearest = near or [one for one in request.evidence[:1] if value(one, "window_coverage") >= _NEAR_ENOUGH]
    if nearest and not unheard:
        lines.append(phrases.NEAREST_SENTENCE[language].format(said=_sentence_told(nearest[0], request)))
    return Draft(status=Status.NOT_IN_LETTERS, note=" ".join(lines))


def _sentence_told(one: Evidence, request: Request) -> str:
    return told([claim_at(one.place, request)], request.language, request.letters)


def _place_told(hit: Hit, letters: Mapping[str, Letter], language: str) -> str:
    """A paragraph, its letter where there are several, and its heading; one without a rendering as quoted Dutch."""
    letter = letters[hit.letter]
    place = f"{letter.id} §{hit.paragraph}" if len(letters) > 1 else f"§{hit.paragraph}"
    heading = letter.paragraphs[hit.paragraph - 1].heading
    if heading and language == "en":
        heading = (letter.rendering.headings if letter.rendering else {}).get(heading, f"«{heading}»")
    return f"{place} ({heading})" if heading else place

"""A filled-in form -> claims that can be checked. What it cites wrongly stays wrong, for the gates to see."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from html import unescape

from rag.answering.citations import cite
from rag.answering.form import Form, Sentence, bare, tokens_of
from rag.answering.model import Citation, Claim
from rag.answering.sources import Source
from rag.letters import Voice

_FOLDED = str.maketrans(dict.fromkeys("‘’‚‛′`", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))
_INVISIBLE = frozenset({"Cf", "Cc"})
_OUTER = " \t\n.,;:…\"'«»“”„‘’"


def claims_of(form: Form, sources: Sequence[Source]) -> tuple[Claim, ...]:
    """One claim a sentence, in order; a sentence without words makes none."""
    known = {source.token: source for source in sources}
    return tuple(_claim(sentence, known) for sentence in form.sentences if bare(sentence.text))


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Where whole words stand in a text, as offsets into it; None where they do not stand there unbroken.

    Case, white space, and the kinds of quotation marks and dashes make no difference, nor do signs around the words.
    """
    wanted = "".join(char for char, _ in _fold(quote)).strip(_OUTER)
    folded = _fold(text)
    if not wanted:
        return None
    match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", "".join(char for char, _ in folded))
    if match is None:
        return None
    return folded[match.start()][1], folded[match.end() - 1][1] + 1


def _fold(text: str) -> list[tuple[str, int]]:
    """The folded characters, each with the offset of the one it comes from."""
    folded: list[tuple[str, int]] = []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKC", char).casefold().translate(_FOLDED):
            if part.isspace():
                if folded and folded[-1][0] != " ":
                    folded.append((" ", place))
            elif unicodedata.category(part) not in _INVISIBLE:
                folded.append((part, place))
    return folded


def _claim(sentence: Sentence, known: Mapping[str, Source]) -> Claim:
    tokens = tokens_of(sentence)
    cited = [known[token] for token in tokens if token in known]
    citations = [_nowhere(token) for token in tokens if token not in known]
    citations += [_citation(unescape(quote), cited) for quote in sentence.quotes]
    voice, endorses = _holder(citations[0], cited) if citations else (Voice.NEUTRAL, None)
    return Claim(
        text=bare(sentence.text), voice=voice, endorses=endorses, citations=tuple(citations), is_own_words=True
    )


def _citation(quote: str, cited: Sequence[Source]) -> Citation:
    """The quoted words where they stand; else the first source that was said to hold them, with the words as given."""
    for source in cited:
        if span := find_quote(quote, source.paragraph.text):
            return cite(source.letter, source.paragraph, *span)
    if not cited:
        return _nowhere("", quote)
    letter, paragraph = cited[0].letter, cited[0].paragraph
    return Citation(
        letter=letter.id, title=None, date=None, paragraph=paragraph.number, quote=quote, start=0, end=len(quote)
    )


def _nowhere(token: str, quote: str = "") -> Citation:
    """A citation of nothing: a token that no source has. No gate passes it."""
    return Citation(letter=token, title=None, date=None, paragraph=None, quote=quote, start=0, end=len(quote))


def _holder(citation: Citation, cited: Sequence[Source]) -> tuple[Voice, Voice | None]:
    """Who holds the view of the sentence in which the quote begins, and whom it endorses; nobody between sentences."""
    place = (citation.letter, citation.paragraph)
    paragraphs = (one.paragraph for one in cited if (one.letter.id, one.paragraph.number) == place)
    sentences = (sentence for paragraph in paragraphs for sentence in paragraph.sentences)
    found = next((one for one in sentences if one.start <= citation.start < one.end), None)
    return (found.voice, found.endorses) if found else (Voice.NEUTRAL, None)

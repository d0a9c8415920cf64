"""What a claim puts between quotation marks must be the letter's own words."""

from rag.checking.alignment import Alignment
from rag.checking.gates.statement import Finding
from rag.checking.quotes import Wording, find_quotes, wording


def judge_wording(alignment: Alignment) -> Finding:
    """Fails words in « », or Dutch ones in other quotation marks, that no cited paragraph has in this order."""
    for quote in find_quotes(alignment.statement.text):
        found = {wording(quote, text) for text in cited_texts(alignment)}
        if Wording.FOUND not in found:
            how = Wording.PIECED if Wording.PIECED in found else Wording.CHANGED
            return False, f"{quote!r} does not stand there: {how.value}"
    return True, "what it quotes stands there"


def cited_texts(alignment: Alignment) -> list[str]:
    """The paragraphs of the sources and the titles of their letters, each once."""
    paragraphs = [source.paragraph.text for source in alignment.sources]
    return list(dict.fromkeys([*paragraphs, *(source.letter.title or "" for source in alignment.sources)]))

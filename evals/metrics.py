"""What is measured of one answer. A metric that does not apply to a question is absent, never 0."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from evals.answers import Answer, Citation, Claim
from evals.dataset import GIVEN, Cues, Question
from rag.answering.citations import field_text
from rag.letters import Letter

Scores = dict[str, float]
"""From 0 to 1, by metric."""


@dataclass(frozen=True, kw_only=True)
class Metric:
    """How to sum up and read a score."""

    name: str
    is_rate: bool
    """Whether each question scores 0 or 1."""
    better: Literal["more", "less", "neither"] = "more"
    says: str


METRICS = {
    one.name: one
    for one in (
        Metric(name="hit@1", is_rate=True, says="a needed paragraph is found first"),
        Metric(name="all_needed@5", is_rate=True, says="of each group of needed paragraphs one is in the first five"),
        Metric(name="mrr", is_rate=False, says="1 / place of the first needed paragraph"),
        Metric(name="ndcg@10", is_rate=False, says="gains: needed 2, also right 1"),
        Metric(name="citation_precision", is_rate=False, says="share of an answer's citations that are right"),
        Metric(name="citation_recall", is_rate=False, says="share of the needed groups cited; no answer is 0"),
        Metric(name="fact_recall", is_rate=False, says="share of the facts present; no answer is 0"),
        Metric(
            name="answer_strict", is_rate=True, says="of the answers given: every claim verbatim on right paragraphs"
        ),
        Metric(name="false_answers", is_rate=True, better="less", says="answered what the letters do not say"),
        Metric(name="false_answers_near_miss", is_rate=True, better="less", says="the same, near misses only"),
        Metric(name="false_refusals", is_rate=True, better="less", says="not answered what the letters say"),
        Metric(name="status_right", is_rate=True, says="ended as expected"),
        Metric(name="language_right", is_rate=True, says="in the language of the question"),
        Metric(
            name="voice_right", is_rate=False, says="share of the claims on needed paragraphs with the right holder"
        ),
        Metric(name="must_not", is_rate=True, better="less", says="says what marks a wrong answer"),
        Metric(name="copy_ratio", is_rate=False, better="neither", says="longest run of the letter's words / words"),
    )
}
_MARKER = re.compile(r"\[[^\]]*§[^\]]*\]")
_DUTCH_QUOTE = re.compile(r"«[^»]*»")
_WORD = re.compile(r"\w+")
_TELLING = {
    "nl": frozenset("de het een van en dat niet is op voor te met zijn deze door over wordt staat".split()),
    "en": frozenset("the a an of and that not is on for to with are this by about it says".split()),
}


def answer_scores(question: Question, answer: Answer, letters: Mapping[str, Letter]) -> Scores:
    """Everything that can be said of one answer, but for the ranking."""
    is_given = answer.status in GIVEN
    scores: Scores = {"status_right": float(answer.status in question.expected)}
    is_false = is_given and answer.status not in question.expected
    if question.answerable:
        scores["false_refusals"] = float(not is_given and answer.status not in question.expected)
        scores |= _content(question, answer, is_given=is_given)
    else:
        scores["false_answers"] = float(is_false)
        if question.type == "near_miss":
            scores["false_answers_near_miss"] = scores["false_answers"]
    if is_given and (question.answerable or is_false):
        scores["answer_strict"] = float(
            bool(answer.claims) and all(_is_supported(claim, question, letters) for claim in answer.claims)
        )
    if question.type != "other_language":
        scores["language_right"] = float(answer.language == question.language and _reads_as(answer, question.language))
    if question.must_not:
        scores["must_not"] = float(_says_any(answer, question.must_not))
    if is_given and (ratio := _copy_ratio(answer, letters)) is not None:
        scores["copy_ratio"] = ratio
    return scores


def _content(question: Question, answer: Answer, *, is_given: bool) -> Scores:
    """Citations, facts and voice of an answer to an answerable question."""
    cited = [citation for claim in answer.claims for citation in claim.citations] if is_given else []
    judged = [one for one in cited if one.paragraph is not None or not question.needed]
    scores: Scores = {}
    if is_given:
        scores["citation_precision"] = sum(is_right(one, question) for one in judged) / len(judged) if judged else 0.0
    if question.needed:
        places = {one.paragraph for one in cited if one.letter == question.letter}
        scores["citation_recall"] = sum(bool(places & set(group)) for group in question.needed) / len(question.needed)
        scores |= _voice(question, answer, is_given=is_given)
    if facts := len(question.facts):
        scores["fact_recall"] = (facts - len(missing_facts(question, answer))) / facts if is_given else 0.0
    return scores


def missing_facts(question: Question, answer: Answer) -> list[Cues]:
    """The facts of which the answer says none of the cues, as those cues in the language that it says them in.

    An English answer of Dutch quotes, for want of a rendering, says a fact in either language.
    """
    quotes = all(claim.text == claim.citations[0].quote for claim in answer.claims if claim.citations)
    cues = [
        fact.nl if question.language == "nl" else fact.en + fact.nl * (quotes and bool(answer.claims))
        for fact in question.facts
    ]
    return [one for one in cues if not _says_any(answer, one)]


def _voice(question: Question, answer: Answer, *, is_given: bool) -> Scores:
    telling = [
        claim
        for claim in answer.claims
        if any(one.paragraph in question.all_needed and one.letter == question.letter for one in claim.citations)
    ]
    if question.voice is None or not telling or not is_given:
        return {}
    return {"voice_right": sum(question.voice in (claim.voice, claim.endorses) for claim in telling) / len(telling)}


def is_right(citation: Citation, question: Question) -> bool:
    """Whether it names a right paragraph; the letterhead is right where no paragraph is needed."""
    if citation.paragraph is None:
        return not question.needed
    return citation.letter == question.letter and citation.paragraph in question.right


def _is_supported(claim: Claim, question: Question, letters: Mapping[str, Letter]) -> bool:
    """Whether it cites, cites rightly, and its quotes are the letter's own words at that place."""
    return bool(claim.citations) and all(
        (one.paragraph is None or is_right(one, question)) and is_verbatim(one, letters) for one in claim.citations
    )


def is_verbatim(citation: Citation, letters: Mapping[str, Letter]) -> bool:
    """Whether its quote is the letter's own at the place that it names."""
    source = source_of(citation, letters)
    return source is not None and source[citation.start : citation.end] == citation.quote != ""


def source_of(citation: Citation, letters: Mapping[str, Letter]) -> str | None:
    """The text that the offsets of a citation count in; None where it names nothing that exists."""
    letter = letters.get(citation.letter)
    if letter is None or citation.field is not None:
        return field_text(letter, citation.field) if letter and citation.field else None
    paragraph = letter.paragraph(citation.paragraph) if citation.paragraph else None
    if paragraph is None or citation.footnote is None:
        return paragraph.text if paragraph else None
    return next((note.text for note in paragraph.footnotes if note.number == citation.footnote), None)


def _says_any(answer: Answer, cues: Cues) -> bool:
    """Whether the text or a claim holds one of the cues, whatever its case and accents."""
    said = fold("\n".join([answer.text, *(claim.text for claim in answer.claims)]))
    return any(fold(cue) in said for cue in cues)


def fold(text: str) -> str:
    """Lower case, without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one))


def _reads_as(answer: Answer, language: str) -> bool:
    """Whether what stands outside « » and markers has no more common words of the other language."""
    words = [word.lower() for word in _WORD.findall(_MARKER.sub(" ", _DUTCH_QUOTE.sub(" ", answer.text)))]
    counts = {name: sum(word in telling for word in words) for name, telling in _TELLING.items()}
    return counts[language] >= max(counts.values())


def _copy_ratio(answer: Answer, letters: Mapping[str, Letter]) -> float | None:
    """Length of the longest run of words taken over from a cited text, as a share of the answer's words."""
    words = _WORD.findall(_MARKER.sub(" ", answer.text))
    cited = [citation for claim in answer.claims for citation in claim.citations]
    sources = sorted({source for one in cited if (source := source_of(one, letters))})
    runs = [
        SequenceMatcher(None, words, _WORD.findall(source), autojunk=False).find_longest_match().size
        for source in sources
    ]
    return max(runs, default=0) / len(words) if words else None

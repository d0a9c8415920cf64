"""Who holds a view, on the letters written for training: `python -m evals.holders [LETTER...]`.

The claims of `rag/training/data` with a `holder` say whose view they give, and have twins that give it to another.
Prints how often the sentences behind them were given to that party, how many to the cabinet that are another's, and
what the checks make of claims and twins. The rules were mended on these letters: it is no frozen test.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.opened import opened_text
from evals.papers import bare, bare_sentences, places_of
from rag.checking.check import Checker
from rag.checking.gates import GateName
from rag.letters import Letter, Sentence, Voice
from rag.settings import Settings
from rag.training.claims import HOLDER
from rag.training.papers import DATA, read_letters
from rag.training.questions import LANGUAGES

VOICES = {
    "cabinet": Voice.CABINET,
    "authors": Voice.AUTHORS,
    "parliament": Voice.PARLIAMENT,
    "others": Voice.THIRD_PARTY,
}
"""The holders of the claims; "neutral" claims give a fact, or what the cabinet makes of another's view."""
HEAD = "De voorzitter van de Tweede Kamer\n\nDatum 3 maart 2025\nBetreft Reactie\n\nGeachte voorzitter,\n\n"
FOOT = "\n\nDe minister van Algemene Zaken,\n\nA. de Vries\n"


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A claim that says whose view it is, with twins that give it to others."""

    letter: str
    source: tuple[str, ...]
    holder: str
    texts: Mapping[str, str]
    twins: Sequence[Mapping[str, str]]


def read_claimed() -> Iterator[Claimed]:
    """The claims with a holder, letter by letter."""
    with gzip.open(DATA / "claims.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if "holder" in row:
                twins = [one for one in row["wrong"] if one["family"] == HOLDER]
                source = tuple(row["source"])
                yield Claimed(letter=row["doc"], source=source, holder=row["holder"], texts=row, twins=twins)


def measure(name: str, paragraphs: Sequence[Sequence[str]], claims: Sequence[Claimed], counts: Counter[str]) -> None:
    """Count, for the claims about one letter, what became of them."""
    text = HEAD + "\n\n".join(" ".join(sentences) for sentences in paragraphs) + FOOT
    with opened_text(name, text, Settings()) as made:
        (letter,) = made.index.letters.values()
        checker = Checker(made.index)
        for claim in claims:
            wanted = bare_sentences([(None, sentences) for sentences in paragraphs], claim.source)
            places = places_of(letter, wanted)
            _count_voice(claim, _sentences(letter, wanted), counts)
            for language in LANGUAGES:
                for twin, texts in (("claims", claim.texts), *(("twins", one) for one in claim.twins)):
                    failed = {gate.gate for gate in checker.check(texts[language], places).gates if not gate.passed}
                    counts[f"{language} {twin}"] += 1
                    counts[f"{language} {twin} stopped"] += bool(failed)
                    counts[f"{language} {twin} stopped for their holder"] += GateName.HOLDER in failed


def _sentences(letter: Letter, wanted: Collection[str]) -> list[Sentence]:
    return [one for paragraph in letter.paragraphs for one in paragraph.sentences if bare(one.text) in wanted]


def _count_voice(claim: Claimed, sentences: Sequence[Sentence], counts: Counter[str]) -> None:
    """Whether one of the sentences behind a claim has its holder, and whether all went to the cabinet instead."""
    voice = VOICES.get(claim.holder)
    if voice is None or not sentences:
        return
    is_right = any(voice in one.holders for one in sentences)
    counts["views"] += 1
    counts["views of their holder"] += is_right
    counts["views given to the cabinet"] += not is_right and all(one.voice is Voice.CABINET for one in sentences)


def main() -> None:
    """Read the command line, measure, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("letters", nargs="*", metavar="LETTER", help="of rag/training/data; all that have such claims")
    given = parser.parse_args()
    claims: dict[str, list[Claimed]] = {}
    for claim in read_claimed():
        claims.setdefault(claim.letter, []).append(claim)
    letters = read_letters()
    counts: Counter[str] = Counter()
    for name in given.letters or claims:
        measure(name, letters[name]["nl"], claims[name], counts)
        print(f"{name}: {len(claims[name])} claims", flush=True)
    for what, count in counts.items():
        print(f"{count:5} {what}")


if __name__ == "__main__":
    main()

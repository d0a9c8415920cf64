"""Papers that a body other than the cabinet wrote, as the programme of an advisory council: who "we" are in them."""

import re
from collections.abc import Sequence

from rag.letters.advisers import bodies_in
from rag.letters.sentences import split_sentences
from rag.letters.structure import Prose

BODY = "the paper speaks for the body that wrote it"
_BODIES = (
    r"(?i:[\w-]*(?:raad|commissie|comité|college|instituut|bureau|autoriteit|inspectie|rekenkamer|ombudsman|centrum"
    r"|stichting|vereniging|bond|federatie|koepel|rechtspraak|hof))\b"
)
_OFFICER = re.compile(
    rf"\b(?:voorzitter\b|(?:vice-)?president .*{_BODIES}|(?:secretaris|directeur|inspecteur-generaal) .*{_BODIES}"
    r"|(?:nationale |kinder)?ombudsman\b)",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(
    r"minist|staatssecretaris|(?:directeur|secretaris)-generaal|directoraat|kabinet|regering|\bkamer|staten-generaal"
    r"|griffier|vaste commissie",
    re.IGNORECASE,
)
"""In a signature: it is the cabinet's or a chamber's."""
_OURS = re.compile(
    r"\b(?:[Oo]nze|[Oo]ns) (?:[\w-]+ )?(?:advies|adviezen|advisering|toets(?:en|ing)|aanbevelingen|jaarverslag"
    r"|werkprogramma|leden|achterban|vereniging|raad|commissie|college|instituut|stichting)\b"
)
"""What no minister calls the cabinet's own."""
_SIGNER = re.compile(r"\b(?:[Ii]k|[Mm]ijn|[Mm]ij)\b|\b[Oo]ns kabinet\b|\bnamens het kabinet\b")
"""What a minister says, and a body that nobody signs for does not."""
_OWN_PAPER = re.compile(
    r"(?:[Ww]erkprogramma|[Jj]aarverslag|[Jj]aarbericht|[Bb]riefadvies|[Zz]ienswijze|[Pp]osition paper)\b"
)
_PRONOUN = re.compile(r"\b(?:ik|wij|we|mij|mijn|mijns|ons|onze)\b", re.IGNORECASE)
_PROPER = re.compile(r"(?!(?:De|Het|Dit|Deze) )[A-Z]|.* [A-Z]")
_BY_KIND = re.compile(rf"(?:de|het) {_BODIES}", re.IGNORECASE)


def body_of(
    prose: Sequence[Prose], *, signatory: str | None, title: str | None, addressed: bool
) -> frozenset[str] | None:
    """The names of the body that wrote a paper, as far as it gives them; None where the cabinet did, or who knows who.

    A body's officers sign, or nobody does and it speaks of "our advice", or the title says whose it is.
    """
    if signatory:
        is_own = _OFFICER.search(signatory) and not _GOVERNMENT.search(signatory)
        return _names(f"Namens {signatory}.") if is_own else None
    whole = " ".join(one.text for one in prose)
    if _SIGNER.search(whole):
        return None
    titles = () if addressed else (title or "", prose[0].heading or "")
    if named := _names(next(filter(_OWN_PAPER.match, titles), "")):
        return named
    if not _OURS.search(whole):
        return None
    start, end = split_sentences(prose[0].text)[0]
    return _names(prose[0].text[start:end])


def _names(text: str) -> frozenset[str]:
    return frozenset(bodies_in(text))


def is_first_person(words: str) -> bool:
    """Whether the words that name a party mean whoever writes: "wij", "naar ons oordeel"."""
    return _PRONOUN.search(words) is not None


def is_other_body(words: str, own: frozenset[str]) -> bool:
    """Whether a name is a body's that is none of its `own`: it has a capital of its own."""
    bare = words.lower().removeprefix("de ").removeprefix("het ")
    known = {name.lower().removeprefix("de ").removeprefix("het ") for name in own}
    return bare not in known and _PROPER.match(words) is not None and not _BY_KIND.fullmatch(words)

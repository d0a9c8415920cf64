"""Where the cabinet makes the view of others its own."""

import re

_VIEW = (
    r"(?:analyse|visie|conclusie\w*|opvatting|uitgangspunt|mening|zorg\w*|oordeel|beeld|bevinding\w*|signal\w+|probleem"
    r"|problemen|knelpunt\w*)"
)
_ADVICE = (
    r"(?:advies|raad|commissie|aanbeveling\w*|auteurs|onderzoekers|[\w-]*rapport|voorstel|lijn|redenering"
    r"|keuze|gedachte)"
)
_ENDORSES = re.compile(
    rf"\bonderschrij\w+|\bde(?:el|elt|len)\b(?! met de (?:kamer|voorzitter)\b)(?=.*\b(?:{_VIEW}|met de)\b)"
    rf"|\bherken\w*\b(?=.*\b{_VIEW}\b)|\bvinden in\b|\bmet instemming\b|\beens met\b|\b(?:daar|hier)mee (?:\w+ )?eens\b"
    r"|\bstem\w* (?:\w+ )?(?:daar|hier)mee in\b|\bdaarmee stem\w* .*\bin\b|\bomarm\w*"
    r"|\bsluit\w* (?:mij|zich|aan)\b"
    rf"|\bne?em\w* .*\bover\b|\bovergenomen\b"
    rf"|\bvolg(?:t|en)?\b (?:(?:ik|wij|we|het kabinet) )?(?:\w+ )?(?:de|het|dit|deze|die|dat) (?:\w+ )?{_ADVICE}\b"
    rf"|\b{_ADVICE}\b.*\bvolg(?:t|en)?\b.*\bop\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:niet|geen|noch|onvoldoende|evenmin)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    rf"[,;:]| (?:dat|die)\b(?! (?:\w+ )?(?:{_VIEW}|{_ADVICE})\b)| (?:om|maar)\b"
    r"| en (?:daarom )?(?!(?:het|niet|met|uit|dat|tot)\b)(?:[a-z]{3,}t|zal|wil|zie|neem|kies|vind)\b"
)
"""What is denied behind it says nothing of the verb: a clause, or a second verb ("en ziet geen reden")."""
_ASIDE_DENIED = re.compile(
    r"\bdoet\b.*\bniets? af\b|\bniet (?:juist|waar|het geval|terecht)\b|\bonjuist\b|\bklopt niet\b"
    r"|\bovertuigt? .*niet\b|\bdeel\w* .*\bniet\b|^Anders dan\b",
    re.IGNORECASE,
)

_WISHED = re.compile(
    r"\b(?:zoals|gelijk) [^,]*\b(?:bepleit\w*|voorst\w+|wens(?:t|en)|vra(?:agt|gen)|wil(?:len)?|verzoe\w+|adviseert),?",
    re.IGNORECASE,
)
"""An aside of what others want, which the sentence denies by denying anything."""
_GRANTS = re.compile(
    r"^Terecht (?:merk|wijs|stel|constateer|vra|signaleer|zeg|schrijf)\w* "
    r"|\b(?:merkt?|merken|wijst|wijzen|constateert|constateren|stelt|stellen|signaleert|signaleren|vraagt|vragen|heeft|hebben"
    r"|zegt|schrijft)(?:(?! dat\b)[^,;:])* terecht\b(?!e)"
    r"|^(?:Het klopt|Dat klopt|Het is juist|Juist is) (?:inderdaad )?dat\b",
    re.IGNORECASE,
)


def grants(text: str) -> bool:
    """Whether a sentence says that another is right in what it tells: "de raad merkt terecht op", "het klopt dat"."""
    found = _GRANTS.search(text)
    return found is not None and not _DENIED.search(found.group())


def endorsing_words(text: str) -> str | None:
    """The words by which a sentence of the cabinet endorses a view; None where it does not, or denies it."""
    verb = _ENDORSES.search(text)
    if verb is None:
        return None
    clause = _CLAUSE_END.split(text[verb.end() :])[0]
    before = re.split(r"[,;:]", text[: verb.start()])[-1][-30:]
    if _DENIED.search(before + verb.group() + clause):
        return None
    return verb.group()[:40]


def denies_aside(text: str) -> bool:
    """Whether a sentence with "zoals de raad opmerkt" in it contradicts what the raad remarks."""
    wished = _WISHED.search(text)
    is_denied = wished and _DENIED.search(text[: wished.start()] + text[wished.end() :])
    return is_denied is not None or _ASIDE_DENIED.search(text) is not None

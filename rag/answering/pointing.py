"""Whether a Dutch sentence points back to the one before it, so that a reader must see both.

Wider than `evidence.is_anaphoric`, by which the reading network was fitted and which therefore stays as it is.
"""

import re

_TO = (
    r"(?:aan|achter|bij|boven|door|in|langs|mee|na|naar|naast|om|onder|op|over|tegen|tegenover|toe|tussen|uit|van|vandaan"
    r"|voor)"
)
_PRESENT = (
    r"(?:brief|kamerbrief|(?:kabinets)?reactie|kabinet|kabinetsperiode|kamer|jaar|maand|week|dag|moment|eeuw|zomer|najaar"
    r"|voorjaar|winter)\b"
)
"""What "deze" and "dit" name without a sentence before: the letter itself and its time."""
_LINKS = r"die|dat|waar\w*|wie|wat|om|omdat|als|indien|wanneer|nu|en|of|maar|zodat|terwijl|hoe"
"""Behind these a word of a clause may point at what stands before it in the same sentence."""
_BEGINS = re.compile(
    rf"^[«‘'\"“(]*(?:(?:dit|dat|deze|die)\b(?! {_PRESENT})"
    rf"|(?!hier(?:onder|na)\b)(?:daar|hier)(?:{_TO}|entegen)?\b"
    r"|(?:hij|zij|ze|dergelijke|zo|zo[’']n|eenzelfde|dezelfde|hetzelfde|laatstgenoemde|bovendien|beide)\b"
    rf"|(?:(?:de|het|een) )?[a-z]+ (?:daar|hier){_TO}\b"
    rf"|(?:(?!(?:{_LINKS})\b)[\w.()’-]+ ){{2,5}}?(?:daar(?!om\b)(?:{_TO})?|hier(?!bij|mee|na|onder)(?:{_TO})?)\b)",
    re.IGNORECASE,
)
"""Its first word, or an adverb within its first words ("Een besluit daarover is voorbehouden aan", "De bond
is daar tegen"); "hierna" looks ahead, and "hierbij" at the letter."""
_DE_NOUN = (
    r"(?:(?:[\w-]*aanbeveling|bevinding|constatering|opvatting|gevolgtrekking|redenering|stelling|maatregel|beperking"
    r"|verhoging|verlaging|aanpassing|wijziging|verplichting|verdeling)(?:en)?|keuzes?|conclusies?|opties?|suggesties?"
    r"|varianten|variant|routes?|zorg(?:en)?|wens(?:en)?|analyses?|visies?|mening|kritiek|aanpak|lijn|eis(?:en)?|adviezen"
    r"|voorstellen|oordelen|standpunten|plannen|verzoeken|bedragen|bezwaren|argumenten|kanttekening(?:en)?|moties?"
    r"|werkwijze|norm|termijn|uitspra(?:ak|ken))"
)
_HET_NOUN = (
    r"(?:voorstel|[\w-]*advies|oordeel|standpunt|plan|verzoek|bedrag|bezwaar|argument|beeld|doel|uitgangspunt|probleem"
    r"|risico|percentage|verschil|instrument|stelsel)"
)
_BY_KIND = re.compile(
    r"^(?:De|Het) (?:(?:vak)?bond|gemeente|provincie|vereniging|stichting|organisatie|koepel|federatie|commissie"
    r"|inspectie|raad|autoriteit|fractie|partij|instantie|toezichthouder|fabrikant|bedrijf|onderneming|instituut|universiteit)\b"
    r"(?! (?:van|voor|[A-ZÀ-Ý]))"
)
"""Somebody called by what they are, whose name was told before: "De bond pleit voor"."""
_NAMES = re.compile(
    rf"\b(?:(?:deze|die|(?:een )?dergelijke|zulke|bedoelde|genoemde) (?:\w+e )?{_DE_NOUN}"
    rf"|(?:dit|dat|een dergelijk|zo[’']n) (?:\w+e )?{_HET_NOUN})(?![\w-])",
    re.IGNORECASE,
)
"""A thing said before: "neemt deze aanbeveling over", "acht dat voorstel te duur"."""
_SO = re.compile(r"\b(?:vind(?:t|en)|vond(?:en)?|meen(?:t|de)|menen|denk(?:t|en)) van (?:wel|niet)\b", re.IGNORECASE)
"""Yes or no to what was said before it."""
_CLAUSE = re.compile(r"[,;:–—] ?")
_SUBORDINATE = re.compile(
    r"^(?:en |maar )?(?:omdat|doordat|zodat|terwijl|hoewel|ofschoon|die|dat|waar\w*|als|indien|wanneer|nu|aangezien"
    r"|nadat|voordat|tenzij|mits|opdat|of|om|wie|wat|hetgeen|al)\b",
    re.IGNORECASE,
)


def names_by_kind(text: str) -> bool:
    """Whether a sentence is of somebody whom it calls by what they are, and not by a name."""
    return _BY_KIND.match(text) is not None


def points_back(text: str) -> bool:
    """Whether a sentence leans on the one before it: by how it begins, or by what its main clause names."""
    if _BEGINS.match(text) or _SO.search(text):
        return True
    clauses = _CLAUSE.split(text)
    return any(_NAMES.search(clause) for clause in clauses if not _SUBORDINATE.match(clause))

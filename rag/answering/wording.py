"""What a question's wording tells beyond its kind."""

import re

from rag.store.words import content_words

_LETTER_WORDS = frozenset(
    """
    brief brieven kamerbrief kamerbrieven stuk document reactie kabinetsreactie kabinet kabinets regering auteurs
    auteur onderzoekers adviseurs deskundigen commissie adviescommissie raad wrr rekenkamer algemene planbureau
    minister ministers bewindslieden staatssecretaris kun kunt maak maken samen samenvatting samenvatten vat vatten
    hoofdpunten kernpunten hoofdlijnen kern kort korte punten punt zinnen zin drie twee vier vijf enkele paar
    belangrijkste strekking inhoud hele gehele eens oneens verschillen verschil verschilt uiteen lopen
    overeenkomsten overeen vergelijk vergelijken standpunten standpunt mening meningen verkenning rapport advies
    onderzoek geef alsjeblieft waarin waarover gaat boodschap delen wijkt letter paper reply response cabinet government
    authors author researchers advisers committee ministers make write summary summarise summarize main key points
    point short few sentences sentence overview bullet bullets three two five gist agree disagree differ difference
    differences compare comparison contrast views view positions position study report advice whole entire please
    content contents message messages takeaways findings letters documents papers documenten stukken gaan alle
    alles allemaal beide beiden elk elke iedere all both each every everything about tl dr tldr nutshell samengevat
    overzicht samenvattingen summaries summarised summarized collection verzameling vertel tell graag quick
    """.split()
)
_ALL = re.compile(
    r"\b(?:(?:kamer)?brieven|letters|documenten|stukken|documents|papers|alle|alles|allemaal|beide|elke?|iedere|all|both|"
    r"each|every|everything)\b",
    re.IGNORECASE,
)
_LETTER_ABOUT = re.compile(
    r"\b(?:(?:kamer)?brief|kabinetsreactie|stuk|document|letter|paper|reply) (?:(?:die|that|which) )?"
    r"(?:(?:gaat|is|deals) )?(?:over|inzake|betreffende|aangaande|about|on|concerning|regarding|with) (?!\W*$)"
    r"|\b(?:geannoteerde agenda|annotated agenda|(?:beslis)?nota|fiche|nader rapport|feitenrelaas|beantwoording"
    r"|antwoorden|(?:progress|annual) report|answers) (?:van|voor|bij|op|over|inzake|of|for|to|about|on) (?!\W*$)"
    r"|\b[a-z]{4,}(?<!kamer)brief (?!\W*$)(?!samen\b|in\b|van\b)",
    re.IGNORECASE,
)
_SAYS_ABOUT = re.compile(
    r"\b(?:wat|hoe|waarom)\b.{0,30}\b(?:brief|stuk|document|reactie) over\b.*\b(?:zegt|staat|vindt|schrijft|meldt|"
    r"stelt|denkt|oordeelt)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"wijkt|oneens|verschil|uiteen|tegenover|anders|botsen|disagree|differ|contrast|diverge|at odds|part ways|versus"
    r"|\bvs\b",
    re.IGNORECASE,
)
_MENTIONED = re.compile(
    r"\b(?:welke|which|what) (?P<kind>(?!(?:kamer)?brie|letter)\w+) (?:(?:worden|zijn|are) (?:\w+ )?"
    r"(?:genoemd|vermeld|aangehaald|mentioned|cited)|noemen|noemt|vermeldt|(?=(?:do|does) .*\b(?:mention|cite)\b))"
    r"(?: (?:in )?(?:de|deze|the|this|do|does|these)(?: \w+){1,3})?\W*$",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"voetno|\bnoten\b|\bnoot\b|kamerstuk|\blink\b|website|\burl\b|bron(?:nen|vermelding)?\b|verwijst|verwezen|"
    r"footnote|\bnotes?\b|parliamentary paper"
    r"|\bcited\b|\bsources?\b|reference|document number|dossiernummer",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:welke|wat zijn|noem|opsomming|overzicht|per [a-z]+|list|name|which|what are|what \w+s)\b",
    re.IGNORECASE,
)

_ASKED = re.compile(
    r"\b(?:wat|wie|welke?|wiens|waarom|wanneer|waarover|waarnaar|hoeveel)\b.*"
    r"\b(?:vroeg(?:en)?|vraagt|gevraagd|(?:kamer)?vragen|vraag)\b"
    r"|\b(?:what|who|which|whose|why|when|how many)\b.*\b(?:asks?|asked|questions?)\b",
    re.IGNORECASE,
)
_WANTS_TO_KNOW = re.compile(
    r"\b(?:wat|waarover|waarom)\b.*\b(?:wil|willen|wilde|wilden)\b(?! (?:ik|jij|je|u|we|wij)\b).*\bweten\b"
    r"|\bwhat (?:do|does|did)\b.*\bwant to know\b",
    re.IGNORECASE,
)
_TWO_ASKED = re.compile(
    r"(?<!^)\b(?:en|and) (?:onder )?(?:hoe\w*|wat|wie|wanneer|waar\w*|welke?|how|what|who|when|where|why|which)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"antwoord|\b(?:answer|repl|respon)", re.IGNORECASE)


def subject_words(text: str, language: str) -> list[str]:
    """The content words that name a subject, and not the letter, who speaks in it, or a number of points."""
    words = content_words(text, language)
    return [word for word in words if word not in _LETTER_WORDS and not (word.isdigit() and len(word) <= 2)]


def about_the_letter(text: str, language: str) -> bool:
    """Whether a summary or comparison is asked of a letter as a whole, and not of one subject in it."""
    return not subject_words(text, language)


def asks_for_all(text: str) -> bool:
    """Whether a summary is asked of more letters than one."""
    return _ALL.search(text) is not None


def names_a_letter_by_subject(text: str) -> bool:
    """Whether a summary is asked of the letter about something, and not of what a letter says about it."""
    return _LETTER_ABOUT.search(text) is not None and _SAYS_ABOUT.search(text) is None


def asks_for_difference(text: str) -> bool:
    """Whether a comparison asks where two differ, rather than where they agree."""
    return _DIFFERENCE.search(text) is not None


def asks_for_notes(text: str) -> bool:
    """Whether the answer is likely to stand in a footnote: a paper's number, a link, a source."""
    return _NOTES.search(text) is not None


def asks_for_list(text: str) -> bool:
    """Whether several things are asked for, so that all of a list answers better than one of its items."""
    return _LIST.search(text) is not None


def asks_what_was_asked(text: str) -> bool:
    """Whether it is asked what others asked or who asked it, rather than what is so."""
    return wants_to_know(text) or (_ASKED.search(text) is not None and _ANSWERED.search(text) is None)


def wants_to_know(text: str) -> bool:
    """Whether it is asked what somebody wants to know."""
    return _WANTS_TO_KNOW.search(text) is not None


def asks_two_things(text: str) -> bool:
    """Whether a question holds another one, which what answers the first may leave open."""
    return _TWO_ASKED.search(text) is not None


def kind_mentioned(text: str) -> str | None:
    """What a question asks to name all of that is mentioned: "moties" in "welke moties worden genoemd"."""
    found = _MENTIONED.search(text)
    return found["kind"] if found else None

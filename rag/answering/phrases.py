"""What Briefwijzer itself says, in both languages. Nothing here is about any one letter."""

from collections.abc import Sequence

from rag.errors import Fault
from rag.letters import Voice

HOLDERS = {
    "nl": {
        Voice.CABINET: "Het kabinet",
        Voice.AUTHORS: "De adviseurs",
        Voice.PARLIAMENT: "De Kamer",
        Voice.THIRD_PARTY: "Een andere partij",
        Voice.NEUTRAL: "De brief zet uiteen",
    },
    "en": {
        Voice.CABINET: "The cabinet",
        Voice.AUTHORS: "The advisers",
        Voice.PARLIAMENT: "Parliament",
        Voice.THIRD_PARTY: "Another party",
        Voice.NEUTRAL: "The letter sets out",
    },
}
"""How the holder of a view is introduced."""

ENDORSING = {
    "nl": {Voice.AUTHORS: "Het kabinet, dat hier de adviseurs bijvalt"},
    "en": {Voice.AUTHORS: "The cabinet, endorsing the advisers"},
}

ACCORDING = {"nl": "Volgens de brief van {date}:", "en": "According to the letter of {date}:"}
ACCORDING_NAMED = {
    "nl": "Volgens de brief {letter} van {date}:",
    "en": "According to the letter {letter} of {date}:",
}
ACCORDING_NAMED_UNDATED = {
    "nl": "Volgens de ongedateerde brief {letter}:",
    "en": "According to the undated letter {letter}:",
}
"""Where an answer could be from other letters as well."""
ACCORDING_COVERING_NOTE = {
    "nl": "Volgens {note} bij {letter}:",
    "en": "According to {note} to {letter}:",
}
COVERING_NOTE_OF = {"nl": "de aanbiedingsbrief van {date}", "en": "the covering note of {date}"}
COVERING_NOTE_UNDATED = {"nl": "de ongedateerde aanbiedingsbrief", "en": "the undated covering note"}
LETTER_OF = {"nl": "de brief van {date}", "en": "the letter of {date}"}
LETTER_UNDATED = {"nl": "de ongedateerde brief", "en": "the undated letter"}
LETTER_NAMED_OF = {"nl": "de brief {letter} van {date}", "en": "the letter {letter} of {date}"}
LETTER_NAMED_UNDATED = {"nl": "de ongedateerde brief {letter}", "en": "the undated letter {letter}"}
ACCORDING_UNDATED = {"nl": "Volgens de brief:", "en": "According to the letter:"}
ACCORDING_SEVERAL = {"nl": "Volgens de brieven ({dates}):", "en": "According to the letters ({dates}):"}
ACCORDING_SEVERAL_NAMED = {"nl": "Volgens de brieven {letters}:", "en": "According to the letters {letters}:"}
FROM = {"nl": "Uit {letters}:", "en": "From {letters}:"}
"""Above what one letter says in an answer from several."""
AND = {"nl": "en", "en": "and"}
MORE = {"nl": "nog {count}", "en": "{count} more"}
UNOFFICIAL = "(Unofficial translation, machine-made; after each sentence the Dutch words it stands for.)"
DUTCH_ONLY = "(There is no English version of this letter, so its own Dutch words are quoted.)"
IN_DUTCH = "in Dutch"
WORDED = {
    "nl": "(Verwoord door een taalmodel en gecontroleerd; achter elke zin de woorden van de brief waarop zij rust.)",
    "en": "(Worded by a language model and checked; after each sentence the Dutch words it rests on.)",
}
"""Above an answer in a chat model's words."""

NOTHING_FOUND = {
    "nl": "Ik vond in de brieven geen zin die dit beantwoordt.",
    "en": "I found no sentence in the letters that answers this.",
}
"""That there is none is an estimate, so it is not said."""
NEVER_MENTIONED = {
    "nl": "Ik vond in de brieven geen zin die dit beantwoordt; {name} komt er niet in voor.",
    "en": "I found no sentence in the letters that answers this; they never mention {name}.",
}
NEAREST = {
    "nl": "Het dichtst in de buurt komen: {places}.",
    "en": "What comes nearest: {places}.",
}
NEAREST_SENTENCE = {
    "nl": "De zin die het dichtst bij de vraag komt, maar misschien geen antwoord is: {said}",
    "en": "The sentence that comes nearest to the question, though it may be no answer: {said}",
}
TRY = {
    "nl": "Vraag bijvoorbeeld wat er in een van die paragrafen staat, of stel de vraag met andere woorden.",
    "en": "Try asking what one of those paragraphs says, or put the question in other words.",
}
OTHER_LANGUAGE = {
    "nl": "Ik beantwoord vragen in het Nederlands of het Engels. (I answer questions in Dutch or English.)",
    "en": "I answer questions in Dutch or English. (Ik beantwoord vragen in het Nederlands of het Engels.)",
}
OFF_TOPIC = {
    "nl": (
        "Ik beantwoord alleen vragen over de brieven in deze verzameling. Vraag bijvoorbeeld wat het kabinet "
        "van iets vindt, of om een samenvatting."
    ),
    "en": (
        "I only answer questions about the letters in this collection. Ask what the cabinet thinks of "
        "something, for example, or for a summary."
    ),
}
WELCOME = {"nl": "Graag gedaan. Vraag gerust verder.", "en": "You are welcome. Do ask on."}
HELP = {
    "nl": (
        "Ik zoek in de brieven en antwoord met hun eigen woorden en de vindplaats. Vraag bijvoorbeeld wat het "
        "kabinet of de adviseurs van iets vinden, waarom, hoeveel of wanneer; om een samenvatting van een brief of van "
        "alle brieven; waarover kabinet en adviseurs het oneens zijn; wat er in §3 of noot 2 staat; wie een brief "
        "ondertekende; of welke brieven er zijn. Vragen kan in het Nederlands en in het Engels."
    ),
    "en": (
        "I search the letters and answer in their own words, with where these stand. Ask, for example, what the "
        "cabinet or the advisers think of something, why, how much or when; for a summary of one letter or of all; "
        "where the cabinet and the advisers disagree; what §3 or note 2 says; who signed a letter; or which letters "
        "there are. You can ask in English and in Dutch."
    ),
}
SAY_WHAT_AGAIN = {
    "nl": "Stel je vraag in het Nederlands, dan is het antwoord in het Nederlands. Wat wil je weten?",
    "en": "Ask your question in English, and the answer is in English. What would you like to know?",
}
"""To who asks for the other language before there is an answer to give again."""
REFUSED = {
    "nl": (
        "Dat doe ik niet: ik verzin geen citaten of standpunten en wijk niet af van wat er in de brieven "
        "staat. Vraag wat een brief over een onderwerp zegt, dan krijg je de letterlijke woorden met de "
        "vindplaats."
    ),
    "en": (
        "I will not do that: I do not invent quotes or positions, nor depart from what the letters say. Ask "
        "what a letter says about a subject, and you get its exact words and where they stand."
    ),
}
NO_PARAGRAPH = {
    "nl": "§{number} bestaat niet: {letter} heeft {count} paragrafen.",
    "en": "There is no §{number}: {letter} has {count} paragraphs.",
}
NO_FOOTNOTE = {
    "nl": "Noot {number} bestaat niet in {letter}.",
    "en": "There is no note {number} in {letter}.",
}
EMPTY_FOOTNOTE = {
    "nl": (
        "Bij §{paragraph} van {letter} staat een verwijzing naar noot {number}, maar de tekst van die noot ontbreekt "
        "in het bestand."
    ),
    "en": (
        "§{paragraph} of {letter} has a marker for note {number}, but the text of that note is missing from the file."
    ),
}
NO_PARAGRAPH_ANYWHERE = {
    "nl": "§{number} bestaat in geen van de {letters} brieven; de langste, {letter}, heeft {count} paragrafen.",
    "en": "None of the {letters} letters has a §{number}; the longest, {letter}, has {count} paragraphs.",
}
NO_FOOTNOTE_ANYWHERE = {
    "nl": "Noot {number} bestaat in geen van de {letters} brieven.",
    "en": "None of the {letters} letters has a note {number}.",
}
UNKNOWN_FIELD = {"nl": "Dat vermeldt de brief niet.", "en": "The letter does not say."}
UNKNOWN_FIELD_OF = {"nl": "Dat vermeldt {letter} niet.", "en": "{letter} does not say."}
UNKNOWN_FIELD_ANYWHERE = {
    "nl": "Dat vermeldt geen van de {letters} brieven.",
    "en": "None of the {letters} letters says.",
}
UNKNOWN_FIELD_ELSEWHERE = {"nl": "De andere brieven vermelden dat niet.", "en": "The other letters do not say."}
ALSO_IN = {
    "nl": (
        "De vraag noemt geen brief; wat zij vraagt, staat ook in {letters}. Noem de brief om dat te lezen, "
        "bijvoorbeeld: ‘{example}’"
    ),
    "en": (
        "The question names no letter; what it asks for is also in {letters}. Name the letter to read that, for "
        "example: ‘{example}’"
    ),
}
"""Beside an answer that leaves out letters with an answer of their own."""
OF_LETTERS_ONE = {
    "nl": "De vraag noemt geen brief; gelezen is {letter}, een van {count}. Noem zelf een andere: {letters}.",
    "en": "The question names no letter; what was read is {letter}, one of {count}. Name another: {letters}.",
}
EXAMPLES = {
    "nl": {
        "paragraph": "Wat staat er in §{number} van {letter}?",
        "footnote": "Wat staat er in noot {number} van {letter}?",
        "title": "Wat is de titel van de brief {letter}?",
        "date": "Wanneer is de brief {letter} verstuurd?",
        "dateline": "Waar is de brief {letter} geschreven?",
        "addressee": "Aan wie is de brief {letter} gericht?",
        "signatory": "Wie heeft de brief {letter} ondertekend?",
    },
    "en": {
        "paragraph": "What does §{number} of {letter} say?",
        "footnote": "What does note {number} of {letter} say?",
        "title": "What is the title of the letter {letter}?",
        "date": "When was the letter {letter} sent?",
        "dateline": "Where was the letter {letter} written?",
        "addressee": "To whom is the letter {letter} addressed?",
        "signatory": "Who signed the letter {letter}?",
    },
}
"""How to ask a look-up of one letter."""
FIELD_LEADS = {
    "nl": {
        "title": "Het opschrift luidt",
        "date": "De brief is gedateerd",
        "dateline": "De dagtekening luidt",
        "addressee": "De brief is gericht",
        "signatory": "De brief is ondertekend door",
    },
    "en": {
        "title": "The title reads",
        "date": "The letter is dated",
        "dateline": "The dateline reads",
        "addressee": "The letter is addressed",
        "signatory": "The letter is signed by",
    },
}
SUMMARY = {"nl": "De hoofdpunten, in de volgorde van de brief:", "en": "The main points, in the order of the letter:"}
SUMMARY_OF = {
    "nl": "De hoofdpunten van {name}, in de volgorde van de brief:",
    "en": "The main points of {name}, in the order of the letter:",
}
SUMMARY_OF_EACH = {"nl": "Van elke brief enkele hoofdpunten:", "en": "A few main points of each letter:"}
SUMMARY_OF_SUBJECT = {"nl": "Wat de brieven erover zeggen:", "en": "What the letters say about it:"}
SUMMARY_LEFT_OUT = {
    "nl": "Dit zijn {told} van de {count} brieven. Vraag naar een andere bij zijn naam, zoals ‘Vat {example} samen’.",
    "en": "These are {told} of the {count} letters. Ask for another by its name, such as ‘Summarise {example}’.",
}
AGREE = {"nl": "Waar het kabinet de adviseurs bijvalt:", "en": "Where the cabinet endorses the advisers:"}
DIFFER = {"nl": "Waar zij uiteenlopen:", "en": "Where they differ:"}
NO_AGREEMENT = {
    "nl": "De brief zegt nergens met zoveel woorden dat het kabinet de adviseurs bijvalt.",
    "en": "The letter nowhere says in so many words that the cabinet endorses the advisers.",
}
NO_DIFFERENCE = {
    "nl": "De brief zegt nergens met zoveel woorden dat het kabinet een voorstel van de adviseurs afwijst.",
    "en": "The letter nowhere says in so many words that the cabinet declines a proposal of the advisers.",
}
HELD = {"nl": "De verzameling telt {count} brieven.", "en": "The collection holds {count} letters."}
HELD_ONE = {"nl": "De verzameling telt 1 brief.", "en": "The collection holds 1 letter."}
LETTERS = {"nl": "Deze brieven zijn doorzoekbaar:", "en": "These letters can be searched:"}
LETTER_LINE = {"nl": "{name} ({date}, {count} paragrafen) [{id}]", "en": "{name} ({date}, {count} paragraphs) [{id}]"}
UNDATED = {"nl": "zonder datum", "en": "undated"}
TOO_LONG = {
    "nl": "De vraag is {chars} tekens lang; {limit} is het meeste. Stel haar korter.",
    "en": "The question is {chars} characters long; {limit} is the most. Ask it more briefly.",
}
EMPTY = {"nl": "Stel een vraag.", "en": "Ask a question."}
WITHHELD = {
    "nl": "Er is een antwoord opgesteld, maar niets daarin doorstond de controle; het wordt dus niet getoond.",
    "en": "An answer was drafted, but nothing in it passed the checks, so it is not shown.",
}
CHAT_FAULTS = {
    "nl": {
        Fault.UNREACHABLE: "Het taalmodel was niet bereikbaar.",
        Fault.SLOW: "Het taalmodel antwoordde niet op tijd.",
        Fault.DENIED: "De server van het taalmodel weigerde de sleutel.",
        Fault.BUSY: "De server van het taalmodel had het te druk.",
        Fault.UNKNOWN: "De server kent het ingestelde taalmodel niet.",
        Fault.REJECTED: "De server van het taalmodel wees het verzoek af.",
        Fault.UNREADABLE: "Het taalmodel gaf geen bruikbaar antwoord.",
        Fault.OTHER_LANGUAGE: "Het taalmodel antwoordde in een andere taal.",
    },
    "en": {
        Fault.UNREACHABLE: "The language model could not be reached.",
        Fault.SLOW: "The language model did not answer in time.",
        Fault.DENIED: "The server of the language model refused the key.",
        Fault.BUSY: "The server of the language model was too busy.",
        Fault.UNKNOWN: "The server does not know the language model that is set.",
        Fault.REJECTED: "The server of the language model rejected the request.",
        Fault.UNREADABLE: "The language model gave no answer that can be used.",
        Fault.OTHER_LANGUAGE: "The language model answered in another language.",
    },
}
"""Why an answer is not in a chat model's words."""
CHAT_DROPPED = {
    "nl": "Wat het taalmodel schreef, doorstond de controle niet.",
    "en": "What the language model wrote did not pass the checks.",
}
CHAT_NONE = {
    "nl": "Het taalmodel vond in deze paragrafen geen antwoord.",
    "en": "The language model found no answer in these paragraphs.",
}
QUOTED_INSTEAD = {
    "nl": "Daarom staan hier de letterlijke woorden van de brief.",
    "en": "So these are the letter’s own words.",
}


def joined(words: Sequence[str], language: str) -> str:
    """Words in a row: "a", "a and b", "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} {AND[language]} {last}" if first else last

"""What the interface says, in Dutch and in English. Nothing here is about any one letter."""

from dataclasses import dataclass

from rag.answering.model import Field, Status
from rag.answering.progress import Stage
from rag.letters import PartName, Voice

LANGUAGES = {"nl": "Nederlands", "en": "English"}
"""The interface's languages, each by its own name."""


@dataclass(frozen=True, kw_only=True)
class Strings:
    """One language of the interface."""

    language: str
    tagline: str
    new_conversation: str
    check_claim: str
    """Leads to the page where a claim is checked."""
    welcome: str
    promises: tuple[str, ...]
    examples_title: str
    examples: tuple[str, ...]
    """`{number}` is a paragraph that exists."""
    ask_here: str
    stages: dict[Stage, str]
    reading: str
    """`{places}` are the first paragraphs that are read."""
    stop: str
    stopped: str
    """Above a question that has no answer."""
    ask_again: str
    remote_model: str
    """`{host}` is the other machine."""
    question: str
    answer: str
    status: dict[Status, str]
    voices: dict[Voice, str]
    partly: str
    """Before the other voices of a paragraph."""
    nearest: str
    try_title: str
    try_paragraph: str
    try_paragraph_of: str
    """Where several letters are in play."""
    dropped_one: str
    dropped_many: str
    quote_this: str
    quote_help: str
    download: str
    letter: str
    choose_letter: str
    no_letters: str
    legend: str
    fields: dict[Field, str]
    dossier: str
    source_file: str
    undated: str
    parts: dict[PartName, str]
    note: str
    note_missing: str
    loose_notes: str
    side_by_side: str
    back: str
    letter_gone: str
    words_changed: str
    no_paragraph: str


DUTCH = Strings(
    language="nl",
    tagline="Vraag het de brieven van de regering aan het parlement",
    new_conversation="Nieuw gesprek",
    check_claim="Toets een bewering",
    welcome="Wat wil je weten?",
    promises=(
        "Elk antwoord geeft de letterlijke woorden van de brief en zegt wie ze voor zijn rekening neemt.",
        "Klik op een vindplaats, zoals §3, en de brief opent ernaast op de geciteerde woorden.",
        "Staat het er niet in, dan staat dat in het antwoord. Er wordt niets bij bedacht.",
    ),
    examples_title="Bijvoorbeeld",
    examples=(
        "Waar gaat de brief over?",
        "Waar zijn kabinet en adviseurs het oneens?",
        "Wie heeft de brief ondertekend?",
        "Wat staat er in §{number}?",
    ),
    ask_here="Stel een vraag over de brieven",
    stages={
        Stage.UNDERSTANDING: "Leest het gesprek…",
        Stage.SEARCHING: "Zoekt in de brieven…",
        Stage.READING: "Leest de brieven…",
        Stage.WRITING: "Het taalmodel schrijft…",
        Stage.CHECKING: "Controleert elke bewering en elk citaat…",
    },
    reading="Leest {places}…",
    stop="Stop",
    stopped="Deze vraag is nog niet beantwoord:",
    ask_again="Vraag het opnieuw",
    remote_model="Het taalmodel draait op {host}: je vraag, het gesprek en de gevonden paragrafen gaan daarheen.",
    question="Vraag",
    answer="Antwoord",
    status={
        Status.ANSWERED: "Beantwoord",
        Status.PARTIAL: "Deels beantwoord",
        Status.NOT_IN_LETTERS: "Niet in de brieven",
        Status.OUT_OF_SCOPE: "Valt buiten de brieven",
        Status.REFUSED: "Geweigerd",
        Status.WITHHELD: "Achtergehouden na controle",
        Status.FAILED: "Niet gelukt",
    },
    voices={
        Voice.CABINET: "Kabinet",
        Voice.AUTHORS: "Adviseurs",
        Voice.PARLIAMENT: "Kamer",
        Voice.THIRD_PARTY: "Andere partij",
        Voice.NEUTRAL: "Neutraal",
    },
    partly="deels",
    nearest="Lees verder bij",
    try_title="Probeer eens",
    try_paragraph="Wat staat er in §{number}?",
    try_paragraph_of="Wat staat er in §{number} van {letter}?",
    dropped_one="Eén bewering is weggelaten: zij doorstond de controle niet.",
    dropped_many="{count} beweringen zijn weggelaten: zij doorstonden de controle niet.",
    quote_this="Citeren",
    quote_help="Antwoord met bronnen, als platte tekst",
    download="Bewaar als tekst",
    letter="De brief",
    choose_letter="Kies een brief",
    no_letters="Er zijn nog geen brieven in de index. Zet ze in `seeds/` en voer `make index` uit.",
    legend="Wie is aan het woord",
    fields={
        Field.TITLE: "Opschrift",
        Field.DATE: "Datering",
        Field.DATELINE: "Datering",
        Field.ADDRESSEE: "Gericht",
        Field.SIGNATORY: "Ondertekend",
    },
    dossier="Kamerstuk",
    source_file="Bestand",
    undated="zonder datum",
    parts={PartName.COVERING_NOTE: "Aanbiedingsbrief", PartName.LETTER: "Brief"},
    note="noot",
    note_missing="De tekst van deze noot ontbreekt in het bestand.",
    loose_notes="Noten zonder verwijzing in de tekst",
    side_by_side="Toon ook Engels (onofficieel)",
    back="↑ Terug naar het gesprek",
    letter_gone="De brief {letter} staat niet meer in de index.",
    words_changed="De brief is intussen vernieuwd; de geciteerde woorden staan hier niet meer precies zo.",
    no_paragraph="§{number} bestaat niet: deze brief heeft {count} paragrafen.",
)

ENGLISH = Strings(
    language="en",
    tagline="Put your question to the Dutch government’s letters to parliament",
    new_conversation="New conversation",
    check_claim="Check a claim",
    welcome="What do you want to know?",
    promises=(
        "Every answer gives the letter’s own Dutch words and says who holds the view.",
        "Click a place, such as §3, and the letter opens beside it at the quoted words.",
        "If the letters do not say it, the answer says so. Nothing is made up.",
    ),
    examples_title="For example",
    examples=(
        "What is the letter about?",
        "Where do the cabinet and the advisers disagree?",
        "Who signed the letter?",
        "What does §{number} say?",
    ),
    ask_here="Ask a question about the letters",
    stages={
        Stage.UNDERSTANDING: "Reading the conversation…",
        Stage.SEARCHING: "Searching the letters…",
        Stage.READING: "Reading the letters…",
        Stage.WRITING: "The language model is writing…",
        Stage.CHECKING: "Checking every statement and every quote…",
    },
    reading="Reading {places}…",
    stop="Stop",
    stopped="This question has no answer yet:",
    ask_again="Ask it again",
    remote_model="The language model runs on {host}: your question, the conversation and found paragraphs go there.",
    question="Question",
    answer="Answer",
    status={
        Status.ANSWERED: "Answered",
        Status.PARTIAL: "Partly answered",
        Status.NOT_IN_LETTERS: "Not in the letters",
        Status.OUT_OF_SCOPE: "Outside the letters",
        Status.REFUSED: "Refused",
        Status.WITHHELD: "Withheld after checks",
        Status.FAILED: "Did not work",
    },
    voices={
        Voice.CABINET: "Cabinet",
        Voice.AUTHORS: "Advisers",
        Voice.PARLIAMENT: "Parliament",
        Voice.THIRD_PARTY: "Other party",
        Voice.NEUTRAL: "Neutral",
    },
    partly="partly",
    nearest="Read on at",
    try_title="Try",
    try_paragraph="What does §{number} say?",
    try_paragraph_of="What does §{number} of {letter} say?",
    dropped_one="One statement was left out: it did not pass the checks.",
    dropped_many="{count} statements were left out: they did not pass the checks.",
    quote_this="Quote this",
    quote_help="Answer with its sources, as plain text",
    download="Save as text",
    letter="The letter",
    choose_letter="Choose a letter",
    no_letters="There are no letters in the index yet. Put them in `seeds/` and run `make index`.",
    legend="Who is speaking",
    fields={
        Field.TITLE: "Title",
        Field.DATE: "Dateline",
        Field.DATELINE: "Dateline",
        Field.ADDRESSEE: "Addressed",
        Field.SIGNATORY: "Signed",
    },
    dossier="Parliamentary paper",
    source_file="File",
    undated="undated",
    parts={PartName.COVERING_NOTE: "Covering note", PartName.LETTER: "Letter"},
    note="note",
    note_missing="The text of this note is missing from the file.",
    loose_notes="Notes without a marker in the text",
    side_by_side="Show English too (unofficial)",
    back="↑ Back to the conversation",
    letter_gone="The letter {letter} is no longer in the index.",
    words_changed="The letter has been renewed since; the quoted words no longer stand here exactly so.",
    no_paragraph="There is no §{number}: this letter has {count} paragraphs.",
)

STRINGS = {"nl": DUTCH, "en": ENGLISH}


def language_of(chosen: str | None, locale: str | None) -> str:
    """The language chosen before; else Dutch for a Dutch or unknown browser, English for any other."""
    if chosen is not None and chosen in STRINGS:
        return chosen
    return "nl" if not locale or locale.lower().split("-")[0] == "nl" else "en"

"""What checking a claim says to a reader, in Dutch and in English. Nothing here is about any one letter."""

from dataclasses import dataclass

from rag.checking.gates import GateName
from rag.checking.model import Verdict


@dataclass(frozen=True, kw_only=True)
class Ending:
    """A verdict in words."""

    name: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class CheckStrings:
    """One language of it."""

    language: str
    title: str
    explains: str
    claim: str
    placeholder: str
    check: str
    checking: str
    to_chat: str
    verdict: str
    """Before the verdict, for who hears the page."""
    nearest: str
    """Above the words that come nearest to a claim that was not found."""
    gates: str
    decided: str
    """Before the gates that a claim did not pass."""
    passed: str
    failed: str
    endings: dict[Verdict, Ending]
    outcomes: dict[GateName, tuple[str, str]]
    """What it means that a claim passed a gate, and that it did not."""


ICONS = {
    Verdict.SUPPORTED: "✓",
    Verdict.PARTLY: "◐",
    Verdict.CONTRADICTED: "✕",
    Verdict.OTHER_HOLDER: "⇄",
    Verdict.NOT_FOUND: "○",
}
"""The shape by which a verdict is known even without colour."""

_DUTCH = CheckStrings(
    language="nl",
    title="Staat dat in de brieven?",
    explains="Toets een bewering: staat zij er, in welke woorden, en wie zegt het",
    claim="Bewering",
    placeholder="Bijvoorbeeld: Het kabinet wil het verdrag niet opzeggen.",
    check="Toets",
    checking="Zoekt in de brieven en toetst de bewering…",
    to_chat="Naar het gesprek",
    verdict="Oordeel",
    nearest="Het dichtst in de buurt komt:",
    gates="Wat er is getoetst",
    decided="Wat de doorslag gaf",
    passed="in orde",
    failed="niet in orde",
    endings={
        Verdict.SUPPORTED: Ending(name="Klopt", meaning="De brieven zeggen dit."),
        Verdict.PARTLY: Ending(
            name="Klopt ten dele", meaning="De brieven zeggen hiervan een deel; over de rest zeggen zij niets."
        ),
        Verdict.CONTRADICTED: Ending(name="Weersproken", meaning="De brieven zeggen iets anders."),
        Verdict.OTHER_HOLDER: Ending(
            name="Van een ander", meaning="In de brieven is hierover een ander aan het woord dan de bewering noemt."
        ),
        Verdict.NOT_FOUND: Ending(name="Niet gevonden", meaning="In de brieven is dit niet gevonden."),
    },
    outcomes={
        GateName.CITATION: ("De vindplaats bestaat.", "Er is geen vindplaats die bestaat."),
        GateName.QUOTE: (
            "De aangehaalde woorden staan er letterlijk.",
            "Aangehaalde woorden staan er niet letterlijk.",
        ),
        GateName.RENDERING: ("De vertaling hoort bij het citaat.", "De vertaling hoort niet bij het citaat."),
        GateName.NUMBER: (
            "Getallen en data staan zo in de brief.",
            "Een getal of datum staat zo niet in de brief.",
        ),
        GateName.NAME: (
            "Namen en verwijzingen staan zo in de brief.",
            "Een naam of verwijzing staat zo niet in de brief.",
        ),
        GateName.POLARITY: ("De brief zegt niet het tegendeel.", "De brief zegt het tegendeel."),
        GateName.MODALITY: (
            "De bewering is niet stelliger dan de brief.",
            "De bewering is stelliger dan de brief.",
        ),
        GateName.HOLDER: (
            "In de brief zegt dezelfde het, of de bewering noemt niemand.",
            "De brief schrijft het niet toe aan wie de bewering noemt.",
        ),
        GateName.SUPPORT: ("De woorden van de brief dragen de bewering.", "De woorden van de brief dragen dit niet."),
    },
)

_ENGLISH = CheckStrings(
    language="en",
    title="Do the letters say so?",
    explains="Check a claim: is it there, in which words, and who says it",
    claim="Claim",
    placeholder="For example: The cabinet does not want to end the convention.",
    check="Check",
    checking="Searching the letters and checking the claim…",
    to_chat="To the conversation",
    verdict="Verdict",
    nearest="What comes nearest:",
    gates="What was checked",
    decided="What decided",
    passed="in order",
    failed="not in order",
    endings={
        Verdict.SUPPORTED: Ending(name="Supported", meaning="The letters say this."),
        Verdict.PARTLY: Ending(
            name="Partly supported", meaning="The letters say a part of this; of the rest they say nothing."
        ),
        Verdict.CONTRADICTED: Ending(name="Contradicted", meaning="The letters say otherwise."),
        Verdict.OTHER_HOLDER: Ending(
            name="Said by another", meaning="In the letters another than the claim names speaks of this."
        ),
        Verdict.NOT_FOUND: Ending(name="Not found", meaning="This was not found in the letters."),
    },
    outcomes={
        GateName.CITATION: ("The place exists.", "There is no place that exists."),
        GateName.QUOTE: ("The quoted words stand there exactly.", "Quoted words do not stand there exactly."),
        GateName.RENDERING: ("The translation belongs to the quote.", "The translation does not belong to the quote."),
        GateName.NUMBER: (
            "Numbers and dates stand so in the letter.",
            "A number or date does not stand so in the letter.",
        ),
        GateName.NAME: (
            "Names and references stand so in the letter.",
            "A name or reference does not stand so in the letter.",
        ),
        GateName.POLARITY: ("The letter does not say the opposite.", "The letter says the opposite."),
        GateName.MODALITY: (
            "The claim is no firmer than the letter.",
            "The claim is firmer than the letter.",
        ),
        GateName.HOLDER: (
            "In the letter the same party says it, or the claim names none.",
            "The letter does not give it to the party that the claim names.",
        ),
        GateName.SUPPORT: ("The letter's words bear the claim.", "The letter's words do not bear this."),
    },
)

CHECK_STRINGS = {"nl": _DUTCH, "en": _ENGLISH}

"""How strongly a claim commits, and how widely: against its sources it may weaken, never strengthen."""

import re
from enum import IntEnum

from rag.checking.alignment import Alignment
from rag.checking.clauses import clause_of, clause_spans, whole_words
from rag.checking.negation_words import NEGATIONS

_HELD = 0.5
_BEFORE = 4
"""Words before another within which a denial reaches it."""
_NEED_NOT = re.compile(r"\bhoe(?:ft|ven)\b|\bneed not\b|\b(?:do|does) not (?:have|need) to\b", re.IGNORECASE)
_MUCH = 0.4
"""Share of what is held that makes a further source one that counts."""
_MUCH_MORE = 1.5
"""Times as much of the claim as the first source a further one must hold to be the main one."""
_GOVERNED = re.compile(r"(?:dat|that|om|die|which|who|en|and)\b", re.IGNORECASE)


class Strength(IntEnum):
    """How firmly something is put, the weakest first."""

    POSSIBLE = 1
    """May be so, is considered or looked into."""
    INTENDED = 2
    """Wanted, recommended, asked for."""
    OBLIGED = 3
    """Must or ought to be so."""
    FACT = 4


_DEMANDS = r"demands?(?= that| an?\b| the\b| more\b| it\b)"
"""The verb: "money and demand play a part" asks for nothing."""
_MARKS = (
    (
        Strength.POSSIBLE,
        whole_words(
            r"kan(?! (?:\w+ )?zich (?:\w+ )?vinden)|kunnen|zou|zouden|mag|mogen"
            r"|mogelijk|mogelijkerwijs|wellicht|misschien|overwe(?:e|)g\w*|verken(?:t|nen)?"
            r"|onderzoek(?:t|en)"
            r"|denkbaar|naar verwachting|waarschijnlijk|can|cannot|could|(?<!\d )(?-i:may)(?! \d)|might|possibl[ey]"
            r"|perhaps|maybe|(?:is|are) considering|considers? whether"
            r"|explor(?:e|es|ing)|would|probabl[ey]|likely|expected|looks? into|investigat(?:e|es|ing)"
            r"|allowed|permitted"
        ),
    ),
    (
        Strength.INTENDED,
        whole_words(
            r"(?<!de )wil|willen|wens(?:t|en)|streef(?:t)?|streven|beoog(?:t)?|beogen|plan(?:nen)?|voornemens?"
            r"|ple?i(?:t|ten)|bepleit\w*"
            r"|beve(?:el|elt|len)|aanbev\w+"
            r"|advis\w+|raadt|raden|voorstel\w*|stelt voor"
            r"|verzo(?:ekt|cht\w*)|(?<!nieuwe )(?<!alle )(?<!de )verzoeken|vraagt|vragen|gevraagd"
            r"|vroeg|hoop|hopen|inzet|zet in"
            r"|wants?|wish(?:es)?|aims?|intends?|seeks?|plans?|propos\w+|recommend\w*|advocat\w*|advis\w+|asks?"
            r"|asked|hopes?|argues? for|desir\w+"
            r"|strives?|plead\w*|calls? for|calling for|urg(?:es?|ed)|suggest\w*|should|ought|keen|favou?rs?|in favou?r"
        ),
    ),
    (
        Strength.OBLIGED,
        whole_words(
            r"moet|moeten|moest|dien(?:t|en)|verplich\w+|behoor(?:t|en)|hoor(?:t|en)|vereis\w*|noodzakelijk|nodig"
            r"|must|ha(?:s|ve) to|oblig\w+|compulsory|mandatory|requir\w+|need(?:s|ed)?|necessary|" + _DEMANDS
        ),
    ),
)
_CERTAIN = whole_words(
    r"zeker|ongetwijfeld|gegarandeerd|onvermijdelijk|onontkoombaar|certainly|definitely|undoubtedly"
    r"|inevitabl[ey]|guarantee\w*|surely|bound to|eist|belooft|promise[sd]?|" + _DEMANDS
)
_WIDE = (
    (
        "all of them",
        whole_words(
            r"alle|al(?= (?:de|het|haar|hun))|allemaal|(?:elke?|iedere?)(?! (?:geval|jaar|maand|dag|week"
            r"|kwartaal))|iedereen|altijd|overal|steeds|geheel|volledig|(?:every|each)(?! (?:year|month|day|week"
            r"|quarter|other))|everyone|everywhere"
            r"|all|always|whole|entire(?:ly)?|full(?:y)?|complete(?:ly)?|any|whatever|ongeacht"
        ),
    ),
    (
        "only this",
        whole_words(
            r"alleen|slechts|uitsluitend|enkel|louter|pas|enige|only|solely|merely|exclusively|just(?! over"
            r"| under| as)|sole|alone|nothing but|except"
        ),
    ),
    (
        "most of them",
        whole_words(
            r"(?:de )?meeste|merendeel|meerderheid|grotendeels|vooral|voornamelijk|hoofdzakelijk"
            r"|met name|in het bijzonder"
            r"|(?<!at )most(?:ly)?|majority|largely|mainly|chiefly|primarily"
            r"|in particular|particularly|especially|notably"
        ),
    ),
)
_SOME = whole_words(
    r"sommige|enkele|deel|veel|helft|meeste|merendeel|meestal|some|several|few|part|many|half|most|mostly"
)
_EXCEPT = whole_words(
    r"(?<!ook )(?<!even )(?<!zelfs )(?:tenzij|behoudens|behalve|mits|uitzondering\w*|uitgezonderd|voor zover"
    r"|unless|except(?:ion)?s?|provided|save for|apart from|barring"
    r"|as long as|only if|alleen als|other than|zolang|indien|onder voorwaarden|under conditions|if|als"
    r"|conditional\w*|voorwaarde\w*|condition\w*)"
)
_HARD_EXCEPT = whole_words(
    r"tenzij|behoudens|behalve|mits|met uitzondering|uitgezonderd|onder voorwaarden|unless|except for|provided"
)
_CAUSE = whole_words(
    r"omdat|doordat|vanwege|wegens|want|immers|daarom|waardoor|zodat|dankzij|oorza\w+|veroorza\w+|leid(?:t"
    r"|en) tot|gevolg(?:en)?|due to|because"
    r"|as a result|owing to|thanks to|causes?|caused|leads? to|therefore|since|so that|door|daardoor|hierdoor"
    r"|reden\w*|reasons?|given|gelet op"
    r"|aangezien|om|gezien|drives?|derhalve|bijgevolg|result\w*|prompt\w*"
)
_TIME = whole_words(
    r"na|nadat|daarna|waarna|voor|vóór|voordat|eerst|later|sinds|toen|vervolgens|after|afterwards|before|since"
    r"|then|first|when|once"
)
_HARD_TIME = whole_words(r"waarna|nadat|voordat|afterwards|whereupon")
_HARD_CAUSE = whole_words(
    r"omdat|doordat|vanwege|wegens|dankzij|waardoor|due to|because|as a result|owing to|thanks to|caused by"
)


def strengths(text: str) -> set[Strength]:
    """All marks of how firmly a text puts what it says; a plain statement is a fact."""
    return {rank for rank, mark in _MARKS if mark.search(text)} or {Strength.FACT}


def overstated(alignment: Alignment) -> str | None:
    """How the claim says more firmly or more widely what its sources say; None where it does not."""
    return strengthened(alignment) or widened(alignment)


def strengthened(alignment: Alignment) -> str | None:
    """How the claim says more firmly what its sources say; None where it does not.

    A duty may be put as a fact: rules are written either way ("de verhuurder meldt", "de verhuurder moet melden").
    """
    claim = alignment.statement.text
    if certain := _CERTAIN.search(claim):
        sources = alignment.source_texts
        if not _CERTAIN.search(sources):
            return f"{certain.group()!r} is not in the letter"
    if _is_free(claim):
        return None
    mine, marks = min(strengths(claim)), _marks_of_sources(alignment)
    theirs = min(marks)
    if mine > theirs and mine not in marks and theirs < Strength.OBLIGED:
        return f"it is put as {mine.name.lower()}, the letter as {theirs.name.lower()}"
    return None


def _is_free(text: str) -> bool:
    """Whether the text says of what it could demand that it is not needed: then it demands nothing."""
    found = _MARKS[-1][1].search(text)
    return bool(found and _is_denied(text, found)) or _NEED_NOT.search(text) is not None


def _is_denied(text: str, found: re.Match[str]) -> bool:
    """Whether a denial stands right before some words: "niet alle" is some, "geen vergunning nodig" no duty."""
    return NEGATIONS.search(" ".join(text[: found.start()].split()[-_BEFORE:])) is not None


def _marks_of_sources(alignment: Alignment) -> set[Strength]:
    """How firmly the sources put what the claim speaks of; of several that hold much of it, the firmest."""
    found: list[set[Strength]] = []
    whole = sum(pair.weight for pair in alignment.pairs if pair.sure >= _HELD) or 1.0
    for place, source in enumerate(alignment.sources):
        share = sum(pair.weight for pair in alignment.pairs if pair.sure >= _HELD and pair.source == place) / whole
        if place == 0 or share >= _MUCH:
            text, language = source.text(alignment.statement.language)
            held = [word.start for word in alignment.held_in(place) if word.language == language]
            found.append(strengths(_spoken(text, held)))
    return max(found, key=min)


def _spoken(text: str, held: list[int]) -> str:
    """The clause that holds most of the offsets, with the clauses that govern it; all of the text where none does."""
    spans = clause_spans(text)
    if not held or not spans:
        return text
    counts = [sum(clause_of(spans, start) == place for start in held) for place in range(len(spans))]
    first = last = counts.index(max(counts))
    while first and _GOVERNED.match(text[spans[first][0] :]):
        first -= 1
    return text[spans[first][0] : spans[last][1]]


def widened(alignment: Alignment) -> str | None:
    """How the claim says of more, of less or under fewer conditions what its sources say; None where it does not."""
    claim = alignment.statement.text
    sources = alignment.source_texts
    for name, mark in _WIDE:
        if (found := mark.search(claim)) and not mark.search(sources) and not _is_denied(claim, found):
            return f"{found.group()!r} ({name}) is not in the letter"
    if (found := _WIDE[0][1].search(claim)) and (part := _part(sources)) and not _part(claim):
        return f"{found.group()!r} stands where the letter says {part!r}"
    first = alignment.sources[_main(alignment)].text(alignment.statement.language)[0]
    if (found := _HARD_EXCEPT.search(first)) and not _EXCEPT.search(claim):
        return f"the exception after {found.group()!r} is left out"
    near = sources + " " + " ".join(source.before for source in alignment.sources)
    if (found := _HARD_CAUSE.search(claim)) and not _CAUSE.search(near):
        return f"the letter gives no cause where the claim says {found.group()!r}"
    if (found := _HARD_TIME.search(claim)) and not _TIME.search(near):
        return f"the letter gives no order in time where the claim says {found.group()!r}"
    return None


def _main(alignment: Alignment) -> int:
    """The source that holds most of the claim, by its place."""
    held = [
        sum(pair.weight * pair.sure for pair in alignment.pairs if pair.source == place)
        for place in range(len(alignment.sources))
    ]
    best = held.index(max(held))
    return best if held[best] > _MUCH_MORE * held[0] else 0


def _part(text: str) -> str | None:
    """The word by which a text speaks of some only."""
    found = _SOME.search(text)
    return found.group() if found else None

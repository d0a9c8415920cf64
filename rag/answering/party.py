"""Whom a question names as the one whose view, or whose doing, it asks for; and the sentences in which they speak."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from rag.answering.bodies import is_common, is_proper
from rag.answering.evidence import Evidence, is_anaphoric
from rag.answering.held import share_held, terms_of
from rag.answering.holder import FOREIGN, asked_holders
from rag.answering.known import Names
from rag.answering.request import Request
from rag.answering.scoring import relevance
from rag.letters import Letter, Sentence, Voice
from rag.letters.speakers import REPORTS, reports
from rag.retrieval.aliases import SETTING, find_aliases, find_called
from rag.retrieval.lexicon import Lexicon
from rag.retrieval.question import Question
from rag.store.words import content_words

_THINKS = """
vindt vinden vond vonden wil willen wilde wilden stelt stellen meent menen denkt denken adviseert adviseren adviseerde
adviseerden bepleit bepleiten concludeert concluderen concludeerde concludeerden oordeelt oordelen vraagt vragen vroeg
vroegen verwacht verwachten vreest vrezen constateert constateren waarschuwt schrijft eist eisen
""".split()
_SAYS = "zegt zeggen zei zeiden".split()
_DOES = "doet doen deed gaat gaan".split()
_THINK = "think want advise argue propose recommend conclude ask fear expect believe warn find".split()
_VIEW = """
mening oordeel standpunt opvatting visie kritiek conclusie conclusies advies reactie bezwaar zorgen
opinion view views position advice criticism conclusion conclusions concerns
""".split()
_STANCE = """
eens oneens steunt steunen voorstander voorstanders tegenstander tegenstanders tegen positief negatief kritisch deelt
delen onderschrijft onderschrijven verwerpt verwerpen support supports oppose opposes opposed favour favor agree agrees
disagree reject rejects object objects endorse endorses accept accepts welcome welcomes approve approves against
""".split()
_ASKING = frozenset([*_THINKS, *_THINK, *_VIEW, *_STANCE])
"""Words that ask for somebody's view and name no subject; what says or does is a stop word."""
_OF = r"(?:(?:nu|eigenlijk|ook) )?(?:(?:de|het|the) )?"
_WHO = re.compile(
    rf"\b(?:(?:wat|what|hoe)\b.{{0,20}}?"
    rf"\b(?:(?P<thinks>{'|'.join(_THINKS)})|(?P<says>{'|'.join(_SAYS)})|{'|'.join(_DOES)}) {_OF}"
    rf"|what (?:do|does|did) {_OF}(?=.*\b(?:(?P<think>{'|'.join(_THINK)})|(?P<say>say)|do)\b)"
    rf"|(?P<view>{'|'.join(_VIEW)}) (?:van|of) {_OF})(?P<who>\w.*)",
    re.IGNORECASE,
)
"""Whose view or doing is asked for stands behind such a verb or noun."""
_NAME = r"(?-i:[A-ZÀ-Ý])"
_WHETHER = re.compile(
    rf"^(?:(?:is|zijn|was|waren|are|were|does|do|did) {_OF}({_NAME}.*\b(?:{'|'.join([*_STANCE, *_THINK])})\b.*)"
    rf"|(?:{'|'.join([*_THINKS, *_STANCE])}) {_OF}({_NAME}.*)|({_NAME}{{2,}})(?:['’]s)? (?:{'|'.join(_VIEW)})\b)",
    re.IGNORECASE,
)
"""A question whether somebody called by a name holds a view, and how one asks for it in keywords."""
_OFFICE = re.compile(r"(?:(?:tweede|eerste) )?kamer\b|parlement|parliament|house of|senate", re.IGNORECASE)
_LAW = re.compile(
    r"(?:wet|verdrag|besluit|richtlijn|verordening|akkoord|protocol|handvest)\b|\b(?:convention|act|treaty|directive)\b",
    re.IGNORECASE,
)
"""What says something, but thinks nothing."""
_LINKS = r"(?:(?:of|for|and|on|the|van|voor|en|de|het|der) ){0,3}"
_OF_A_KIND = re.compile(rf"(?:gemeente|provincie|municipality of|province of) (?={_NAME})")
"""Before the name of one of many: it alone tells which."""
_CAPITALS = re.compile(rf"[^\W\d_a-zà-ÿ][\w’'-]*(?: {_LINKS}[^\W\d_a-zà-ÿ][\w’'-]*)*")
_WORD = re.compile(r"[\w-]+")
_AND = re.compile(r" (?:en|and) (?:de |het |the )?")
_MAX_WORDS = 8
_ABOUT = 2
"""Of the words that name a subject, so many too, where there are so many, as a paragraph holds a word by chance."""
_FAR = 4.0
"""Log-odds that a sentence of a body may lose against its best, and still be it that is asked about."""
_BEGINNING = 12
"""Characters before the name with which a sentence begins."""
_MOST = 0.5
"""Of the words that name a subject, so many make a sentence or paragraph one about it."""
_STANDS = re.compile(
    r"\b(?:(?:voor|tegen)stand(?:er|ers)|steun(?:t|en|de)?|krit(?:isch\w*|iek)|bezwa(?:ar|ren)|zorgen|(?:on)?eens|"
    r"positief|negatief|terughoudend\w*|verzet|kanttekening(?:en)?|bedenking(?:en)?|standpunt|oordeel|reactie|mening|"
    r"aanbeveling(?:en)?|advie(?:s|zen)|conclusies?|visie|opvatting|bl(?:ijkt|eek)|houdt rekening|bestrijdt|betwist|"
    r"tegen|afwijzend)\b",
    re.IGNORECASE,
)
"""Words by which it is told how somebody stands to something, where no verb of saying is."""
_ANOTHERS = re.compile(r"(?:Ook )?(?:Ik|Wij|We|Mijn|Het kabinet|De regering|Nederland)\b")
"""How a sentence begins that tells the view of who writes, whomever it mentions."""
_BETWEEN = re.compile(r"(?:[ ,(]|\b(?:van|voor|en|de|het|der)\b|\b[A-Z][\w’-]*)*")
"""What may stand between the word by which a subject was told and a name that it goes on with."""


@dataclass(frozen=True, kw_only=True)
class Party:
    """Somebody whom a question names as the one who says or does what it asks for."""

    name: str
    names: tuple[str, ...]
    """The name, or the names where several are asked about together."""
    is_own: bool
    """Whether it is a name of their own, and not what many are called by ("the inspectorates")."""
    is_known: bool
    """Whether a letter has it, in this form or another."""
    thinks: bool
    """Whether what they think is asked for, and not what they do, or what is said of them."""
    says: bool
    """Whether what they say is asked for."""
    subject: tuple[str, ...]
    """The words by which the question says of what."""

    @property
    def has_view_asked(self) -> bool:
        """Whether the question asks for a view of somebody whom a letter has by a name of their own."""
        return self.is_own and self.is_known and (self.thinks or self.says)


def asked_party(question: Question, lexicon: Lexicon, held: Names) -> Party | None:
    """Whose view or doing a question asks for; None for nobody, for the cabinet, its members and parliament.

    The name is the longest phrase that letters have, for many are made of common words; failing that, the capitalised
    words in a row.
    """
    found, whether = _WHO.search(question.text), _WHETHER.match(question.text)
    rest = found["who"] if found else next(filter(None, whether.groups())) if whether else ""
    if not rest or _OFFICE.match(rest) or Voice.CABINET in asked_holders(question.text):
        return None
    language = question.language or "nl"
    rest = _OF_A_KIND.sub("", rest)
    capitals = match.group() if (match := _CAPITALS.match(rest)) else ""
    names = _known_names(rest, capitals, held.is_known)
    if not names and (beginning := held.beginning_of(capitals, language)):
        names = (beginning,)
    if not names and language == "en":
        proper = " ".join(word for word in _WORD.findall(capitals) if is_proper(word, question, lexicon))
        names = _known_names(proper, proper, held.is_known)
    name = re.sub(r"['’]s?$", "", names[0] if len(names) == 1 else capitals)
    if not name or SETTING.intersection(
        group for group, spans in find_aliases(name).items() if (0, len(name)) in spans
    ):
        return None
    words = content_words(question.text.replace(name, " ", 1), language)
    states = not _LAW.search(name)
    return Party(
        name=name,
        names=names or (name,),
        is_own=re.match(FOREIGN, rest) is not None or not all(is_common(word, language) for word in name.split()),
        is_known=bool(names),
        thinks=states and (found is None or bool(found["thinks"] or found["think"] or found["view"])),
        says=states and found is not None and bool(found["says"] or found["say"]),
        subject=tuple(word for word in words if word not in _ASKING),
    )


def _known_names(text: str, capitals: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """The longest beginning of a text that letters have and that holds all its first capitals, else each of these."""
    longest = None
    for end in [match.end() for match in _WORD.finditer(text)][:_MAX_WORDS]:
        if end < len(capitals):
            continue
        if not is_known(text[:end]):
            break
        if content_words(text[:end].rsplit(" ", 1)[-1], "nl"):
            longest = text[:end]
    if longest:
        return (longest,)
    parts = tuple(_AND.split(capitals))
    return parts if len(parts) > 1 and all(map(is_known, parts)) else ()


def signs(name: str, letters: Iterable[Letter]) -> bool:
    """Whether a name ends in that of somebody who signed one of these letters."""
    names = (one.rpartition(",")[2] for letter in letters for one in (letter.signatory or "").split(";"))
    return any(re.search(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b", one, re.IGNORECASE) for one in names)


def forms_of(party: Party, letters: Iterable[Letter]) -> frozenset[str]:
    """A party's names with the short ones that letters introduce behind them: "(VNG)", "(hierna: de inspecties)"."""
    names = "|".join(map(re.escape, party.names))
    short = re.compile(rf"(?:{names}) \((?:hierna(?: te noemen)?:? )?[«‘'\"“]?(?:(?:de|het) )?([\w-]+)", re.IGNORECASE)
    texts = (paragraph.text for letter in letters for paragraph in letter.paragraphs)
    return frozenset([*party.names, *(match.group(1) for text in texts for match in short.finditer(text))])


def told_by(party: Party, request: Request, lexicon: Lexicon) -> list[Evidence]:
    """What a party says in one letter, of the subject where the question has one; else what is said of its doings.

    Of a view that it does not state there is nothing to tell.
    """
    names = forms_of(party, request.letters.values())
    found = [one for one in request.evidence if speaks(one.sentence, names)]
    if party.subject or request.question.earlier:
        asked = [terms_of(word, request.asked_in, lexicon) for word in party.subject]
        found = [one for one in found if asked and share_held(one.sentence.text, asked) >= _MOST]
    elif not found and not party.thinks:
        found = [one for one in request.evidence if mentions(one.sentence, names) and _is_stated(one)]
    return [one for one in found if one.letter == found[0].letter]


def of_kind(kind: str, request: Request, lexicon: Lexicon) -> list[Evidence]:
    """The sentences that have a word, in any form or translation."""
    asked = [terms_of(kind, request.asked_in, lexicon)]
    return [one for one in request.evidence if share_held(one.sentence.text, asked)]


def views_of(party: Party, ranked: Sequence[Evidence], request: Request, lexicon: Lexicon) -> list[Evidence]:
    """What a party says, or what is told of its view, on the subject asked about; the order is kept."""
    names = forms_of(party, request.letters.values())
    if party.name.islower():
        names |= {party.name.partition(" van ")[0]}
    advised = {one.id for one in request.letters.values() if any(advises(name, one) for name in party.names)}
    asked = [terms_of(word, request.asked_in, lexicon) for word in party.subject]
    own = [one for one in ranked if is_view_of(one, names, request, advised)]
    about = [one for one in own if _is_about(_around(one, request), asked)]
    is_near = about and relevance(own[0]) - relevance(about[0]) <= _FAR
    if own and own[0] == ranked[0] and not is_near and _touches(own[0], asked, request):
        return own
    begun = [one for one in ranked if party.says and any(_begins_with(name, one) for name in names)]
    begun = [one for one in begun if _touches(one, asked, request)]
    return about or (begun if begun[:1] == list(ranked[:1]) else [])


def is_view_of(one: Evidence, names: frozenset[str], request: Request, advised: Collection[str] = ()) -> bool:
    """Whether a sentence is of the one so called, tells its view, or goes on with it.

    In a letter of which it is the adviser, so is what no other is named for.
    """
    sentence, text = one.sentence, one.sentence.text
    if speaks(sentence, names):
        return True
    if mentions(sentence, names) and not _ANOTHERS.match(text) and (reports(text) or _STANDS.search(text)):
        return True
    if sentence.voice is Voice.AUTHORS and one.letter in advised:
        kind, _, told = sentence.reason.partition(": ")
        return kind not in ("subject", "attribution") or not _CAPITALS.search(told.strip("'\"")[1:])
    before = request.letters[one.letter].paragraphs[one.paragraph - 1].sentences[: one.index][-1:]
    return is_anaphoric(text) and any(each.voice is sentence.voice and speaks(each, names) for each in before)


def _begins_with(name: str, one: Evidence) -> bool:
    return any(first <= _BEGINNING for first, _ in find_called(name, one.sentence.text))


def _is_about(text: str, asked: Sequence[frozenset[str]]) -> bool:
    share = share_held(text, asked)
    return share >= _MOST and share * len(asked) >= min(_ABOUT, len(asked))


def _touches(one: Evidence, asked: Sequence[frozenset[str]], request: Request) -> bool:
    """Whether a sentence's paragraph, or the name of its letter, has a word of the subject asked about."""
    text = f"{re.sub('[-_]', ' ', one.letter)} {_around(one, request)}"
    return share_held(text, asked) > 0


def _around(one: Evidence, request: Request) -> str:
    paragraph = request.letters[one.letter].paragraphs[one.paragraph - 1]
    return f"{request.letters[one.letter].name} {paragraph.heading or ''} {paragraph.text}"


def _is_stated(one: Evidence) -> bool:
    return one.sentence.voice is not Voice.PARLIAMENT


def speaks(sentence: Sentence, names: frozenset[str]) -> bool:
    """Whether one of these is the subject or source of a sentence, or says something in it ("De bond (VTG) meent")."""
    kind, _, told = sentence.reason.partition(": ")
    words, text = told.strip("'\""), sentence.text
    place = text.find(words) if kind in ("subject", "attribution") and words else -1
    end = place + len(words)
    return any(
        re.search(rf"\({re.escape(name)}\) (?:[a-z]+ )?{REPORTS}(?!\w)", text)
        or any(
            place >= 0 and last > place and (first < end or _BETWEEN.fullmatch(text, end, first))
            for first, last in find_called(name, text)
        )
        for name in names
    )


def advises(name: str, letter: Letter) -> bool:
    """Whether one of this name is among the advisers of a letter."""
    sentences = (one for paragraph in letter.paragraphs for one in paragraph.sentences)
    return any(one.voice is Voice.AUTHORS and speaks(one, frozenset([name])) for one in sentences)


def mentions(sentence: Sentence, names: frozenset[str]) -> bool:
    """Whether one of these stands in a sentence."""
    return any(any(find_called(name, sentence.text)) for name in names)

"""Who holds the view, sentence by sentence.

In this order a sentence belongs to: whom it names as the source ("volgens de auteurs"), its subject
("het kabinet constateert", "de motie verzoekt"), whom its pronoun means, the instrument whose text
it sets out, the holder that its paragraph began with, the section it stands in. The first that
applies decides and is given as the reason. Whoever wrote the paper speaks where nobody else does:
the cabinet, or the council or other body that signed it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.letters.advisers import advises, is_work
from rag.letters.bodies import BODY
from rag.letters.context import Context, Finding
from rag.letters.holders import Holders
from rag.letters.judging import THIS_LETTER, find_voice
from rag.letters.layout import is_item, without_sign
from rag.letters.model import Sentence, Voice
from rag.letters.options import sets_out_options
from rag.letters.sections import labelled_voice, section_voices, weighs_advice
from rag.letters.sentences import split_sentences
from rag.letters.speakers import reports
from rag.letters.structure import Prose
from rag.letters.turns import MEMO, TURNS, Turns, is_memo, takes_turns

_MOST_CHARS = 1500
"""A longer sentence, as a table that lost its lines, is judged by its beginning."""


def label(prose: Sequence[Prose], *, own: frozenset[str] | None) -> tuple[tuple[Sentence, ...], ...]:
    """The labelled sentences of each paragraph of a letter, in order.

    `own`: the names of the body that wrote the paper, where the cabinet did not.
    """
    turns = Turns(prose) if takes_turns(prose) else None
    own = None if turns else own
    holders = Holders((paragraph.text for paragraph in prose), own=own)
    sections = section_voices(prose, tells_of_others=_tells_of_others(prose, holders))
    labelled: list[tuple[Sentence, ...]] = []
    decided: str | None = None
    options: set[str | None] = set()
    """Headings under which advisers have set out options."""
    memo = is_memo(prose)
    told = MEMO if memo else TURNS if turns else None if own is None else BODY
    for paragraph, section in zip(prose, sections, strict=True):
        is_decided = decided is not None and paragraph.heading == decided
        names_advisers = any(one.voice is Voice.AUTHORS for one in holders.mentions(paragraph.text))
        if names_advisers and sets_out_options(paragraph.text):
            options.add(paragraph.heading)
        context = Context(
            section=Voice.CABINET if is_decided and told is None else _writes(section, told),
            heading=paragraph.heading,
            told=told,
            tells_options=paragraph.heading in options,
        )
        labelled.append(_label_paragraph(paragraph, context, holders, turns))
        if weighs_advice(paragraph.heading) and any(one.voice is Voice.CABINET for one in labelled[-1]):
            decided = paragraph.heading
    for index in range(1, len(prose) - 1) if told is None else ():
        if _is_enclosed(labelled[index - 1 : index + 2], prose[index - 1 : index + 2], holders):
            labelled[index] = tuple(
                sentence
                if sentence.voice is Voice.THIRD_PARTY
                else replace(sentence, voice=Voice.AUTHORS, reason="stands amid a report of what they say")
                for sentence in labelled[index]
            )
    return tuple(labelled)


def _writes(section: Voice, told: str | None) -> Voice:
    """Who speaks in a section: in a body's own paper that body, but for what others asked or think."""
    if told == MEMO:
        return Voice.NEUTRAL
    return Voice.AUTHORS if told == BODY and section not in (Voice.PARLIAMENT, Voice.THIRD_PARTY) else section


def _tells_of_others(prose: Sequence[Prose], holders: Holders) -> bool:
    """Whether a letter tells of advisers and their work; a body whose figures it gives has not advised for that."""
    texts = (text for paragraph in prose for text in (paragraph.text, paragraph.heading or ""))
    return holders.reports_others or any(
        mention.voice is Voice.AUTHORS and (is_work(mention.text) or advises(text))
        for text in texts
        for mention in holders.mentions(text)
    )


def _is_enclosed(labelled: Sequence[Sequence[Sentence]], prose: Sequence[Prose], holders: Holders) -> bool:
    """Whether the middle of three paragraphs names nobody and stands between two of the advisers'.

    So where a letter sums up a report, and the paragraph of bare findings is theirs too.
    """
    above, _, below = labelled
    if not below or below[0].voice is not Voice.AUTHORS or len({paragraph.heading for paragraph in prose}) > 1:
        return False
    if not all(sentence.voice in (Voice.AUTHORS, Voice.NEUTRAL) for sentence in above):
        return False
    unnamed = not holders.mentions(prose[1].text) and not THIS_LETTER.search(prose[1].text)
    told = any(mention.voice is Voice.AUTHORS for mention in holders.mentions(prose[0].text))
    return unnamed and told


def _label_paragraph(prose: Prose, context: Context, holders: Holders, turns: Turns | None) -> tuple[Sentence, ...]:
    spans = split_sentences(prose.text)
    texts = [prose.text[start : min(end, start + _MOST_CHARS)] for start, end in spans]
    context.section = labelled_voice(prose.text, re.split(r"(?<=\d)\W|\s{2}", texts[0])[0]) or context.section
    if turns:
        turns.begin(prose.heading)
    sentences: list[Sentence] = []
    opening: Sentence | None = None
    """What the lines of a list or table stand under."""
    for index, ((start, end), text) in enumerate(zip(spans, texts, strict=True)):
        context.following = texts[index + 1] if index + 1 < len(texts) else ""
        context.section = turns.speaker(text) if turns else context.section
        opening = _opening(prose.text, start, sentences[-1:], opening)
        found = (
            _listed(without_sign(text), opening, context, holders) if opening else find_voice(text, context, holders)
        )
        sentence = Sentence(
            start=start,
            end=end,
            text=prose.text[start:end],
            voice=found.voice,
            reason=found.reason,
            endorses=found.endorses,
        )
        context.move_on(sentence, holders.mentions(text))
        sentences.append(sentence)
    return tuple(sentences)


def _opening(text: str, start: int, last: Sequence[Sentence], opening: Sentence | None) -> Sentence | None:
    """What an item or row stands under: the same as the line before, else the sentence before, a colon at an item's.

    None for other sentences, and for bullets that nobody else than the cabinet opens.
    """
    has_own_line = text[start - 1 : start] == "\n"
    is_listed = is_item(text[start : start + 5])
    if not last or not (has_own_line or is_listed):
        return None
    opens = last[0].text.endswith(":") or not is_listed
    is_known = has_own_line or last[0].voice in (Voice.AUTHORS, Voice.THIRD_PARTY)
    return opening or (last[0] if opens and is_known else None)


def _listed(text: str, opening: Sentence, context: Context, holders: Holders) -> Finding:
    """Whose an item of a list, without its sign, or a row is: the one's that it quotes, else as what it is under."""
    if source := holders.source(text[:1].upper() + text[1:]):
        return Finding(voice=source.voice, reason=f"attribution: {source.text!r}")
    if reports(text):
        return find_voice(text, context, holders)
    return Finding(voice=opening.voice, reason="listed under what the holder says")

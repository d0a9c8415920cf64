"""What is drawn, from records made by hand."""

import datetime
from dataclasses import replace

import pytest

from rag.answering.model import Answer, Citation, Claim, Field, Retrieved, Status
from rag.answering.progress import Progress, Stage
from rag.letters import Footnote, Letter, Paragraph, Part, PartName, Rendering, Sentence, Voice
from rag.view.answer import stage_text, view
from rag.view.answer_html import holder_html, line_html, opening_html
from rag.view.letter_html import has_moved, letter_html
from rag.view.place import Place, Span, linked_place
from rag.view.strings import DUTCH, ENGLISH, STRINGS, language_of
from rag.view.text import message_markdown, plain_markdown, preview, quotable, safe
from rag.view.visit import Visit

FIRST, SECOND = "Het kabinet zegt ja.", "De auteurs <b>zeggen</b> nee."
TEXT = f"{FIRST} {SECOND}"
DAY = datetime.date(2021, 3, 4)


def make_letter() -> Letter:
    cut = len(FIRST) + 1
    sentences = (
        Sentence(start=0, end=len(FIRST), text=FIRST, voice=Voice.CABINET, reason="subject"),
        Sentence(start=cut, end=len(TEXT), text=SECOND, voice=Voice.AUTHORS, reason="subject"),
    )
    paragraph = Paragraph(
        number=1,
        part=PartName.LETTER,
        heading="Vraag & antwoord",
        text=TEXT,
        sentences=sentences,
        footnotes=(
            Footnote(number=1, text="Zie <i>elders</i>.", marker=len(FIRST)),
            Footnote(number=2, text=None, marker=len(TEXT)),
        ),
    )
    part = Part(name=PartName.LETTER, title="Brief", date=DAY, addressee="Aan de Kamer", signatory="De minister")
    rendering = Rendering(
        made_by="test",
        date="2021",
        note="unofficial",
        sentences={1: ("The cabinet says yes.", None)},
        footnotes={},
        headings={},
    )
    return Letter(
        id="2021-brief",
        source_file="2021-brief.txt",
        title="Brief",
        subject=None,
        kind="letter",
        date=DAY,
        addressee="Aan de Kamer",
        signatory="De minister",
        parts=(part,),
        headings=("Buitenste kop", "Vraag & antwoord"),
        paragraphs=(paragraph,),
        rendering=rendering,
    )


LETTER = make_letter()
LETTERS = {LETTER.id: LETTER}


def cite(start: int, end: int) -> Citation:
    return Citation(letter=LETTER.id, title="Brief", date=DAY, paragraph=1, quote=TEXT[start:end], start=start, end=end)


def claim(citation: Citation, voice: Voice = Voice.CABINET, text: str | None = None) -> Claim:
    return Claim(text=text or citation.quote, voice=voice, citations=(citation,), is_rendering=text is not None)


def answer(*claims: Claim, status: Status = Status.ANSWERED, language: str = "nl", **more: object) -> Answer:
    return Answer(status=status, language=language, text="…", claims=claims, **more)  # type: ignore[arg-type]


WHOLE = (claim(cite(0, len(FIRST))), claim(cite(len(FIRST) + 1, len(TEXT)), Voice.AUTHORS))


def test_neighbouring_claims_of_one_holder_share_one_button() -> None:
    seen = view(answer(WHOLE[0], claim(cite(len(FIRST) + 1, len(TEXT)))), LETTERS)
    (group,) = seen.groups
    (line,) = group.lines
    assert (group.holder, line.label, line.quote) == ("Het kabinet", "§1", TEXT)
    assert [(span.start, span.end) for span in line.place.spans] == [(0, 20), (21, len(TEXT))]


def test_claims_of_two_holders_are_kept_apart() -> None:
    seen = view(answer(*WHOLE), LETTERS)
    assert [(group.voice, group.holder) for group in seen.groups] == [
        (Voice.CABINET, "Het kabinet"),
        (Voice.AUTHORS, "De adviseurs"),
    ]


def test_translation_is_labelled_and_stands_before_its_dutch() -> None:
    seen = view(answer(claim(cite(0, 20), text="The cabinet <says> yes."), language="en"), LETTERS)
    (group,) = seen.groups
    assert group.remark == "Unofficial translation, machine-made"
    assert "Unofficial translation, machine-made" in holder_html(group, "en")
    drawn = line_html(group.lines[0], "en")
    assert drawn.index("The cabinet &lt;says&gt; yes.") < drawn.index(f"«{FIRST}»")


def test_dutch_words_in_an_english_answer_are_explained() -> None:
    (group,) = view(answer(WHOLE[0], language="en"), LETTERS).groups
    assert group.remark is not None
    assert "no English version" in group.remark


def test_fact_of_the_metadata_has_its_lead_and_no_holder() -> None:
    words = Citation(
        letter=LETTER.id,
        title="Brief",
        date=DAY,
        paragraph=None,
        field=Field.SIGNATORY,
        quote="De minister",
        start=0,
        end=11,
    )
    (group,) = view(answer(claim(words, Voice.NEUTRAL)), LETTERS).groups
    (line,) = group.lines
    assert (group.holder, line.lead, line.label) == (None, "De brief is ondertekend door", "ondertekening")
    assert "<dd><mark>De minister</mark></dd>" in letter_html(LETTER, line.place, DUTCH, 1)


def test_lines_name_their_letter_where_there_are_several() -> None:
    seen = view(answer(WHOLE[0]), LETTERS | {"2022-ander": LETTER})
    assert seen.groups[0].lines[0].source == "4 maart 2021 · Brief"


def test_lead_stands_above_the_claims() -> None:
    lead = "Waar zij uiteenlopen:"
    made = Answer(status=Status.ANSWERED, language="nl", text=lead, claims=WHOLE[:1], lead=lead)
    assert view(made, LETTERS).lead == lead
    assert lead in opening_html(view(made, LETTERS), DUTCH)


def test_only_an_empty_handed_answer_names_the_nearest_paragraphs() -> None:
    found = (Retrieved(letter=LETTER.id, paragraph=1, score=1.0), Retrieved(letter="weg", paragraph=1, score=0.5))
    nothing = view(answer(status=Status.NOT_IN_LETTERS, retrieved=found, note="Niets."), LETTERS)
    assert [(near.label, near.heading) for near in nothing.nearest] == [("§1", "Vraag & antwoord")]
    assert not view(answer(status=Status.REFUSED, retrieved=found, note="Nee."), LETTERS).nearest
    assert not view(answer(WHOLE[0], retrieved=found), LETTERS).nearest


def test_nearest_paragraph_of_a_covering_note_has_the_date_of_the_note() -> None:
    note = Part(name=PartName.COVERING_NOTE, title=None, date=DAY.replace(day=9), addressee=None, signatory=None)
    forwarding = replace(
        LETTER,
        parts=(note, *LETTER.parts),
        paragraphs=(replace(LETTER.paragraphs[0], part=PartName.COVERING_NOTE),),
    )
    found = (Retrieved(letter=LETTER.id, paragraph=1, score=1.0),)
    nothing = answer(status=Status.NOT_IN_LETTERS, retrieved=found, note="Niets.")
    (near,) = view(nothing, {LETTER.id: forwarding, "2022-ander": LETTER}).nearest
    assert near.source == "9 maart 2021 · Brief"


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_status_has_a_name(status: Status, language: str) -> None:
    chip = opening_html(view(answer(status=status, note="…"), LETTERS), STRINGS[language])
    assert STRINGS[language].status[status] in chip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_voice_and_field_has_a_name(language: str) -> None:
    strings = STRINGS[language]
    assert set(strings.voices) == set(Voice)
    assert set(strings.fields) == set(Field)
    assert set(strings.parts) == set(PartName)
    assert len(strings.examples) == 4


def test_highlight_covers_the_words_and_note_numbers_are_not_text() -> None:
    place = Place(letter=LETTER.id, paragraph=1, spans=(Span(start=4, end=len(FIRST), quote=FIRST[4:]),))
    drawn = letter_html(LETTER, place, DUTCH, 1)
    assert f"Het <mark>{FIRST[4:]}</mark><sup" in drawn
    assert 'data-n="1" role="img" aria-label="noot 1"></sup>' in drawn


def test_neighbouring_quotes_are_one_highlight() -> None:
    spans = (Span(start=0, end=20, quote=FIRST), Span(start=21, end=len(TEXT), quote=SECOND))
    drawn = letter_html(LETTER, Place(letter=LETTER.id, paragraph=1, spans=spans), DUTCH, 1)
    assert drawn.count("<mark>") == 1
    assert drawn.count("</mark>") == 1


def test_words_that_moved_are_not_highlighted_but_reported() -> None:
    place = Place(letter=LETTER.id, paragraph=1, spans=(Span(start=0, end=3, quote="Een"),))
    assert has_moved(LETTER, place)
    assert "<mark>" not in letter_html(LETTER, place, DUTCH, 1)
    assert not has_moved(LETTER, Place(letter=LETTER.id, paragraph=1))


def test_letter_is_escaped_and_shows_outer_headings_voices_and_missing_notes() -> None:
    drawn = letter_html(LETTER, None, ENGLISH, 0)
    assert "De auteurs &lt;b&gt;zeggen&lt;/b&gt; nee." in drawn
    assert "Zie &lt;i&gt;elders&lt;/i&gt;." in drawn
    assert (
        drawn.index("<h3>Buitenste kop</h3>") < drawn.index("<h3>Vraag &amp; antwoord</h3>") < drawn.index('id="par-1"')
    )
    assert "partly cabinet" in drawn
    assert ENGLISH.note_missing in drawn
    assert '<p class="bw-english" lang="en">The cabinet says yes.</p>' in drawn


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "¹", "9" * 5000, "1 "])
def test_address_with_a_paragraph_that_is_not_there_opens_the_letter(number: str) -> None:
    place, notice = linked_place({"letter": LETTER.id, "par": number}, LETTERS, DUTCH)
    assert place == Place(letter=LETTER.id)
    assert notice is not None
    assert len(notice) < 100


def test_address_reads_back_what_a_place_writes() -> None:
    place = Place(letter=LETTER.id, paragraph=1)
    assert linked_place(place.address, LETTERS, DUTCH) == (place, None)


def test_visit_that_lost_its_letter_shows_another_and_says_so() -> None:
    visit = Visit(letter="weg", place=Place(letter="weg", paragraph=3))
    assert visit.settle({}, LETTERS, DUTCH) is LETTER
    assert visit.place is None
    assert visit.notice == "De brief 'weg' staat niet meer in de index."


def test_history_leaves_out_what_could_not_be_asked() -> None:
    visit = Visit()
    visit.keep("x" * 3000, answer(status=Status.FAILED, note="te lang"), LETTERS)
    visit.keep("Wat zegt §1?", answer(WHOLE[0]), LETTERS)
    assert [(turn.role, turn.content) for turn in visit.history] == [("user", "Wat zegt §1?"), ("assistant", "…")]


@pytest.mark.parametrize("blank", ["", "  \n\t"])
def test_empty_question_is_not_asked(blank: str) -> None:
    visit = Visit()
    visit.ask(blank)
    assert visit.pending is None


@pytest.mark.parametrize(
    ("chosen", "locale", "language"),
    [
        (None, "nl-NL", "nl"),
        (None, "en-GB", "en"),
        (None, "fr", "en"),
        (None, None, "nl"),
        ("en", "nl", "en"),
        ("de", "nl", "nl"),
    ],
)
def test_interface_language(chosen: str | None, locale: str | None, language: str) -> None:
    assert language_of(chosen, locale) == language


def test_markdown_is_shown_as_it_stands() -> None:
    assert plain_markdown("![x](http://a) **b** :red[c] <d> $e$ `f`") == (
        r"\!\[x\]\(http\:\/\/a\) \*\*b\*\* \:red\[c\] \<d\> \$e\$ \`f\`".replace(r"\/", "/")
    )
    assert message_markdown("Run `rag index` in [x](y).") == r"Run `rag index` in \[x\]\(y\)\."


def test_control_characters_are_dropped() -> None:
    assert safe("a\x00b\u202ec\n<") == "abc\n&lt;"


def test_preview_ends_between_words() -> None:
    assert preview("een twee drie", 9) == "een twee …"
    assert preview("kort") == "kort"


def test_quotable_names_each_source_once() -> None:
    text = quotable(" Ja? ", answer(*WHOLE))
    assert text == "Vraag: Ja?\n\nAntwoord:\n…\n\nBronnen:\n- Brief, 4 maart 2021 (2021-brief), §1\n"


def test_a_model_s_sentence_stands_before_each_place_it_rests_on() -> None:
    both = (cite(0, len(FIRST)), cite(len(FIRST) + 1, len(TEXT)))
    worded = Claim(text="Het <kabinet> stemt in.", voice=Voice.CABINET, citations=both, is_own_words=True)
    (group,) = view(answer(worded, *WHOLE[:1]), LETTERS).groups
    first, second, quoted = group.lines
    assert (first.wording, first.quote, second.wording, second.quote) == (worded.text, FIRST, None, SECOND)
    assert (quoted.wording, quoted.quote) == (None, FIRST)
    assert group.remark is not None
    assert group.remark.startswith("Verwoord door een taalmodel en gecontroleerd")
    assert '<p class="bw-translation" lang="nl">Het &lt;kabinet&gt; stemt in.</p>' in line_html(first, "nl")


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress(stage=Stage.WRITING), DUTCH.stages[Stage.WRITING]),
        (Progress(stage=Stage.READING), DUTCH.stages[Stage.READING]),
        (
            Progress(stage=Stage.READING, places=tuple(("a", n) for n in range(12, 19))),
            "Leest §12, §13, §14, §15, §16…",
        ),
        (Progress(stage=Stage.READING, places=(("a", 1), ("b", 2))), "Leest a §1, b §2…"),
    ],
)
def test_a_stage_says_what_is_read(progress: Progress, said: str) -> None:
    assert stage_text(progress, DUTCH) == said

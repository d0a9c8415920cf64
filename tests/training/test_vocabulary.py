"""How the first stage of training begins: Dutch pieces, what their rows start from, and the order of the batches."""

import gzip
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.training import distill, vocabulary
from rag.training.distill import BATCH, ENGLISH_EVERY, DistillError, Lessons, plan, read_lessons
from rag.training.vocabulary import (
    dutch_texts,
    learn,
    merged,
    read_lexicon,
    read_terms,
    row,
    split,
    translations,
)

PIECES = ["[UNK]", "act", "law", "tax", "b", "##e", "##es", "##lu", "##it", "-"]
OLD = {piece: number for number, piece in enumerate(PIECES)}
ROWS = np.diag(np.arange(1, len(OLD) + 1)).astype(np.float32)
WORDS = st.text("abc", min_size=1, max_size=6)


def mean(*numbers: int) -> list[float]:
    return ROWS[list(numbers)].mean(axis=0).tolist()


def write(path: Path, *lines: str) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path


def test_old_pieces_keep_their_ids_and_new_ones_follow_in_the_order_learned() -> None:
    assert merged({"a": 0, "b": 1}, ["b", "wet", "a", "##en", "wet"]) == {"a": 0, "b": 1, "wet": 2, "##en": 3}


@given(st.lists(WORDS, unique=True), st.lists(WORDS))
def test_ids_count_on_without_a_gap(old: list[str], learned: list[str]) -> None:
    found = merged({piece: number for number, piece in enumerate(old)}, learned)
    assert sorted(found.values()) == list(range(len({*old, *learned})))
    assert list(found)[: len(old)] == old


@pytest.mark.parametrize(
    ("piece", "pieces"),
    [
        ("act", ["act"]),
        ("bes", ["b", "##es"]),
        ("be", ["b", "##e"]),
        ("##luit", ["##lu", "##it"]),
        ("##uit", []),
        ("actb", []),
        ("#", []),
    ],
)
def test_a_piece_falls_into_the_longest_old_ones_or_into_none(piece: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in split(piece, OLD)] == pieces


@given(WORDS, st.sets(WORDS), st.sets(WORDS))
def test_the_pieces_of_a_word_are_the_word_again(word: str, begins: set[str], follow: set[str]) -> None:
    known = merged({}, [*begins, *(f"##{one}" for one in follow)])
    names = {number: piece for piece, number in known.items()}
    found = split(word, known)
    assert not found or "".join(names[number].removeprefix("##") for number in found) == word


def test_a_row_is_the_mean_of_the_translations_whatever_their_length() -> None:
    assert row("wet", ["act", "Tax-law"], OLD, ROWS).tolist() == np.mean([mean(1), mean(3, 9, 2)], axis=0).tolist()


def test_without_a_translation_that_has_pieces_a_row_is_the_mean_of_the_old_pieces() -> None:
    for english in ([], ["zzz"]):
        assert row("##luit", english, OLD, ROWS).tolist() == mean(7, 8)


def test_a_sign_that_the_teacher_does_not_know_begins_as_the_unknown_one() -> None:
    assert row("##€", [], OLD, ROWS).tolist() == mean(0)


def test_rows_are_of_single_precision() -> None:
    assert row("wet", ["act"], OLD, ROWS).dtype == np.float32


def test_the_lexicon_is_asked_by_the_lemma_before_the_term_lists() -> None:
    lexicon, terms = {"vluchteling": ["refugee"]}, {"vluchtelingen": ["runaways"], "een": ["one", "een"]}
    assert translations("vluchtelingen", lexicon, terms) == ("refugee",)
    assert translations("vluchtelingen", {}, terms) == ("runaways",)
    assert translations("een", lexicon, terms) == ("one",)
    assert translations("##vluchtelingen", lexicon, terms) == translations("onbekend", lexicon, terms) == ()


def test_the_lexicon_is_turned_round_without_phrases_and_unsure_words(tmp_path: Path) -> None:
    file = write(tmp_path / "lexicon.tsv.gz", "# header", "act\twet:700 daad:100", "law\twet:900", "tax law\twet:900")
    assert read_lexicon(file) == {"wet": ["act", "law"]}


def test_term_lists_give_each_folded_word_its_translations_once(tmp_path: Path) -> None:
    rows = [
        "Financiën\tFinance\ta",
        "financien\tfinance\tb",
        "financiën\tmoney matters\ta",
        "raad van state\tcouncil\ta",
    ]
    file = write(tmp_path / "terms.tsv.gz", "dutch\tenglish\tsource", *rows, "wet\tact of parliament\ta")
    assert read_terms(file) == {"financien": ("finance", "money matters")}


def test_pieces_are_learned_from_the_pairs_and_the_other_texts(tmp_path: Path) -> None:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    teacher = Tokenizer(models.WordPiece({"[UNK]": 0}, unk_token="[UNK]"))
    teacher.normalizer, teacher.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    teacher.add_special_tokens(["[UNK]"])
    teacher.save(str(tmp_path / "tokenizer.json"))
    pairs = write(tmp_path / "pairs.tsv.gz", "english\tdutch\tsource\tscore", *["The Act\tDe wet\ta\t0.9"] * 9)
    laws = write(tmp_path / "laws.jsonl.gz", *[json.dumps({"text": "Het Verdrag"})] * 9)
    learned = learn(tmp_path / "tokenizer.json", dutch_texts(pairs, [laws]), 60)
    assert learned[0] == "[UNK]"
    assert {"de", "wet", "het", "verdrag"} <= set(learned)
    assert "act" not in learned


@pytest.mark.parametrize(
    ("command", "option"), [(vocabulary.main, "--lexicon LEXICON"), (distill.main, "--steps STEPS")]
)
def test_the_commands_explain_themselves(
    command: Callable[[list[str]], None], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        command(["--help"])
    assert option in capsys.readouterr().out


def lessons(sentences: int, terms: int) -> Lessons:
    return Lessons(
        sentences=[(f"sentence {number}", "zin " * (number % 50)) for number in range(sentences)],
        terms=[(f"term {number}", "term") for number in range(terms)],
    )


def test_batches_are_of_one_kind_and_like_length_and_every_fifth_is_english() -> None:
    taught = lessons(20 * BATCH, 2 * BATCH)
    batches = list(plan(taught, 200)(None))
    assert (len(batches), {len(one) for one in batches}) == (200, {BATCH})
    count, kinds = len(taught.pairs), []
    for number, batch in enumerate(batches, start=1):
        assert {place >= count for place in batch} == {number % ENGLISH_EVERY == 0}
        places = [place % count for place in batch]
        (kind,) = {place >= len(taught.sentences) for place in places}
        kinds.append(kind)
        lengths = [len(taught.pairs[place][1]) for place in places]
        assert max(lengths) - min(lengths) < 40
    assert 10 < sum(kinds) < 50


def test_a_text_comes_again_only_when_all_had_their_turn() -> None:
    taught = lessons(10 * BATCH, BATCH)
    places = [place % len(taught.pairs) for batch in plan(taught, 60)(None) for place in batch]
    of_sentences = [place for place in places if place < len(taught.sentences)]
    turns = [of_sentences[start : start + 10 * BATCH] for start in range(0, len(of_sentences), 10 * BATCH)]
    assert all(len(set(turn)) == len(turn) for turn in turns)
    assert all(first != second for first, second in pairwise(turns))


def test_the_same_lessons_make_the_same_batches_so_that_a_run_can_be_resumed() -> None:
    assert plan(lessons(300, 200), 50) == plan(lessons(300, 200), 50)
    assert plan(lessons(300, 200), 50).batches == plan(lessons(300, 200), 80).batches[:50]


def test_too_few_texts_for_a_batch_are_refused() -> None:
    with pytest.raises(DistillError, match=r"takes 96 texts of a kind, but there are 7\. Raise --limit"):
        plan(lessons(BATCH, 7), 100)


def test_badly_aligned_treaties_are_left_out_and_an_english_text_has_one_label(tmp_path: Path) -> None:
    rows = [
        "Yes.\tJa.\ttatoeba_test2021\t",
        "Yes.\tJawel.\ttreaties_sent_scored\t0.42",
        "No.\tJa.\ttreaties_sent_scored\t0.41",
    ]
    pairs = write(tmp_path / "pairs.tsv.gz", "english\tdutch\tsource\tscore", *rows)
    terms = write(tmp_path / "terms.tsv.gz", "dutch\tenglish\tsource", "ja\tyes\tx", "nee\tno\tx")
    found = read_lessons(pairs, terms)
    assert sorted(found.sentences) == [("Yes.", "Ja."), ("Yes.", "Jawel.")]
    assert sorted(found.terms) == [("no", "nee"), ("yes", "ja")]
    assert sorted(found.english) == ["Yes.", "no", "yes"]
    assert len(read_lessons(pairs, terms, limit=1).pairs) == 2
